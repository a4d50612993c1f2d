import TributaryModel

extension SpendAudit {
  /// Campaigns whose spend and visits do not meet, most money at risk first.
  public static let results = ResultTable<Row>(
    "campaign_audit", grain: "campaign whose spend and visits do not meet",
    [
      .text("campaign_key", isKey: true, "'' for visits with a macro") { $0.campaign.key },
      .text("name", isKey: true, "of the campaign") { $0.campaign.name },
      .text("source", isKey: true, "as in spend") { $0.campaign.source },
      .text("medium", isKey: true, "as in spend") { $0.campaign.medium },
      .text(
        "finding", isKey: true, "spend-alone, few-sessions, sessions-alone or macro-not-replaced"
      ) { $0.finding.rawValue },
      .money("at_risk", "spend that no visit answers for") { $0.atRisk },
      .money("spend", "of the days that spend and visits both cover") { $0.campaign.spend },
      .count("clicks", "as the platform counts") { $0.campaign.clicks },
      .count("sessions", "visits that carry the campaign") { $0.campaign.sessions },
    ])
}
