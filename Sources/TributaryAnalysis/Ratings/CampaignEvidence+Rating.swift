import TributaryModel

extension CampaignRating {
  /// A campaign whose visits are not recognised: nothing is known of what it brought.
  static func unrecognised(_ facts: CampaignFacts) -> CampaignRating {
    CampaignRating(
      facts: facts, conversions: nil, costPerConversion: nil, returnOnAdSpend: nil,
      marginReturn: nil, grade: nil, conversionsNeeded: nil, advice: .mend)
  }
}

extension CampaignEvidence {
  /// Fewer conversions of its own earn no campaign an A or B: the rest would be its kind's merit.
  static let fewestConversions = 3.0
  /// The longest run, in multiples of the present one, of which a verdict may be expected.
  static let longestRun = 256.0

  var rating: CampaignRating {
    let grade = facts.spend > 0 ? grade() : nil
    let conversions = estimate(per: exposure, observed: meanConversions)
    return CampaignRating(
      facts: facts, conversions: conversions, costPerConversion: costPerConversion,
      returnOnAdSpend: returnOnAdSpend, marginReturn: marginReturn, grade: grade,
      conversionsNeeded: grade == .c ? conversionsNeeded : nil, advice: advice(grade))
  }

  /// The first bar that is cleared, best first, the firm E before D; C when none is.
  func grade(scale: Double = 1) -> Grade {
    let hasOwn = meanConversions * scale >= CampaignEvidence.fewestConversions
    guard let high = probability(above: Grade.high, scale: scale),
      let even = probability(above: Grade.even, scale: scale),
      let low = probability(above: Grade.low, scale: scale)
    else { return .c }
    if high >= Grade.certainty { return hasOwn ? .a : .c }
    if even >= Grade.certainty { return hasOwn ? .b : .c }
    if 1 - low >= Grade.certainty { return .e }
    return 1 - even >= Grade.certainty ? .d : .c
  }

  /// Conversions to come until the same rates would give another grade than C.
  ///
  /// Nil when even a run of `longestRun` times the present one would not settle it, because R lies
  /// too near to 1 or the models disagree.
  var conversionsNeeded: Int? {
    var low = 1.0
    var high = 2.0
    while grade(scale: high) == .c {
      low = high
      high *= 2
      if high > CampaignEvidence.longestRun { return nil }
    }
    for _ in 0..<20 {
      let middle = (low + high) / 2
      if grade(scale: middle) == .c { low = middle } else { high = middle }
    }
    let present = max(meanConversions, posteriors().mixtureMean * exposure)
    return max(1, Int((present * (high - 1)).rounded(.up)))
  }

  /// A brand campaign is never told to take more money, for its R is only an upper bound; nor is
  /// one that is ending, for what it earned belongs to a season that has passed.
  func advice(_ grade: Grade?) -> CampaignAdvice {
    switch grade {
    case .a: facts.type == .brand || facts.isEnding ? .keep : .raise
    case .b, nil: .keep
    case .c: .wait
    case .d: .cut
    case .e: .stop
    }
  }

  private var meanConversions: Double { facts.meanConversions(models) }

  private var marginReturn: Estimate? {
    guard facts.spend > 0 else { return nil }
    guard let returnPerRate else {
      return Estimate(facts.mean(\.margin, models) / Double(facts.spend))
    }
    return estimate(per: returnPerRate, observed: posteriors().mixtureMean * returnPerRate)
  }

  private var returnOnAdSpend: Estimate? {
    guard facts.spend > 0 else { return nil }
    let observed = facts.mean(\.value, models) / Double(facts.spend)
    guard meanConversions > 0, exposure > 0 else { return Estimate(observed) }
    let perConversion = facts.mean(\.value, models) / meanConversions
    return estimate(per: exposure * perConversion / Double(facts.spend), observed: observed)
  }

  private var costPerConversion: Estimate? {
    guard meanConversions > 0 else { return nil }
    let observed = Double(facts.spend) / meanConversions
    guard facts.spend > 0, exposure > 0 else { return Estimate(observed) }
    let range = interval(per: exposure)
    guard range.lower > 0 else { return Estimate(observed) }
    return Estimate(
      observed,
      covering(
        observed,
        Interval(
          lower: Double(facts.spend) / range.upper, upper: Double(facts.spend) / range.lower)))
  }

  /// The value as counted, the range from the posteriors, stretched to hold the value: a campaign
  /// far from its kind is pulled to it, and the page must not show a count outside its range.
  private func estimate(per unit: Double, observed: Double) -> Estimate {
    guard exposure > 0 else { return Estimate(observed) }
    return Estimate(observed, covering(observed, interval(per: unit)))
  }

  private func covering(_ value: Double, _ range: Interval) -> Interval {
    Interval(lower: min(range.lower, value), upper: max(range.upper, value))
  }

  private func interval(per unit: Double) -> Interval {
    let mixture = posteriors()
    return Interval(lower: mixture.quantile(0.05) * unit, upper: mixture.quantile(0.95) * unit)
  }
}
