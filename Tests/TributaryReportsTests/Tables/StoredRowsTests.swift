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

  private struct Price: Sendable {
    let name: String
    let price: Int64
    let count: Int
  }

  /// Roubles have 100 minor units.
  @Test func `a file holds money in whole units and everything else as it is stored`() {
    let prices = ResultTable<Price>(
      "price", grain: "name",
      [
        .text("name", isKey: true, "its name") { $0.name }, .money("price", "of one") { $0.price },
        .count("count", "sold") { $0.count },
      ])
    let stored = StoredRows(
      prices, [Price(name: "mask", price: -123_450, count: 7)],
      ResultSelection(columns: ["name", "price", "count"], names: ["price": "asked"]), .rub
    ).stored(asOf: Day(number: 20_000))
    #expect(stored.names == ["name", "asked", "count"])
    #expect(stored.rows == [[.text("mask"), .real(-1234.5), .integer(7)]])
    #expect(stored.sql.contains("price / 100.0 as asked"))
  }
}
