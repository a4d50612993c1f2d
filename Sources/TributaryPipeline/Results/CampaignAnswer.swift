import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// Campaigns over the days of the window that both spend and visits cover, with the nights before.
  ///
  /// - Parameters:
  ///   - coverage: all days that both cover; nil when there are none.
  ///   - demand: orders of the shop, sold and expected.
  ///   - askedCut: a part of a campaign's spend whose loss is worked out.
  func campaigns(
    _ coverage: DayRange?, _ paths: PathReading, _ pipeline: Pipeline,
    demand: [SeasonalCurve.DemandDay] = [], askedCut: Double? = nil
  ) throws(WarehouseError) -> CampaignReport {
    let ratings = pipeline.ratings
    let knowsCosts = try knowsCosts()
    let assumptions = RatingAssumptions(ratings, pipeline.currency, knowsCosts: knowsCosts)
    guard let coverage, let covered = coverage.overlap(window) else {
      return CampaignReport.rating(
        [], window: window, covered: nil, knowsCosts: knowsCosts, assumptions: assumptions)
    }
    let audit = try spendAudit(covered)
    let platforms = AdPlatforms(other: pipeline.channels.platforms)
    let campaigns = try campaignDays(platforms, sharers: audit.sharers)
    let latest = paths.sales.credits(in: covered)
    func facts(
      _ days: DayRange, _ credits: [String: [AttributionModel: Credit]],
      weeks: [String: [SpendResponse.Week]] = [:]
    ) -> [CampaignFacts] {
      let credits = credits.mapValues { models in
        models.mapValues { $0.worth(assumptions.worth) }
      }
      return campaigns.facts(in: days, credits: credits, weeks: weeks)
    }
    let earlier = CampaignReport.earlierWindows(of: window, history: coverage).map { window in
      let days = window.overlap(coverage) ?? window
      return RatedNight(
        day: window.last,
        campaigns: facts(days, paths.sales.credits(in: days, chainAsIn: latest)))
    }
    let ways = paths.ways.byCampaign()
    let rated = facts(covered, latest, weeks: try campaignWeeks(to: covered.last))
    var report = CampaignReport.rating(
      rated, window: window,
      covered: covered, history: coverage, earlier: earlier,
      knowsCosts: knowsCosts || assumptions.worth != .margin(share: 1), assumptions: assumptions,
      limits: BudgetLimits(ratings.budget, days: covered.count, pipeline.currency, platforms),
      cut: ratings.budget.cut, ways: ways, askedCut: askedCut, audit: audit)
    let soldByDay = try campaignSalesDays()
    report.watches = SpendWatch.watching(
      campaigns, last: covered.last, sales: soldByDay, assumptions: assumptions, demand: demand,
      declared: [DeclaredChange](ratings))
    report.details = CampaignDetails(
      weeks: CampaignDetails.weeks(campaigns, to: asOf, sales: soldByDay, coverage: coverage),
      paths: CampaignDetails.paths(campaigns, ways),
      entries: try campaignEntries())
    report.parts = CampaignReport.parts(
      of: rated, try campaignParts(covered), paths.parts, in: covered, assumptions)
    report.vatRates = pipeline.sources.filter { $0.kind == .spend }.map(\.vatRate)
    return report
  }

  /// What spend and visits say of the parts of campaigns.
  private func campaignParts(_ days: DayRange) throws(WarehouseError) -> CampaignPartFacts {
    let spent = try rows(.campaignPartSpend, days).map { row throws(WarehouseError) in
      CampaignPartFacts.Spent(
        campaign: try row.text("campaign_key"), adGroup: try row.text("ad_group"),
        keyword: try row.text("keyword"), city: try row.text("geodomain"),
        spend: try row.int64("spend"), clicks: try row.int("clicks"))
    }
    let seen = try rows(.campaignPartSessions, days).map { row throws(WarehouseError) in
      CampaignPartFacts.Seen(
        campaign: try row.text("campaign_key"), keyword: try row.text("keyword"),
        city: try row.text("geodomain"), sessions: try row.int("sessions"))
    }
    return CampaignPartFacts(spent, seen)
  }

  private func campaignEntries() throws(WarehouseError) -> [CampaignDetails.Entry] {
    var entries: [CampaignDetails.Entry] = []
    for row in try rows(.campaignEntries, window) {
      guard let kind = CampaignDetails.Entry.Kind(rawValue: try row.text("kind")) else { continue }
      entries.append(
        CampaignDetails.Entry(
          key: try row.text("campaign_key"), name: try row.text("name"), kind: kind,
          entry: try row.text("entry"), sessions: try row.int("sessions"),
          orders: try row.int("orders")))
    }
    return entries
  }

  private func campaignSalesDays() throws(WarehouseError) -> [String: [Day: Double]] {
    var sales: [String: [Day: Double]] = [:]
    for row in try rows(.campaignSalesDays, CampaignReport.watchedDays(of: window)) {
      guard let day = try row.day("day") else { continue }
      sales[try row.text("campaign_key"), default: [:]][day] = try row.double("conversions")
    }
    return sales
  }

  /// The campaigns that were seen in the days that are replayed or watched.
  private func campaignDays(
    _ platforms: AdPlatforms, sharers: Set<String>
  ) throws(WarehouseError) -> [CampaignDays] {
    var campaigns: [CampaignDays] = []
    for row in try rows(.campaignDays, CampaignReport.watchedDays(of: window)) {
      let key = try row.text("campaign_key")
      if campaigns.last?.key != key {
        let source = try row.text("source")
        campaigns.append(
          CampaignDays(
            key: key, name: try row.text("name"), source: source,
            medium: try row.text("medium"),
            type: CampaignType(rawValue: try row.text("type")) ?? .generic,
            platform: platforms.platform(of: source), isShared: sharers.contains(key)))
      }
      guard let day = try row.day("day") else { continue }
      campaigns[campaigns.count - 1].add(
        CampaignDays.Seen(
          day: day, spend: try row.int64("spend"), impressions: try row.int("impressions"),
          clicks: try row.int("clicks"), sessions: try row.int("sessions")))
    }
    return campaigns
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

  /// The days to the as-of day that spend and visits both cover; nil when there are none.
  func campaignCoverage() throws(WarehouseError) -> DayRange? {
    guard let row = try history(.campaignCoverage).first,
      let spend = try row.days("spend"), let sessions = try row.days("session")
    else { return nil }
    return spend.overlap(sessions)
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
