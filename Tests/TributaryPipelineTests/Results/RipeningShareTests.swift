import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// Shares whose events come with time, through whole nights; the as-of day is 2026-11-14.
@Suite struct RipeningShareTests {
  private func shop(invoices: String) throws -> Shop {
    let shop = try Shop.small("\n{kind: 'invoices', paths: ['invoices/*']},")
    // Invoices of the last day, so that the source covers the week.
    try shop.write(
      "invoice_id,issued_at,total,due_at,paid_at\nZ,2026-11-14 10:00,100,2026-12-05,\n" + invoices,
      to: "invoices/a.csv")
    #expect(try shop.run().exitCode == 0)
    return shop
  }

  private let figure = "select value, open from indicator where name = 'paid_invoice_share'"

  @Test(arguments: [
    // Paid before its day; two of three due; none due in the week; one without a day, 21 days on.
    ("A,2026-10-20 10:00,100,2026-11-09,2026-10-30 10:00\n", "1.0|1"),
    (
      "A,2026-10-20 10:00,100,2026-11-09,2026-10-30 10:00\n"
        + "B,2026-10-20 10:00,100,2026-11-14,2026-11-14 10:00\n"
        + "C,2026-10-20 10:00,100,2026-11-08,\nD,2026-11-10 10:00,100,2026-11-15,\n",
      "0.6666666666666666|2"
    ),
    ("A,2026-09-01 10:00,100,2026-09-20,2026-09-03 10:00\n", "null|1"),
    ("A,2026-10-20 10:00,100,,2026-11-12 10:00\nB,2026-10-22 10:00,100,,\n", "0.5|1"),
  ])
  func `of invoices those due in the week count, and open ones are told apart`(
    invoices: String, expected: String
  ) throws {
    #expect(try shop(invoices: invoices).rows(figure) == [expected])
  }

  @Test func `where no payment is known there is no share of paid invoices`() throws {
    let shop = try shop(invoices: "A,2026-10-20 10:00,100,2026-11-09,\n")
    #expect(try shop.rows(figure) == [])
  }

  @Test func `an order is lost on the day that its dates or its statuses tell`() throws {
    let shop = try Shop.small("\n{kind: 'order_statuses', paths: ['statuses/*']},")
    try shop.write(
      "order_id,placed_at,total,status,cancelled_at\n"
        + "A,2026-11-08 10:00,100,cancelled,2026-11-09 10:00\n"
        + "B,2026-11-08 10:00,100,cancelled,\nC,2026-11-08 10:00,100,returned,\n"
        + "D,2026-11-08 10:00,100,cancelled,\nE,2026-11-08 10:00,100,delivered,\n",
      to: "orders/a.csv")
    try shop.write(
      "order_id,at,status\nB,2026-11-08 10:00,new\nB,2026-11-10 10:00,cancelled\n"
        + "C,2026-11-08 11:00,cancelled\nC,2026-11-09 11:00,delivered\n"
        + "E,2026-11-09 10:00,cancelled\nE,2026-11-10 10:00,delivered\n", to: "statuses/a.csv")
    try shop.run()
    let days = "select order_id, lost_day from order_fact order by 1"
    #expect(
      try shop.rows(days) == ["A|2026-11-09", "B|2026-11-10", "C|null", "D|null", "E|null"])
    // The status of the return arrives a night later, in a file of its own.
    try shop.write("order_id,at,status\nC,2026-11-12 09:00,returned\n", to: "statuses/b.csv")
    try shop.run()
    #expect(try shop.rows(days)[2] == "C|2026-11-12")
  }
}
