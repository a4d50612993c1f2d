import TributaryModel

extension FormatRegistry {
  /// Source: Google Ads help, "Download your reports". Headers in English, German, French and
  /// Russian, as the page's language is; those in Russian, and how each language writes a day,
  /// are unconfirmed: days with figures and with the month's name are read. Costs are without
  /// VAT (unconfirmed); `vat_rate` raises them.
  static let googleAds = NamedFormat(
    "google-ads", [.spend, .searchQueries],
    "A report by day from Google Ads, CSV or Excel CSV, in English, German, French or Russian; "
      + "search terms included.",
    aliases: [
      "date": ["Day", "Tag", "Jour", "День"],
      "campaign": ["Campaign", "Kampagne", "Campagne", "Кампания"],
      "campaign_id": [
        "Campaign ID", "Kampagnen-ID", "ID de campagne", "ID de la campagne",
        "Идентификатор кампании",
      ],
      "ad_group": ["Ad group", "Anzeigengruppe", "Groupe d'annonces", "Группа объявлений"],
      "ad_group_id": [
        "Ad group ID", "Anzeigengruppen-ID", "ID du groupe d'annonces",
        "Идентификатор группы объявлений",
      ],
      "keyword_id": ["Keyword ID", "Criterion ID", "Keyword-ID", "Идентификатор ключевого слова"],
      "keyword": [
        "Search keyword", "Keyword", "Keyword für Suchnetzwerk", "Suchkeyword", "Mot clé",
        "Mot clé pour le Réseau de Recherche", "Ключевое слово", "Ключевое слово в поисковой сети",
      ],
      "query": ["Search term", "Suchbegriff", "Terme de recherche", "Поисковый запрос"],
      "currency": [
        "Currency code", "Währungscode", "Code de la devise", "Code de devise", "Код валюты",
      ],
      "cost": ["Cost", "Kosten", "Coût", "Стоимость", "Расходы"],
      "impressions": ["Impr.", "Impressions", "Impressionen", "Показы"],
      "clicks": ["Clicks", "Klicks", "Clics", "Клики"],
      "conversions": ["Conversions", "Conv.", "Конверсии"],
    ],
    constants: ["source": "google", "medium": "cpc"], builder: SpendBuilder.self,
    report: ReportRules(
      namedBy: reportNames,
      advice: ["date": "download it again segmented by Day (not Week or Month, not a total)"]),
    example: "Campaign report\n\"May 1, 2026 - May 3, 2026\"\n"
      + "Day,Campaign,Currency code,Cost,Impr.,Clicks\n"
      + "2026-05-03,Spring,RUB,\"1,020.50\",4010,85")
}
