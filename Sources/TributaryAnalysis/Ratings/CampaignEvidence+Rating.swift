import TributaryModel

extension CampaignRating {
  /// A campaign whose visits are not recognised: nothing is known of what it brought.
  static func unrecognised(_ facts: CampaignFacts) -> CampaignRating {
    CampaignRating(
      facts: facts, conversions: nil, costPerConversion: nil, returnOnAdSpend: nil,
      marginReturn: nil, incrementalReturn: nil, grade: nil, advice: .mend)
  }
}

extension CampaignEvidence {
  /// Fewer conversions of its own earn no campaign an A or B: the rest would be its kind's merit.
  static let fewestConversions = 3.0
  /// The longest run, in multiples of the present one, of which a verdict may be expected.
  static let longestRun = 256.0

  /// - Parameters:
  ///   - held: the letter of the night before.
  ///   - daysMissing: days until any letter is given; nil when enough are covered.
  ///   - days: that the facts are of.
  func rating(held: Grade?, daysMissing: Int?, days: Int) -> CampaignRating {
    let isEarly = daysMissing != nil
    var rating = rating(graded: isEarly ? .c : grade(held: held))
    guard let grade = rating.grade else { return rating }
    if grade == .c, !isEarly { rating.conversionsNeeded = conversionsNeeded }
    rating.daysNeeded =
      daysMissing ?? rating.conversionsNeeded.flatMap { self.days(until: $0, days) }
    rating.gradeIfHalf = isEarly ? nil : self.grade(factor: 0.5)
    rating.gradeIfDouble = isEarly ? nil : self.grade(factor: 2)
    return rating
  }

  /// With that letter, where money was spent, and nothing of what more data would say.
  func rating(graded letter: Grade) -> CampaignRating {
    let grade = facts.spend > 0 ? letter : nil
    let credited = credited
    let range = exposure > 0 ? credited.interval : nil
    return CampaignRating(
      facts: facts, conversions: estimate(range, per: exposure, observed: meanConversions),
      costPerConversion: costPerConversion(range), returnOnAdSpend: returnOnAdSpend(range),
      marginReturn: marginReturn(credited, range), incrementalReturn: incrementalReturn,
      grade: grade, advice: advice(grade))
  }

  /// Days until so many more conversions, at the present rate; nil without any.
  private func days(until needed: Int, _ days: Int) -> Int? {
    let present = max(meanConversions, credited.mean * exposure)
    guard present > 0 else { return nil }
    return Int((Double(needed) / present * Double(days)).rounded(.up))
  }

  /// The first bar that is cleared, best first, the firm E before D; C when none is. A brand campaign is
  /// never better than B: most of what it is credited with is only assumed not to be its own.
  func grade(
    scale: Double = 1, factor: Double = 1, at certainty: Double = Grade.certainty
  ) -> Grade {
    let hasOwn = meanConversions * scale >= CampaignEvidence.fewestConversions
    guard let high = probability(above: Grade.high, scale: scale, factor: factor),
      let even = probability(above: Grade.even, scale: scale, factor: factor),
      let low = probability(above: Grade.low, scale: scale, factor: factor)
    else { return .c }
    if high >= certainty { return hasOwn ? (facts.type == .brand ? .b : .a) : .c }
    if even >= certainty { return hasOwn ? .b : .c }
    if 1 - low >= certainty { return .e }
    return 1 - even >= certainty ? .d : .c
  }

  /// The letter, given that of the night before: it is kept while what it says is likelier than not,
  /// and no other is far surer.
  ///
  /// A first letter asks for `Grade.certainty`, a move to a letter for `Grade.moved`: what lies between
  /// is the rise and fall of chance. On shops where nothing changes (`GradeReplayTests`) a letter moves
  /// on 0.7% of nights, and without this on 5.9%.
  func grade(held: Grade?) -> Grade {
    guard let held else { return grade() }
    let moved = grade(at: Grade.moved)
    if held == .c || moved.isFirmer(than: held) { return moved }
    guard let certainty = certainty(of: held), certainty >= Grade.held,
      held > .c || meanConversions >= CampaignEvidence.fewestConversions - 1
    else { return moved }
    return held
  }

  /// The probability of what a letter says; nil for C and where there is no return.
  private func certainty(of grade: Grade) -> Double? {
    switch grade {
    case .a: probability(above: Grade.high)
    case .b: probability(above: Grade.even)
    case .c: nil
    case .d: probability(above: Grade.even).map { 1 - $0 }
    case .e: probability(above: Grade.low).map { 1 - $0 }
    }
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
    for _ in 0..<8 {
      let middle = (low + high) / 2
      if grade(scale: middle) == .c { low = middle } else { high = middle }
    }
    let present = max(meanConversions, credited.mean * exposure)
    return max(1, Int((present * (high - 1)).rounded(.up)))
  }

  /// A brand campaign is never told to take more money, for more of it meets no more people who look
  /// for the shop; nor is one that is ending, for what it earned belongs to a season that has passed.
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

  private func marginReturn(_ credited: CampaignPosterior, _ range: Interval?) -> Estimate? {
    guard facts.spend > 0 else { return nil }
    guard let returnPerRate else {
      return Estimate(facts.mean(\.margin, models) / Double(facts.spend))
    }
    return estimate(range, per: returnPerRate, observed: credited.mean * returnPerRate)
  }

  /// Nil where there is no margin that a rate could be of.
  private var incrementalReturn: Estimate? {
    returnPerRate.map { unit in
      let brought = brought()
      return estimate(brought.interval, per: unit, observed: brought.mean * unit)
    }
  }

  private func returnOnAdSpend(_ range: Interval?) -> Estimate? {
    guard facts.spend > 0 else { return nil }
    let observed = facts.mean(\.value, models) / Double(facts.spend)
    guard meanConversions > 0 else { return Estimate(observed) }
    let perConversion = facts.mean(\.value, models) / meanConversions
    return estimate(
      range, per: exposure * perConversion / Double(facts.spend), observed: observed)
  }

  private func costPerConversion(_ range: Interval?) -> Estimate? {
    guard meanConversions > 0 else { return nil }
    let observed = Double(facts.spend) / meanConversions
    guard facts.spend > 0, let range, range.lower > 0 else { return Estimate(observed) }
    return Estimate(
      observed,
      covering(
        observed,
        Interval(
          lower: Double(facts.spend) / (range.upper * exposure),
          upper: Double(facts.spend) / (range.lower * exposure))))
  }

  /// The value as counted, the range from the posteriors, stretched to hold the value: a campaign
  /// far from its kind is pulled to it, and the page must not show a count outside its range.
  private func estimate(_ range: Interval?, per unit: Double, observed: Double) -> Estimate {
    guard let range else { return Estimate(observed) }
    return Estimate(
      observed,
      covering(observed, range.scaled(by: unit)))
  }

  private func covering(_ value: Double, _ range: Interval) -> Interval {
    Interval(lower: min(range.lower, value), upper: max(range.upper, value))
  }
}
