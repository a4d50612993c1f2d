import Testing

@testable import TributaryPipeline

/// What `leave_out_when` takes out stays out whichever file comes first, and comes back when a newer
/// file says so.
@Suite struct LeftOutRowsTests {
  private func arrivals(
    _ kind: String, _ rule: String, _ files: [(String, String)], more: String = ""
  ) -> Arrivals {
    Arrivals(
      sources: """
        {kind: '\(kind)', format: 'csv', paths: ['a-*.csv'], optional: true, leave_out_when: \(rule)}\(more)
        """,
      files: files.map { (name: $0.0, text: $0.1) })
  }

  @Test func `an order that a newer file marks as a test is not there in any order`() throws {
    let head = "order_id,placed_at,total,status,phone\n"
    let shop = arrivals(
      "orders", "{status: 'test'}",
      [
        (
          "a-2026-11-02.csv",
          head + "1,2026-11-01 10:00,100.00,new,89161112233\n2,2026-11-01 11:00,7.00,new,\n"
        ),
        (
          "a-2026-11-05.csv",
          "order_id,placed_at,total,status\n1,2026-11-01 10:00,100.00,test\n"
        ),
        (
          "a-2026-11-04.csv",
          "order_id,placed_at,total,status\n1,2026-11-01 10:00,90.00,paid\n"
        ),
      ])
    #expect(try shop.rows("select order_id, total, status from orders") == ["2|700|new"])
    #expect(try shop.rows("select revenue, cancelled from mart_demand_day") == ["700|0"])
  }

  @Test func `an order that is a test no longer is back with all that was told of it`() throws {
    let shop = arrivals(
      "orders", "{status: 'test'}",
      [
        (
          "a-2026-11-02.csv",
          "order_id,placed_at,total,status,city\n1,2026-11-01 10:00,100.00,new,Perm\n"
        ),
        ("a-2026-11-04.csv", "order_id,placed_at,total,status\n1,2026-11-01 10:00,95.00,test\n"),
        ("a-2026-11-06.csv", "order_id,placed_at,total,status\n1,2026-11-01 10:00,90.00,paid\n"),
      ])
    #expect(
      try shop.rows("select order_id, total, status, city from orders") == ["1|9000|paid|Perm"])
    #expect(try shop.rows("select count(*) from left_out_row") == ["0"])
  }

  @Test func `calls of the shop's own are out, whichever export comes first`() throws {
    let head = "call_id,started_at,dialled_number,talk_seconds,source,caller\n"
    let shop = arrivals(
      "calls", "{source: '^internal$'}",
      [
        ("a-2026-11-02.csv", head + "7,2026-11-01 10:00,3422001122,60,city,89161112233\n"),
        ("a-2026-11-03.csv", head + "7,2026-11-01 10:00,3422001122,60,internal,89161112233\n"),
        ("a-2026-11-04.csv", head + "8,2026-11-02 10:00,3422001122,60,city,89161112234\n"),
      ])
    #expect(try shop.rows("select call_id from call") == ["8"])
  }

  @Test func `an invoice that was made to try is out, and in again`() throws {
    let head = "invoice_id,issued_at,total,status\n"
    let files = [
      ("a-2026-11-02.csv", head + "5,2026-11-01,100.00,sent\n6,2026-11-01,50.00,sent\n"),
      ("a-2026-11-03.csv", head + "5,2026-11-01,100.00,draft\n6,2026-11-01,50.00,draft\n"),
      ("a-2026-11-04.csv", head + "6,2026-11-01,51.00,paid\n"),
    ]
    let shop = arrivals("invoices", "{status: 'draft'}", files)
    #expect(try shop.rows("select invoice_id, total, status from invoice") == ["6|5100|paid"])
  }

  @Test func `a line that is left out takes its order with it in any order`() throws {
    let head = "order_id,placed_at,sku,quantity,unit_price\n"
    let shop = arrivals(
      "order_lines", "{sku: 'TEST'}, derive_orders: true",
      [
        ("a-2026-11-02.csv", head + "1,2026-11-01 10:00,HAT,1,10.00\n"),
        (
          "a-2026-11-03.csv",
          head + "1,2026-11-01 10:00,HAT,1,10.00\n1,2026-11-01 10:00,TEST,1,1.00\n"
        ),
        ("a-2026-11-04.csv", head + "2,2026-11-01 12:00,HAT,2,10.00\n"),
      ])
    #expect(try shop.rows("select order_id, total from orders") == ["2|2000"])
  }

  @Test func `a refund of an order that is left out is no loss of its own`() throws {
    let shop = arrivals(
      "orders", "{status: 'test'}",
      [
        (
          "a-2026-11-02.csv",
          "order_id,placed_at,total,status\n1,2026-11-01 10:00,100.00,new\n2,2026-11-01 10:00,5.00,new\n"
        ),
        ("a-2026-11-05.csv", "order_id,placed_at,total,status\n1,2026-11-01 10:00,100.00,test\n"),
        ("b-2026-11-04.csv", "order_id,placed_at,total,status\n1,2026-11-03 10:00,-40.00,refund\n"),
      ],
      more: """
        ,
        {kind: 'orders', format: 'csv', paths: ['b-*.csv'], optional: true, refund_when: {status: 'refund'}}
        """)
    #expect(try shop.rows("select order_id, total from orders") == ["2|500"])
    #expect(
      try shop.rows("select sum(total) from mart_total_day where measure = 'revenue'") == ["500"])
  }

  @Test func `rows that were left out by a key that is gone are there again`() throws {
    let shop = try Shop.small()
    try shop.write(
      "order_id,placed_at,total,status\n1,2026-11-01 10:00,100.00,new\n",
      to: "orders/a-2026-11-02.csv")
    try shop.write(
      "order_id,placed_at,total,status\n1,2026-11-01 10:00,90.00,test\n",
      to: "orders/a-2026-11-03.csv")
    let rule = "paths: ['orders/*'], leave_out_when: {status: 'test'}"
    try shop.replace("paths: ['orders/*']", rule)
    try shop.run()
    #expect(try shop.rows("select total from orders") == [])
    try shop.replace(rule, "paths: ['orders/*']")
    try shop.run()
    #expect(try shop.rows("select total, status from orders") == ["9000|test"])
    #expect(try shop.number("select count(*) from left_out_row") == 0)
    #expect(try shop.warehouse().moneyMismatches() == [])
  }
}
