import TributaryModel

extension FormatRegistry {
  /// What advertising cost and what people searched for.
  static let spend = [metricaExpenses, googleAds, yandexDirect]

  /// Source: Yandex Metrica help, "Data on expenses"; costs are without VAT.
  private static let metricaExpenses = NamedFormat(
    "metrica-expenses", [.spend], "The expenses file that Yandex Metrica takes.",
    aliases: [
      "date": ["Date"], "source": ["UTMSource"], "medium": ["UTMMedium"],
      "campaign": ["UTMCampaign"], "keyword": ["UTMTerm"], "cost": ["Expenses"],
      "currency": ["Currency"], "clicks": ["Clicks"],
    ],
    example: "Date,UTMSource,UTMMedium,UTMCampaign,Expenses,Currency,Clicks\n"
      + "2026-05-03,vk,cpc,spring,1200.50,RUB,85")

  /// Source: Google Ads help, "Download your reports"; English, German and French headers.
  private static let googleAds = NamedFormat(
    "google-ads", [.spend], "A campaign report by day from Google Ads, CSV or Excel CSV.",
    aliases: [
      "date": ["Day", "Tag", "Jour"], "campaign": ["Campaign", "Kampagne", "Campagne"],
      "campaign_id": ["Campaign ID", "Kampagnen-ID", "ID de campagne"],
      "ad_group": ["Ad group", "Anzeigengruppe", "Groupe d'annonces"],
      "keyword": ["Search keyword", "Keyword"],
      "currency": ["Currency code", "Währungscode", "Code de la devise"],
      "cost": ["Cost", "Kosten", "Coût"], "impressions": ["Impr.", "Impressions"],
      "clicks": ["Clicks", "Klicks", "Clics"],
    ],
    constants: ["source": "google", "medium": "cpc"],
    example: "Campaign report\n\"May 1, 2026 - May 3, 2026\"\n"
      + "Day,Campaign,Currency code,Cost,Impr.,Clicks\n"
      + "2026-05-03,Spring,RUB,\"1,020.50\",4010,85")

  /// Source: Yandex Direct, report wizard ("Мастер отчётов"). Costs are as the wizard was asked
  /// for them, with or without VAT. The API's `Cost`, in millionths, is not taken.
  private static let yandexDirect = NamedFormat(
    "yandex-direct", [.spend], "A report by day from the report wizard of Yandex Direct.",
    aliases: [
      "date": ["Дата"], "campaign": ["Кампания", "Название кампании"],
      "campaign_id": ["№ Кампании", "ID кампании"], "ad_group": ["Группа", "Название группы"],
      "keyword": ["Условие показа"], "impressions": ["Показы"], "clicks": ["Клики"],
      "cost": ["Расход (руб.)", "Расход, ₽", "Расход"], "currency": ["Валюта"],
    ],
    constants: ["source": "yandex", "medium": "cpc"],
    example: "Дата;Кампания;№ Кампании;Показы;Клики;Расход (руб.)\n"
      + "03.05.2026;Весна;12345;4010;85;1020,50\nИтого;;;4010;85;1020,50")
}
