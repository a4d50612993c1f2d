import TributaryModel

extension CampaignReport {
  /// Rates every campaign of a window against its own kind.
  ///
  /// The facts hold what each campaign cost and brought on the covered days; see
  /// `CampaignEvidence` for the formula and `Grade` for the bars.
  public static func rating(
    _ campaigns: [CampaignFacts], window: DayRange, covered: DayRange?,
    spendWithoutSessions: Int64 = 0, sessionsWithoutSpend: Int = 0, macroNotReplaced: Int = 0,
    knowsCosts: Bool = true, audit: SpendAudit = SpendAudit()
  ) -> CampaignReport {
    let ratings = CampaignEvidence.gathering(campaigns).map(\.rating)
    return CampaignReport(
      window: window, covered: covered,
      ratings: ratings.sorted { left, right in
        left.facts.spend == right.facts.spend
          ? left.facts.key < right.facts.key : left.facts.spend > right.facts.spend
      },
      spendWithoutSessions: spendWithoutSessions, sessionsWithoutSpend: sessionsWithoutSpend,
      macroNotReplaced: macroNotReplaced, knowsCosts: knowsCosts, audit: audit)
  }
}
