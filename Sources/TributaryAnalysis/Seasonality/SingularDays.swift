import Foundation
import TributaryModel

/// Days that sold far more than the curve and chance explain, and that no other year repeats: an
/// import that filled one day, or a chance of a lifetime. Either says nothing about a year.
///
/// A day is singular when its excess over the curve is more than `share` of a year and more than
/// `deviations` standard deviations, the calendar names no event on it, and no such day stands
/// within a week of it 52 weeks earlier or later: Black Friday comes back.
/// Source: P. Huber, "Robust Statistics", 1981, for leaving such a day out; the bounds are the
/// house's own: a fiftieth of a year is what moves a comparison of years beyond its usual range.
enum SingularDays {
  /// Of the orders of 364 days.
  static let share = 1.0 / 50
  static let deviations = 6.0
  /// How far from 52 weeks a repeat may stand, in days.
  static let drift = 7

  static func finding(
    in series: DemandSeries, model: SeasonalModel, calendar: [CalendarEvent]
  ) -> Set<Day> {
    let days = series.fitted.map {
      (day: $0.day, value: $0.value, expected: exp(model.logExpected($0.day)))
    }
    guard !days.isEmpty else { return [] }
    let year = 364 * days.reduce(0) { $0 + $1.expected } / Double(days.count)
    let heavy = days.filter { one in
      let excess = one.value - one.expected
      return excess > share * year
        && excess > deviations * model.dispersion(one.expected).squareRoot()
    }.map(\.day)
    let named = Set(calendar.filter(\.bringsDemand).map(\.day))
    return Set(
      heavy.filter { day in
        !named.contains(day)
          && !heavy.contains { abs(abs($0.days(since: day)) - 364) <= drift }
      })
  }
}
