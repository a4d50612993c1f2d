import Testing
import TributaryModel

@testable import TributaryAnalysis

@Suite struct SeasonSummaryTests {
  @Test(arguments: [(1.02, 0.98, true), (1.03, 0.97, false)])
  func `weekdays within five hundredths sell alike`(
    strength: Double, weakness: Double, areAlike: Bool
  ) {
    let days = SeasonSummary.Weekdays(strong: 5, weak: 7, strength: strength, weakness: weakness)
    #expect(days.areAlike == areAlike)
  }

  @Test(arguments: [
    (Interval(lower: 0.9, upper: 1.2), true), (Interval(lower: 1.01, upper: 1.2), false),
  ])
  func `years whose ratio may be one cannot be told apart`(range: Interval, isEven: Bool) {
    let years = SeasonalCurve.YearOverYear(to: Day(number: 20_771), ratio: Estimate(1.1, range))
    #expect(years.isEven == isEven)
  }

  @Test func `years without a range are told as they are`() {
    #expect(!SeasonalCurve.YearOverYear(to: Day(number: 20_771), ratio: Estimate(1.1)).isEven)
  }

  /// 728 days date the next peak.
  @Test(arguments: [(727, true), (728, false)])
  func `a history of two years is not short`(days: Int, isShort: Bool) {
    let curve = SeasonalCurve(
      base: 1, weeks: [], days: [], peaks: [], next: nil, yearOverYear: [], weekdays: [],
      years: Double(days) / 365.25)
    #expect(curve.isShort == isShort)
  }
}
