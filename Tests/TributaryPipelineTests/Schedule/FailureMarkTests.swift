import Foundation
import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

/// What `tributary status` knows of a run that did not end well.
@Suite struct FailureMarkTests {
  private static let later = Instant(milliseconds: 4_000_000_000_000)

  private func fill(_ shop: Shop) throws {
    try shop.write(
      "order_id,placed_at,total\nA1,2026-11-10T12:00:00Z,7.00\n", to: "orders/a.csv")
  }

  private func status(_ shop: Shop, at now: Instant = later) throws -> PipelineStatus {
    try ReadOnlyWarehouse(try shop.pipeline()).status(at: now)
  }

  @Test func `a mark is shown until a run ends well`() throws {
    let shop = try Shop.small()
    try fill(shop)
    try shop.run()
    #expect(try status(shop).failedAt == nil)
    try shop.write("", to: "warehouse/tributary.sqlite.failed")
    let failedAt = try #require(try status(shop).failedAt)
    #expect(try status(shop).json.contains("\"failed_at\":\"\(failedAt)\""))
    // A run that a file is refused in is none that ended well.
    try shop.write("nonsense\n", to: "orders/bad.csv")
    #expect(try shop.run().exitCode == 65)
    #expect(try status(shop).failedAt == failedAt)
    try FileManager.default.removeItem(at: shop.url("orders/bad.csv"))
    #expect(try shop.run().exitCode == 0)
    #expect(try status(shop).failedAt == nil)
    #expect(try status(shop).json.contains("\"failed_at\":null"))
  }

  @Test func `a run without an end is running, hung or killed`() throws {
    let shop = try Shop.small()
    try fill(shop)
    try shop.run()
    let started = Instant(milliseconds: 1_800_000_000_000)
    let pipeline = try shop.pipeline()
    let settings = WarehouseSettings(zone: pipeline.zone, currency: pipeline.currency)
    _ = try Warehouse(path: pipeline.warehouse, settings: settings).beginRun(
      asOf: try #require(Day("2026-11-14")), startedAt: started, version: "test")
    func state(_ process: Int32, _ since: Instant, hours: Int64) throws -> PipelineStatus.State? {
      let holder = LockHolder(process: process, started: since).text
      try (holder + "\n").write(
        toFile: pipeline.warehouse + ".lock", atomically: true, encoding: .utf8)
      let now = Instant(milliseconds: started.milliseconds + hours * 3_600_000)
      return try status(shop, at: now).runs.first?.state
    }
    let own = ProcessInfo.processInfo.processIdentifier
    #expect(try state(own, started, hours: 1) == .running)
    #expect(try state(own, started, hours: 13) == .hung)
    // Another run has held the lock since; no process has the number; the text is none of ours.
    #expect(try state(own, Instant(milliseconds: 0), hours: 1) == .killed)
    #expect(try state(0x7fff_fff0, started, hours: 1) == .killed)
    #expect(try state(-1, started, hours: 1) == .killed)
    #expect(try status(shop).runs.map(\.state).suffix(1) == [.finished])
    #expect(try status(shop).json.contains("\"state\":\"killed\""))
  }
}
