import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

/// What is given back lowers its order, whichever file tells of it first.
@Suite struct OrderRefundTests {
  private static let sources = """
    {kind: 'orders', format: 'woocommerce-orders', paths: ['woo/*'], optional: true},
    {kind: 'orders', paths: ['csv/*'], optional: true, refund_when: {status: '^credit note$'}},
    """

  private func shop() throws -> Shop { try Shop.small("\n" + Self.sources) }

  private static let head = "Date,Order #,Status,N. Revenue\n"
  private static let files = [
    ("woo/april.csv", head + "2026-04-30 10:15:00,1001,completed,1990\n"),
    (
      "woo/may.csv",
      head + "2026-05-10 10:15:00,1001,completed,-500\n"
        + "2026-05-10 10:15:00,1001,completed,-500\n2026-05-11 10:15:00,1002,completed,12.3\n"
    ),
    ("woo/overlap.csv", head + "2026-05-10 10:15:00,1001,completed,-500\n"),
  ]

  /// 1,990.00 less the pair of 500.00 that one file lists; the overlap lists one of them again.
  @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 0, 2], [2, 0, 1]])
  func `an order is net of its refunds, in any order of arrival`(order: [Int]) throws {
    let shop = try shop()
    for index in order {
      try shop.write(Self.files[index].1, to: Self.files[index].0)
      #expect(try shop.run().exitCode == 0)
      #expect(try shop.warehouse().moneyMismatches() == [])
    }
    let orders = "select order_id, total, refunded, status from orders order by order_id"
    let expected = ["1001|99000|100000|delivered", "1002|1230|null|delivered"]
    #expect(try shop.rows(orders) == expected)
    let revenue = "select sum(total) from mart_total_day where measure = 'revenue'"
    #expect(try shop.number(revenue) == 100_230)
    // A newer version of the order's own row keeps its refunds, and a copy changes nothing.
    try shop.write(Self.files[0].1.replacing("completed", with: "processing"), to: "woo/june.csv")
    try shop.write(Self.files[1].1, to: "woo/may-copy.csv")
    try shop.run()
    #expect(try shop.rows(orders).first?.hasPrefix("1001|99000|100000|") == true)
    #expect(try shop.number(revenue) == 100_230)
    #expect(try shop.number("select count(*) from order_refund") == 2)
    #expect(try shop.warehouse().moneyMismatches() == [])
    let counts = try shop.rows(
      "select path from source_file where read <> loaded + duplicate + filtered + rejected")
    #expect(counts == [])
  }

  @Test func `a refund of an order nobody told of is negative revenue of its own day`() throws {
    let shop = try shop()
    try shop.write(
      "order_id,placed_at,total,status\n9,2026-05-10 10:00,70.00,credit note\n"
        + ",2026-05-11 10:00,-5.00,credit note\n10,2026-05-11 10:00,8.00,new\n", to: "csv/a.csv")
    try shop.run()
    let days = "select day, total from mart_total_day where measure = 'revenue' order by day"
    #expect(try shop.rows(days) == ["2026-05-10|-7000", "2026-05-11|300"])
    #expect(try shop.number("select sum(orders) from mart_demand_day") == 1)
    try shop.write("order_id,placed_at,total\n9,2026-05-01 10:00,100.00\n", to: "csv/b.csv")
    try shop.run()
    #expect(try shop.rows(days) == ["2026-05-01|3000", "2026-05-11|300"])
    #expect(try shop.warehouse().moneyMismatches() == [])
  }

  @Test func `a file of refunds that is read anew gives back once`() throws {
    let shop = try shop()
    try shop.write(
      "order_id,placed_at,total,status\n9,2026-05-01 10:00,100.00,new\n"
        + "9,2026-05-10 10:00,-30.00,credit note\n10,2026-05-02 10:00,8.00,lost\n",
      to: "csv/a.csv")
    try shop.run()
    let orders = "select order_id, total, refunded, status from orders order by order_id"
    #expect(try shop.rows(orders) == ["10|800|null|lost", "9|7000|3000|new"])
    for status in ["cancelled", "shipped"] {
      let former = status == "cancelled" ? "optional: true, refund_when" : "lost: 'cancelled'"
      let now =
        status == "cancelled"
        ? "optional: true, values: {status: {lost: 'cancelled'}}, refund_when" : "lost: 'shipped'"
      try shop.replace(former, now)
      #expect(try shop.run().exitCode == 0)
      #expect(try shop.rows(orders) == ["10|800|null|\(status)", "9|7000|3000|new"])
      #expect(try shop.number("select count(*) from order_refund") == 1)
      #expect(try shop.warehouse().moneyMismatches() == [])
      #expect(
        try shop.rows(
          "select path from source_file where read <> loaded + duplicate + filtered + rejected")
          == [])
    }
  }

  @Test func `a refund stays what it is when the file of its order is read anew`() throws {
    let shop = try Shop(
      """
      {name: 'shop', currency: 'RUB', as_of: '2026-11-14', sources: [
        {kind: 'orders', paths: ['orders/*']},
        {kind: 'orders', paths: ['refunds/*'], refund_when: {status: '^ref'}},
      ]}
      """)
    try shop.write(
      "order_id,placed_at,total,status\n1,2026-11-01 10:00,100.00,ok\n", to: "orders/o.csv")
    try shop.write(
      "order_id,placed_at,total,status\n1,2026-11-02 10:00,30.00,ref\n", to: "refunds/r.csv")
    try shop.run()
    let money = """
      select path, table_name, file_money.read, file_money.loaded, restated_from, restated_to
      from file_money join source_file using (source_file_id) order by 1, 2
      """
    let (files, reports) = (try shop.rows(money), try shop.reports())
    for (former, now) in [
      ("paths: ['orders/*']", "paths: ['orders/*'], constants: {channel: 'shop'}"),
      (", constants: {channel: 'shop'}", ""),
      ("refund_when: {status: '^ref'}", "refund_when: {status: '^reff'}"),
      ("refund_when: {status: '^reff'}", "refund_when: {status: '^ref'}"),
    ] {
      try shop.replace(former, now)
      try shop.run()
      #expect(try shop.warehouse().moneyMismatches() == [])
      let isRefund = !now.contains("reff")
      #expect(
        try shop.rows("select total from table_money where table_name = 'order_refund'")
          == [isRefund ? "-3000" : "0"])
      guard isRefund else { continue }
      #expect(try shop.rows("select total, refunded from orders") == ["7000|3000"])
      #expect(try shop.rows(money) == files)
    }
    let pages = try shop.reports()
    for (name, bytes) in reports where name.hasSuffix(".csv") {
      #expect(pages[name] == bytes, "\(name)")
    }
  }

  @Test(arguments: ["{status: '^No'}", "{order_id: '^1$'}", "{status: '^No', order_id: '^x'}"])
  func `an order of two files that is left out from now on is not there`(rule: String) throws {
    let shop = try Shop.small()
    try shop.write(
      "order_id,placed_at,total,status\n1,2026-11-01 10:00,100.00,No\n2,2026-11-01 11:00,7.00,ok\n",
      to: "orders/a-2026-11-05.csv")
    try shop.write(
      "order_id,placed_at,total,status\n1,2026-11-01 10:00,110.00,No\n3,2026-11-02 10:00,8.00,ok\n",
      to: "orders/a-2026-11-12.csv")
    try shop.run()
    let orders = "select order_id, total, status from orders order by 1"
    #expect(try shop.rows(orders) == ["1|11000|No", "2|700|ok", "3|800|ok"])
    try shop.replace("paths: ['orders/*']", "paths: ['orders/*'], leave_out_when: \(rule)")
    try shop.run()
    #expect(try shop.rows(orders) == ["2|700|ok", "3|800|ok"])
    try shop.replace(", leave_out_when: \(rule)", "")
    try shop.run()
    #expect(try shop.rows(orders) == ["1|11000|No", "2|700|ok", "3|800|ok"])
    #expect(try shop.warehouse().moneyMismatches() == [])
  }

  /// 40 of order 7, corrected to 30; two of one minute, of which one is corrected; one that stays.
  @Test func `a refund that its file tells otherwise later is not taken twice`() throws {
    func refunds(_ rows: String...) -> String {
      Self.head + "2026-05-01 10:00:00,7,completed,100\n2026-05-01 11:00:00,8,completed,100\n"
        + rows.map { $0 + "\n" }.joined()
    }
    let former = refunds(
      "2026-05-04 09:00:00,7,completed,-40", "2026-05-05 09:00:00,8,completed,-10",
      "2026-05-05 09:00:00,8,completed,-20", "2026-05-06 09:00:00,8,completed,-5")
    let now = refunds(
      "2026-05-04 09:00:00,7,completed,-30", "2026-05-05 09:00:00,8,completed,-10",
      "2026-05-05 09:00:00,8,completed,-25")
    let orders = "select order_id, total, refunded from orders order by 1"
    let once = try shop()
    try once.write(now, to: "woo/a.csv")
    try once.run()
    #expect(try once.rows(orders) == ["7|7000|3000", "8|6500|3500"])
    let nightly = try shop()
    try nightly.write(former, to: "woo/a.csv")
    try nightly.run()
    #expect(try nightly.rows(orders) == ["7|6000|4000", "8|6500|3500"])
    try nightly.write(now, to: "woo/a.csv")
    try nightly.run()
    // What the file no longer tells, and tells nothing else of, stays.
    #expect(try nightly.rows(orders) == ["7|7000|3000", "8|6000|4000"])
    #expect(try nightly.warehouse().moneyMismatches() == [])
  }

  @Test func `an order given back in full is lost, and comes to nothing`() throws {
    let shop = try shop()
    try shop.write(
      Self.head + "2026-05-01 10:00:00,7,completed,40\n2026-05-04 09:00:00,7,completed,-40\n",
      to: "woo/a.csv")
    try shop.run()
    #expect(
      try shop.rows("select total, refunded, status from orders") == ["0|4000|refunded"])
    #expect(try shop.number("select sum(cancelled) from mart_demand_day") == 1)
  }

  @Test func `an order that was thrown away later is no order, and counts once as filtered`() throws
  {
    let shop = try shop()
    try shop.write(Self.head + "2026-05-01 10:00:00,7,completed,40\n", to: "woo/a-2026-05-01.csv")
    try shop.run()
    try shop.write(
      Self.head + "2026-05-01 10:00:00,7,trash,40\n2026-05-01 10:00:00,8,trash,50\n",
      to: "woo/b-2026-05-02.csv")
    try shop.run()
    #expect(try shop.rows("select order_id, status from orders") == [])
    #expect(
      try shop.rows("select read, loaded, filtered from source_file where path like '%/b-%'")
        == ["2|0|2"])
    #expect(try shop.number("select coalesce(sum(revenue), 0) from mart_demand_day") == 0)
    #expect(try shop.warehouse().moneyMismatches() == [])
  }
}
