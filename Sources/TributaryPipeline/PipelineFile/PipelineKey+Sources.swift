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
      "Files; `*`, `?` and `[...]` match within a name. Compressed files are read as they are."),
    PipelineKey(
      "sources[].optional", .boolean, default: "false",
      "Whether it is all right that no file matches."),
    PipelineKey(
      "sources[].columns", .map(.text), default: "{}",
      "Canonical column to the file's own header: `{order_id: 'Номер'}`."),
    PipelineKey(
      "sources[].delimiter", .choice([",", ";", "\t", "|"]), note: "told from the header",
      "The sign between cells."),
    PipelineKey(
      "sources[].encoding",
      .choice(["utf-8", "windows-1251", "utf-16", "koi8-r", "cp866"]),
      note: "UTF-8, else windows-1251", "How the file's letters are coded."),
    PipelineKey(
      "sources[].decimal", .choice([".", ","]), note: "told from the column", "The decimal sign."),
    PipelineKey(
      "sources[].date_order", .choice(["ymd", "dmy", "mdy"]), note: "told from the column",
      "How dates such as 03/04/2026 are read."),
    PipelineKey(
      "sources[].skip_rows", .integer(0...1000), unit: "lines", default: "0",
      "Lines to leave out before the header."),
    PipelineKey(
      "sources[].values", .map(.map(.text)), default: "{}",
      "Column to replacements of whole values: `{status: {'Отменён': 'cancelled'}}`."),
    PipelineKey(
      "sources[].derive_orders", .boolean, default: "false",
      "Builds orders from order lines that carry the order's columns; for `order_lines` only."),
    PipelineKey(
      "sources[].cancelled_when", .map(.expression), default: "{}",
      "Column to expression: a row that matches is a cancelled order; for orders and their lines."),
    PipelineKey(
      "sources[].max_rejected", .number(0...1), unit: "share, 0 to 1", default: "0.05",
      "A file of 1,000 records or more with a greater share of rejected ones is refused whole."),
    PipelineKey(
      "sources[].visitor_cookie", .text, default: "''",
      "The cookie or log variable that holds the first-party visitor id; for `clickstream` only."),
  ]
}
