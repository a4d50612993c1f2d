import TributaryModel

extension CampaignReport {
  /// Rates every campaign of a window against its own kind, and advises on its budget.
  ///
  /// The facts hold what each campaign cost and brought on the covered days; see
  /// `CampaignEvidence` for the formula and `Grade` for the bars. A campaign whose visits are not
  /// recognised gets no grade, and its kind learns nothing from it.
  ///
  /// - Parameters:
  ///   - limits: of the advice on budgets.
  ///   - cut: the share of spend that the plan of cuts alone saves.
  public static func rating(
    _ campaigns: [CampaignFacts], window: DayRange, covered: DayRange?,
    knowsCosts: Bool = true, assumptions: RatingAssumptions = .usual,
    limits: BudgetLimits = .usual, cut: Double = 0.2, audit: SpendAudit = SpendAudit()
  ) -> CampaignReport {
    let evidence = CampaignEvidence.gathering(campaigns.filter(\.isRecognised), assumptions)
    let rated = evidence.map { (evidence: $0, rating: $0.rating) }
    let planning = BudgetPlanning(
      campaigns: rated.filter { $0.rating.incrementalReturn != nil }.map {
        BudgetPlanning.Campaign($0.evidence, $0.rating, assumptions)
      })
    let move = planning.move(limits)
    let moves = Dictionary(
      uniqueKeysWithValues: (move?.moves ?? []).map { ($0.rating.facts.key, $0) })
    let ratings =
      rated.map { $0.rating.advised(by: moves[$0.rating.facts.key]) }
      + campaigns.filter { !$0.isRecognised }.map(CampaignRating.unrecognised)
    return CampaignReport(
      window: window, covered: covered,
      ratings: ratings.sorted { left, right in
        left.facts.spend == right.facts.spend
          ? left.facts.key < right.facts.key : left.facts.spend > right.facts.spend
      },
      knowsCosts: knowsCosts, assumptions: assumptions,
      budget: BudgetAdvice(move: move, cut: planning.cut(cut, limits)),
      audit: audit)
  }
}

extension CampaignRating {
  /// The same with the advice that the plan carries out: a campaign without a move is kept, whatever
  /// its grade would ask for.
  fileprivate func advised(by move: BudgetPlan.Move?) -> CampaignRating {
    guard [.stop, .cut, .keep, .raise].contains(advice), incrementalReturn != nil else {
      return self
    }
    var rating = self
    rating.advice = move?.advice ?? .keep
    return rating
  }
}
