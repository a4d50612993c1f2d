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
}
