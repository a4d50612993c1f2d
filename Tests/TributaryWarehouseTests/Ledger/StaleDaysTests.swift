import Testing
import TributaryModel

@testable import TributaryWarehouse

@Suite struct StaleDaysTests {
  struct Unreadable: Error {}

  @Test func `a load leaves its days to whoever makes sessions and marts of them`() throws {
    let shop = try TestShop()
    do {
      let warehouse = try shop.open()
      #expect(try warehouse.staleDays().isEmpty)
      try warehouse.load(
        .orders, "a.csv",
        [try order("A1", "2026-05-03 10:00", 5), try order("A2", "2026-05-05 10:00", 5)])
    }
    let reopened = try shop.open()
    let stale = try reopened.staleDays()
    #expect(stale.days == [try day("2026-05-03"), try day("2026-05-05")])
    #expect(stale.clickstreamDays.isEmpty)
    #expect(!stale.touchesAllDays)
    try reopened.forgetStaleDays()
    #expect(try reopened.staleDays().isEmpty)
  }

  @Test func `rows without a day leave every day`() throws {
    let shop = try TestShop()
    let warehouse = try shop.open()
    try warehouse.load(.products, "p.csv", [["sku": .text("S1")]])
    #expect(try warehouse.staleDays().touchesAllDays)
    #expect(try warehouse.staleDays().days.isEmpty)
  }

  @Test func `page views mark their days, and later rows do not unmark them`() throws {
    let shop = try TestShop()
    let warehouse = try shop.open()
    let noted = try day("2026-05-03")
    var stale = StaleDays()
    stale.days = [noted]
    stale.clickstreamDays = [noted]
    try warehouse.note(stale)
    try warehouse.load(.orders, "a.csv", [try order("A1", "2026-05-03 10:00", 5)])
    #expect(try warehouse.staleDays() == stale)
  }

  @Test func `a load that is undone leaves no day`() throws {
    let shop = try TestShop()
    let warehouse = try shop.open()
    let row = try order("A1", "2026-05-03 10:00", 5)
    var batch = TableBatch()
    batch.rows = [
      TableRow(line: 2, cells: TableShape.orders.columns.map { row[$0.name] ?? .null })
    ]
    #expect(throws: LoadFailure.self) {
      try warehouse.load(.table(.orders, "a.csv")) { loader in
        try loader.append(batch, shape: .orders)
        throw Unreadable()
      }
    }
    #expect(try warehouse.staleDays().isEmpty)
  }
}
