import TributaryModel

extension FormatRegistry {
  /// Tables.
  static let tables = [csv] + spend + calls + sales

  private static let csv = NamedFormat(
    "csv", SourceKind.allCases.filter { $0 != .clickstream },
    "A CSV or TSV file with canonical headers, or with any headers and `columns`.",
    example: "order_id,placed_at,total\n1001,2026-05-03 10:15:00,1990.00")
}
