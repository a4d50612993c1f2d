import Foundation
import Testing

@testable import TributaryPipeline

@Suite struct VoidPaymentTests {
  @Test func `payments of invoices that were taken back are told until they are open again`() throws
  {
    let shop = try Shop.small(
      "\n{kind: 'invoices', paths: ['invoices/*']},\n{kind: 'payments', paths: ['payments/*']},")
    func invoices(_ status: String, _ name: String) throws {
      try shop.write(
        """
        invoice_id,issued_at,total,status
        I1,2026-11-10T10:00:00+03:00,100.00,\(status)
        I2,2026-11-10T11:00:00+03:00,50.00,issued
        I3,2026-11-10T12:00:00+03:00,70.00,void

        """, to: "invoices/2026-11-\(name).csv")
    }
    try invoices("Аннулирован", "10")
    try shop.write(
      """
      payment_id,paid_at,amount,invoice_id
      p1,2026-11-11T10:00:00+03:00,100.00,I1
      p2,2026-11-11T11:00:00+03:00,50.00,I2
      p3,2026-11-12T11:00:00+03:00,40.00,I1

      """, to: "payments/a.csv")
    #expect(try shop.run().exitCode == 0)
    let notes = "select note, about, count from file_note where note like 'payments%'"
    #expect(try shop.rows(notes) == ["payments-of-void|I1|2"])
    let page = try #require(try shop.reports()["quality.html"])
    #expect(
      String(decoding: page, as: UTF8.self).contains("ayments of invoices that are void: 2"))
    try invoices("issued", "12")
    #expect(try shop.run().exitCode == 0)
    #expect(try shop.rows(notes) == [])
    #expect(
      try shop.rows("select invoice_id from invoice_fact where paid_day is not null") == [
        "I1", "I2",
      ])
  }

  /// Paid in four languages; in part, unpaid, not at all; with a day; by a payment.
  @Test func `invoices that say they are paid and not when are told`() throws {
    let shop = try Shop.small(
      "\n{kind: 'invoices', paths: ['invoices/*']},\n{kind: 'payments', paths: ['payments/*']},")
    let statuses = [
      "Paid", "Оплачен", "bezahlt", "Payée", "Оплачен частично", "paid partially", "unpaid",
      "Не оплачен", "issued", "", "Оплачен: нет",
    ]
    let rows = statuses.enumerated().map { "I\($0.offset + 10),2026-11-10,100,\($0.element),\n" }
    try shop.write(
      "invoice_id,issued_at,total,status,paid_at\n" + rows.joined()
        + "J1,2026-11-10,100,paid,2026-11-12\nJ2,2026-11-10,100,paid,\n",
      to: "invoices/a.csv")
    try shop.write(
      "payment_id,paid_at,amount,invoice_id\np1,2026-11-11,100,J2\n", to: "payments/a.csv")
    #expect(try shop.run().exitCode == 0)
    let notes = "select about, count from file_note where note = 'paid-without-day'"
    #expect(try shop.rows(notes) == ["I10|4"])
    let pages = try shop.reports()
    let page = try #require(pages["quality.html"])
    #expect(String(decoding: page, as: UTF8.self).contains("4 invoices say that they are paid"))
  }
}
