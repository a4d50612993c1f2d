import Testing
import TributaryModel

@testable import TributaryWarehouse

/// One shop in Moscow (UTC+3) on 2026-05-03, small enough to add up by hand.
@Suite struct WarehouseMartsTests {
  let shop: TestShop
  let warehouse: Warehouse

  init() throws {
    shop = try TestShop()
    warehouse = try shop.open(zone: "Europe/Moscow")
    try loadOrders()
    try loadSpend()
    try loadContacts()
    try storeJourneys()
    try warehouse.refresh(days: [try day("2026-05-03"), try day("2026-05-04")])
  }

  /// Placed on the 3rd: A 1000 kept, B 500 cancelled, U 20.00 USD at 80 = 1600.00 RUB; E in euros
  /// without a rate. The list of orders was written after the last status. D was placed at 23:30 in Moscow, on the 3rd; F at 00:30 on the 4th.
  func loadOrders() throws {
    let web: [String: Cell] = ["channel": .text("online"), "geodomain": .text("msk.shop")]
    func with(_ more: [String: Cell]) -> [String: Cell] { web.merging(more) { _, new in new } }
    try warehouse.load(
      .orders, "o.csv",
      [
        order(
          "A", "2026-05-03 10:00", 100_000,
          with([
            "method": .text("cart"), "delivery_cost": .integer(10_000),
            "paid_at": .integer(1), "delivered_at": .integer(2),
          ])),
        order(
          "B", "2026-05-03 11:00", 50_000,
          with(["method": .text("cart"), "status": .text("cancelled"), "paid_at": .integer(1)])),
        order(
          "U", "2026-05-03 12:00", 2_000,
          with(["method": .text("phone"), "currency": .text("USD"), "cost_of_goods": .integer(500)])
        ),
        order("E", "2026-05-03 12:00", 9_999, ["currency": .text("EUR")]),
        order("D", "2026-05-03 20:30", 7_000, ["cost_of_goods": .integer(2_000)]),
        order("F", "2026-05-03 21:30", 3_000),
      ], modified: try at("2026-05-05 00:00") * 1_000_000)
    try warehouse.load(
      .orderLines, "l.csv",
      [
        [
          "order_id": .text("A"), "sku": .text("x"), "quantity": .real(2),
          "unit_price": .integer(40_000), "category": .text("toys"),
        ],
        [
          "order_id": .text("A"), "sku": .text("y"), "quantity": .real(1),
          "unit_price": .integer(20_000), "unit_cost": .integer(5_000),
        ],
        [
          "order_id": .text("B"), "sku": .text("x"), "quantity": .real(1),
          "unit_price": .integer(50_000),
        ],
      ])
    try warehouse.load(
      .products, "p.csv",
      [
        ["sku": .text("x"), "category": .text("games"), "unit_cost": .integer(15_000)],
        ["sku": .text("y"), "category": .text("books")],
      ])
    try warehouse.load(
      .exchangeRates, "r.csv",
      [
        ["date": .text("2026-05-01"), "currency": .text("USD"), "rate": .real(80)],
        ["date": .text("2026-05-04"), "currency": .text("USD"), "rate": .real(99)],
      ])
    func status(_ id: String, _ time: String, _ name: String) throws -> [String: Cell] {
      ["order_id": .text(id), "at": .integer(try at(time)), "status": .text(name)]
    }
    try warehouse.load(
      .orderStatuses, "s.csv",
      [
        status("A", "2026-05-03 10:00", "new"), status("A", "2026-05-03 12:30", "paid"),
        status("A", "2026-05-04 12:30", "shipped"), status("B", "2026-05-03 11:00", "new"),
        status("B", "2026-05-03 12:00", "new"), status("B", "2026-05-03 12:30", "paid"),
      ])
  }

  func loadSpend() throws {
    func row(_ campaign: String, _ cost: Int64, _ currency: String) -> [String: Cell] {
      [
        "date": .text("2026-05-03"), "medium": .text("cpc"), "campaign_id": .text(campaign),
        "cost": .integer(cost), "currency": .text(currency), "clicks": .integer(10),
        "impressions": .integer(100), "geodomain": .text("msk.shop"),
      ]
    }
    try warehouse.load(
      .spend, "s.csv",
      [row("c1", 12_000, "RUB"), row("c1", 100, "USD"), row("c2", 500, "EUR"), row("", 70, "RUB")])
  }

  func loadContacts() throws {
    try warehouse.load(
      .phoneNumbers, "n.csv",
      [
        [
          "number": .text("7495"), "geodomain": .text("old.shop"), "valid_to": .text("2026-05-02"),
        ],
        [
          "number": .text("7495"), "geodomain": .text("msk.shop"),
          "valid_from": .text("2026-05-03"),
        ],
        [
          "number": .text("7495"), "geodomain": .text("new.shop"),
          "valid_from": .text("2026-06-01"),
        ],
      ])
    func call(_ id: String, _ number: String) throws -> [String: Cell] {
      [
        "call_id": .text(id), "started_at": .integer(try at("2026-05-03 09:00")),
        "dialled_number": .text(number),
      ]
    }
    try warehouse.load(.calls, "c.csv", [call("1", "7495"), call("2", "7812")])
    func letter(_ id: String, _ invoice: Cell) throws -> [String: Cell] {
      [
        "letter_id": .text(id), "received_at": .integer(try at("2026-05-03 09:00")),
        "invoice_id": invoice,
      ]
    }
    try warehouse.load(
      .letters, "m.csv", [letter("1", .text("I1")), letter("2", .text("I2")), letter("3", .null)])
    func invoice(_ id: String, _ paid: Cell) throws -> [String: Cell] {
      [
        "invoice_id": .text(id), "issued_at": .integer(try at("2026-05-04 09:00")),
        "total": .integer(1), "paid_at": paid,
      ]
    }
    try warehouse.load(
      .invoices, "i.csv", [invoice("I1", .integer(3)), invoice("I2", .null)])
  }

  func storeJourneys() throws {
    let columns = [
      "session_id", "visitor", "day", "started_at", "ended_at", "geodomain", "landing_path",
      "channel", "campaign_key", "pages", "seconds", "reached_product", "reached_cart",
      "reached_checkout", "reached_order", "is_new",
    ]
    func session(
      _ id: Int64, _ path: String, _ channel: String, _ campaign: Cell, _ steps: [Int64]
    ) -> [Cell] {
      [
        .integer(id), .integer(1), .text("2026-05-03"), .integer(id), .integer(id),
        .text("msk.shop"), .text(path), .text(channel), campaign, .integer(1), .integer(1),
      ] + steps.map { .integer($0) } + [.integer(1)]
    }
    try warehouse.replace(
      table: "session", columns: columns, part: .whole,
      rows: [
        session(1, "/", "paid-search", .text("c1"), [1, 1, 1, 1]),
        session(2, "/sale", "direct", .null, [1, 0, 0, 1]),
        session(3, "/sale", "direct", .null, [0, 0, 0, 0]),
      ])
    try warehouse.replace(
      table: "session_order", columns: ["session_id", "order_id"], part: .whole,
      rows: [
        [.integer(1), .text("A")], [.integer(2), .text("A")], [.integer(2), .text("B")],
      ])
    try warehouse.run(
      """
      insert into person_touchpoint (touchpoint_id, person_id, at, day, kind, member, channel)
      values (5, 'p', 1, '2026-05-03', 'session', '1', 'paid-search')
      """)
    try warehouse.run(
      """
      insert into conversion
        (conversion_id, person_id, at, day, kind, member, value, margin, is_counted)
      values
        ('A', 'p', 1, '2026-05-03', 'order', 'A', 100, 40, 1),
        ('C', 'p', 1, '2026-05-03', 'call', 'C', 0, 0, 1),
        ('D', 'q', 1, '2026-05-03', 'order', 'D', 7, 5, 1)
      """)
    try warehouse.replace(
      table: "attribution_credit",
      columns: [
        "conversion_id", "model", "position", "touchpoint_id", "day", "campaign_key", "credit",
        "value", "margin",
      ], part: .whole,
      rows: [
        [
          .text("A"), .text("linear"), .integer(1), .integer(5), .text("2026-05-03"), .text("c1"),
          .real(0.75),
          .integer(75), .integer(30),
        ],
        [
          .text("A"), .text("linear"), .integer(2), .integer(5), .text("2026-05-03"), .null,
          .real(0.25),
          .integer(25), .integer(10),
        ],
        [
          .text("C"), .text("linear"), .integer(1), .integer(5), .text("2026-05-03"), .text("c1"),
          .real(1),
          .integer(0), .integer(0),
        ],
        [
          .text("D"), .text("linear"), .integer(1), .null, .text("2026-05-03"), .null, .real(1),
          .integer(7),
          .integer(5),
        ],
      ])
  }

  func rows(_ table: String, _ columns: String, of day: String = "2026-05-03") throws -> [String] {
    try warehouse.dump(
      "select \(columns) from \(table) where day = '\(day)' order by 1, 2, 3")
  }

  @Test func `demand counts all orders and the money of those that are not lost`() throws {
    // U: 20.00 USD at 80 = 1600.00, less 5.00 USD of goods = 1200.00 margin.
    // A: 1000.00 - 2 x 150.00 - 50.00 - 100.00 delivery = 550.00. E has no rate.
    #expect(
      try rows("mart_demand_day", "channel, method, orders, cancelled, revenue, margin") == [
        "||2|0|7000|5000", "online|cart|2|1|100000|55000", "online|phone|1|0|160000|120000",
      ])
    #expect(try rows("mart_demand_day", "orders, revenue, 0", of: "2026-05-04") == ["1|3000|0"])
  }

  @Test func `categories add up the lines of orders that are not lost`() throws {
    #expect(
      try rows("mart_category_day", "category, pieces, revenue, margin") == [
        "books|1.0|20000|15000", "toys|2.0|80000|50000",
      ])
  }

  @Test func `campaigns get their spend in the shop's currency and their sessions`() throws {
    // c1: 120.00 + 1.00 USD at 80; c2: euros without a rate count clicks only.
    #expect(
      try rows("mart_campaign_day", "campaign_key, spend, impressions, clicks, sessions") == [
        "c1|20000|200|20|1", "c2|0|100|10|0",
      ])
    #expect(
      try rows("mart_campaign_credit_day", "campaign_key, model, kind, conversions, value, margin")
        == ["c1|linear|call|1.0|0|0", "c1|linear|order|0.75|75|30"])
  }

  @Test func `channels add up to all sessions, spend and conversions`() throws {
    #expect(
      try rows("mart_channel_day", "channel, sessions, spend") == [
        "direct|2|0", "paid-search|1|20070",
      ])
    #expect(
      try rows("mart_channel_credit_day", "channel, model, kind, conversions, value, margin") == [
        "|linear|order|1.0|7|5", "paid-search|linear|call|1.0|0|0",
        "paid-search|linear|order|1.0|100|40",
      ])
  }

  @Test func `a city gets what its domain and its number brought`() throws {
    #expect(
      try rows(
        "mart_geodomain_day",
        "geodomain, visits, web_orders, orders, calls, letters, revenue, spend") == [
          "|0|0|2|1|3|7000|0", "msk.shop|3|1|2|1|0|260000|20070",
        ])
  }

  @Test func `an order seen in two sessions belongs to the landing page of the first`() throws {
    #expect(
      try rows("mart_landing_day", "landing_path, visits, orders, revenue") == [
        "/|1|1|100000", "/sale|2|0|0",
      ])
  }

  /// The second session orders from the product, without a cart and a checkout.
  @Test func `funnels count who entered each step, apart by the steps they skipped`() throws {
    #expect(
      try rows("mart_funnel_step", "funnel, step, skipped, entered") == [
        "letter|invoice||2", "letter|invoice_paid||1", "letter|letter||3", "purchase|cart||1",
        "purchase|checkout||1", "purchase|delivered||1", "purchase|order||1",
        "purchase|order|cart checkout|1", "purchase|paid||2", "purchase|product||2",
        "purchase|visit||3",
      ])
  }

  @Test func `a change of status belongs to its day and carries the hours before it`() throws {
    // A: 2.5 h in new. B: the second "new" is no change, then half an hour after it.
    #expect(
      try rows("mart_order_transition", "from_status, to_status, orders, hours_total") == [
        "|new|2|0.0", "new|paid|2|3.0",
      ])
    #expect(
      try rows(
        "mart_order_transition", "from_status, to_status, orders, hours_total", of: "2026-05-04")
        == ["paid|shipped|1|24.0"])
  }

  @Test func `indicators are sums or ratios of two sums`() throws {
    #expect(
      try rows("mart_indicator_day", "indicator, numerator, denominator") == [
        "average_order|267000.0|4.0", "calls|2.0|1.0", "cancelled_share|1.0|5.0",
        "conversion|1.0|3.0", "cost_coverage|267000.0|267000.0", "letters|3.0|1.0",
        "margin|180000.0|1.0", "orders|4.0|1.0",
        "revenue|267000.0|1.0", "spend|20070.0|1.0",
        "visits|3.0|1.0",
      ])
    #expect(
      try rows("mart_indicator_day", "indicator, numerator, denominator", of: "2026-05-25")
        == ["paid_invoice_share|1.0|2.0"])
  }

  @Test func `a refresh of no changed day changes nothing, others stay`() throws {
    let marts = try warehouse.dump(
      "select name from sqlite_schema where name like 'mart%' and type = 'table' order by name")
    #expect(marts.count == 12)
    func contents() throws -> [[String]] {
      try marts.map { try warehouse.dump("select * from \($0)") }
    }
    // The invoices of this shop are paid in 1970, which nobody has refilled yet.
    try warehouse.refresh(days: [try day("1970-01-01")])
    let before = try contents()
    try warehouse.refresh(days: [try day("2026-05-03")])
    #expect(try contents() == before)
    try warehouse.refresh(days: Set(try warehouse.allDays()))
    #expect(try contents() == before)
  }

  @Test func `a paid invoice refreshes the day of its letter`() throws {
    let outcome = try warehouse.load(
      .invoices, "i2.csv",
      [
        [
          "invoice_id": .text("I2"), "issued_at": .integer(try at("2026-05-04 09:00")),
          "total": .integer(1), "paid_at": .integer(4),
        ]
      ])
    // Its own days: when it was issued, and when it was paid, four milliseconds into 1970; it is due
    // 21 days after it was issued.
    let days = [try day("1970-01-01"), try day("2026-05-04")]
    #expect(outcome.dirtyDays == days)
    let refilled = try warehouse.refresh(days: Set(outcome.dirtyDays))
    #expect(refilled == [days[0], try day("2026-05-03"), days[1], try day("2026-05-25")])
    #expect(try rows("mart_funnel_step", "funnel, step, entered")[1] == "letter|invoice_paid|2")
  }
}
