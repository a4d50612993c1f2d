import Testing
import TributaryModel

@testable import TributaryWarehouse

@Suite struct GeodomainMartTests {
  /// Three orders through Moscow's domain: from Moscow, from Kazan, which has a domain of its own,
  /// and from Perm, which has none; one more whose city nobody noted.
  @Test func `an order belongs to its customer's city, a web order to the domain visited`() throws {
    let shop = try TestShop()
    let warehouse = try shop.open(zone: "Europe/Moscow")
    try warehouse.load(
      .geodomains, "g.csv",
      [
        ["domain": .text("shop.example"), "city": .text("Москва")],
        ["domain": .text("kazan.shop.example"), "city": .text("Казань")],
      ])
    func order(_ id: String, _ city: Cell) throws -> [String: Cell] {
      [
        "order_id": .text(id), "placed_at": .integer(try at("2026-05-03 10:00")),
        "total": .integer(100), "channel": .text("online"), "method": .text("cart"),
        "geodomain": .text("shop.example"), "city": city,
      ]
    }
    try warehouse.load(
      .orders, "o.csv",
      [
        order("1", .text("Москва")), order("2", .text("КАЗАНЬ")), order("3", .text("Пермь")),
        order("4", .null),
      ])
    try warehouse.refresh(days: [try day("2026-05-03")])
    #expect(
      try warehouse.dump(
        "select geodomain, web_orders, orders, revenue from mart_geodomain_day order by 1") == [
          "|0|1|100", "kazan.shop.example|0|1|100", "shop.example|4|2|200",
        ])
  }
}
