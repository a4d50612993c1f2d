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

  /// A was seen on Kazan's domain, then on Moscow's. B's export names Moscow's though Kazan's showed
  /// it. C was seen on a host that is no city's, D nowhere. E is the buyer's of Kazan, through Moscow's.
  @Test func `where the export names no domain, the visit that made the order does`() throws {
    let shop = try TestShop()
    let warehouse = try shop.open(zone: "Europe/Moscow")
    try warehouse.load(
      .geodomains, "g.csv",
      [
        ["domain": .text("shop.example"), "city": .text("Москва")],
        ["domain": .text("kazan.shop.example"), "city": .text("Казань")],
      ])
    try warehouse.load(
      .orders, "o.csv",
      try ["A", "B", "C", "D", "E"].map { id in
        [
          "order_id": .text(id), "placed_at": .integer(try at("2026-05-03 10:00")),
          "total": .integer(100), "geodomain": id == "B" ? .text("shop.example") : .null,
          "city": id == "E" ? .text("Казань") : .null,
        ]
      })
    let seen: [(order: String, domain: String?, hour: String)] = [
      ("A", "shop.example", "12:00"), ("A", "kazan.shop.example", "09:50"),
      ("B", "kazan.shop.example", "09:50"), ("C", nil, "09:50"), ("E", "shop.example", "09:50"),
    ]
    for (number, sight) in seen.enumerated() {
      try warehouse.run(
        """
        insert into session (
          session_id, visitor, day, started_at, ended_at, geodomain, channel, pages, seconds,
          reached_product, reached_cart, reached_checkout, reached_order, is_new
        ) values (?1, ?1, '2026-05-03', ?2, ?2, ?3, 'direct', 1, 0, 0, 0, 0, 1, 1)
        """,
        [
          .integer(Int64(number)), .integer(try at("2026-05-03 " + sight.hour)),
          Cell(sight.domain),
        ])
      try warehouse.run(
        "insert into session_order (session_id, order_id) values (?, ?)",
        [.integer(Int64(number)), .text(sight.order)])
    }
    try warehouse.refresh(days: [try day("2026-05-03")])
    #expect(
      try warehouse.dump("select order_id, geodomain, home, is_web from order_fact order by 1") == [
        "A|kazan.shop.example|kazan.shop.example|1", "B|shop.example|shop.example|1", "C|||1",
        "D|||0", "E|shop.example|kazan.shop.example|1",
      ])
    #expect(
      try warehouse.dump(
        "select geodomain, web_orders, orders from mart_geodomain_day order by 1") == [
          "|1|2", "kazan.shop.example|1|2", "shop.example|2|1",
        ])
  }
}
