import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// Campaigns over the days of the window that both spend and visits cover.
  ///
  /// - Parameter covered: those days; nil when there are none.
  func campaigns(
    _ covered: DayRange?, _ sales: SaleAttribution, _ pipeline: Pipeline
  ) throws(WarehouseError) -> CampaignReport {
    let ratings = pipeline.ratings
    let knowsCosts = try knowsCosts()
    let assumptions = RatingAssumptions(ratings)
    guard let covered else {
      return CampaignReport.rating(
        [], window: window, covered: nil, knowsCosts: knowsCosts, assumptions: assumptions)
    }
    let margin = knowsCosts ? 1 : ratings.margin ?? 1
    let credits = sales.credits(in: covered).mapValues { models in
      models.mapValues { $0.withMargin(share: margin) }
    }
    let audit = try spendAudit(covered)
    let weeks = try campaignWeeks(to: covered.last)
    let platforms = AdPlatforms(other: pipeline.channels.platforms)
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
        isEnding: CampaignFacts.isEnding(
          spend: try row.int64("spend"), weekSpend: try row.int64("week_spend"), of: spend,
          weekTotal: weekSpend),
        isShared: audit.sharers.contains(key),
        platform: platforms.platform(of: try row.text("source")), weeks: weeks[key] ?? [])
    }
    return CampaignReport.rating(
      facts, window: window, covered: covered, knowsCosts: knowsCosts || ratings.margin != nil,
      assumptions: assumptions,
      limits: BudgetLimits(ratings.budget, days: covered.count, pipeline.currency, platforms),
      cut: ratings.budget.cut, audit: audit)
  }

  /// The spend and sales of each campaign in the 26 weeks to a day, by its key.
  private func campaignWeeks(
    to last: Day
  ) throws(WarehouseError) -> [String: [SpendResponse.Week]] {
    let found = try rows(.campaignWeeks, DayRange(last: last, count: 26 * 7))
    var demand: [Int64: Double] = [:]
    for row in found { demand[try row.int64("week")] = Double(try row.int64("all_sales")) }
    let usual = max(1, demand.values.sorted().reduce(0, +) / Double(max(1, demand.count)))
    var weeks: [String: [SpendResponse.Week]] = [:]
    for row in found {
      weeks[try row.text("campaign_key"), default: []].append(
        SpendResponse.Week(
          spend: try row.int64("spend"), sales: try row.double("sales"),
          demand: (demand[try row.int64("week")] ?? 0) / usual))
    }
    return weeks
  }

  /// The days of the window that spend and visits both cover; nil when there are none.
  func campaignCoverage() throws(WarehouseError) -> DayRange? {
    guard let row = try history(.campaignCoverage).first,
      let spend = try row.days("spend"), let sessions = try row.days("session")
    else { return nil }
    return window.overlap(spend)?.overlap(sessions)
  }
}

extension Row {
  /// The columns `..._first` and `..._last`; nil unless both hold days.
  fileprivate func days(_ name: String) throws(WarehouseError) -> DayRange? {
    guard let first = try day(name + "_first"), let last = try day(name + "_last") else {
      return nil
    }
    return DayRange(first: first, last: last)
  }

  /// The columns `conversions`, `value` and `margin`.
  func credit() throws(WarehouseError) -> Credit {
    Credit(
      conversions: Estimate(try double("conversions")), value: try int64("value"),
      margin: try int64("margin"))
  }
}
