import Testing
import TributaryModel

@testable import TributaryIngest

struct GoogleAdsTests {
  /// The same two rows of one day, by device, as the page writes them in each language.
  struct Language: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
  }

  static let languages = [
    Language(
      testDescription: "English",
      text: "Campaign report\n\"September 1, 2026 - September 3, 2026\"\n"
        + "Campaign status,Campaign,Day,Device,Currency code,Avg. cost,Cost,Impr.,Clicks\n"
        + "Enabled,Spring,2026-09-01,Computers,EUR,0.50,\"1,020.50\",\"4,010\",85\n"
        + "Enabled,Spring,\"Sep 1, 2026\",Mobile phones,EUR,0.50,7.25, --,3\n"
        + "Total: Campaigns, --, --, --,EUR,0.50,\"1,027.75\",\"4,010\",88\n"
        + "Total: Account, --, --, --,EUR,0.50,\"1,027.75\",\"4,010\",88\n"),
    Language(
      testDescription: "German, Excel CSV with its unquoted period",
      text: "Kampagnenbericht\n1. September 2026 - 3. September 2026, alle, aktiv\n"
        + "Tag\tKampagne\tWährungscode\tKosten\tImpr.\tKlicks\n"
        + "01.09.2026\tSpring\tEUR\t1.020,50\t4.010\t85\n"
        + "1. Sept. 2026\tSpring\tEUR\t7,25\t--\t3\n"
        + "Gesamt: Konto\t--\tEUR\t1.027,75\t4.010\t88\n"),
    Language(
      testDescription: "French, with narrow spaces",
      text: "Rapport sur les campagnes\n1 sept. 2026 - 3 sept. 2026\n"
        + "Jour;Campagne;Code de la devise;Coût;Impr.;Clics\n"
        + "1 sept. 2026;Spring;EUR;1\u{202f}020,50;4\u{202f}010;85\n"
        + "01/09/2026;Spring;EUR;7,25;--;3\n"
        + "Total : compte;--;EUR;1\u{202f}027,75;4\u{202f}010;88\n"),
    Language(
      testDescription: "Russian (unverified headers)",
      text: "Отчет по кампаниям\n1 сентября 2026 г. - 3 сентября 2026 г.\n"
        + "День,Кампания,Код валюты,Стоимость,Показы,Клики\n"
        + "1 сент. 2026 г.,Spring,EUR,\"1\u{a0}020,50\",\"4\u{a0}010\",85\n"
        + "01.09.2026,Spring,EUR,\"7,25\", --,3\n"
        + "Итого: аккаунт, --,EUR,\"1\u{a0}027,75\",\"4\u{a0}010\",88\n"),
  ]

  @Test(arguments: languages)
  func `a report is read in every language`(language: Language) throws {
    let report = try SpendReport("google-ads", language.text) { $0.dateOrder = .dayMonthYear }
    #expect(report.costs == [102_050, 725])
    #expect(report.days == ["2026-09-01", "2026-09-01"])
    #expect(report.column("campaign") == [.text("Spring"), .text("Spring")])
    #expect(report.column("currency") == [.text("EUR"), .text("EUR")])
    #expect(report.column("impressions") == [.integer(4010), .null])
    #expect(report.column("clicks") == [.integer(85), .integer(3)])
    #expect(report.column("source") == [.text("google"), .text("google")])
    #expect(report.table.rejections.isEmpty)
    #expect(report.isBalanced)
  }

  @Test func `a French date of two figures is refused without an order`() throws {
    let french = try #require(GoogleAdsTests.languages.dropFirst(2).first)
    let report = try SpendReport("google-ads", french.text)
    #expect(report.rejection?.reason == .badDate)
    #expect(report.rejection?.line == 5)
    #expect(report.rejection?.message.contains("date_order") == true)
    #expect(report.costs == [102_050])
  }

  @Test func `totals at the top are no spend`() throws {
    let report = try SpendReport(
      "google-ads",
      "Day,Campaign,Cost\nTotal: Account, --,9.75\n,,9.75\n2026-09-01,Spring,9.75\n")
    #expect(report.costs == [975])
    #expect(report.counts.filtered == 2)
  }

  @Test(arguments: ["Week", "Month", "Campaign type"])
  func `a period total is refused with advice`(column: String) throws {
    let error = #expect(throws: IngestError.self) {
      try SpendReport(
        "google-ads", "Campaign report\n\"May 2026\"\n\(column),Campaign,Cost\nx,Spring,1.50\n")
    }
    #expect(error?.kind == .missingColumn)
    #expect(error?.line == 3)
    #expect(error?.message.contains("segmented by Day") == true)
  }

  @Test(arguments: [
    ("Search term", "Day", "Campaign", "Cost", "Conversions"),
    ("Suchbegriff", "Tag", "Kampagne", "Kosten", "Conversions"),
    ("Terme de recherche", "Jour", "Campagne", "Coût", "Conversions"),
    ("Поисковый запрос", "День", "Кампания", "Стоимость", "Конверсии"),
  ])
  func `search terms are read`(names: (String, String, String, String, String)) throws {
    let report = try SpendReport(
      "google-ads",
      "Search terms report\n\"May 3, 2026 - May 3, 2026\"\n"
        + "\(names.0),\(names.1),\(names.2),Impr.,\(names.3),\(names.4)\n"
        + "red balloons,2026-05-03,Spring,12,1.25,0.33\nTotal: Search terms, --, --,12,1.25,0.33\n",
      kind: .searchQueries)
    #expect(report.column("query") == [.text("red balloons")])
    #expect(report.costs == [125])
    #expect(report.column("conversions") == [.real(0.33)])
    #expect(report.counts.filtered == 1)
  }
}
