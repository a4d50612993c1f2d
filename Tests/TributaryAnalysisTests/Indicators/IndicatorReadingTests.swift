import Testing
import TributaryAnalysis
import TributaryModel

struct IndicatorReadingTests {
  static let asOf = Day(number: 20_771)

  /// `count` days to the as-of day with a value for each.
  func history(
    _ name: Indicator.Name, count: Int, missing: Set<Day> = [], value: (Day) -> Double
  ) -> IndicatorHistory {
    let days = DayRange(last: Self.asOf, count: count).days.filter { !missing.contains($0) }
    return IndicatorHistory(
      name: name,
      numerators: Dictionary(uniqueKeysWithValues: days.map { ($0, value($0)) }),
      denominators: Dictionary(uniqueKeysWithValues: days.map { ($0, 1.0) }), present: Set(days))
  }

  /// By hand: 10 a day is 70 a week in every week.
  @Test func `the week is compared with the weeks of the past`() throws {
    let indicator = Indicator.reading(
      history(.revenue, count: 800) { $0 > Self.asOf.adding(-7) ? 20 : 10 }, asOf: Self.asOf)
    #expect(indicator.value == 140)
    #expect(indicator.lastWeek == 70)
    #expect(indicator.fourWeeksAgo == 70)
    #expect(indicator.lastYear == 70)
    #expect(indicator.expected?.value == 70)
    #expect(indicator.verdict == .above)
    #expect(indicator.history.count == 56)
    #expect(indicator.history.last == 2.0)
    #expect(indicator.missingDays == 0)
  }

  /// Twice as much as a year ago for months, and as expected from that.
  @Test func `growth over last year is part of what is expected`() throws {
    let indicator = Indicator.reading(
      history(.orders, count: 800) { $0 > Self.asOf.adding(-300) ? 20 : 10 }, asOf: Self.asOf)
    #expect(indicator.lastYear == 70)
    #expect(indicator.expected?.value == 140)
    #expect(indicator.verdict == .inside)
    // A count of 140 varies by chance: 140 x exp(1.6449 / sqrt(140)) = 160.9.
    #expect(indicator.expected?.interval.map { abs($0.upper - 160.9) < 0.1 } == true)
  }

  @Test func `a missing day makes the week incomplete, not low`() {
    let gap = Self.asOf.adding(-2)
    let indicator = Indicator.reading(
      history(.orders, count: 800, missing: [gap]) { _ in 10 }, asOf: Self.asOf)
    #expect(indicator.missingDays == 1)
    #expect(indicator.value == 60)
    #expect(indicator.verdict == .incomplete)
    #expect(indicator.history.last == .some(nil))
    #expect(indicator.lastWeek == 70)
  }

  @Test func `without a year of history there is no expectation`() {
    let indicator = Indicator.reading(history(.orders, count: 100) { _ in 10 }, asOf: Self.asOf)
    #expect(indicator.expected == nil)
    #expect(indicator.lastYear == nil)
    #expect(indicator.verdict == .tooLittle)
    #expect(indicator.value == 70)
  }

  @Test func `a source without days has no value`() {
    let indicator = Indicator.reading(
      IndicatorHistory(name: .calls, numerators: [:], present: []), asOf: Self.asOf)
    #expect(indicator.value == nil)
    #expect(indicator.missingDays == 7)
    #expect(indicator.verdict == .incomplete)
  }

  /// By hand: 2 of 40 on one day and 1 of 10 on another is 3 of 50, not the mean of 5% and 10%.
  @Test func `a ratio is formed from the sums of the week`() {
    let days = DayRange(last: Self.asOf, count: 7)
    let indicator = Indicator.reading(
      IndicatorHistory(
        name: .conversion, numerators: [Self.asOf: 2, Self.asOf.adding(-1): 1],
        denominators: [Self.asOf: 40, Self.asOf.adding(-1): 10], present: Set(days.days)),
      asOf: Self.asOf)
    #expect(indicator.value == 0.06)
    let idle = Indicator.reading(
      IndicatorHistory(name: .conversion, numerators: [:], present: Set(days.days)),
      asOf: Self.asOf)
    #expect(idle.value == nil)
    #expect(idle.verdict == .tooLittle)
  }

  /// The curve expects 5 a day and 50 a day in the last week; sales ran at twice the curve.
  @Test func `the seasonal curve says what a rising week should bring`() {
    let days = DayRange(last: Self.asOf, count: 120).days
    let expected = Dictionary(
      uniqueKeysWithValues: days.map { ($0, $0 > Self.asOf.adding(-7) ? 50.0 : 5) })
    let indicator = Indicator.reading(
      IndicatorHistory(
        name: .orders, numerators: expected.mapValues { 2 * $0 }, present: Set(days),
        expected: expected), asOf: Self.asOf)
    #expect(indicator.value == 700)
    #expect(indicator.expected?.value == 700)
    #expect(indicator.verdict == .inside)
  }

  @Test func `a halved week is below`() {
    let indicator = Indicator.reading(
      history(.orders, count: 800) { $0 > Self.asOf.adding(-7) ? 20 : 40 }, asOf: Self.asOf)
    #expect(indicator.verdict == .below)
  }
}
