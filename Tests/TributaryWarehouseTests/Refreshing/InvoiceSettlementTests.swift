import Testing
import TributaryModel

@testable import TributaryWarehouse

@Suite struct InvoiceSettlementTests {
  private let shop: TestShop
  private let warehouse: Warehouse

  init() throws {
    shop = try TestShop()
    warehouse = try shop.open()
  }

  private func load(payments: [(id: String, day: String, amount: Int64, invoice: Cell)]) throws {
    try warehouse.load(
      .payments, "p.csv",
      payments.map {
        [
          "payment_id": .text($0.id), "paid_at": .integer(try at($0.day + " 12:00")),
          "amount": .integer($0.amount), "currency": .text("RUB"), "invoice_id": $0.invoice,
        ]
      })
  }

  private func load(invoices: [(id: String, paidAt: Cell, currency: String)]) throws {
    try warehouse.load(
      .invoices, "i.csv",
      invoices.map {
        [
          "invoice_id": .text($0.id), "issued_at": .integer(try at("2026-05-01 12:00")),
          "total": .integer(100), "paid_at": $0.paidAt, "currency": .text($0.currency),
        ]
      })
  }

  private func settled() throws -> [String] {
    try warehouse.dump(
      "select invoice_id, coalesce(date(paid_at / 1000, 'unixepoch'), '-') "
        + "from invoice_settlement order by 1")
  }

  /// Totals are 100. A: 60 on the 3rd and 40 on the 5th reach it on the 5th; a further 7 on the
  /// 9th changes nothing. B: 99.99 do not. C says itself that it was paid on the 2nd. D has no
  /// payment. E is in dollars: roubles do not pay it. The payment of "?" belongs to no invoice.
  @Test func `payments that reach the total pay an invoice, at the last one's time`() throws {
    try load(invoices: [
      ("A", .null, "RUB"), ("B", .null, "RUB"), ("C", .integer(try at("2026-05-02 12:00")), "RUB"),
      ("D", .null, "RUB"), ("E", .null, "USD"),
    ])
    try load(payments: [
      ("2", "2026-05-05", 40, .text("A")), ("1", "2026-05-03", 60, .text("A")),
      ("3", "2026-05-09", 7, .text("A")), ("4", "2026-05-03", 99, .text("B")),
      ("5", "2026-05-04", 100, .text("C")), ("6", "2026-05-04", 100, .text("E")),
      ("7", "2026-05-04", 100, .text("?")), ("8", "2026-05-04", 100, .null),
    ])
    #expect(
      try settled() == ["A|2026-05-05", "B|-", "C|2026-05-02", "D|-", "E|-"])
  }

  /// An invoice that does not say is due three weeks after its day.
  @Test func `a later payment makes the invoice's own days anew`() throws {
    try load(invoices: [("A", .null, "RUB")])
    try warehouse.refresh(days: [day("2026-05-01")])
    let share =
      "select day, numerator, denominator from mart_indicator_day "
      + "where indicator = 'paid_invoice_share'"
    #expect(try warehouse.dump(share) == ["2026-05-22|0.0|1.0"])
    try load(payments: [("1", "2026-05-07", 100, .text("A"))])
    try warehouse.refresh(days: [day("2026-05-07")])
    #expect(try warehouse.dump(share) == ["2026-05-22|1.0|1.0"])
  }
}
