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

  private func load(
    invoices: [(id: String, paidAt: Cell, currency: String)], status: String? = nil
  ) throws {
    try warehouse.load(
      .invoices, "i.csv",
      invoices.map {
        [
          "invoice_id": .text($0.id), "issued_at": .integer(try at("2026-05-01 12:00")),
          "total": .integer(10_000), "paid_at": $0.paidAt, "currency": .text($0.currency),
          "status": Cell(status),
        ]
      })
  }

  private func settled() throws -> [String] {
    _ = try warehouse.refreshFacts(days: [day("2026-05-01")])
    return try warehouse.dump(
      "select invoice_id, coalesce(date(paid_at / 1000, 'unixepoch'), '-') "
        + "from invoice_settlement order by 1")
  }

  /// Totals are 100.00. A: 60 on the 3rd and 40 on the 5th reach it on the 5th; a further 7 on the
  /// 9th changes nothing. B: 98.99 do not, F: 99.00 are within a rouble. C says itself that it was
  /// paid on the 2nd. D has no payment. E is in dollars: roubles do not pay it. The payment of "?"
  /// belongs to no invoice.
  @Test func `payments that reach the total pay an invoice, at the last one's time`() throws {
    try load(invoices: [
      ("A", .null, "RUB"), ("B", .null, "RUB"), ("C", .integer(try at("2026-05-02 12:00")), "RUB"),
      ("D", .null, "RUB"), ("E", .null, "USD"), ("F", .null, "RUB"),
    ])
    try load(payments: [
      ("2", "2026-05-05", 4000, .text("A")), ("1", "2026-05-03", 6000, .text("A")),
      ("3", "2026-05-09", 700, .text("A")), ("4", "2026-05-03", 9899, .text("B")),
      ("5", "2026-05-04", 10_000, .text("C")), ("6", "2026-05-04", 10_000, .text("E")),
      ("7", "2026-05-04", 10_000, .text("?")), ("8", "2026-05-04", 10_000, .null),
      ("9", "2026-05-06", 9900, .text("F")),
    ])
    #expect(
      try settled() == ["A|2026-05-05", "B|-", "C|2026-05-02", "D|-", "E|-", "F|2026-05-06"])
  }

  /// Totals are 100.00. A's money went back, B's but for 50 kopecks, C's though it says itself that it
  /// is paid. D paid again on the 8th. Of E 30.00 went back, of F what had been paid too much. G was
  /// paid before the books begin: only the 25.00 that went back stand there.
  @Test func `money that goes back unpays an invoice, a part lowers it`() throws {
    let own = Cell.integer(try at("2026-05-02 12:00"))
    try load(invoices: [
      ("A", .null, "RUB"), ("B", .null, "RUB"), ("C", own, "RUB"), ("D", .null, "RUB"),
      ("E", .null, "RUB"), ("F", .null, "RUB"), ("G", own, "RUB"),
    ])
    try load(payments: [
      ("a1", "2026-05-03", 10_000, .text("A")), ("a2", "2026-05-06", -10_000, .text("A")),
      ("b1", "2026-05-03", 10_000, .text("B")), ("b2", "2026-05-06", -9950, .text("B")),
      ("c1", "2026-05-02", 10_000, .text("C")), ("c2", "2026-05-06", -10_000, .text("C")),
      ("d1", "2026-05-03", 10_000, .text("D")), ("d2", "2026-05-06", -10_000, .text("D")),
      ("d3", "2026-05-08", 10_000, .text("D")), ("e1", "2026-05-03", 10_000, .text("E")),
      ("e2", "2026-05-06", -3000, .text("E")), ("f1", "2026-05-03", 12_000, .text("F")),
      ("f2", "2026-05-06", -2000, .text("F")), ("g1", "2026-05-06", -2500, .text("G")),
    ])
    #expect(
      try settled() == [
        "A|-", "B|-", "C|-", "D|2026-05-08", "E|2026-05-03", "F|2026-05-03", "G|2026-05-02",
      ])
    #expect(
      try warehouse.dump("select invoice_id, total from invoice_fact order by 1") == [
        "A|10000", "B|10000", "C|10000", "D|10000", "E|7000", "F|10000", "G|7500",
      ])
  }

  @Test(arguments: [
    ("void", true), ("Аннулирован", true), ("Отменён клиентом", true), ("Storniert", true),
    ("Replaced by INV-7", true), ("", false), ("open", false), ("Возврат денег", false),
    ("refunded", false), ("Не отменён", false), ("unpaid", false), ("failed", false),
  ])
  func `an invoice that was taken back is neither open nor paid`(
    status: String, isVoid: Bool
  ) throws {
    try load(invoices: [("A", .integer(try at("2026-05-02 12:00")), "RUB")], status: status)
    try load(payments: [("1", "2026-05-02", 10_000, .text("A"))])
    try warehouse.refresh(days: [day("2026-05-01")])
    #expect(try settled() == [isVoid ? "A|-" : "A|2026-05-02"])
    #expect(
      try warehouse.dump(
        "select numerator, denominator from mart_indicator_day where indicator = 'paid_invoice_share'"
      ) == (isVoid ? [] : ["1.0|1.0"]))
    #expect(try warehouse.rows(.openInvoices, [.text("2026-05-01")]).count == 1)
    #expect(
      try warehouse.dump(
        "select count(*) from invoice_fact where not is_void and day <= '2026-05-01'")
        == [isVoid ? "0" : "1"])
  }

  /// An invoice that does not say is due three weeks after its day.
  @Test func `a later payment makes the invoice's own days anew`() throws {
    try load(invoices: [("A", .null, "RUB")])
    try warehouse.refresh(days: [day("2026-05-01")])
    let share =
      "select day, numerator, denominator from mart_indicator_day "
      + "where indicator = 'paid_invoice_share'"
    #expect(try warehouse.dump(share) == ["2026-05-22|0.0|1.0"])
    try load(payments: [("1", "2026-05-07", 10_000, .text("A"))])
    try warehouse.refresh(days: [day("2026-05-07")])
    #expect(try warehouse.dump(share) == ["2026-05-22|1.0|1.0"])
  }
}
