import TributaryModel

extension SeasonalFit {
  /// Pairs of 364 days in which nine tenths of the days are known on both sides.
  ///
  /// Day stands against day: one that is unknown or singular leaves with its partner.
  var yearOverYear: [SeasonalCurve.YearOverYear] {
    var pairs: [SeasonalCurve.YearOverYear] = []
    var last = series.range.last
    while last.adding(-727) >= series.range.first {
      if let pair = pair(to: last) { pairs.append(pair) }
      last = last.adding(-364)
    }
    return pairs.reversed()
  }

  private func pair(to last: Day) -> SeasonalCurve.YearOverYear? {
    let year = DayRange(last: last, count: 364).days
    let days = year.filter { day in
      [day, day.adding(-364)].allSatisfy { series.values[$0] != nil && !singular.contains($0) }
    }
    let later = Total(self, days)
    let earlier = Total(self, days.map { $0.adding(-364) })
    guard days.count >= 328, later.actual > 0, earlier.actual > 0 else { return nil }
    let deviation = (later.logVariance + earlier.logVariance).squareRoot()
    let compared = Set(days)
    let others = year.filter { !compared.contains($0) }.flatMap { [$0, $0.adding(-364)] }
    return SeasonalCurve.YearOverYear(
      to: last, ratio: estimate(later.actual / earlier.actual, deviation: deviation),
      singular: others.filter { singular.contains($0) }.sorted(),
      leftOut: others.filter { series.values[$0].map { $0 > 0 } ?? false }.sorted())
  }
}
