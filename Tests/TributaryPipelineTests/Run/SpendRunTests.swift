import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// Reports of advertising platforms, through a whole night into the warehouse.
@Suite struct SpendRunTests {
  private static func shop(_ micros: String = "") throws -> Shop {
    try Shop.small(
      "\n{kind: 'spend', format: 'yandex-direct-api', paths: ['direct/*'], vat_rate: 0.2\(micros)},"
        + "\n{kind: 'search_queries', format: 'yandex-direct', paths: ['queries/*'],"
        + " optional: true},"
        + "\n{kind: 'spend', format: 'metrica-expenses', paths: ['expenses/*'], vat_rate: 0.2,"
        + " optional: true}")
  }

  @Test func `money in the warehouse is the reports' to the kopeck`() throws {
    let shop = try Self.shop()
    // 3 x 3.333333 x 1.2 = 11.9999988 of one key; 100.01 x 1.2 = 120.012 over 2 days.
    try shop.write(
      "\"All (2026-11-01 - 2026-11-01)\"\nDate\tCampaignId\tDevice\tCost\n"
        + ["DESKTOP", "MOBILE", "TABLET"].map { "2026-11-01\t7\t\($0)\t3333333\n" }.joined()
        + "Total rows: 3\n", to: "direct/a.tsv")
    try shop.write(
      "Date,UTMSource,Expenses\n2026-11-01/2026-11-02,vk,100.01\n", to: "expenses/a.csv")
    try shop.write(
      "Дата;Поисковый запрос;Показы;Клики;Расход (руб.)\n01.11.2026;шары;5;1;10,50\n"
        + "Итого;;5;1;10,50\n", to: "queries/a.csv")
    let summary = try shop.run()
    #expect(summary.exitCode == 0, "\(summary.messages)")
    #expect(
      try shop.rows("select date, source, campaign_id, currency, cost from spend order by 1, 2")
        == [
          "2026-11-01|vk||RUB|6001", "2026-11-01|yandex|7|RUB|1200",
          "2026-11-02|vk||RUB|6000",
        ])
    #expect(try shop.rows("select query, cost from search_query") == ["шары|1050"])
  }

  @Test func `costs that may be in two units refuse the file until the pipeline tells`() throws {
    let text = "Date\tCampaignId\tCost\n2026-11-01\t7\t5\n"
    let shop = try Self.shop()
    try shop.write(text, to: "direct/a.tsv")
    let summary = try shop.run()
    #expect(summary.exitCode == 65)
    #expect(summary.messages.contains { $0.contains("direct/a.tsv:2") && $0.contains("micros") })
    #expect(try shop.number("select count(*) from spend") == 0)
    let told = try Self.shop(", micros: false")
    try told.write(text, to: "direct/a.tsv")
    #expect(try told.run().exitCode == 0)
    #expect(try told.rows("select cost from spend") == ["600"])
  }

  @Test func `money that no rate converts is told on every page that uses it`() throws {
    let shop = try Shop.small(
      "\n{kind: 'exchange_rates', paths: ['rates/*'], optional: true}")
    try shop.write(
      "date,cost,source,currency\n2026-11-13,100.50,google,EUR\n2026-11-14,1.00,google,EUR\n"
        + "2026-11-14,5.00,yandex,RUB\n", to: "spend/a.csv")
    func campaigns() throws -> String {
      #expect(try shop.run().exitCode == 0)
      let page = try #require(
        try shop.reports().first { $0.key.hasSuffix("campaigns.html") }?.value)
      return String(decoding: page, as: UTF8.self)
    }
    // 100.50 + 1.00 = 101.50
    #expect(try campaigns().contains("€101.50 is left out of every figure"))
    try shop.write("date,currency,rate\n2026-11-14,EUR,90\n", to: "rates/a.csv")
    #expect(try campaigns().contains("€100.50 is left out of every figure"))
    try shop.write("date,currency,rate\n2026-11-01,EUR,90\n", to: "rates/a.csv")
    #expect(try campaigns().contains("is left out of every figure") == false)
  }
}
