import Foundation
import TributaryModel

/// An indicator over seven days, for any last day, beside what was to be expected.
///
/// Expected of a window: what the seasonal curve gives for its seven days, or else the same window
/// 364 days earlier (52 weeks, so weekdays match); either times the level of the 28 days that end
/// before the window against their own expectation. The usual range is a log-normal band of 90%
/// around it: its spread is the larger of what the last eight weeks showed and, for counts, what
/// chance alone does to a Poisson count. A share that ripens is read of each week as known on its last
/// day.
struct TrailingWeeks {
  let history: IndicatorHistory
  let asOf: Day

  /// Days in `Indicator.history`.
  static let historyDays = 56
  /// Days behind the level; at least half of them must be known on both sides.
  static let levelDays = 28
  /// A margin of less of the revenue is not compared: it would look like a fall.
  static let leastCosted = 0.95
  /// Shares that ripen are not compared where more of their events have no date.
  static let mostUndated = 0.05

  var indicator: Indicator {
    let missing = missingDays(to: asOf)
    let value = missing == 7 ? nil : sum(week(to: asOf), to: asOf)
    let past = (0..<TrailingWeeks.historyDays).reversed().map { back in
      ratio(to: asOf.adding(-back))
    }
    let expected = expectation(to: asOf).map { band(around: $0, past: past) }
    return Indicator(
      name: history.name, value: value, lastWeek: whole(to: asOf.adding(-7)),
      fourWeeksAgo: whole(to: asOf.adding(-28)), lastYear: whole(to: asOf.adding(-364)),
      expected: expected, verdict: verdict(value, expected, missing: missing), history: past,
      missingDays: missing,
      costedShare: costedShare(week(to: asOf)).flatMap { $0 < 0.995 ? $0 : nil },
      open: history.open)
  }

  private func verdict(_ value: Double?, _ expected: Estimate?, missing: Int)
    -> Indicator.Verdict
  {
    guard missing == 0, isCosted(week(to: asOf)) else { return .incomplete }
    guard isDated(week(to: asOf)) else { return .undated }
    guard let value, let range = expected?.interval else { return .tooLittle }
    if value > range.upper { return .above }
    return value < range.lower ? .below : .inside
  }

  /// The median absolute deviation is a robust spread: 1.4826 of it is the sd of a normal.
  private func band(around expected: Double, past: [Double?]) -> Estimate {
    // The last week is under judgement, so it has no say in what is usual.
    let logs = past.dropLast(7).compactMap { $0 }.filter { $0 > 0 }.map { log($0) }
    guard expected > 0, logs.count >= 21,
      let deviation = Quantiles.median(logs.map { abs($0) })
    else { return Estimate(expected) }
    var variance = (1.4826 * deviation) * (1.4826 * deviation)
    if history.name.unit == .count { variance = max(variance, 1 / expected) }
    let reach = exp(NormalDistribution.quantile(0.95) * variance.squareRoot())
    return Estimate(expected, Interval(lower: expected / reach, upper: expected * reach))
  }

  /// Actual over expected of the week to that day; nil when either is unknown.
  private func ratio(to day: Day) -> Double? {
    guard let actual = whole(to: day), let expected = expectation(to: day), expected > 0 else {
      return nil
    }
    return actual / expected
  }

  private func expectation(to day: Day) -> Double? {
    guard let shape = shape(DayRange(last: day, count: 7)) else { return nil }
    let before = DayRange(last: day.adding(-7), count: TrailingWeeks.levelDays).days
    let known = before.filter { history.present.contains($0) && hasShape($0) }
    guard known.count >= TrailingWeeks.levelDays / 2, let usual = shapeSum(known, to: day),
      usual > 0,
      isDated(known), let recent = sum(known, to: day)
    else { return nil }
    return shape * recent / usual
  }

  /// The expectation before the level: from the curve, else from a year earlier.
  private func shape(_ range: DayRange) -> Double? {
    range.days.allSatisfy(hasShape) ? shapeSum(range.days, to: range.last) : nil
  }

  private func hasShape(_ day: Day) -> Bool {
    usesCurve ? history.expected[day] != nil : history.present.contains(day.adding(-364))
  }

  private func shapeSum(_ days: [Day], to last: Day) -> Double? {
    guard !usesCurve else { return days.reduce(0) { $0 + (history.expected[$1] ?? 0) } }
    let before = days.map { $0.adding(-364) }
    return isDated(before) ? sum(before, to: last.adding(-364)) : nil
  }

  /// A curve of one sum says nothing about the quotient of two.
  private var usesCurve: Bool { !history.expected.isEmpty && !history.name.isRatio }

  private func week(to day: Day) -> [Day] { DayRange(last: day, count: 7).days }

  private func missingDays(to day: Day) -> Int {
    week(to: day).count { !history.present.contains($0) }
  }

  /// The week's figure when all its days are known: a part of a week would look like a fall.
  private func whole(to day: Day) -> Double? {
    missingDays(to: day) == 0 && isCosted(week(to: day)) && isDated(week(to: day))
      ? sum(week(to: day), to: day) : nil
  }

  private func isCosted(_ days: [Day]) -> Bool {
    (costedShare(days) ?? 1) >= TrailingWeeks.leastCosted
  }

  /// Nil without revenue, and for all but margins.
  private func costedShare(_ days: [Day]) -> Double? {
    let parts = days.compactMap { history.costed[$0] }
    let all = parts.reduce(0) { $0 + $1.all }
    return all > 0 ? parts.reduce(0) { $0 + $1.known } / all : nil
  }

  private func isDated(_ days: [Day]) -> Bool {
    guard let ripening = history.ripening else { return true }
    let parts = days.compactMap { ripening[$0] }
    return parts.reduce(0) { $0 + $1.undated }
      <= TrailingWeeks.mostUndated * parts.reduce(0) { $0 + $1.all }
  }

  /// Of a share that ripens: as known on the last day of the day's week, where weeks end with `last`.
  private func numerator(_ day: Day, to last: Day) -> Double {
    guard let ripening = history.ripening else { return history.numerators[day] ?? 0 }
    let age = ((last.number - day.number) % 7 + 7) % 7
    return ripening[day]?.known(after: age) ?? 0
  }

  /// Over the days that are present; nil for a ratio whose denominators add up to nothing.
  private func sum(_ days: [Day], to last: Day) -> Double? {
    let known = days.filter { history.present.contains($0) }
    let numerator = known.reduce(0) { $0 + self.numerator($1, to: last) }
    guard history.name.isRatio else { return numerator }
    let denominator = known.reduce(0) { $0 + (history.denominators[$1] ?? 0) }
    return denominator > 0 ? numerator / denominator : nil
  }
}

extension Indicator {
  /// Reads one indicator on the as-of day.
  public static func reading(_ history: IndicatorHistory, asOf: Day) -> Indicator {
    TrailingWeeks(history: history, asOf: asOf).indicator
  }
}
