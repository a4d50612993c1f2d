import TributaryModel

extension FormatRegistry {
  /// Tables.
  static let tables = [csv, json] + spend + calls + sales

  private static let csv = NamedFormat(
    "csv", SourceKind.allCases.filter { $0 != .clickstream },
    "A CSV or TSV file with canonical headers, or with any headers and `columns`; without a header "
      + "`columns` gives the place of each cell, and `header: false` says so.",
    example: "order_id,placed_at,total\n1001,2026-05-03 10:15:00,1990.00")

  /// Numbers keep their digits as they are written, so that money is exact.
  /// Of logs the lines are objects, whose keys `columns` names.
  static let json = NamedFormat(
    ClickstreamFormat.ownKeys, SourceKind.allCases.filter { $0 != .clickstream } + [.clickstream],
    "JSON: an array of objects, alone or in an object, or one object a line; `columns` gives the "
      + "path of a value, such as `customer.email` or `lines[0].sku`, where it has another name.",
    aliases: Dictionary(
      TableShape.all.flatMap { $0.readColumns.map { ($0.name, [$0.name]) } },
      uniquingKeysWith: { a, _ in a }),
    layout: .plainJSON,
    example: #"[{"order_id": 1001, "placed_at": "2026-05-03T10:15:00Z", "total": 1990.00}]"#)
}
