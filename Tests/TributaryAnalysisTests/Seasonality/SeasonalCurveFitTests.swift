import Foundation
import Testing
import TributaryAnalysis
import TributaryModel

struct SeasonalCurveFitTests {
  /// 26 months to 14 November 2026.
  static let asOf = Day(number: 20_771)
  static let range = DayRange(last: asOf, count: 791)
  static let calendar = [2024, 2025, 2026, 2027].flatMap { year in
    [
      Day(year: year, month: 10, day: 31).map { CalendarEvent(day: $0, name: "Halloween") },
      Day(year: year, month: 1, day: 1).map { CalendarEvent(day: $0, name: "New Year") },
    ].compactMap { $0 }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `planted peaks are found within three days and a fifth of their height`(seed: UInt64)
    throws
  {
    let history = PlantedDemand(range: Self.range).history(seed: seed)
    let curve = try #require(
      SeasonalCurve.fitting(history, calendar: Self.calendar, asOf: Self.asOf))
    let truth = [
      ("2024-10-30", 10.0), ("2024-12-27", 14), ("2025-10-30", 10), ("2025-12-27", 14),
      ("2026-10-30", 10),
    ]
    try #require(curve.peaks.count == truth.count)
    for (peak, (date, multiple)) in zip(curve.peaks, truth) {
      let top = try #require(Day(date))
      #expect(abs(peak.top.days(since: top)) <= 3)
      #expect(abs(peak.multiple.value / multiple - 1) < 0.2)
      #expect(peak.start < peak.top && peak.top < peak.end)
      #expect(peak.name == (multiple == 10 ? "Halloween" : "New Year"))
      let days = DayRange(first: peak.start, last: peak.end).days
      #expect(peak.total == days.reduce(0) { $0 + (history.values[$1] ?? 0) })
    }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `the next peak comes a year after the last one`(seed: UInt64) throws {
    let planted = PlantedDemand(range: Self.range)
    let curve = try #require(
      SeasonalCurve.fitting(
        planted.history(seed: seed), calendar: Self.calendar, asOf: Self.asOf))
    let next = try #require(curve.next)
    let top = try #require(Day("2026-12-27"))
    #expect(abs(next.top.days(since: top)) <= 3)
    // By hand: 1 + 13 x (1 + a / 28)^1.5 reaches 1.25 at a = -26: 1 December.
    #expect(abs(next.start.days(since: Self.asOf) - 17) <= 3)
    #expect(next.daysToTop == next.top.days(since: Self.asOf))
    #expect(next.daysToStart == next.start.days(since: Self.asOf))
    #expect(next.name == "New Year")
    #expect(next.expectedTop.interval?.contains(planted.mean(next.top)) == true)
    #expect(abs(curve.base / 7.57 - 1) < 0.06)
  }

  /// Weekday factors and growth of the planted truth; base weeks 100, the peak weeks far above.
  @Test func `weekdays, growth and weeks are recovered`() throws {
    let planted = PlantedDemand(range: Self.range)
    let curve = try #require(
      SeasonalCurve.fitting(planted.history(seed: 7), calendar: [], asOf: Self.asOf))
    for (found, truth) in zip(curve.weekdays, PlantedDemand.weekdays) {
      #expect(abs(found - truth) < 0.08)
    }
    #expect(curve.yearOverYear.count == 1)
    #expect(curve.yearOverYear.last?.ratio.interval?.contains(1.12) == true)
    #expect(curve.weeks.map(\.week) == Array(1...53))
    let quiet = curve.weeks.filter { (6...38).contains($0.week) }
    #expect(quiet.allSatisfy { abs($0.index.value - 100) < 20 })
    #expect(curve.weeks.first { $0.week == 52 }.map { $0.index.value > 700 } == true)
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `a flat series has no peak`(seed: UInt64) throws {
    var planted = PlantedDemand(range: Self.range)
    planted.hasPeaks = false
    let curve = try #require(
      SeasonalCurve.fitting(
        planted.history(seed: seed), calendar: Self.calendar, asOf: Self.asOf))
    #expect(curve.peaks.isEmpty)
    #expect(curve.next == nil)
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `a hill of two fifths is no peak`(seed: UInt64) throws {
    var planted = PlantedDemand(range: Self.range)
    planted.hill = 0.4
    let curve = try #require(
      SeasonalCurve.fitting(planted.history(seed: seed), asOf: Self.asOf))
    #expect(curve.peaks.map(\.top.month) == [10, 12, 10, 12, 10])
  }

  @Test func `a peak follows its movable event`() throws {
    let tops = ["2025-04-02", "2026-03-15", "2027-04-05"].compactMap(Day.init)
    var planted = PlantedDemand(range: Self.range)
    planted.hasPeaks = false
    var values = planted.history(seed: 11).values
    for top in tops {
      for away in -14...4 where top.adding(away) <= Self.asOf {
        let near = away <= 0 ? 1 + Double(away) / 15 : 1 - Double(away) / 5
        values[top.adding(away), default: 0] += (50 * near).rounded()
      }
    }
    let calendar = tops.map { CalendarEvent(day: $0.adding(2), name: "Feast", kind: "holiday") }
    let curve = try #require(
      SeasonalCurve.fitting(DemandHistory(values: values), calendar: calendar, asOf: Self.asOf))
    let next = try #require(curve.next)
    #expect(abs(next.top.days(since: tops[2])) <= 3)
    #expect(next.name == "Feast")
    #expect(curve.peaks.count == 2)
  }

  @Test func `gaps and stock-outs do not pull the curve down`() throws {
    var planted = PlantedDemand(range: Self.range)
    planted.hasPeaks = false
    let whole = planted.history(seed: 3)
    let gap = DayRange(first: Self.asOf.adding(-200), last: Self.asOf.adding(-180)).days
    let out = DayRange(first: Self.asOf.adding(-100), last: Self.asOf.adding(-80)).days
    var values = whole.values
    for day in gap { values[day] = nil }
    for day in out { values[day] = 0 }
    let history = DemandHistory(values: values, censored: Set(out))
    let curve = try #require(SeasonalCurve.fitting(history, asOf: Self.asOf))
    for day in curve.days where gap.contains(day.day) || out.contains(day.day) {
      #expect(day.expected > 6)
      #expect(day.isCensored == out.contains(day.day))
      #expect((day.actual == nil) == gap.contains(day.day))
    }
  }

  @Test func `a weekday without sales is closed and expects nothing`() throws {
    var planted = PlantedDemand(range: Self.range)
    planted.hasPeaks = false
    let values = planted.history(seed: 5).values.filter { _ in true }
    let closed = Dictionary(
      uniqueKeysWithValues: values.map { day, value in (day, day.weekday == 7 ? 0 : value) })
    let curve = try #require(
      SeasonalCurve.fitting(DemandHistory(values: closed), asOf: Self.asOf))
    #expect(curve.weekdays[6] == 0)
    #expect(abs(curve.weekdays.reduce(0, +) - 7) < 1e-9)
    #expect(curve.days.allSatisfy { ($0.expected == 0) == ($0.day.weekday == 7) })
  }

  @Test func `below two years there is no next peak, and weeks only where days are`() throws {
    let range = DayRange(last: Self.asOf, count: 120)
    let history = PlantedDemand(range: range).history(seed: 2)
    let curve = try #require(SeasonalCurve.fitting(history, asOf: Self.asOf))
    #expect(curve.next == nil)
    #expect(curve.yearOverYear.isEmpty)
    let known = Set(range.days.map(\.isoWeek.week))
    #expect(Set(curve.weeks.map(\.week)) == known)
    #expect(curve.peaks.count == 1)
  }

  @Test func `too little, nothing sold and the future give no curve`() {
    let short = DayRange(last: Self.asOf, count: 55)
    #expect(
      SeasonalCurve.fitting(PlantedDemand(range: short).history(seed: 1), asOf: Self.asOf) == nil)
    let zeros = Dictionary(uniqueKeysWithValues: Self.range.days.map { ($0, 0.0) })
    #expect(SeasonalCurve.fitting(DemandHistory(values: zeros), asOf: Self.asOf) == nil)
    #expect(SeasonalCurve.fitting(DemandHistory(values: [:]), asOf: Self.asOf) == nil)
    let later = PlantedDemand(range: Self.range).history(seed: 1)
    #expect(SeasonalCurve.fitting(later, asOf: Self.range.first.adding(-1)) == nil)
  }

  @Test func `the same history gives the same curve, with the horizon at its end`() throws {
    let history = PlantedDemand(range: Self.range).history(seed: 9)
    let first = try #require(SeasonalCurve.fitting(history, asOf: Self.asOf, horizon: 30))
    let second = try #require(SeasonalCurve.fitting(history, asOf: Self.asOf, horizon: 30))
    #expect(first == second)
    #expect(first.days.last?.day == Self.asOf.adding(30))
    #expect(first.days.suffix(30).allSatisfy { $0.actual == nil && $0.expected > 0 })
    #expect(first.days.count == Self.range.count + 30)
  }
}
