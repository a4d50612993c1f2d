import TributaryModel

/// The planted stock-out: the leading category is gone for three days in the middle of a peak.
struct StockOut {
  let days: DayRange

  /// Who wanted the leading category and takes something else instead; the others are lost.
  static let substitutes = 0.15

  /// 24 to 26 October of the last Halloween before as-of.
  init(asOf: Day) {
    let thisYear = Day(year: asOf.year, month: 10, day: 24) ?? asOf
    let first =
      thisYear.adding(2) <= asOf
      ? thisYear : Day(year: asOf.year - 1, month: 10, day: 24) ?? asOf
    days = DayRange(first: first, last: first.adding(2))
  }
}
