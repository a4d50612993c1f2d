import Testing
import TributaryModel

@testable import TributaryAnalysis

/// A history that ends before the as-of day.
struct SeasonalFitEndingTests {
  private static let last = Day(year: 2022, month: 12, day: 31) ?? Day(number: 0)

  /// Three years of ten orders a day, forty in the first half of December.
  private static let steady = history { day in day.month == 12 && day.date.2 <= 15 ? 40 : 10 }

  /// Sells from 15 November to the end of the year, nothing else.
  private static let trees = history { day in
    day.month == 12 || day.month == 11 && day.date.2 >= 15 ? 20 : 0
  }

  private static func history(_ orders: (Day) -> Double) -> DemandHistory {
    let days = DayRange(last: last, count: 3 * 365).days
    return DemandHistory(
      values: Dictionary(uniqueKeysWithValues: days.map { ($0, orders($0)) }))
  }

  @Test(arguments: [29, 200, 885])
  func `nothing is forecast from orders that ended long ago`(days: Int) throws {
    let asOf = Self.last.adding(days)
    let curve = try #require(SeasonalCurve.fitting(Self.steady, asOf: asOf))
    #expect(curve.ended(before: asOf) == Self.last)
    #expect(curve.next == nil)
    #expect(curve.days.last?.day == Self.last)
    #expect(!curve.peaks.isEmpty)
  }

  @Test func `a short silence is bridged`() throws {
    let asOf = Self.last.adding(20)
    let curve = try #require(SeasonalCurve.fitting(Self.steady, asOf: asOf))
    #expect(curve.ended(before: asOf) == nil)
    #expect(curve.next != nil)
    #expect(curve.days.last?.day == asOf.adding(60))
  }

  /// From January to mid-November nothing was sold in any year; a year without a tree is an end.
  @Test(arguments: [(60, true), (300, true), (360, false)])
  func `a silence as of the year before is no end`(days: Int, goesOn: Bool) throws {
    let asOf = Self.last.adding(days)
    let curve = try #require(SeasonalCurve.fitting(Self.trees, asOf: asOf))
    #expect((curve.ended(before: asOf) == nil) == goesOn)
  }
}
