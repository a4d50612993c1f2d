import Testing
import TributaryModel

@testable import TributaryWarehouse

/// What orders, invoices and spend are worth, worked out by hand. The shop counts in roubles.
@Suite struct FactTests {
  let shop: TestShop
  let warehouse: Warehouse

  init() throws {
    shop = try TestShop()
    warehouse = try shop.open(zone: "Europe/Moscow")
  }

  private func loadRates() throws {
    try warehouse.load(
      .exchangeRates, "rates.csv",
      [("2026-05-01", "USD", 80.0), ("2026-05-04", "USD", 90.0), ("2026-05-01", "JPY", 0.5)].map {
        ["date": .text($0.0), "currency": .text($0.1), "rate": .real($0.2)]
      })
  }

  private func refresh(_ days: String...) throws -> Set<Day> {
    let days = Set(try days.map { try day($0) })
    try warehouse.refresh(days: days)
    return days
  }

  @Test func `money is exchanged by the latest rate up to the day`() throws {
    try loadRates()
    try warehouse.load(
      .orders, "o.csv",
      [
        order("A", "2026-05-03 10:00", 1_000, ["currency": .text("USD")]),
        order("B", "2026-05-04 10:00", 1_000, ["currency": .text("USD")]),
        // A yen has no hundredths: 1,000 yen at 0.5 are 500.00 roubles.
        order("C", "2026-05-03 10:00", 1_000, ["currency": .text("JPY")]),
        order("D", "2026-05-03 10:00", 1_000, ["currency": .text("EUR")]),
        order("E", "2026-05-03 10:00", 1_000, ["currency": .null]),
      ])
    _ = try refresh("2026-05-03", "2026-05-04")
    #expect(
      try warehouse.dump("select order_id, rate, total from order_fact order by order_id") == [
        "A|80.0|80000", "B|90.0|90000", "C|50.0|50000", "D|null|null", "E|1.0|1000",
      ])
    #expect(
      try warehouse.dump("select currency, rate from day_rate where day = '2026-05-03'")
        == ["|1.0", "EUR|null", "JPY|50.0", "USD|80.0"])
  }

  @Test func `a margin is what is left of the total after goods and delivery`() throws {
    try warehouse.load(
      .orders, "o.csv",
      [
        order(
          "own", "2026-05-03 10:00", 1_000,
          ["cost_of_goods": .integer(600), "delivery_cost": .integer(50)]),
        order("lines", "2026-05-03 10:00", 1_000),
        order("part", "2026-05-03 10:00", 1_000, ["delivery_cost": .integer(50)]),
        order("none", "2026-05-03 10:00", 1_000),
      ])
    func line(_ id: String, _ sku: String, _ cost: Cell) -> [String: Cell] {
      [
        "order_id": .text(id), "sku": .text(sku), "quantity": .real(2),
        "unit_price": .integer(250), "unit_cost": cost,
      ]
    }
    try warehouse.load(
      .orderLines, "l.csv",
      [
        line("lines", "x", .integer(100)), line("lines", "y", .null),
        line("part", "x", .integer(100)), line("part", "z", .null),
      ])
    try warehouse.load(
      .products, "p.csv", [["sku": .text("y"), "name": .text("y"), "unit_cost": .integer(30)]])
    _ = try refresh("2026-05-03")
    #expect(
      try warehouse.dump("select order_id, margin, knows_cost from order_fact order by order_id")
        == ["lines|740|1", "none|1000|0", "own|350|1", "part|750|0"])
  }

  @Test func `an invoice has its part of the margin of its order`() throws {
    try warehouse.load(
      .orders, "o.csv",
      [order("A", "2026-05-03 10:00", 1_000, ["cost_of_goods": .integer(600)])])
    func invoice(_ id: String, _ total: Int64, _ order: Cell, _ currency: Cell = .null)
      throws -> [String: Cell]
    {
      [
        "invoice_id": .text(id), "issued_at": .integer(try at("2026-05-03 11:00")),
        "total": .integer(total), "order_id": order, "currency": currency,
        "paid_at": .integer(try at("2026-05-05 11:00")),
      ]
    }
    try loadRates()
    try warehouse.load(
      .invoices, "i.csv",
      [
        try invoice("whole", 1_000, .text("A")), try invoice("advance", 300, .text("A")),
        try invoice("alone", 500, .null), try invoice("dollars", 10, .null, .text("USD")),
      ])
    _ = try refresh("2026-05-03", "2026-05-05")
    let facts = "select invoice_id, paid_day, total, margin from invoice_fact order by invoice_id"
    #expect(
      try warehouse.dump(facts) == [
        "advance|2026-05-05|300|120", "alone|2026-05-05|500|500", "dollars|2026-05-05|900|900",
        "whole|2026-05-05|1000|400",
      ])
    // The order's goods turn out to have cost more: its invoices follow, whatever their days.
    try warehouse.load(
      .orders, "o.csv",
      [order("A", "2026-05-03 10:00", 1_000, ["cost_of_goods": .integer(800)])], modified: 3)
    _ = try refresh("2026-05-03")
    #expect(try warehouse.dump(facts).last == "whole|2026-05-05|1000|200")
  }

  @Test func `an invoice that comes after its payment is worth as much`() throws {
    func load(_ first: Bool) throws {
      if first {
        try warehouse.load(
          .payments, "p.csv",
          [
            [
              "payment_id": .text("p"), "paid_at": .integer(try at("2026-05-10 11:00")),
              "amount": .integer(1_000), "currency": .text("RUB"), "invoice_id": .text("I"),
            ]
          ])
      } else {
        try warehouse.load(
          .invoices, "i.csv",
          [
            [
              "invoice_id": .text("I"), "issued_at": .integer(try at("2026-05-01 11:00")),
              "total": .integer(1_000),
            ]
          ])
      }
    }
    try load(true)
    _ = try refresh("2026-05-10")
    try load(false)
    _ = try refresh("2026-05-01")
    #expect(
      try warehouse.dump("select paid_day, total from invoice_fact") == ["2026-05-10|1000"])
    #expect(
      try warehouse.dump("select total from mart_total_day where measure = 'invoices_paid'")
        == ["1000"])
  }

  @Test func `a refund leaves an invoice its part of the order`() throws {
    try warehouse.load(
      .orders, "o.csv",
      [
        order(
          "A", "2026-05-03 10:00", 10_000,
          ["cost_of_goods": .integer(60_000), "refunded": .integer(90_000)])
      ])
    try warehouse.load(
      .invoices, "i.csv",
      [
        [
          "invoice_id": .text("I"), "issued_at": .integer(try at("2026-05-03 11:00")),
          "total": .integer(100_000), "order_id": .text("A"),
        ]
      ])
    _ = try refresh("2026-05-03")
    #expect(try warehouse.dump("select margin from invoice_fact") == ["-50000"])
  }

  @Test func `the refunds of an order that is gone are revenue below zero on their days`() throws {
    try warehouse.load(.orders, "o.csv", [order("A", "2026-05-03 10:00", 1_000)])
    try warehouse.run(
      """
      insert into order_refund values ('A', '1', ?, 300, 'RUB', 1, 2)
      """, [.integer(try at("2026-05-10 10:00"))])
    _ = try refresh("2026-05-03", "2026-05-10")
    let refunds = "select day, amount from refund_fact"
    #expect(try warehouse.dump(refunds) == [])
    try warehouse.run("delete from orders")
    _ = try refresh("2026-05-03")
    #expect(try warehouse.dump(refunds) == ["2026-05-10|300"])
    #expect(
      try warehouse.dump("select day, orders, revenue from mart_demand_day")
        == ["2026-05-10|0|-300"])
    #expect(try warehouse.allDays().contains(try day("2026-05-10")))
  }

  @Test func `an order seen by a session was made on the site, as long as one saw it`() throws {
    try warehouse.load(.orders, "o.csv", [order("A", "2026-05-03 10:00", 1_000)])
    func see(on day: String) throws {
      try warehouse.run(
        """
        insert into session (
          session_id, visitor, day, started_at, ended_at, channel, pages, seconds, reached_product,
          reached_cart, reached_checkout, reached_order, is_new
        ) values (1, 1, ?, 0, 0, 'direct', 1, 0, 0, 0, 0, 1, 1)
        """, [.text(day)])
      try warehouse.run("insert into session_order (session_id, order_id) values (1, 'A')")
    }
    let isWeb = "select is_web from order_fact"
    _ = try refresh("2026-05-03")
    #expect(try warehouse.dump(isWeb) == ["0"])
    // The customer looked at the confirmation the day after.
    try see(on: "2026-05-04")
    let touched = try warehouse.refreshFacts(days: [try day("2026-05-04")])
    #expect(try warehouse.dump(isWeb) == ["1"])
    #expect(touched == [try day("2026-05-03"), try day("2026-05-04")])
  }

  @Test func `an order that moves to another day leaves the first`() throws {
    try warehouse.load(.orders, "o.csv", [order("A", "2026-05-03 10:00", 1_000)])
    _ = try refresh("2026-05-03")
    let moved = try warehouse.load(
      .orders, "o.csv", [order("A", "2026-05-06 10:00", 1_000)], modified: 3)
    try warehouse.refresh(days: Set(moved.dirtyDays))
    #expect(try warehouse.dump("select day, total from order_fact") == ["2026-05-06|1000"])
    #expect(try warehouse.dump("select day, orders from mart_demand_day") == ["2026-05-06|1"])
  }
}
