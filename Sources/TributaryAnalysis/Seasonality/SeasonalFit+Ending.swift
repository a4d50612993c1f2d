import TributaryModel

extension SeasonalFit {
  /// A shorter silence before the as-of day is bridged. Units: days.
  static let longestSilence = 28
  /// Orders of the same days a year before from which on a silence speaks of missing files: none
  /// where so many are usual has a chance of e^-6.
  static let fewestBefore = 6.0

  /// The last known day, when orders end so long before the as-of day that nothing is forecast from
  /// them; nil otherwise. Days that were as quiet a year before are no end.
  var ended: Day? {
    guard let last = series.values.keys.max(),
      series.range.last.days(since: last) > SeasonalFit.longestSilence
    else { return nil }
    let silence = DayRange(first: last.adding(1), last: series.range.last)
    let before = silence.days.reduce(0) { sum, day in
      let years = (day.days(since: last) + 363) / 364
      return sum + (series.values[day.adding(-364 * years)] ?? expected(day))
    }
    return before >= SeasonalFit.fewestBefore ? last : nil
  }
}

extension SeasonalCurve {
  /// The last day of orders that end long before the as-of day, after which nothing is forecast; nil
  /// when they do not.
  public func ended(before asOf: Day) -> Day? {
    days.last.flatMap { $0.day < asOf ? $0.day : nil }
  }
}
