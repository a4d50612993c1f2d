import Foundation
import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

@Suite struct FullRefreshTests {
  private let shop: Shop

  init() throws {
    shop = try Shop.small()
    try shop.write("order_id,placed_at,total\nA,2026-11-10 12:00,100\n", to: "orders/1.csv")
    try shop.write("order_id,placed_at,total\nB,2026-11-11 12:00,50\n", to: "orders/2.csv")
    try shop.write("date,source,medium,campaign,cost\n2026-11-10,y,cpc,a,10\n", to: "spend/1.csv")
    try night("2026-11-13")
  }

  @discardableResult
  private func night(
    _ asOf: String, fresh: Bool = false, mayMiss: Bool = false
  ) throws -> RunSummary {
    let day = try #require(Day(asOf))
    var options = RunOptions(asOf: day, version: "test")
    options.isFullRefresh = fresh
    options.mayMissFiles = mayMiss
    return try PipelineRun(try shop.pipeline()).run(options)
  }

  private func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: shop.url(name).path(percentEncoded: false))
  }

  private let warehouse = "warehouse/tributary.sqlite"

  @Test func `a rebuilt warehouse means the same and keeps its runs`() throws {
    let before = try WarehouseDump.meaning(shop.warehouse())
    #expect(try night("2026-11-13", fresh: true).exitCode == 0)
    #expect(try WarehouseDump.meaning(shop.warehouse()) == before)
    #expect(
      try shop.rows("select run_id, as_of from run order by 1") == ["1|2026-11-13", "2|2026-11-13"])
    #expect(try shop.number("select count(*) from restated_day") == 0)
    #expect(exists(warehouse + ".before"))
    #expect(!exists(warehouse + ".new"))
    try night("2026-11-14")
    #expect(!exists(warehouse + ".before"))
  }

  @Test func `loaded files that are gone are listed with rows and money, and nothing is changed`()
    throws
  {
    try FileManager.default.removeItem(at: shop.url("orders/2.csv"))
    let bytes = try Data(contentsOf: shop.url(warehouse))
    let error = #expect(throws: RunError.self) { try night("2026-11-14", fresh: true) }
    #expect(error?.code == .noInput)
    #expect(error?.message.contains("orders/2.csv: 1 rows of orders, 50.00 RUB") == true)
    #expect(error?.message.contains("orders/1.csv") == false)
    #expect(try Data(contentsOf: shop.url(warehouse)) == bytes)
    #expect(!exists(warehouse + ".new"))
  }

  @Test func `what is lost on purpose is a restated day`() throws {
    try FileManager.default.removeItem(at: shop.url("orders/2.csv"))
    #expect(try night("2026-11-14", fresh: true, mayMiss: true).exitCode == 0)
    #expect(try shop.rows("select order_id from orders") == ["A"])
    #expect(
      try shop.rows("select day, measure, before, after from restated_day order by measure")
        == ["2026-11-11|orders|1|0", "2026-11-11|revenue|5000|0"])
  }

  @Test func `rows of an older version of an export are listed too`() throws {
    try shop.write("order_id,placed_at,total\nC,2026-11-12 12:00,7\n", to: "orders/2.csv")
    try night("2026-11-13")
    #expect(try shop.rows("select order_id from orders order by 1") == ["A", "B", "C"])
    let error = #expect(throws: RunError.self) { try night("2026-11-14", fresh: true) }
    #expect(error?.message.contains("orders/2.csv: 1 rows of orders, 50.00 RUB") == true)
  }

  @Test func `a file that is refused now keeps the former warehouse in place`() throws {
    try shop.write("id,when\n1,2\n", to: "orders/2.csv")
    let error = #expect(throws: RunError.self) {
      try night("2026-11-14", fresh: true)
    }
    #expect(error != nil)
    #expect(try shop.rows("select order_id from orders order by 1") == ["A", "B"])
  }

  @Test func `a renamed or packed file is at hand`() throws {
    try FileManager.default.moveItem(at: shop.url("orders/2.csv"), to: shop.url("orders/b.csv"))
    #expect(try night("2026-11-14", fresh: true).exitCode == 0)
    #expect(try shop.rows("select order_id from orders order by 1") == ["A", "B"])
  }

  @Test func `what a rebuilding that was killed left is no trouble`() throws {
    try shop.write("half", to: warehouse + ".new")
    try shop.write("half", to: warehouse + ".new-journal")
    #expect(try night("2026-11-14", fresh: true).exitCode == 0)
    #expect(try shop.rows("select order_id from orders order by 1") == ["A", "B"])
  }

  @Test func `what a rebuilding that was killed left goes with the next good run`() throws {
    try shop.write("half", to: warehouse + ".new")
    try shop.write("half", to: warehouse + ".new-journal")
    #expect(try night("2026-11-14").exitCode == 0)
    for ending in [".new", ".new-journal", ".before"] {
      #expect(!FileManager.default.fileExists(atPath: shop.url(warehouse + ending).path))
    }
  }
}
