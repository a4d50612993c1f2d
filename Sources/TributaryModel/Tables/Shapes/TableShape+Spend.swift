extension TableShape {
  /// Canonical columns of `spend`.
  public static let spend = TableShape(
    kind: .spend, table: "spend", dayColumn: "date", merge: .sumByFile,
    columns: [
      Column("date", .day, required: true, key: true, "The day the money was spent."),
      Column("source", .text, key: true, "utm_source of the advertisement."),
      Column("medium", .text, key: true, "utm_medium of the advertisement."),
      Column("campaign", .text, key: true, "Name of the campaign."),
      Column("campaign_id", .text, key: true, "The platform's number of the campaign."),
      Column("ad_group", .text, key: true, "Ad group."),
      Column("ad_group_id", .text, key: true, "The platform's number of the ad group."),
      Column("keyword", .text, key: true, "Keyword."),
      Column("keyword_id", .text, key: true, "The platform's number of the keyword."),
      Column("geodomain", .text, key: true, "The city domain advertised."),
      Column("currency", .text, key: true, "ISO 4217; the shop's currency when absent."),
      Column("cost", .money, required: true, "What it cost."),
      Column("impressions", .integer, "How often it was shown."),
      Column("clicks", .integer, "How often it was clicked."),
    ])
}
