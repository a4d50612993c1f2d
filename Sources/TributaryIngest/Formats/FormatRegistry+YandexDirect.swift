import TributaryModel

extension FormatRegistry {
  /// Source: Yandex Direct, report wizard ("Мастер отчётов"), kinds of reports with and without
  /// search queries. Costs are as the wizard was asked for them, with or without VAT: `vat_rate`
  /// raises those without. `№ Кампании` stands with or without `M-`.
  static let yandexDirect = NamedFormat(
    "yandex-direct", [.spend, .searchQueries],
    "A report by day from the report wizard of Yandex Direct, search queries included.",
    aliases: [
      "date": ["Дата"], "campaign": ["Кампания", "Название кампании"],
      "campaign_id": ["№ Кампании", "ID кампании", "Номер кампании"],
      "ad_group": ["Группа", "Название группы", "Группа объявлений"],
      "ad_group_id": ["№ Группы", "ID группы", "Номер группы"],
      "keyword": ["Условие показа", "Ключевая фраза", "Фраза"],
      "keyword_id": ["ID условия показа", "ID фразы"],
      "query": ["Поисковый запрос", "Поисковая фраза"],
      "impressions": ["Показы"], "clicks": ["Клики"], "conversions": ["Конверсии"],
      "cost": ["Расход (*)", "Расход, *", "Расход *", "Расход"], "currency": ["Валюта"],
    ],
    constants: ["source": "yandex", "medium": "cpc"], builder: SpendBuilder.self,
    report: ReportRules(
      namedBy: reportNames,
      advice: ["date": "make the report again by days (not weeks or months, not a total)"]),
    example: "Дата;Кампания;№ Кампании;Показы;Клики;Расход (руб.)\n"
      + "03.05.2026;Весна;12345;4010;85;1020,50\nИтого;;;4010;85;1020,50")

  /// Source: Yandex Direct API, Reports: "Report content" and "HTTP headers". The first line is
  /// the report's name and period, the second the names of the fields, the last one counts rows
  /// (`Total rows: N`; its wording is unconfirmed). Money is in millionths unless
  /// `returnMoneyInMicros: false` was sent; whether VAT is in it, as `IncludeVAT` asked, no file
  /// says.
  static let yandexDirectAPI = NamedFormat(
    "yandex-direct-api", [.spend, .searchQueries],
    "A report of the Yandex Direct API (TSV), search queries included, money in millionths or "
      + "not; `vat_rate` says what the request's IncludeVAT left out.",
    aliases: [
      "date": ["Date"], "campaign": ["CampaignName"], "campaign_id": ["CampaignId"],
      "ad_group": ["AdGroupName"], "ad_group_id": ["AdGroupId"],
      "keyword": ["Criterion", "Criteria"], "keyword_id": ["CriterionId", "CriteriaId"],
      "query": ["Query"],
      "impressions": ["Impressions"], "clicks": ["Clicks"], "cost": ["Cost"],
      "conversions": ["Conversions"],
    ],
    constants: ["source": "yandex", "medium": "cpc"], builder: SpendBuilder.self,
    report: ReportRules(
      namedBy: reportNames,
      advice: ["date": "ask for the field Date (not Week, Month, Quarter or Year) by FieldNames"],
      mayBeMicros: true),
    needs: ["vat_rate: 0"],
    example: "\"May (2026-05-01 - 2026-05-03)\"\n"
      + "Date\tCampaignName\tCampaignId\tImpressions\tClicks\tCost\n"
      + "2026-05-03\tВесна\t12345\t4010\t85\t1020500000\nTotal rows: 1")
}
