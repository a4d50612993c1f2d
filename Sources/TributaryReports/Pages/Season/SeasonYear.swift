import TributaryAnalysis
import TributaryModel

/// The weekly curve laid on a year of days that starts in the quietest month, so that no peak is
/// cut in two.
struct SeasonYear: Sendable {
  /// Monday of the first week.
  let first: Day
  /// 100 is an ordinary day; nil where the curve has no such week.
  let weeks: [Estimate?]

  /// The year of 52 weeks that holds the as-of day.
  init(_ curve: SeasonalCurve, asOf: Day) {
    let start = SeasonYear.start(curve, asOf: asOf)
    let byWeek = Dictionary(curve.weeks.map { ($0.week, $0.index) }) { first, _ in first }
    first = start
    weeks = (0..<53).map { byWeek[start.adding($0 * 7).isoWeek.week] }
  }

  var days: DayRange { DayRange(first: first, last: first.adding(52 * 7)) }

  func monday(_ index: Int) -> Day { first.adding(index * 7) }

  /// The latest Monday at the start of the quietest month that is not after the as-of day.
  private static func start(_ curve: SeasonalCurve, asOf: Day) -> Day {
    var sums = [Int: (total: Double, count: Double)]()
    for week in curve.weeks {
      guard let monday = monday(ofWeek: week.week, year: asOf.year) else { continue }
      let month = monday.adding(3).month
      let sum = sums[month] ?? (0, 0)
      sums[month] = (sum.total + week.index.value, sum.count + 1)
    }
    let means = sums.map { (month: $0.key, mean: $0.value.total / $0.value.count) }
    let quiet = means.min { ($0.mean, $0.month) < ($1.mean, $1.month) }?.month ?? 1
    let starts = [asOf.year, asOf.year - 1].compactMap { year in
      Day(year: year, month: quiet, day: 4)?.monday
    }
    return starts.first { $0 <= asOf } ?? asOf.adding(-182).monday
  }

  private static func monday(ofWeek week: Int, year: Int) -> Day? {
    Day(year: year, month: 1, day: 4)?.monday.adding((week - 1) * 7)
  }
}
