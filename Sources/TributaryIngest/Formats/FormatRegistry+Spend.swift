import TributaryModel

extension FormatRegistry {
  /// What advertising cost and what people searched for.
  static let spend = [
    metricaExpenses, googleAds, yandexDirect, yandexDirectAPI, metaAds, microsoftAds, vkAds,
  ]

  /// Columns of which every row of a report by day has one.
  static let reportNames = ["date", "query", "campaign", "campaign_id"]

  /// Source: Yandex Metrica help, "Data on expenses": `Date` is a day or a period `first/last`,
  /// `Expenses` are without VAT, with a decimal point.
  private static let metricaExpenses = NamedFormat(
    "metrica-expenses", [.spend],
    "The expenses file that Yandex Metrica takes; periods are spread over their days, and "
      + "`vat_rate` raises the costs, which are without VAT.",
    aliases: [
      "date": ["Date"], "source": ["UTMSource"], "medium": ["UTMMedium"],
      "campaign": ["UTMCampaign"], "keyword": ["UTMTerm"], "cost": ["Expenses"],
      "currency": ["Currency"], "clicks": ["Clicks"], "impressions": ["Impressions"],
    ],
    builder: SpendBuilder.self, report: ReportRules(namedBy: ["date"]),
    example: "Date,UTMSource,UTMMedium,UTMCampaign,Expenses,Currency,Clicks\n"
      + "2026-05-03,vk,cpc,spring,1200.50,RUB,85")

  /// Source: Microsoft Advertising API, "Report file format" and "Report attributes"; the wording
  /// of the lines above the header (`Report Aggregation: `) is unconfirmed. A report asked for
  /// without `TimePeriod` is a sum over all its days, and Microsoft does not say so.
  private static let microsoftAds = NamedFormat(
    "microsoft-ads", [.spend, .searchQueries],
    "A report by day from Microsoft Advertising, with or without its header and footer lines.",
    aliases: [
      "date": ["TimePeriod", "GregorianDate", "Gregorian date", "Day"],
      "campaign": ["CampaignName", "Campaign name", "Campaign"],
      "campaign_id": ["CampaignId", "Campaign ID"],
      "ad_group": ["AdGroupName", "Ad group"], "ad_group_id": ["AdGroupId", "Ad group ID"],
      "keyword": ["Keyword"], "keyword_id": ["KeywordId", "Keyword ID"],
      "query": ["SearchQuery", "Search term", "Search query"],
      "currency": ["CurrencyCode", "Currency code"], "cost": ["Spend"],
      "impressions": ["Impressions", "Impr."], "clicks": ["Clicks"],
      "conversions": ["Conversions", "Conv."],
    ],
    constants: ["source": "bing", "medium": "cpc"], builder: SpendBuilder.self,
    report: ReportRules(
      namedBy: reportNames, footers: ["©", "@20"],
      advice: ["date": "ask for the column TimePeriod and the aggregation Daily"],
      refused: [
        "Report Aggregation: Summary": microsoftAdvice,
        "Report Aggregation: Weekly": microsoftAdvice,
        "Report Aggregation: Monthly": microsoftAdvice,
        "Report Aggregation: Yearly": microsoftAdvice,
      ]),
    example: "\"Report Name: Campaigns\"\n\"Report Time: 5/1/2026,5/3/2026\"\n\n"
      + "TimePeriod,CampaignId,CampaignName,CurrencyCode,Impressions,Clicks,Spend\n"
      + "2026-05-03,12345,Spring,RUB,4010,85,1020.50\n"
      + "\"©2026 Microsoft Corporation. All rights reserved.\"")

  private static let microsoftAdvice =
    "expected a report by day, found another aggregation; ask for the aggregation Daily"

  /// Source: VK Ads API, "Statistics": `shows`, `clicks`, `spent`, in the account's currency. The
  /// headers of the page's own CSV are unconfirmed.
  private static let vkAds = NamedFormat(
    "vk-ads", [.spend],
    "Statistics by day from VK Ads, by the names of its API or of its page (the page's headers "
      + "are not verified).",
    aliases: [
      "date": ["Дата", "День", "date"],
      "campaign": ["Кампания", "Название кампании", "campaign_name", "ad_plan_name"],
      "campaign_id": ["ID кампании", "campaign_id", "ad_plan_id"],
      "ad_group": ["Группа объявлений", "Название группы", "Группа", "ad_group_name"],
      "ad_group_id": ["ID группы", "ID группы объявлений", "ad_group_id"],
      "cost": [
        "Потрачено", "Потрачено, *", "Потрачено (*)", "Расход", "Расход, *", "Расход (*)",
        "Затраты", "Затраты, *", "Списано", "Списано, *", "spent",
      ],
      "currency": ["Валюта", "currency"], "impressions": ["Показы", "shows"],
      "clicks": ["Клики", "clicks"],
    ],
    constants: ["source": "vk", "medium": "cpc"], builder: SpendBuilder.self,
    report: ReportRules(
      namedBy: reportNames,
      advice: ["date": "save the statistics with the detail by day"]),
    example: "Дата;Кампания;ID кампании;Показы;Клики;Потрачено, ₽\n"
      + "03.05.2026;Весна;12345;4010;85;1020,50\nВсего;;;4010;85;1020,50")
}
