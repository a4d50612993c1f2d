import TributaryModel

extension GeodomainComparison {
  /// The share of the verdicts "above" and "below" that may be false.
  public static let falseFindings = 0.1

  /// Compares every city with all the others, and judges the openings in the history.
  ///
  /// `weeks`: whole weeks of orders of every city up to the as-of day, for the openings; weeks with
  /// a day of `gaps`, whose orders are missing, are left out.
  public static func comparing(
    _ facts: [GeodomainFacts], weeks: [GeodomainWeeks] = [], gaps: [DayRange] = [],
    window: DayRange
  ) -> GeodomainComparison {
    let visits = facts.map(\.trials)
    let orders = facts.map(\.webOrders)
    let shares = ShareModel(successes: orders, trials: visits)
    let perVisit = verdicts(counts: orders, exposures: visits.map(Double.init))
    let exposures = facts.map(\.exposure)
    let heads = GammaPrior(counts: facts.map { Double($0.orders) }, exposures: exposures)
    let perHead = verdicts(counts: facts.map(\.orders), exposures: exposures)
    let open = facts.filter { $0.openDays > 0 }
    let revenue = open.reduce(0) { $0 + Double($1.revenue) }
    let ratings = facts.indices.map { index in
      GeodomainRating(
        facts: facts[index], perVisit: shares.estimate(index),
        perHead: heads.flatMap { estimate(facts[index].orders, exposures[index], $0) },
        perVisitVerdict: perVisit[index], perHeadVerdict: perHead[index],
        revenueShare: facts[index].openDays > 0 && revenue > 0
          ? Double(facts[index].revenue) / revenue : nil)
    }
    return GeodomainComparison(
      window: window,
      ratings: ratings.sorted { left, right in
        left.facts.revenue == right.facts.revenue
          ? left.facts.domain < right.facts.domain : left.facts.revenue > right.facts.revenue
      },
      perVisit: ratio(orders, visits.map(Double.init)),
      perHead: ratio(facts.map(\.orders), exposures),
      launches: LaunchJudgement(weeks: weeks, gaps: gaps).launches)
  }

  /// Each against the sum of the others: exact test, then Benjamini-Hochberg over all cities that
  /// could be tested. Counts without exposure are nobody's.
  static func verdicts(counts all: [Int], exposures: [Double]) -> [GeodomainVerdict] {
    let counts = zip(all, exposures).map { $1 > 0 ? $0 : 0 }
    let count = counts.reduce(0, +)
    let exposure = exposures.reduce(0, +)
    let tested = exposures.indices.filter { exposures[$0] > 0 && exposures[$0] < exposure }
    let probabilities = tested.map { index in
      BinomialTest.probability(
        count: counts[index], exposure: exposures[index], others: count - counts[index],
        otherExposure: exposure - exposures[index])
    }
    var verdicts = [GeodomainVerdict](repeating: .cannotTell, count: counts.count)
    for (index, isFinding) in zip(
      tested, BinomialTest.findings(probabilities, rate: falseFindings)) where isFinding
    {
      let others = Double(count - counts[index]) / (exposure - exposures[index])
      verdicts[index] = Double(counts[index]) / exposures[index] > others ? .above : .below
    }
    return verdicts
  }

  private static func estimate(_ count: Int, _ exposure: Double, _ prior: GammaPrior)
    -> Estimate?
  {
    guard exposure > 0 else { return nil }
    let after = prior.posterior(count: Double(count), exposure: exposure)
    return Estimate(after.mean, .gamma(shape: after.shape, rate: after.rate))
  }

  /// Counts without exposure are left out on both sides.
  private static func ratio(_ counts: [Int], _ exposures: [Double]) -> Double? {
    let exposed = zip(counts, exposures).filter { $0.1 > 0 }
    let exposure = exposed.reduce(0) { $0 + $1.1 }
    return exposure > 0 ? Double(exposed.reduce(0) { $0 + $1.0 }) / exposure : nil
  }
}

extension GeodomainFacts {
  /// Visits, at least one for each web order: an order may come without a logged visit.
  fileprivate var trials: Int { visits > 0 ? max(visits, webOrders) : 0 }

  /// Units: 100,000 people through 28 open days.
  fileprivate var exposure: Double {
    Double(max(0, population ?? 0)) / 100_000 * Double(max(0, openDays)) / 28
  }
}
