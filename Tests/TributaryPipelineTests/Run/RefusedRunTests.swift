import Foundation
import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

/// Nights that must not begin, and leave everything as it was.
@Suite struct RefusedRunTests {
  private func expectRefusal(
    of shop: Shop, fails code: RunError.Code, naming parts: String...
  ) throws {
    let error = try #require(throws: RunError.self) { try shop.run() }
    #expect(error.code == code, "\(error.message)")
    for part in parts { #expect(error.message.contains(part), "\(error.message)") }
  }

  @Test(arguments: [
    ("{sources: [{kind: 'orders', paths: ['*.csv']}], tymezone: 'UTC'}", "$.tymezone"),
    ("{timezone: 'Mars/Olympus', sources: [{kind: 'orders', paths: ['a']}]}", "$.timezone"),
    ("{sources: [{kind: 'orders', paths: 'a.csv'}]}", "$.sources[0].paths"),
    ("{sources: [", "pipeline.json5"),
  ])
  func `a wrong pipeline file is found before anything is written`(text: String, part: String)
    throws
  {
    let shop = try Shop(text)
    let error = try #require(throws: PipelineFileError.self) { try shop.run() }
    #expect(error.asRunError.code == .configuration)
    #expect(error.description.contains(part), "\(error)")
    #expect(try shop.folder.names(in: "shop") == ["pipeline.json5"])
    #expect(try shop.folder.names() == ["shop"])
  }

  @Test func `a log format that cannot be read is found before anything is written`() throws {
    let shop = try Shop(
      "{name: 'shop', sources: [{kind: 'clickstream', format: 'no $such', paths: ['*']}]}")
    let error = try #require(throws: (any Error).self) { try shop.run() }
    let night = (error as? RunError) ?? (error as? PipelineFileError)?.asRunError
    #expect(night?.code == .configuration)
    #expect(night?.message.contains("$.sources[0].format") == true)
    #expect(try shop.folder.names(in: "shop") == ["pipeline.json5"])
  }

  @Test func `a night that finds another at work says whose it is`() throws {
    let shop = try Shop.small()
    try shop.run()
    let dump = try WarehouseDump.everything(shop.warehouse())
    let lock = try WarehouseLock(
      warehouse: shop.pipeline().warehouse, holder: "process 4711, started yesterday")
    try expectRefusal(of: shop, fails: .busy, naming: "process 4711, started yesterday")
    lock.release()
    #expect(try WarehouseDump.everything(shop.warehouse()) == dump)
    #expect(try shop.run().exitCode == 0)
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func `a folder of the warehouse that cannot be written is told`() throws {
    let shop = try Shop.small()
    try FileManager.default.createDirectory(
      at: shop.url("warehouse"), withIntermediateDirectories: true)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o555], ofItemAtPath: shop.url("warehouse").path)
    try expectRefusal(of: shop, fails: .noPermission, naming: "warehouse")
  }

  @Test func `a warehouse whose folder is a file cannot be made`() throws {
    let shop = try Shop.small()
    try shop.write("", to: "warehouse")
    try expectRefusal(of: shop, fails: .cannotCreate, naming: "warehouse")
    #expect(try shop.folder.names(in: "shop") == ["pipeline.json5", "warehouse"])
  }

  @Test func `a file that is no warehouse is never written over`() throws {
    let shop = try Shop.small()
    let text = String(repeating: "my thesis, only copy. ", count: 300)
    try shop.write(text, to: "warehouse/tributary.sqlite")
    try expectRefusal(of: shop, fails: .dataRefused, naming: "tributary.sqlite")
    #expect(try shop.folder.text(of: "shop/warehouse/tributary.sqlite") == text)
  }

  @Test func `a key file that is damaged stops the night before the warehouse is made`() throws {
    let shop = try Shop.small()
    try shop.write("not a key", to: "shop.key")
    try expectRefusal(of: shop, fails: .configuration, naming: "shop.key")
    #expect(
      !FileManager.default.fileExists(atPath: shop.url("warehouse/tributary.sqlite").path))
  }

  @Test func `reports that cannot be written are told, and the data stays loaded`() throws {
    let shop = try Shop.small()
    try shop.write("order_id,placed_at,total\nW1,2026-11-10T12:00:00Z,10.00\n", to: "orders/a.csv")
    try shop.write("", to: "reports")
    let summary = try shop.run()
    #expect(summary.exitCode == RunError.Code.cannotCreate.rawValue)
    #expect(summary.reports == nil)
    #expect(summary.messages.first?.contains("reports") == true)
    #expect(try shop.number("select count(*) from orders") == 1)
    try FileManager.default.removeItem(at: shop.url("reports"))
    #expect(try shop.run().exitCode == 0)
    #expect(try shop.reports()["index.html"] != nil)
  }
}
