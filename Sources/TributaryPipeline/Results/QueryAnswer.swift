import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// What the search queries of the window say; nil without any.
  func queries(
    _ campaigns: CampaignReport, _ pipeline: Pipeline
  ) throws(WarehouseError) -> QueryReport? {
    var known: [[String]: QueryCampaign] = [:]
    let found = try rows(.searchQueryFacts, window).map { row throws(WarehouseError) in
      let (name, number) = (try row.text("campaign"), try row.text("campaign_id"))
      let campaign = known[[name, number]] ?? campaigns.campaign(named: name, number: number)
      known[[name, number]] = campaign
      return SearchQuery(
        text: try row.text("query"), campaign: campaign, clicks: try row.double("clicks"),
        cost: try row.int64("cost"), conversions: try row.optionalDouble("conversions"),
        everClicks: try row.double("ever_clicks"),
        everConversions: try row.optionalDouble("ever_conversions"))
    }
    guard found.contains(where: { $0.clicks > 0 || $0.cost != 0 }) else { return nil }
    let keywords = try rows(.keywordSales, window).map { row throws(WarehouseError) in
      KeywordSales(
        keyword: try row.text("keyword"), sales: try row.double("sales"),
        everAssisted: try row.double("ever_assisted"))
    }
    let stated: Int64? =
      if case .cost(let target) = campaigns.assumptions.worth { target } else { nil }
    return QueryReport.advising(
      found, keywords: keywords, window: window, target: stated ?? campaigns.marginPerSale,
      isTargetStated: stated != nil, protected: try protectedWords(pipeline),
      replayedFrom: try firstQueryDay())
  }

  private func firstQueryDay() throws(WarehouseError) -> Day? {
    let sql = "select min(date) as first from search_query where date <= ?1"
    return try warehouse.rows(sql, [.text(asOf.description)]).first?.day("first")
  }

  private func protectedWords(_ pipeline: Pipeline) throws(WarehouseError) -> ProtectedWords {
    let places = try warehouse.rows("select domain, city from geodomain")
    return ProtectedWords(
      names: [pipeline.title] + pipeline.channels.ownDomains
        + (try places.map { row throws(WarehouseError) in try row.text("domain") }),
      cities: try places.map { row throws(WarehouseError) in try row.text("city") })
  }
}
