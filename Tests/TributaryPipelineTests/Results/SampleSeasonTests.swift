import Foundation
import Testing
import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

extension SampleRunTests {
  @Suite struct SeasonTests {
    private let night: SampleRun

    init() throws { night = try #require(SampleRun.shared) }

    /// A planted top comes on these days of the year; a found one may stand three days beside.
    private func isNear(_ top: Day, _ name: String) throws -> Bool {
      let peak = try #require(night.truth.demand.peaks.first { $0.name == name })
      let year = String(top.description.prefix(4))
      let first = try #require(Day("\(year)-\(peak.topFirst)"))
      let last = try #require(Day("\(year)-\(peak.topLast)"))
      return first.adding(-3) <= top && top <= last.adding(3)
    }

    @Test func `the two peaks of each year are found within three days, and New Year is next`()
      throws
    {
      let rows = try night.warehouse().rows(
        "select curve_top_day, multiple, is_next from peak order by is_next, start_day")
      let tops = try rows.map { try #require(try $0.day("curve_top_day")) }
      let names = ["Halloween", "New Year", "Halloween", "New Year", "Halloween", "New Year"]
      try #require(tops.count == names.count)
      for (top, name) in zip(tops, names) { #expect(try isNear(top, name), "\(top)") }
      #expect(
        tops.map { String($0.description.prefix(4)) }
          == ["2024", "2024", "2025", "2025", "2026", "2026"])
      #expect(try rows.map { try $0.int("is_next") } == [0, 0, 0, 0, 0, 1])
    }

    @Test func `the height of the peaks has the planted one in its range`() throws {
      let rows = try night.warehouse().rows(
        "select curve_top_day, multiple, multiple_lower, multiple_upper from peak")
      for row in rows {
        let top = try #require(try row.day("curve_top_day"))
        let name = try isNear(top, "Halloween") ? "Halloween" : "New Year"
        let planted = try #require(night.truth.demand.peaks.first { $0.name == name }).index / 100
        #expect(try row.double("multiple_lower") <= planted, "\(top)")
        #expect(try row.double("multiple_upper") >= planted, "\(top)")
      }
    }

    @Test func `the top of a past peak is a day on which most was ordered`() throws {
      let rows = try night.warehouse().rows(
        """
        with demand as (select day, sum(orders) as orders from mart_demand_day group by day)
        select top_day, orders = (
            select max(orders) from demand where day between start_day and end_day
          ) as is_best
        from peak
        join demand on day = top_day
        where is_next = 0
        """)
      #expect(rows.count == 5)
      for row in rows {
        let top = try row.text("top_day")
        #expect(try row.int("is_best") == 1, "\(top)")
      }
    }

    @Test func `no order is missing, and no day is left out of the years`() throws {
      let answers = try night.answers()
      let season = try #require(try answers.season(answers.demand()))
      #expect(season.gaps.isEmpty)
      #expect(season.yearOverYear.allSatisfy { $0.singular.isEmpty })
    }

    @Test func `days on which the goods were gone are censored, and no others`() throws {
      let answers = try night.answers()
      let season = try #require(try answers.season(answers.demand()))
      let censored = season.days.filter(\.isCensored).map(\.day.description)
      #expect(censored == night.truth.stockOut.days.map(\.date))
    }
  }
}
