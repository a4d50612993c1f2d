import TributaryModel

extension CampaignReport {
  /// Rates every campaign of a window against its own kind.
  ///
  /// The facts hold what each campaign cost and brought on the covered days; see
  /// `CampaignEvidence` for the formula and `Grade` for the bars. A campaign whose visits are not
  /// recognised gets no grade, and its kind learns nothing from it.
  public static func rating(
    _ campaigns: [CampaignFacts], window: DayRange, covered: DayRange?,
    knowsCosts: Bool = true, assumptions: RatingAssumptions = .usual,
    audit: SpendAudit = SpendAudit()
  ) -> CampaignReport {
    let recognised = campaigns.filter(\.isRecognised)
    let ratings =
      CampaignEvidence.gathering(recognised, assumptions).map(\.rating)
      + campaigns.filter { !$0.isRecognised }.map(CampaignRating.unrecognised)
    return CampaignReport(
      window: window, covered: covered,
      ratings: ratings.sorted { left, right in
        left.facts.spend == right.facts.spend
          ? left.facts.key < right.facts.key : left.facts.spend > right.facts.spend
      },
      knowsCosts: knowsCosts, assumptions: assumptions, audit: audit)
  }
}
