import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// Campaigns over the days of the window that both spend and visits cover.
  func campaigns() throws(WarehouseError) -> CampaignReport {
    guard let covered = try campaignCoverage() else {
      return CampaignReport.rating(
        [], window: window, covered: nil, knowsCosts: try knowsCosts())
    }
    let credits = try campaignCredits(covered)
    let found = try rows(.campaignFacts, covered)
    var spend: Int64 = 0
    var weekSpend: Int64 = 0
    for row in found {
      spend += try row.int64("spend")
      weekSpend += try row.int64("week_spend")
    }
    let facts = try found.map { row throws(WarehouseError) in
      let key = try row.text("campaign_key")
      return CampaignFacts(
        key: key, name: try row.text("name"), source: try row.text("source"),
        medium: try row.text("medium"),
        type: CampaignType(rawValue: try row.text("type")) ?? .generic,
        spend: try row.int64("spend"), impressions: try row.int("impressions"),
        clicks: try row.int("clicks"), sessions: try row.int("sessions"),
        credits: credits[key] ?? [:],
        isEnding: isEnding(
          spend: try row.int64("spend"), weekSpend: try row.int64("week_spend"), of: spend,
          weekSpend))
    }
    let gaps = try rows(.campaignGaps, covered).first
    return CampaignReport.rating(
      facts, window: window, covered: covered,
      spendWithoutSessions: try gaps?.int64("spend_alone") ?? 0,
      sessionsWithoutSpend: try gaps?.int("sessions_alone") ?? 0,
      macroNotReplaced: try gaps?.int("macro_not_replaced") ?? 0,
      knowsCosts: try knowsCosts(),
      audit: try spendAudit(covered))
  }

  /// Whether a campaign's part of the last week's spend is under a third of its part of the whole:
  /// a season that ends for all ends for none by itself.
  private func isEnding(
    spend: Int64, weekSpend: Int64, of total: Int64, _ weekTotal: Int64
  ) -> Bool {
    guard spend > 0, total > 0, weekTotal > 0 else { return false }
    return Double(weekSpend) / Double(weekTotal) * 3 < Double(spend) / Double(total)
  }

  private func campaignCoverage() throws(WarehouseError) -> DayRange? {
    guard let row = try rows(.campaignCoverage, window).first,
      let first = try row.day("first_day"), let last = try row.day("last_day"), first <= last
    else { return nil }
    return DayRange(first: first, last: last)
  }

  private func campaignCredits(
    _ days: DayRange
  ) throws(WarehouseError) -> [String: [AttributionModel: CampaignCredit]] {
    var credits: [String: [AttributionModel: CampaignCredit]] = [:]
    for row in try rows(.campaignCredits, days) {
      guard let model = AttributionModel(rawValue: try row.text("model")) else { continue }
      credits[try row.text("campaign_key"), default: [:]][model] = try row.credit()
    }
    return credits
  }
}

extension Row {
  /// The columns `conversions`, `value` and `margin`.
  func credit() throws(WarehouseError) -> CampaignCredit {
    CampaignCredit(
      conversions: try double("conversions"), revenue: try int64("value"),
      margin: try int64("margin"))
  }
}
