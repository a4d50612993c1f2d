import TributaryModel

extension SampleTable {
  static func spend(_ plan: SpendPlan) -> SampleTable {
    SampleTable(
      "spend.csv.gz", .spend, without: ["ad_group", "keyword"],
      rows: plan.rows.map { row in
        [
          row.day.description, row.campaign.platform.source, row.campaign.medium,
          row.campaign.name, row.campaign.id, row.campaign.host ?? "", "RUB", row.cost.roubles,
          String(row.impressions), String(row.clicks),
        ]
      })
  }

  static func searchQueries(_ plan: SearchQueryPlan) -> SampleTable {
    SampleTable(
      "search_queries.csv.gz", .searchQueries,
      rows: plan.rows.map { row in
        [
          row.day.description, row.query, row.campaign.name, row.campaign.id,
          String(row.impressions), String(row.clicks), row.cost.roubles, String(row.conversions),
        ]
      })
  }
}
