import Foundation
import TributaryModel

extension SeasonalFit {
  /// Mean expected on the ordinary days of the last year.
  var base: Double {
    let days = index.ordinary.filter { $0 >= series.range.first }
    guard !days.isEmpty else { return 0 }
    return days.sorted().reduce(0) { $0 + expected($1) } / Double(days.count)
  }

  /// Weekday factors of mean 1, Monday first; 0 for a closed weekday.
  var weekdays: [Double] {
    let factors = (1...7).map { weekday in
      series.closedWeekdays.contains(weekday) ? 0 : exp(model.beta[weekday])
    }
    let mean = factors.reduce(0, +) / 7
    return factors.map { $0 / mean }
  }

  func days(horizon: Int) -> [SeasonalCurve.DemandDay] {
    let last = ended ?? series.range.last.adding(horizon)
    return DayRange(first: series.range.first, last: last).days.map { day in
      SeasonalCurve.DemandDay(
        day: day, actual: series.values[day], expected: expected(day),
        isCensored: series.censored.contains(day))
    }
  }

  /// The latest week of each number; only numbers of which the history has a day, and the week 53
  /// of the coming year, which the curve knows from the days around it.
  var weeks: [SeasonalCurve.WeekIndex] {
    let known = Set(series.values.keys.map(\.isoWeek.week))
    var mondays: [Int: Day] = [:]
    for back in 0..<53 {
      let monday = series.range.last.monday.adding(-7 * back)
      let week = monday.isoWeek.week
      if known.contains(week), mondays[week] == nil { mondays[week] = monday }
    }
    if mondays[53] == nil, known.contains(52), known.contains(1) {
      mondays[53] = (1...53).map { series.range.last.monday.adding(7 * $0) }
        .first { $0.isoWeek.week == 53 }
    }
    return mondays.sorted { $0.key < $1.key }.map { week, monday in
      let (value, deviation) = index.mean((0..<7).map { monday.adding($0) })
      return SeasonalCurve.WeekIndex(
        week: week, index: estimate(100 * value, deviation: deviation))
    }
  }

  /// A value with a log-normal interval of 90%.
  func estimate(_ value: Double, deviation: Double) -> Estimate {
    let reach = exp(NormalDistribution.quantile(0.95) * deviation)
    return Estimate(value, Interval(lower: value / reach, upper: value * reach))
  }

  /// What was sold and expected on the known days among some days.
  struct Total {
    let days: Int
    let actual: Double
    let expected: Double
    /// Variance of log actual, from the dispersion of single days.
    let logVariance: Double

    init(_ fit: SeasonalFit, _ days: [Day]) {
      let known = days.filter { fit.series.values[$0] != nil }
      let means = known.map { fit.expected($0) }
      let expected = means.reduce(0, +)
      self.days = known.count
      actual = known.reduce(0) { $0 + (fit.series.values[$1] ?? 0) }
      self.expected = expected
      let variance = means.reduce(0) { $0 + fit.model.dispersion($1) }
      logVariance = expected > 0 ? variance / (expected * expected) : 0
    }
  }
}
