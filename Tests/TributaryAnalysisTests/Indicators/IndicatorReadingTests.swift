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

  /// Ten orders a day for 800 days; of each day one is lost at once, one after 3 days, one after 10.
  private func cancelled(
    lostToday: Double = 1, undatedSince: Day? = nil
  ) -> IndicatorHistory {
    let days = DayRange(last: Self.asOf, count: 800).days
    var ripening: [Day: Ripening] = [:]
    for day in days {
      var lost = Ripening()
      let isUndated = undatedSince.map { day >= $0 } ?? false
      let atOnce = day > Self.asOf.adding(-7) ? lostToday : 1
      for (events, age) in [(atOnce, 0), (1, 3), (1, 10)]
      where day.adding(age) <= Self.asOf { lost.add(events, age: isUndated ? nil : age) }
      ripening[day] = lost
    }
    return IndicatorHistory(
      name: .cancelledShare, numerators: ripening.mapValues(\.all),
      denominators: Dictionary(uniqueKeysWithValues: days.map { ($0, 10.0) }), present: Set(days),
      ripening: ripening)
  }

  /// On the last day of a week 7 orders of 70 were lost at once, and 4 that are 3 days old and more.
  @Test func `a share that ripens is compared as it was known at the same age`() throws {
    let indicator = Indicator.reading(cancelled(), asOf: Self.asOf)
    for value in [
      indicator.value, indicator.lastWeek, indicator.fourWeeksAgo, indicator.lastYear,
      indicator.expected?.value,
    ] {
      #expect(abs(try #require(value) - 11.0 / 70) < 1e-12)
    }
    #expect(indicator.verdict == .inside)
  }

  @Test func `a share that ripens is above the usual when more is lost at the same age`() throws {
    let indicator = Indicator.reading(cancelled(lostToday: 2), asOf: Self.asOf)
    #expect(abs(try #require(indicator.value) - 18.0 / 70) < 1e-12)
    #expect(indicator.lastWeek.map { abs($0 - 11.0 / 70) < 1e-12 } == true)
    #expect(indicator.verdict == .above)
  }

  /// Undated losses count from the first day, so that this week has all it will have.
  @Test func `without dates a share that ripens is told, and compared with nothing`() throws {
    let indicator = Indicator.reading(
      cancelled(undatedSince: Self.asOf.adding(-799)), asOf: Self.asOf)
    #expect(abs(try #require(indicator.value) - 11.0 / 70) < 1e-12)
    #expect(indicator.lastWeek == nil && indicator.lastYear == nil && indicator.expected == nil)
    #expect(indicator.verdict == .undated)
    let late = Indicator.reading(cancelled(undatedSince: Self.asOf.adding(-6)), asOf: Self.asOf)
    #expect(late.lastWeek != nil && late.verdict == .undated)
  }

  /// 80% of the revenue has a cost in the last week, all of it before.
  @Test func `a margin of a part of the revenue is incomplete, not low`() {
    let days = DayRange(last: Self.asOf, count: 800).days
    func reading(_ known: Double) -> Indicator {
      Indicator.reading(
        IndicatorHistory(
          name: .margin, numerators: Dictionary(uniqueKeysWithValues: days.map { ($0, 40.0) }),
          present: Set(days),
          costed: Dictionary(
            uniqueKeysWithValues: days.map { day in
              let isLate = day > Self.asOf.adding(-7)
              return (day, IndicatorHistory.Costed(known: isLate ? known : 100, all: 100))
            })), asOf: Self.asOf)
    }
    #expect(reading(80).verdict == .incomplete)
    #expect(reading(80).costedShare == 0.8)
    #expect(reading(80).lastWeek == 280)
    #expect(reading(96).verdict == .inside)
    #expect(reading(100).costedShare == nil)
  }
}
