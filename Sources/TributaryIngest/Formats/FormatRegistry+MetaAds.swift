import TributaryModel

extension FormatRegistry {
  /// Source: exports of Meta Ads Manager as public importers of them expect: the currency stands
  /// in the header of the amount only. The German names of the period, and the Russian ones of
  /// ids, are unconfirmed. The summary row, above or below the others, names no campaign, or
  /// how many it sums up (`Results from 5 campaigns`, unconfirmed).
  static let metaAds = NamedFormat(
    "meta-ads", [.spend],
    "A report from Meta Ads Manager (Facebook, Instagram) by day, or by periods, which are "
      + "spread over their days; in English, German, French or Russian.",
    aliases: [
      "date": [
        "Day", "Tag", "Jour", "День", "Reporting starts", "Berichtsstart", "Auswertungsbeginn",
        "Début des rapports", "Дата начала отчетности",
      ],
      "day": ["Day", "Tag", "Jour", "День"],
      "until": [
        "Reporting ends", "Berichtsende", "Auswertungsende", "Fin des rapports",
        "Дата окончания отчетности",
      ],
      "campaign": [
        "Campaign name", "Kampagnenname", "Name der Kampagne", "Nom de la campagne",
        "Название кампании",
      ],
      "campaign_id": [
        "Campaign ID", "Kampagnen-ID", "ID de la campagne", "Идентификатор кампании",
        "ID кампании",
      ],
      "ad_group": [
        "Ad set name", "Name der Anzeigengruppe", "Anzeigengruppenname",
        "Nom de l'ensemble de publicités", "Название группы объявлений",
      ],
      "ad_group_id": [
        "Ad set ID", "Anzeigengruppen-ID", "ID de l'ensemble de publicités",
        "Идентификатор группы объявлений", "ID группы объявлений",
      ],
      "cost": [
        "Amount spent (*)", "Ausgegebener Betrag (*)", "Montant dépensé (*)",
        "Потраченная сумма (*)", "Сумма затрат (*)",
      ],
      "currency": ["Currency", "Währung", "Devise", "Валюта"],
      "impressions": ["Impressions", "Impressionen", "Показы"],
      "clicks": [
        "Link clicks", "Link-Klicks", "Clics sur un lien", "Clics sur le lien", "Клики по ссылке",
        "Clicks (all)", "Klicks (alle)", "Clics (tous)", "Клики (все)",
      ],
    ],
    constants: ["source": "facebook", "medium": "cpc"], builder: SpendBuilder.self,
    report: ReportRules(
      namedBy: ["campaign", "campaign_id", "ad_group"], footers: ["Results from "],
      advice: ["date": "export it again with the breakdown by day"]),
    example: "Reporting starts,Reporting ends,Campaign name,Impressions,Link clicks,"
      + "Amount spent (USD)\n2026-05-03,2026-05-03,Spring,4010,85,102.50")
}
