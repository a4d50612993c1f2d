import Foundation
import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

@Suite struct RunMoneyTests {
  private func shop() throws -> Shop {
    let shop = try Shop.small("{kind: 'ad_payments', paths: ['ad/*'], optional: true},")
    try shop.write(
      "order_id,placed_at,total\n1,2026-11-14 10:00,100.10\n2,2026-11-14 11:00,7\n",
      to: "orders/a.csv")
    return shop
  }

  @Test func `a table that no longer adds up makes the night and the check exit 65`() throws {
    let shop = try shop()
    #expect(try shop.run().exitCode == 0)
    let pipeline = try shop.pipeline()
    #expect(Checkup(of: pipeline).findings.contains { $0.name == "money" && $0.exitCode == 0 })
    do {
      let warehouse = try Warehouse(
        path: pipeline.warehouse,
        settings: WarehouseSettings(zone: pipeline.zone, currency: pipeline.currency))
      try warehouse.run("update orders set total = total - 10 where order_id = '1'")
    }
    let told = "expected rows of 107.10 RUB by the ledger, found 107.00 RUB"
    let summary = try shop.run()
    #expect(summary.exitCode == 65)
    #expect(summary.reports != nil)
    #expect(summary.messages.contains { $0.hasPrefix("money: orders: \(told)") })
    let page = String(decoding: try #require(try shop.reports()["quality.html"]), as: UTF8.self)
    #expect(page.contains("<h1>Do not trust orders"))
    let check = Checkup(of: pipeline)
    #expect(check.exitCode == 65)
    #expect(check.findings.contains { $0.name == "money" && $0.message.contains(told) })
  }

  @Test func `what a platform spent stands beside what the shop paid to it`() throws {
    let shop = try shop()
    try shop.write(
      """
      date,source,medium,campaign,cost
      2026-10-05,yandex,cpc,sale,10
      2026-11-01,yandex,cpc,sale,20.25
      2026-11-20,yandex,cpc,sale,99

      """, to: "spend/1.csv")
    try shop.write(
      """
      payment_id,paid_at,amount,source
      1,2026-10-31T23:30:00+03:00,50,yandex
      2,2026-10-31T21:30:00Z,5,yandex

      """, to: "ad/1.csv")
    #expect(try shop.run().exitCode == 0)
    // 21:30 UTC is past midnight in Moscow: November. What lies after the as-of day is left out.
    #expect(
      try shop.rows(
        """
        select source, currency, month, spent, paid, balance from ad_account_month order by month
        """)
        == ["yandex|RUB|2026-10|1000|5000|4000", "yandex|RUB|2026-11|2025|500|2475"])
    #expect(try shop.reports()["ad-accounts.csv"] != nil)
  }

  @Test func `an account has the spend that counts, under any name of its platform`() throws {
    let shop = try shop()
    let head = "date,source,medium,campaign,campaign_id,currency,cost\n"
    for (index, day) in [10, 11, 12].enumerated() {
      let rows = (9...day).map { "2026-11-0\($0 - 8),ya,cpc,sale,7,RUB,10\n" }.joined()
      try shop.write(head + rows, to: "spend/\(index).csv")
      try shop.touch("spend/\(index).csv", "2026-11-\(day)T09:00:00Z")
    }
    try shop.write(head + "2026-11-02,direct,cpc,hats,8,RUB,5\n", to: "spend/hats.csv")
    try shop.write(head + "2026-11-02,fb,cpc,caps,1,EUR,2\n", to: "spend/caps.csv")
    try shop.write(head + "2026-11-02,meta,cpc,caps,1,EUR,3\n", to: "spend/caps-2.csv")
    try shop.touch("spend/caps.csv", "2026-11-10T09:00:00Z")
    try shop.touch("spend/caps-2.csv", "2026-11-11T09:00:00Z")
    try shop.write(
      "payment_id,paid_at,amount,source,currency\n1,2026-11-01,40,Яндекс.Директ,RUB\n"
        + "2,2026-11-01,50,yandex,RUB\n3,2026-11-01,1,instagram,EUR\n", to: "ad/1.csv")
    #expect(try shop.run().exitCode == 0)
    #expect(
      try shop.rows("select source, currency, spent, paid from ad_account_month order by 1")
        == ["facebook|EUR|300|100", "yandex|RUB|4500|9000"])
    #expect(try shop.number("select sum(stated_cost) from spend_fact") == 4800)
  }

  @Test func `spend without payments for it makes no account`() throws {
    let shop = try shop()
    try shop.write("date,source,cost\n2026-11-01,yandex,20\n", to: "spend/1.csv")
    try shop.run()
    #expect(try shop.number("select count(*) from ad_account_month") == 0)
    #expect(try shop.reports()["ad-accounts.csv"] == nil)
  }
}
