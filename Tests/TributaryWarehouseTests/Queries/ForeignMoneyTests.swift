import Testing
import TributaryModel

@testable import TributaryWarehouse

/// Orders in other currencies: what of their money is counted.
@Suite struct ForeignMoneyTests {
  let shop: TestShop
  let warehouse: Warehouse
  private let window: [Cell] = [.text("2026-05-01"), .text("2026-05-31")]

  init() throws {
    shop = try TestShop()
    warehouse = try shop.open()
  }

  private func load(_ orders: [(id: String, total: Int64, currency: String)]) throws {
    try warehouse.load(
      .orders, "o.csv",
      try orders.map {
        try order(
          $0.id, "2026-05-03 10:00", $0.total,
          ["currency": .text($0.currency), "channel": .text("online")])
      })
  }

  private func loadRate(_ rate: Double) throws {
    try warehouse.load(
      .exchangeRates, "r.csv",
      [["date": .text("2026-05-01"), "currency": .text("USD"), "rate": .real(rate)]])
  }

  @Test func `the breakdown of orders adds up one currency`() throws {
    // 10.00 RUB, 20.00 USD at 80 = 1,600.00 RUB, and 99.99 EUR that no rate is known of.
    try load([("A", 1000, "RUB"), ("U", 2000, "USD"), ("E", 9999, "EUR")])
    try loadRate(80)
    try warehouse.refresh(days: [try day("2026-05-03")])
    let rows = try warehouse.rows(.orderBreakdown, window)
    let online = try rows.first { try $0.text("dimension") == "channel" }
    #expect(try online?.int64("orders") == 3)
    #expect(try online?.int64("revenue") == 161_000)
  }

  @Test func `no rate makes sums overflow`() throws {
    try load((0..<3).map { ("U\($0)", 9_999_999_999_999, "USD") } + [("A", 1000, "RUB")])
    try warehouse.load(
      .orderLines, "l.csv",
      (0..<3).map {
        [
          "order_id": .text("U\($0)"), "sku": .text("S"), "quantity": .real(999_999_999),
          "unit_price": .integer(9_999_999_999_999), "category": .text("toys"),
        ]
      })
    try loadRate(999_999_999)
    try warehouse.refresh(days: [try day("2026-05-03")])
    #expect(
      try warehouse.dump("select orders, revenue, margin from mart_demand_day")
        == ["4|1000|0"])
    #expect(try warehouse.dump("select count(*) from mart_category_day") == ["0"])
    try warehouse.run("insert into temp.journey_member select 'order', order_id, 0 from orders")
    #expect(
      try warehouse.rows(.orderFacts).map { row throws(WarehouseError) in
        try row.text("order_id")
      } == ["A"])
  }
}
