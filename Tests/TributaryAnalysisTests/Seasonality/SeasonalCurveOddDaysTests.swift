import Testing
import TributaryModel

@testable import TributaryAnalysis

/// Histories with a gap, an absurd day, or a best day that moves.
struct SeasonalCurveOddDaysTests {
  static let asOf = Day(number: 20_239)  // 31 May 2025
  static let range = DayRange(last: asOf, count: 1096)

  /// `orders` a day, and what the days say otherwise.
  static func curve(
    _ orders: (Day) -> Double, calendar: [CalendarEvent] = []
  ) throws -> SeasonalCurve {
    let values = Dictionary(uniqueKeysWithValues: range.days.map { ($0, orders($0)) })
    return try #require(
      SeasonalCurve.fitting(DemandHistory(orders: values), calendar: calendar, asOf: asOf))
  }

  @Test(arguments: [
    ("2024-03-01", "2024-07-31"), ("2023-11-01", "2023-12-31"), ("2025-01-01", "2025-04-30"),
    ("2022-08-01", "2023-02-28"),
  ])
  func `months without any order leave no peak and change no year`(from: String, to: String) throws
  {
    let gap = DayRange(first: try #require(Day(from)), last: try #require(Day(to)))
    let curve = try Self.curve { gap.contains($0) ? 0 : 7 + Double($0.number % 3) }
    #expect(curve.gaps == [gap])
    #expect(curve.peaks.isEmpty && curve.next == nil)
    for day in curve.days where day.day <= Self.asOf {
      #expect((day.actual == nil) == gap.contains(day.day))
      #expect(abs(day.expected - 8) < 1)
    }
    for year in curve.yearOverYear { #expect(abs(year.ratio.value - 1) < 0.01) }
  }

  /// 8 a day, and 10 a day in the last 364 days: 1.25 whatever one day says.
  @Test(arguments: [
    ["2025-02-11"], ["2024-03-05"], ["2022-09-01"], ["2025-02-11", "2023-10-20"],
    ["2025-05-31"], ["2025-02-11", "2025-02-12", "2025-02-13"],
  ])
  func `an absurd day moves no year`(days: [String]) throws {
    let absurd = Set(try days.map { try #require(Day($0)) })
    for size in [120.0, 900, 30_000] {
      let curve = try Self.curve { day in
        absurd.contains(day) ? size : day > Self.asOf.adding(-364) ? 10 : 8
      }
      let last = try #require(curve.yearOverYear.last)
      #expect(abs(last.ratio.value - 1.25) < 1e-9, "\(size)")
      #expect(curve.yearOverYear.count == 2)
      let told = Set(curve.yearOverYear.flatMap(\.singular))
      #expect(told == absurd.filter { $0 > Self.asOf.adding(-1092) })
    }
  }

  /// 240 orders beside 8: left out of 364 days, with its partner of the other year.
  @Test func `an absurd day and its partner are in neither total`() throws {
    let day = try #require(Day("2025-02-11"))
    let curve = try Self.curve { $0 == day ? 240 : 8 }
    let last = try #require(curve.yearOverYear.last)
    #expect(last.singular == [day])
    #expect(last.leftOut == [day.adding(-364), day])
    #expect(curve.yearOverYear.first?.leftOut == [])
  }

  /// By hand: (363 x 10 + 400) / (363 x 10 + 200) = 1.052.
  @Test func `a day that comes back counts, wherever its date`() throws {
    let fridays = ["2022-11-25", "2023-11-24", "2024-11-29"].compactMap(Day.init)
    let curve = try Self.curve { day in
      guard let place = fridays.firstIndex(of: day) else { return 10 }
      return [200, 200, 400][place]
    }
    let last = try #require(curve.yearOverYear.last)
    #expect(last.singular.isEmpty && last.leftOut.isEmpty)
    #expect(abs(last.ratio.value - 4030.0 / 3830) < 1e-9)
  }

  @Test func `a day that the calendar names counts`() throws {
    let day = try #require(Day("2025-02-11"))
    let sale = [CalendarEvent(day: day, name: "Sale", kind: "promotion")]
    let curve = try Self.curve({ $0 == day ? 300 : 10 }, calendar: sale)
    #expect(abs((curve.yearOverYear.last?.ratio.value ?? 0) - 3930.0 / 3640) < 1e-9)
    let outage = [CalendarEvent(day: day, name: "Site down", kind: "outage")]
    let other = try Self.curve({ $0 == day ? 300 : 10 }, calendar: outage)
    #expect(abs((other.yearOverYear.last?.ratio.value ?? 0) - 1) < 1e-9)
  }

  /// Each December sells four times as much, with its best day on another date.
  @Test(arguments: [
    ["2022-12-20", "2023-12-08", "2024-12-15"], ["2022-12-06", "2023-12-22", "2024-12-11"],
    ["2022-12-13", "2023-12-13", "2024-12-05"],
  ])
  func `the top of a past peak is the day that sold most`(best: [String]) throws {
    let tops = best.compactMap(Day.init)
    let curve = try Self.curve { day in
      let isDecember = day.month == 12 && (3...24).contains(day.dayOfMonth)
      return tops.contains(day) ? 75 : isDecember ? 40 + Double(day.number % 4) : 10
    }
    #expect(curve.peaks.map(\.top) == tops)
    #expect(Set(curve.peaks.map { $0.curveTop.anniversary(in: 2023) }).count == 1)
    for peak in curve.peaks { #expect(peak.start <= peak.top && peak.top <= peak.end) }
  }

  @Test func `of equal best days the one nearest to the curve's top is named`() throws {
    let curve = try Self.curve { day in
      let away = Double(abs(day.anniversary(in: 2023).days(since: Day(number: 19_705))))
      return away <= 12 ? 60 - (3 * away).rounded() : 10
    }
    #expect(curve.peaks.count == 3)
    for peak in curve.peaks { #expect(peak.top.anniversary(in: 2023).number == 19_705) }
  }
}
