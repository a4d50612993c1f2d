import TributaryIngest
import TributaryModel

/// Files of one kind that are written in one format.
struct SourceObject: PipelineObject {
  static let keys = SourceObject()

  let kind = PipelineKey(
    "kind", .choice(SourceKind.self), required: .orders, remakes: [], "What the files are about.")
  let format = PipelineKey(
    "format", .text, default: "csv", note: "`'csv'`; required for `clickstream`",
    remakes: [.files],
    "How the files are written: a name of `tributary formats`, or a log format string with "
      + "nginx `$variables` or Apache `%directives`.")
  let patterns = PipelineKey(
    "paths", .list(.path), required: [], remakes: [],
    "Files; `*` and `?` match within a name. Compressed files are read as they are.")
  let isOptional = PipelineKey(
    "optional", .boolean, default: false, remakes: [],
    "Whether it is all right that no file matches.")
  let columns = PipelineKey(
    "columns", .map(.header), default: [:], remakes: [.files],
    "Canonical column to the file's own header: `{order_id: 'Номер'}`; for `json`, and the "
      + "named fields of a server's log, to a key or a path of keys (a path that no record has is told; "
      + "without a needed key the file is refused); with `header: false` to the cell's place, the first being 1."
  )
  let hasHeader = PipelineKey(
    "header", .boolean, default: true, remakes: [.files], for: SourceKind.tables,
    "Whether the first record names the cells; `false` for a `csv` without such a line, whose "
      + "`columns` give places: `{order_id: 1, placed_at: 2, total: 5}`.")
  let constants = PipelineKey(
    "constants", .map(.text), default: [:], remakes: [.files], for: SourceKind.tables,
    "Column to the value of every row, for columns that the files lack: `{source: 'yandex'}`.")
  let encoding = PipelineKey(
    "encoding", .choice(TextEncoding.self), note: "UTF-8, else windows-1251 or windows-1252",
    remakes: [.files], for: SourceKind.tables,
    "How the bytes are letters; UTF-16 tells by its mark.")
  let zone = PipelineKey(
    "timezone", .zone, note: "the shop's `timezone`", remakes: [.files],
    "The zone of times without an offset, such as `'UTC'` in exports of cloud services.")
  let skippedRows = PipelineKey(
    "skip_rows", .integer(0...1000), unit: "lines", default: 0, remakes: [.files],
    for: SourceKind.tables,
    "Lines before the header that could be taken for it; other preambles are passed over.")
  let totals = PipelineKey(
    "totals", .list(.text), default: [], remakes: [.files], for: SourceKind.tables,
    "How rows that sum up others begin, besides `Total`, `Итого`, `Всего`, `Gesamt`, `Summe`.")
  let vatRate = PipelineKey(
    "vat_rate", .number(0...1), unit: "share, 0 to 1", default: 0, remakes: [.files],
    for: [.spend, .searchQueries],
    "For costs without VAT: what it adds to them, 0.2 for 20 %. Costs are stored with VAT; for "
      + "`spend` and `search_queries`.")
  let micros = PipelineKey(
    "micros", .boolean, note: "told from the file's costs, else refused", remakes: [.files],
    "Whether costs are in millionths of the currency; for `yandex-direct-api`.")
  let delimiter = PipelineKey(
    "delimiter", .sign([",", ";", "\t", "|"]), note: "told from the header", remakes: [.files],
    for: SourceKind.tables, "The sign between cells.")
  let decimal = PipelineKey(
    "decimal", .sign([".", ","]), note: "told from the file's numbers", remakes: [.files],
    for: SourceKind.tables, "The sign between whole and fraction.")
  let dateOrder = PipelineKey(
    "date_order", .word(["ymd", "dmy", "mdy"]), note: "told from the file's dates, else refused",
    remakes: [.files], for: SourceKind.tables, "How dates such as 03/04/2026 are meant.")
  let values = PipelineKey(
    "values", .map(.map(.text)), default: [:], remakes: [.files], for: SourceKind.tables,
    "Column to replacements of whole values: `{status: {'Отменён': 'cancelled'}}`.")
  let derivesOrders = PipelineKey(
    "derive_orders", .boolean, default: false, remakes: [.files], for: [.orderLines],
    "Builds orders from order lines that carry the order's columns; for `order_lines` only. "
      + "An order of JSON that lists no lines has its own `total`; one whose lines state two "
      + "currencies or two totals is left out and told.")
  let cancelledWhen = PipelineKey(
    "cancelled_when", .map(.text), default: [:], remakes: [.files], for: [.orderLines],
    "Column to pattern (`^C`, `cancel$`, `^returned$`, or a part): a derived order whose value "
      + "matches is cancelled.")
  let leaveOutWhen = PipelineKey(
    "leave_out_when", .map(.text), default: [:], remakes: [.files], for: SourceKind.tables,
    "Column to pattern as in `cancelled_when`: a record whose value matches is left out, and with "
      + "a line its derived order; filtered, and told with sum and samples.")
  let refundWhen = PipelineKey(
    "refund_when", .map(.text), default: [:], remakes: [.files], for: [.orders],
    "Column to pattern as in `cancelled_when`: a record whose value matches gives its total back "
      + "of the order that it names, in this or another file; for `orders`.")
  let idPrefix = PipelineKey(
    "id_prefix", .text, default: "", remakes: [.files],
    for: [
      .orders, .orderLines, .orderStatuses, .invoices, .payments, .adPayments, .calls, .letters,
      .letterReplies, .clickstream, .spend,
    ],
    "What stands before the numbers of orders, invoices, payments, calls and letters in the "
      + "source's files, and before the order numbers that the visits of a log show: keeps two "
      + "shops apart that number alike. Message ids of mail stay as they are. Set it on every "
      + "source of one of them. On a source of spend it names an advertising account, whose rows "
      + "say nothing of another account's.")
  let maxRejected = PipelineKey(
    "max_rejected", .number(0...1), unit: "share, 0 to 1", default: 0.05, remakes: [.refusals],
    "A file of 1,000 records or more with a greater share of rejected ones is refused whole.")
  let visitorCookie = PipelineKey(
    "visitor_cookie", .text, note: "address and agent tell visitors apart", remakes: [.files],
    for: [.clickstream],
    "The first-party id cookie that the log format holds (`$cookie_NAME`, `%{NAME}C`); for "
      + "`clickstream`.")
  let usesForwardedFor = PipelineKey(
    "forwarded_for", .boolean, default: false, remakes: [.files], for: [.clickstream],
    "Takes a visitor's address from X-Forwarded-For, for a log behind a proxy; for "
      + "`clickstream`.")
  let host = PipelineKey(
    "host", .text, note: "the one that a line names", remakes: [.files], for: [.clickstream],
    "The host of lines that name none; for `clickstream`.")
}

extension SourceKind {
  /// All but logs.
  static let tables = allCases.filter { $0 != .clickstream }
}
