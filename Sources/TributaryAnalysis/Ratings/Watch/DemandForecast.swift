import Foundation
import TributaryModel

/// What a shop would have sold from a day on, had it gone on as in the four weeks before: those weeks'
/// level times what the seasonal curve expects, with the error that the same forecast made before.
///
/// ```
///  level = sold / expected over 28 days;  forecast of n days = level x expected over them
/// ```
/// The range is that of placebos: the forecast is made at one day of each week of the two years before,
/// and its errors' 5th and 95th percentile are taken as the range. It needs no model of chance, and holds
/// whatever makes this shop hard to foresee.
struct DemandForecast {
  /// Placebos that a range needs.
  static let fewest = 10
  private static let mostWeeks = 104

  private let days: [Day: SeasonalCurve.DemandDay]
  private let first: Day?

  /// - Parameter days: sold and expected, in any order; unknown days and censored ones are left out of
  ///   both sums.
  init(_ days: [SeasonalCurve.DemandDay]) {
    self.days = Dictionary(days.map { ($0.day, $0) }, uniquingKeysWith: { $1 })
    first = days.filter { $0.actual != nil }.map(\.day).min()
  }

  /// Sold and expected over some days; nil where fewer than half are known.
  private func sums(_ range: DayRange) -> (actual: Double, expected: Double)? {
    var (actual, expected, known) = (0.0, 0.0, 0)
    for place in 0..<range.count {
      guard let day = days[range.first.adding(place)], !day.isCensored, let sold = day.actual
      else { continue }
      actual += sold
      expected += day.expected
      known += 1
    }
    return known * 2 >= range.count && expected > 0 ? (actual, expected) : nil
  }

  /// Sold from a day on, and the forecast of it.
  func told(from day: Day, count: Int) -> (actual: Double, forecast: Double)? {
    guard let before = sums(DayRange(last: day.adding(-1), count: SpendChange.daysBefore)),
      let after = sums(DayRange(last: day.adding(count - 1), count: count))
    else { return nil }
    return (after.actual, before.actual / before.expected * after.expected)
  }

  /// By what the forecast of so many days was to be multiplied, with 90%, in the weeks before a day; nil
  /// with too few of them.
  func errors(before day: Day, count: Int) -> Interval? {
    guard let first else { return nil }
    var ratios: [Double] = []
    for week in 0..<DemandForecast.mostWeeks {
      let origin = day.adding(-count - 7 * week)
      guard origin.adding(-SpendChange.daysBefore) >= first else { break }
      guard let told = told(from: origin, count: count) else { continue }
      ratios.append((told.actual + 0.5) / (told.forecast + 0.5))
    }
    guard ratios.count >= DemandForecast.fewest, let lower = Quantiles.quantile(0.05, of: ratios),
      let upper = Quantiles.quantile(0.95, of: ratios)
    else { return nil }
    return Interval(lower: lower, upper: upper)
  }
}
