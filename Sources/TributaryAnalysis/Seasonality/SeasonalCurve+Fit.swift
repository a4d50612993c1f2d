import Foundation
import TributaryModel

extension SeasonalCurve {
  /// Fits the year's curve to the history up to the as-of day.
  ///
  /// Nil below eight weeks of days with data, or when nothing was sold. `horizon`: coming days to
  /// expect, appended to `days` with no actual. Intervals hold 90%.
  public static func fitting(
    _ history: DemandHistory, calendar: [CalendarEvent] = [], asOf: Day, horizon: Int = 60
  ) -> SeasonalCurve? {
    guard let series = DemandSeries(history, asOf: asOf),
      let fit = SeasonalFit(series, calendar: calendar)
    else { return nil }
    let future = max(0, horizon)
    return SeasonalCurve(
      base: fit.base, weeks: fit.weeks, days: fit.days(horizon: future), peaks: fit.peaks,
      next: fit.next, yearOverYear: fit.yearOverYear, weekdays: fit.weekdays,
      years: Double(series.range.count) / 365.25, gaps: history.gaps.filter { $0.first <= asOf })
  }
}

/// The days that a fit may use, cleaned of what says nothing about demand.
struct DemandSeries {
  /// From the first day with data to the as-of day.
  let range: DayRange
  let values: [Day: Double]
  let censored: Set<Day>
  /// 1...7: at least 85% of their days in the last 26 weeks sold nothing, while others sold.
  let closedWeekdays: Set<Int>

  static let fewestDays = 56

  init?(_ history: DemandHistory, asOf: Day) {
    let values = history.values.filter { $0.key <= asOf && $0.value.isFinite && $0.value >= 0 }
    guard values.count >= DemandSeries.fewestDays, let first = values.keys.min() else { return nil }
    range = DayRange(first: first, last: asOf)
    self.values = values
    censored = history.censored
    closedWeekdays = ClosedWeekdays.among(
      DayRange(last: asOf, count: ClosedWeekdays.days).days.map { (day: $0, value: values[$0]) })
  }

  /// Days with data, in order, that speak of demand.
  var fitted: [(day: Day, value: Double)] {
    range.days.compactMap { day in
      guard let value = values[day], !censored.contains(day), isOpen(day) else { return nil }
      return (day, value)
    }
  }

  func isOpen(_ day: Day) -> Bool { !closedWeekdays.contains(day.weekday) }
}

/// Weekdays on which a shop is closed: at least 85% of theirs sold nothing, while others sold.
enum ClosedWeekdays {
  /// The last 26 weeks tell.
  static let days = 182

  /// 1...7; a weekday with fewer than four days of known value is open.
  static func among(_ values: some Sequence<(day: Day, value: Double?)>) -> Set<Int> {
    var zeros = [Double](repeating: 0, count: 8)
    var all = [Double](repeating: 0, count: 8)
    for one in values {
      guard let value = one.value else { continue }
      all[one.day.weekday] += 1
      zeros[one.day.weekday] += value == 0 ? 1 : 0
    }
    let shares = (1...7).map { all[$0] >= 4 ? zeros[$0] / all[$0] : 0 }
    guard (Quantiles.median(shares) ?? 0) < 0.5 else { return [] }
    return Set((1...7).filter { shares[$0 - 1] >= 0.85 })
  }
}
