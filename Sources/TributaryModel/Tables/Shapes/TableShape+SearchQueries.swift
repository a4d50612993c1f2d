extension TableShape {
  /// Canonical columns of `search_queries`.
  public static let searchQueries = TableShape(
    kind: .searchQueries, table: "search_query", dayColumn: "date", merge: .sumWithinFile,
    columns: [
      Column("date", .day, required: true, key: true, "The day of the searches."),
      Column("query", .text, required: true, key: true, "What people typed."),
      Column("campaign", .text, key: true, "Name of the campaign."),
      Column("campaign_id", .text, key: true, "The platform's number of the campaign."),
      Column("impressions", .integer, "How often the advertisement was shown."),
      Column("clicks", .integer, "How often it was clicked."),
      Column("cost", .money, "What it cost."),
      Column("conversions", .real, "Conversions that the platform claims."),
    ])
}
