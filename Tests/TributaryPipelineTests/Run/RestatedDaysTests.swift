import Foundation
import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

@Suite struct RestatedDaysTests {
  /// Three days of orders, spend, invoices and payments, told by the report of 13 November.
  private func shop() throws -> Shop {
    let shop = try Shop.small(
      """
      {kind: 'invoices', paths: ['invoices/*'], optional: true},
      {kind: 'payments', paths: ['payments/*'], optional: true},
      """)
    try shop.write(
      """
      order_id,placed_at,total,status
      A1,2026-11-11 10:00,100,new
      A2,2026-11-12 10:00,250.50,new
      A3,2026-11-13 10:00,300,new

      """, to: "orders/1.csv")
    try shop.write(
      """
      date,source,medium,campaign,cost
      2026-11-11,yandex,cpc,sale,10
      2026-11-12,yandex,cpc,sale,20

      """, to: "spend/1.csv")
    try shop.write(
      "invoice_id,issued_at,total,paid_at\nI1,2026-11-10 10:00,70,2026-11-11 12:00\n",
      to: "invoices/1.csv")
    try shop.write(
      "payment_id,paid_at,amount\nP1,2026-11-11 12:00,70\n", to: "payments/1.csv")
    return shop
  }

  @discardableResult
  private func night(_ shop: Shop, _ asOf: String) throws -> RunSummary {
    let day = try #require(Day(asOf))
    return try PipelineRun(try shop.pipeline()).run(RunOptions(asOf: day, version: "test"))
  }

  private func restated(_ shop: Shop, _ asOf: String = "2026-11-14") throws -> [String] {
    try shop.rows(
      """
      select since, day, measure, before, after, files from restated_day
      where as_of = '\(asOf)' order by day, measure
      """)
  }

  /// Every mart row that is not of that day.
  private func marts(_ shop: Shop, without day: String) throws -> [String] {
    let names = try shop.rows(
      "select name from sqlite_schema where type = 'table' and name like 'mart%' order by 1")
    return try names.flatMap { name in
      try shop.rows("select * from \(name) where day <> '\(day)'").map { "\(name): \($0)" }
        .sorted()
    }
  }

  @Test func `a late row changes its own day alone, and the diff names that day and file`() throws {
    let shop = try shop()
    try night(shop, "2026-11-13")
    #expect(try restated(shop, "2026-11-13").isEmpty)
    let before = try marts(shop, without: "2026-11-12")
    try shop.write(
      "order_id,placed_at,total,status\nA9,2026-11-12 18:00,40,new\n", to: "orders/late.csv")
    try shop.write(
      "date,source,medium,campaign,cost\n2026-11-12,vk,cpc,feed,5.05\n", to: "spend/late.csv")
    #expect(try night(shop, "2026-11-14").exitCode == 0)
    #expect(try marts(shop, without: "2026-11-12") == before)
    #expect(
      try restated(shop) == [
        "2026-11-13|2026-11-12|orders|1|2|orders/late.csv",
        "2026-11-13|2026-11-12|revenue|25050|29050|orders/late.csv",
        "2026-11-13|2026-11-12|spend|2000|2505|spend/late.csv",
      ])
  }

  @Test func `a rerun of the same night tells the same, byte for byte`() throws {
    let shop = try shop()
    try night(shop, "2026-11-13")
    try shop.write(
      "order_id,placed_at,total,status\nA2,2026-11-12 10:00,250.50,cancelled\n",
      to: "orders/2.csv")
    try night(shop, "2026-11-14")
    let (told, pages) = (try restated(shop), try shop.reports())
    #expect(
      told == [
        "2026-11-13|2026-11-12|cancelled|0|1|orders/2.csv",
        "2026-11-13|2026-11-12|orders|1|0|orders/2.csv",
        "2026-11-13|2026-11-12|revenue|25050|0|orders/2.csv",
      ])
    try night(shop, "2026-11-14")
    #expect(try restated(shop) == told)
    #expect(try shop.reports() == pages)
    // The next night compares with this one, which has told it already.
    try night(shop, "2026-11-15")
    #expect(try restated(shop, "2026-11-15").isEmpty)
  }

  @Test func `changes of several runs of one night add up, and a change back is none`() throws {
    let shop = try shop()
    try night(shop, "2026-11-13")
    for (file, total) in [("2", 90), ("3", 80)] {
      try shop.write(
        "order_id,placed_at,total,status\nA1,2026-11-11 10:00,\(total),new\n",
        to: "orders/\(file).csv")
      try night(shop, "2026-11-14")
    }
    #expect(
      try restated(shop) == [
        "2026-11-13|2026-11-11|revenue|10000|8000|orders/2.csv; orders/3.csv"
      ])
    try shop.write(
      "order_id,placed_at,total,status\nA1,2026-11-11 10:00,100,new\n", to: "orders/4.csv")
    try night(shop, "2026-11-14")
    #expect(try restated(shop).isEmpty)
  }

  @Test func `a new day and a day without data of the source are late, not restated`() throws {
    let shop = try shop()
    try night(shop, "2026-11-13")
    // The first spend of the 13th, the first order of the 9th, and the night's own day.
    try shop.write(
      "date,source,medium,campaign,cost\n2026-11-13,yandex,cpc,sale,5\n", to: "spend/2.csv")
    try shop.write(
      """
      order_id,placed_at,total
      A8,2026-11-09 10:00,40
      B1,2026-11-14 10:00,60

      """, to: "orders/2.csv")
    try night(shop, "2026-11-14")
    #expect(try restated(shop).isEmpty)
    // The second night of the 14th: its own day changes again, the 9th now has data.
    try shop.write("order_id,placed_at,total\nB2,2026-11-14 11:00,60\n", to: "orders/3.csv")
    try shop.write("order_id,placed_at,total\nA7,2026-11-09 11:00,1\n", to: "orders/4.csv")
    try night(shop, "2026-11-14")
    #expect(try restated(shop).isEmpty)
    try shop.write("order_id,placed_at,total\nA6,2026-11-09 12:00,2\n", to: "orders/5.csv")
    try night(shop, "2026-11-15")
    #expect(
      try restated(shop, "2026-11-15") == [
        "2026-11-14|2026-11-09|orders|2|3|orders/5.csv",
        "2026-11-14|2026-11-09|revenue|4100|4300|orders/5.csv",
      ])
  }

  @Test func `an invoice paid later stands on the day of paying, a corrected payment on its own`()
    throws
  {
    let shop = try shop()
    try night(shop, "2026-11-13")
    try shop.write(
      """
      invoice_id,issued_at,total,paid_at
      I1,2026-11-10 10:00,70,2026-11-11 12:00
      I2,2026-11-10 10:00,30,2026-11-11 18:00

      """, to: "invoices/1.csv")
    try shop.write(
      "payment_id,paid_at,amount\nP1,2026-11-11 12:00,65\n", to: "payments/2.csv")
    try night(shop, "2026-11-14")
    #expect(
      try restated(shop) == [
        "2026-11-13|2026-11-11|invoices_paid|7000|10000|invoices/1.csv",
        "2026-11-13|2026-11-11|payments|7000|6500|payments/2.csv",
      ])
  }

  /// A run that never ended is no night that anybody saw.
  @Test func `a night that was killed after its work is told by the next one`() throws {
    let shop = try shop()
    try night(shop, "2026-11-12")
    try night(shop, "2026-11-13")
    let pipeline = try shop.pipeline()
    func kill() throws {
      let warehouse = try Warehouse(
        path: pipeline.warehouse,
        settings: WarehouseSettings(zone: pipeline.zone, currency: pipeline.currency))
      try warehouse.run(
        "update run set finished_at = null where run_id = (select max(run_id) from run)")
    }
    try kill()
    try shop.write("order_id,placed_at,total\nA9,2026-11-12 18:00,40\n", to: "orders/late.csv")
    try night(shop, "2026-11-14")
    try kill()
    try night(shop, "2026-11-14")
    #expect(
      try restated(shop) == [
        "2026-11-12|2026-11-12|orders|1|2|orders/late.csv",
        "2026-11-12|2026-11-12|revenue|25050|29050|orders/late.csv",
      ])
  }

  @Test func `a night that was killed after loading is told whole by the next one`() throws {
    let shop = try shop()
    try night(shop, "2026-11-13")
    try shop.write("order_id,placed_at,total\nA9,2026-11-12 18:00,40\n", to: "orders/late.csv")
    let pipeline = try shop.pipeline()
    do {
      let warehouse = try Warehouse(
        path: pipeline.warehouse,
        settings: WarehouseSettings(zone: pipeline.zone, currency: pipeline.currency))
      let key = try KeyFile.key(of: pipeline) ?? KeyFile.create(at: pipeline.keyFile)
      _ = try warehouse.beginRun(
        asOf: try #require(Day("2026-11-14")), startedAt: Instant(milliseconds: 0), version: "cut")
      _ = try SourceLoading(pipeline: pipeline, warehouse: warehouse, key: key) { _ in }.load()
    }
    try night(shop, "2026-11-14")
    #expect(
      try restated(shop) == [
        "2026-11-13|2026-11-12|orders|1|2|orders/late.csv",
        "2026-11-13|2026-11-12|revenue|25050|29050|orders/late.csv",
      ])
  }

  @Test func `a late log and a corrected rate restate what stands on them`() throws {
    let shop = try Shop.small("{kind: 'exchange_rates', paths: ['rates.csv']},")
    let agent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/147.0 Safari/537.36"
    func line(_ clock: String, _ visitor: Int) -> String {
      "shop.example:443 192.0.2.\(visitor) - - [12/Nov/2026:\(clock) +0300] \"GET / HTTP/1.1\" "
        + "200 512 \"-\" \"\(agent)\"\n"
    }
    try shop.write(line("10:00:00", 1), to: "log/a.log")
    try shop.write("date,currency,rate\n2026-11-01,USD,80\n", to: "rates.csv")
    try shop.write(
      "order_id,placed_at,total,currency\nA1,2026-11-12 10:00,2,USD\n", to: "orders/1.csv")
    try night(shop, "2026-11-13")
    try shop.write(line("11:00:00", 2) + line("11:01:00", 2), to: "log/late.log")
    try shop.write("date,currency,rate\n2026-11-01,USD,81\n", to: "rates.csv")
    try night(shop, "2026-11-14")
    #expect(
      try restated(shop) == [
        "2026-11-13|2026-11-12|page_views|1|3|log/late.log",
        "2026-11-13|2026-11-12|revenue|16000|16200|rates.csv",
        "2026-11-13|2026-11-12|sessions|1|2|log/late.log",
      ])
  }

  @Test func `the page and the morning say what changed`() throws {
    let shop = try shop()
    try night(shop, "2026-11-13")
    try shop.write("order_id,placed_at,total\nA9,2026-11-12 18:00,40\n", to: "orders/late.csv")
    try night(shop, "2026-11-14")
    let pages = try shop.reports()
    let table = try #require(pages["restated-days.csv"]).text
    #expect(
      table.hasSuffix(
        "2026-11-13,2026-11-12,revenue,250.5,290.5,orders/late.csv\r\n"
          + "2026-11-13,2026-11-12,orders,1,2,orders/late.csv\r\n"))
    #expect(try #require(pages["index.html"]).text.contains("Past figures changed: revenue +₽40"))
  }
}

extension Data {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}
