import TributaryIngest
import TributaryModel

extension PipelineKey {
  /// The keys of a source.
  static let sources = [
    PipelineKey("sources", .objects, required: true, "The files that the shop's systems export."),
    PipelineKey(
      "sources[].kind", .choice(SourceKind.allCases.map(\.rawValue)), required: true,
      "What the files are about."),
    PipelineKey(
      "sources[].format", .text, note: "`'csv'`; required for `clickstream`",
      "How the files are written: a name of `tributary formats`, or a log format string with "
        + "nginx `$variables` or Apache `%directives`."),
    PipelineKey(
      "sources[].paths", .list(.path), required: true,
      "Files; `*` and `?` match within a name. Compressed files are read as they are."),
    PipelineKey(
      "sources[].optional", .boolean, default: "false",
      "Whether it is all right that no file matches."),
    PipelineKey(
      "sources[].columns", .map(.header), default: "{}",
      "Canonical column to the file's own header: `{order_id: 'Номер'}`; for `json`, and the "
        + "named fields of a server's log, to a key or a path of keys (a path that no record has is told; "
        + "without a needed key the file is refused); with `header: false` to the cell's place, the first being 1."
    ),
    PipelineKey(
      "sources[].header", .boolean, default: "true",
      "Whether the first record names the cells; `false` for a `csv` without such a line, whose "
        + "`columns` give places: `{order_id: 1, placed_at: 2, total: 5}`."),
    PipelineKey(
      "sources[].constants", .map(.text), default: "{}",
      "Column to the value of every row, for columns that the files lack: `{source: 'yandex'}`."),
    PipelineKey(
      "sources[].encoding", .choice(TextEncoding.allCases.map(\.rawValue)),
      note: "UTF-8, else windows-1251 or windows-1252",
      "How the bytes are letters; UTF-16 tells by its mark."),
    PipelineKey(
      "sources[].timezone", .zone, note: "the shop's `timezone`",
      "The zone of times without an offset, such as `'UTC'` in exports of cloud services."),
    PipelineKey(
      "sources[].skip_rows", .integer(0...1000), unit: "lines", default: "0",
      "Lines before the header that could be taken for it; other preambles are passed over."),
    PipelineKey(
      "sources[].totals", .list(.text), default: "[]",
      "How rows that sum up others begin, besides `Total`, `Итого`, `Всего`, `Gesamt`, `Summe`."),
    PipelineKey(
      "sources[].vat_rate", .number(0...1), unit: "share, 0 to 1", default: "0",
      "For costs without VAT: what it adds to them, 0.2 for 20 %. Costs are stored with VAT; for "
        + "`spend` and `search_queries`."),
    PipelineKey(
      "sources[].micros", .boolean, note: "told from the file's costs, else refused",
      "Whether costs are in millionths of the currency; for `yandex-direct-api`."),
    PipelineKey(
      "sources[].delimiter", .choice([",", ";", "\t", "|"]), note: "told from the header",
      "The sign between cells."),
    PipelineKey(
      "sources[].decimal", .choice([".", ","]), note: "told from the file's numbers",
      "The sign between whole and fraction."),
    PipelineKey(
      "sources[].date_order", .choice(["ymd", "dmy", "mdy"]),
      note: "told from the file's dates, else refused", "How dates such as 03/04/2026 are meant."),
    PipelineKey(
      "sources[].values", .map(.map(.text)), default: "{}",
      "Column to replacements of whole values: `{status: {'Отменён': 'cancelled'}}`."),
    PipelineKey(
      "sources[].derive_orders", .boolean, default: "false",
      "Builds orders from order lines that carry the order's columns; for `order_lines` only. "
        + "An order of JSON that lists no lines has its own `total`; one whose lines state two "
        + "currencies or two totals is left out and told."),
    PipelineKey(
      "sources[].cancelled_when", .map(.text), default: "{}",
      "Column to pattern (`^C`, `cancel$`, `^returned$`, or a part): a derived order whose value "
        + "matches is cancelled."),
    PipelineKey(
      "sources[].leave_out_when", .map(.text), default: "{}",
      "Column to pattern as in `cancelled_when`: a record whose value matches is left out, and with "
        + "a line its derived order; filtered, and told with sum and samples."),
    PipelineKey(
      "sources[].refund_when", .map(.text), default: "{}",
      "Column to pattern as in `cancelled_when`: a record whose value matches gives its total back "
        + "of the order that it names, in this or another file; for `orders`."),
    PipelineKey(
      "sources[].max_rejected", .number(0...1), unit: "share, 0 to 1", default: "0.05",
      "A file of 1,000 records or more with a greater share of rejected ones is refused whole."),
    PipelineKey(
      "sources[].visitor_cookie", .text, note: "address and agent tell visitors apart",
      "The first-party id cookie that the log format holds (`$cookie_NAME`, `%{NAME}C`); for "
        + "`clickstream`."),
    PipelineKey(
      "sources[].forwarded_for", .boolean, default: "false",
      "Takes a visitor's address from X-Forwarded-For, for a log behind a proxy; for "
        + "`clickstream`."),
    PipelineKey(
      "sources[].host", .text, note: "the one that a line names",
      "The host of lines that name none; for `clickstream`."),
  ]
}
