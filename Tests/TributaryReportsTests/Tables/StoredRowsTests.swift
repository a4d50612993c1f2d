import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

@Suite struct StoredRowsTests {
  private struct Size: Sendable {
    let name: String
    let day: Day
  }

  private static let sizes = ResultTable<Size>(
    "size", grain: "size",
    [.text("name", isKey: true, "its name") { $0.name }, .day("day", "of it") { $0.day }])

  @Test func `texts stand in the order that is told, in rows and in the query`() {
    let day = Day(number: 20_000)
    let stored = StoredRows(
      Self.sizes,
      [
        Size(name: "small", day: day), Size(name: "big", day: day),
        Size(name: "big", day: day.adding(1)),
      ],
      ResultSelection(
        order: [("day", true), ("name", false)], texts: ["name": ["big", "small"]]),
      .rub)
    #expect(stored.rows.map(\.row.name) == ["big", "big", "small"])
    #expect(
      stored.sql(asOf: day).hasSuffix(
        "order by day desc, case name when 'big' then 0 when 'small' then 1 end, position"))
  }
}
