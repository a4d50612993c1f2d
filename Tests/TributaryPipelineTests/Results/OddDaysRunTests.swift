import Foundation
import Testing
import TributaryAnalysis
import TributaryModel

@testable import TributaryPipeline

/// Nights of a shop of three orders a day for three years, but for some days.
@Suite struct OddDaysRunTests {
  static let asOf = Day(number: 20_771)  // 14 November 2026
  static let calendar = "{kind: 'calendar', paths: ['calendar/*'], optional: true},"

  private func shop(
    without gap: ClosedRange<String>, extra: [String: Int] = [:], closed: Bool = false
  ) throws -> Shop {
    let shop = try Shop.small(Self.calendar)
    var orders = ["order_id,placed_at,total"]
    var days = ["date,name,kind"]
    for day in DayRange(last: Self.asOf, count: 1096).days {
      let date = day.description
      if gap.contains(date) { days.append("\(date),Rest,closed") }
      let count = gap.contains(date) ? 0 : extra[date] ?? 3
      orders += (0..<count).map { "\(orders.count + $0),\(date) 12:00,10" }
    }
    try shop.write(orders.joined(separator: "\n") + "\n", to: "orders/a.csv")
    if closed { try shop.write(days.joined(separator: "\n") + "\n", to: "calendar/a.csv") }
    #expect(try shop.run().exitCode == 0)
    return shop
  }

  private func answers(_ shop: Shop) throws -> AnswerContext {
    AnswerContext(warehouse: try shop.warehouse(), asOf: Self.asOf)
  }

  @Test func `months without orders are named on the pages and unknown in the table of days`()
    throws
  {
    let shop = try shop(without: "2024-03-01"..."2024-04-30")
    let context = try answers(shop)
    let season = try #require(try context.season(context.demand()))
    #expect(season.gaps.map(\.first.description) == ["2024-03-01"])
    #expect(season.gaps.map(\.last.description) == ["2024-04-30"])
    #expect(season.peaks.isEmpty)
    let pages = try shop.reports()
    func text(_ name: String) throws -> String {
      String(decoding: try #require(pages[name]), as: UTF8.self).replacing("\u{A0}", with: " ")
    }
    for page in ["season.html", "quality.html"] {
      #expect(try text(page).contains("1 Mar to 30 Apr 2024"))
    }
    let days = try text("demand-day.csv").split(separator: "\r\n")
    #expect(days.count { $0.hasPrefix("2024-03-") && $0.contains(",,") } == 31)
    #expect(days.count { $0.hasPrefix("2024-05-") && $0.contains(",3,") } == 31)
  }

  @Test func `days that the calendar calls closed are zeros`() throws {
    let shop = try shop(without: "2024-03-01"..."2024-04-30", closed: true)
    let demand = try answers(shop).demand()
    #expect(demand.gaps.isEmpty)
    #expect(try #require(Day("2024-03-15")).number == 19_797)
    #expect(demand.values[Day(number: 19_797)] == 0)
  }

  @Test func `a week of a year ago whose orders are missing is not compared with`() throws {
    func lastYear(_ gap: ClosedRange<String>) throws -> Double? {
      let context = try answers(try shop(without: gap))
      let sources = try context.sources([.orders])
      let indicators = try context.indicators(
        season: nil, sources: sources, gaps: context.demand().gaps)
      return try #require(indicators.first { $0.name == .orders }).lastYear
    }
    #expect(try lastYear("2025-11-01"..."2025-12-20") == nil)
    #expect(try lastYear("2025-12-01"..."2025-12-20") == 21)
  }

  @Test func `the query under the years gives the ratio without the absurd day`() throws {
    let shop = try shop(
      without: "2024-03-01"..."2024-04-30", extra: ["2026-02-11": 200, "2026-02-20": 4])
    let context = try answers(shop)
    let season = try #require(try context.season(context.demand()))
    let year = try #require(season.yearOverYear.last)
    #expect(year.singular.map(\.description) == ["2026-02-11"])
    // 363 days of 3 on both sides, and one order more.
    #expect(abs(year.ratio.value - 1090.0 / 1089) < 1e-12)
    let page = String(decoding: try #require(try shop.reports()["season.html"]), as: UTF8.self)
    let shown = try #require(
      page.firstMatch(
        of: #/href="year-over-year.csv".*?<pre>(.*?)</pre>/#.dotMatchesNewlines()))
    let sql = String(shown.1).replacing("&#39;", with: "'").replacing("&gt;", with: ">")
      .replacing("&lt;", with: "<")
    let cells = try #require(try shop.rows(sql).first).split(separator: "|")
    #expect(cells[0] == "2026-11-14" && cells.last?.contains("2026-02-11") == true)
    let ratio = try #require(Double(cells[1]))
    #expect(abs(ratio - 1090.0 / 1089) < 1e-12)
  }
}
