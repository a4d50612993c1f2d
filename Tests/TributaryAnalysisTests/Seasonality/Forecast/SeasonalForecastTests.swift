import Foundation
import Testing
import TributaryModel

@testable import TributaryAnalysis

@Suite struct SeasonalForecastTests {
  /// A shop with a wave over the year, weekdays and a peak at Halloween, a little uneven.
  private static func series(_ count: Int, step: Int) throws -> RegularSeries {
    let first = try #require(Day("2023-03-01"))
    let weekdays = [1.0, 0.9, 0.85, 0.9, 1.1, 1.4, 1.2]
    let values = (0..<count).map { index -> Double? in
      let last = first.adding(step * index)
      var sum = 0.0
      for back in (0..<step).reversed() {
        let day = last.adding(-back)
        let halloweens = (day.year - 1...day.year + 1).compactMap {
          Day(year: $0, month: 10, day: 31)
        }
        let offset = halloweens.map { day.days(since: $0) }.min { abs($0) < abs($1) } ?? 0
        let peak = 1.2 * max(0, 1 - Double(abs(offset + 2)) / 9)
        let wave = 0.3 * sin(2 * Double.pi * Double(day.dayOfYear - 1) / 365.25)
        sum += 20 * exp(wave + peak) * (step == 1 ? weekdays[day.weekday - 1] : 1)
      }
      let noise = 1 + 0.2 * (Double((index * 7919) % 13) / 13 - 0.5)
      return (sum * noise).rounded(.toNearestOrEven)
    }
    return RegularSeries(first: first, step: step, values: values)
  }

  /// `season.py`, `forecast`, numpy 2.4, scipy 1.17, of the same numbers. It has two columns more for
  /// each holiday and one strength for all of them.
  @Test func `days are told as the reference tells them`() throws {
    let series = try Self.series(900, step: 1)
    #expect(series.values.compactMap(\.self).reduce(0, +) == 20_161)
    let forecast = try #require(SeasonalForecast(series, horizon: 28))
    #expect(forecast.alpha == 0.05)
    let reference = [0: 19.177, 1: 15.903, 2: 14.348, 7: 18.726, 14: 18.323, 27: 20.625]
    for (ahead, mean) in reference {
      #expect(abs(forecast.points[ahead].mean - mean) < 0.03 * mean, "\(ahead)")
    }
    let first = forecast.points[0]
    #expect(abs(first.range80.lower - 15.14) < 0.8 && abs(first.range80.upper - 23.45) < 0.8)
    #expect(abs(first.range95.lower - 13.33) < 1 && abs(first.range95.upper - 26.07) < 1)
    #expect(try #require(forecast.missed) < 0.15)
  }

  /// Shorter by far than the days, so that each holiday's own strength shows.
  @Test func `weeks are told as the reference tells them`() throws {
    let series = try Self.series(150, step: 7)
    #expect(series.values.compactMap(\.self).reduce(0, +) == 21_952)
    let forecast = try #require(SeasonalForecast(series, horizon: 8))
    let reference = [0: 140.32, 1: 144.699, 3: 162.221, 7: 165.844]
    for (ahead, mean) in reference {
      #expect(abs(forecast.points[ahead].mean - mean) < 0.06 * mean, "\(ahead)")
    }
  }

  @Test func `a weekday on which nothing is sold stays at nothing`() throws {
    let open = try Self.series(400, step: 1)
    let values = open.values.enumerated().map { index, value in
      open.day(index).weekday == 7 ? 0 : value
    }
    let forecast = try #require(
      SeasonalForecast(RegularSeries(first: open.first, step: 1, values: values), horizon: 28))
    #expect(forecast.closedWeekdays == [7])
    for point in forecast.points {
      #expect((point.mean == 0) == (point.day.weekday == 7))
      #expect(point.range95.lower >= 0 && point.range95.upper >= point.range80.upper)
      #expect(point.mean.isFinite && point.range95.upper.isFinite)
    }
  }

  /// Gaps weigh nothing; nothing sold, and no value at all, has no forecast.
  @Test func `gaps are no zeros`() throws {
    let whole = try Self.series(600, step: 1)
    let holes = whole.values.enumerated().map { index, value in
      (60..<120).contains(index) ? nil : value
    }
    let with = try #require(
      SeasonalForecast(RegularSeries(first: whole.first, step: 1, values: holes), horizon: 14))
    let without = try #require(SeasonalForecast(whole, horizon: 14))
    for (one, other) in zip(with.points, without.points) {
      #expect(abs(one.mean - other.mean) < 0.1 * other.mean)
    }
    for nothing in [[Double?](repeating: 0, count: 100), [Double?](repeating: nil, count: 100)] {
      #expect(
        SeasonalForecast(
          RegularSeries(first: whole.first, step: 1, values: nothing), horizon: 7) == nil)
    }
  }

  /// Easter by the tables of the Book of Common Prayer; Thanksgiving by a calendar.
  @Test func `holidays move as calendars say`() {
    let easters = ["2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25"]
    #expect(
      [2023, 2024, 2025, 2026, 2038].map { MovingHolidays.easter(in: $0)?.description } == easters)
    let thanksgivings = ["2023-11-23", "2024-11-28", "2025-11-27", "2026-11-26"]
    #expect(
      (2023...2026).map { MovingHolidays.thanksgiving.date(in: $0)?.description } == thanksgivings)
  }
}
