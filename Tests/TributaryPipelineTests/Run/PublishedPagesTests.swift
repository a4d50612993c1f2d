import Foundation
import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

@Suite struct PublishedPagesTests {
  /// A shop after one run.
  private func shop() throws -> Shop {
    let shop = try Shop.small()
    try shop.write(GeneratedShop(seed: 1).files)
    #expect(try shop.run().exitCode == 0)
    return shop
  }

  /// Rows of answers that a run wrote; 0 where it found those of the last run current.
  private func answers(_ summary: RunSummary) throws -> Int {
    try #require(summary.jobs.first { $0.name == "answers" }).rows
  }

  private func page(_ shop: Shop, _ name: String) -> URL { shop.url("reports/2026-11-14/\(name)") }

  @Test func `a run with nothing new answers nothing anew, however often`() throws {
    let shop = try shop()
    let reports = try shop.reports()
    for _ in 0..<2 {
      let summary = try shop.run()
      #expect(try answers(summary) == 0)
      #expect(summary.exitCode == 0)
      #expect(summary.reports?.hasSuffix("/reports/2026-11-14/") == true)
      #expect(summary.jobs.map(\.name).suffix(2) == ["journeys", "answers"])
      #expect(try shop.reports() == reports)
    }
  }

  @Test func `a new row is answered`() throws {
    let shop = try shop()
    try shop.write("order_id,placed_at,total\nnew,2026-11-14 10:00,5\n", to: "orders/new.csv")
    #expect(try answers(try shop.run()) > 0)
    #expect(try answers(try shop.run()) == 0)
  }

  @Test func `pages that were damaged or removed are made anew`() throws {
    let shop = try shop()
    let reports = try shop.reports()
    try Data("<p>".utf8).write(to: page(shop, "orders.html"))
    #expect(try answers(try shop.run()) > 0)
    #expect(try shop.reports() == reports)
    try FileManager.default.removeItem(at: page(shop, "channels.csv"))
    try shop.run()
    #expect(try shop.reports() == reports)
    try FileManager.default.removeItem(at: page(shop, ""))
    try shop.run()
    #expect(try shop.reports() == reports)
    #expect(try answers(try shop.run()) == 0)
  }

  @Test func `pages that a cut run had moved aside are put back, and are current`() throws {
    let shop = try shop()
    let reports = try shop.reports()
    try FileManager.default.moveItem(at: page(shop, ""), to: shop.url("reports/.2026-11-14.old"))
    #expect(try answers(try shop.run()) == 0)
    #expect(try shop.reports() == reports)
  }

  @Test func `what an owner lays beside the pages changes nothing`() throws {
    let shop = try shop()
    try shop.write("mine", to: "reports/2026-11-14/notes.txt")
    #expect(try answers(try shop.run()) == 0)
    #expect(try shop.reports()["notes.txt"] == Data("mine".utf8))
  }

  @Test func `a row that another program changed is answered`() throws {
    let shop = try shop()
    let pipeline = try shop.pipeline()
    do {
      let warehouse = try Warehouse(
        path: pipeline.warehouse,
        settings: WarehouseSettings(zone: pipeline.zone, currency: pipeline.currency))
      try warehouse.run("update mart_demand_day set orders = orders + 1")
    }
    #expect(try answers(try shop.run()) > 0)
    #expect(try answers(try shop.run()) == 0)
  }

  @Test func `a changed pipeline file is answered`() throws {
    let shop = try shop()
    try shop.replace("name: 'shop'", "name: 'shop', title: 'Other'")
    #expect(try answers(try shop.run()) > 0)
    let index = String(decoding: try #require(try shop.reports()["index.html"]), as: UTF8.self)
    #expect(index.contains("Other"))
    #expect(try answers(try shop.run()) == 0)
  }

  @Test func `another as-of day, and another version, are answered`() throws {
    let shop = try shop()
    let day = try #require(Day("2026-11-13"))
    func run(_ day: Day?, _ version: String) throws -> Int {
      try answers(try PipelineRun(try shop.pipeline()).run(RunOptions(asOf: day, version: version)))
    }
    #expect(try run(nil, "test") == 0)
    #expect(try run(day, "test") > 0)
    #expect(try run(day, "test") == 0)
    // Days may be told otherwise beside the run of an earlier day.
    #expect(try run(nil, "test") > 0)
    #expect(try run(nil, "test") == 0)
    #expect(try run(nil, "next") > 0)
  }

  @Test func `a run that did not end leaves nothing to go by`() throws {
    let shop = try shop()
    let pipeline = try shop.pipeline()
    let day = try #require(pipeline.asOf)
    do {
      let warehouse = try Warehouse(
        path: pipeline.warehouse,
        settings: WarehouseSettings(zone: pipeline.zone, currency: pipeline.currency))
      _ = try warehouse.beginRun(asOf: day, startedAt: Instant(milliseconds: 0), version: "test")
    }
    #expect(try answers(try shop.run()) > 0)
  }

  @Test func `checks of the shop are asked every time`() throws {
    let shop = try shop()
    try shop.write("select 1 as one where unixepoch() < 0", to: "checks/clock.sql")
    #expect(try shop.run().exitCode == 0)
    try shop.write("select 1 as one where unixepoch() > 0", to: "checks/clock.sql")
    let summary = try shop.run()
    #expect(try answers(summary) == 0)
    #expect(summary.exitCode == 65)
    #expect(summary.messages.contains { $0.hasPrefix("checks/clock.sql") })
  }
}
