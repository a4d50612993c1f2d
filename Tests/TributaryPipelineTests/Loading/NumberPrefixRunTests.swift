import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

/// Two shops that number alike, kept apart by `id_prefix`.
@Suite struct NumberPrefixRunTests {
  private static let agent =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 "
    + "Safari/537.36"
  private static let kinds = [
    "orders", "order_lines", "order_statuses", "invoices", "payments", "calls", "letters",
  ]

  /// Sources of a shop's folder.
  private static func sources(_ folder: String, _ prefix: String) -> String {
    let key = prefix.isEmpty ? "" : "id_prefix: '\(prefix)', "
    return kinds.map { "{kind: '\($0)', \(key)paths: ['\(folder)/\($0).csv']}," }.joined()
      + "{kind: 'clickstream', \(key)format: 'nginx-vhost-combined', paths: ['\(folder)/*.log']},"
  }

  private static func shop(_ prefixes: [String]) throws -> Shop {
    let shop = try Shop(
      """
      {name: 'shop', timezone: 'UTC', currency: 'EUR', as_of: '2026-05-14', reports: 'reports',
       channels: {own_domains: ['shop.example', 'outlet.example']},
       sources: [\(sources("main", prefixes[0]))\(sources("outlet", prefixes[1]))]}
      """)
    for (index, folder) in ["main", "outlet"].enumerated() {
      let day = "2026-05-0\(index + 2)"
      // Each system writes the number in its own way.
      let number = index == 0 ? "1001" : "#1001"
      let texts = [
        "orders": "order_id,placed_at,total\n\(number),\(day) 10:00:00,\(index + 1)00\n",
        "order_lines":
          "order_id,sku,quantity,unit_price,unit_cost\n\(number),\(folder),1,10,4\n",
        "order_statuses": "order_id,at,status\n\(number),\(day) 11:00:00,paid\n",
        "invoices": "invoice_id,issued_at,total,order_id\n5,\(day),\(index + 1)00,\(number)\n",
        "payments": "payment_id,paid_at,amount,invoice_id\n\(folder),\(day),\(index + 1)00,5\n",
        "calls":
          "call_id,started_at,dialled_number,caller,order_id\n\(folder),\(day) 12:00:00,84950000001,,1001\n",
        "letters":
          "letter_id,received_at,from_email,order_id\n\(folder),\(day) 12:00:00,,1001\n",
      ]
      for (kind, text) in texts { try shop.write(text, to: "\(folder)/\(kind).csv") }
      try shop.write(
        ["/?utm_source=vk&utm_medium=cpc&utm_campaign=\(folder)", "/checkout/thanks?order_id=1001"]
          .enumerated().map { minute, path in
            "\(folder).example:443 192.0.2.\(index) - - [0\(index + 2)/May/2026:09:5\(minute):00 +0000] "
              + "\"GET \(path) HTTP/1.1\" 200 512 \"-\" \"\(agent)\"\n"
          }.joined(), to: "\(folder)/access.log")
    }
    return shop
  }

  private func expectTwo(_ shop: Shop, _ first: String, _ second: String) throws {
    let orders = [first, second]
    #expect(
      try shop.rows("select order_id, total, margin from order_fact order by day")
        == ["\(orders[0])|10000|9600", "\(orders[1])|20000|19600"])
    #expect(try shop.rows("select order_id from order_status order by at") == orders)
    #expect(
      try shop.rows("select order_id, paid_day from invoice_fact order by day")
        == ["\(orders[0])|2026-05-02", "\(orders[1])|2026-05-03"])
    #expect(
      try shop.rows(
        "select order_id from session_order join session using (session_id) order by day")
        == orders)
    #expect(
      try shop.rows(
        """
        select group_concat(kind, ' ') from (select * from person_member order by kind)
        group by person_id
        """) == Array(repeating: "call invoice letter order visitor", count: 2))
    #expect(
      try shop.rows("select person_id, count(*) from person_touchpoint group by 1").count == 2)
    #expect(try shop.warehouse().moneyMismatches() == [])
  }

  @Test(arguments: [["", "outlet-"], ["M ", "№"], ["10", "2"]])
  func `all that a shop tells of an order joins within it`(prefixes: [String]) throws {
    let shop = try Self.shop(prefixes)
    #expect(try shop.run().exitCode == 0)
    try expectTwo(shop, prefixes[0] + "1001", prefixes[1] + "1001")
    #expect(try shop.warehouse().fileNotes().isEmpty)
  }

  @Test func `a prefix that comes later has all files of the shop read again`() throws {
    let shop = try Self.shop(["", "outlet-"])
    let sources = Self.sources("outlet", "outlet-")
    try shop.replace(sources, Self.sources("outlet", ""))
    try shop.run()
    #expect(try shop.number("select count(*) from orders where order_id like '%outlet%'") == 0)
    try shop.replace(Self.sources("outlet", ""), sources)
    try shop.run()
    try expectTwo(shop, "1001", "outlet-1001")
    #expect(try shop.number("select count(*) from orders") == 2)
  }

  /// Two exports, lines, an invoice and a page of one order, each in its own writing.
  @Test(arguments: [
    ["#1001", "1001", "№ 1001", "No. 1001"], ["A-7", "#A-7", "A-7", "№A-7"],
    ["Заказ № 55", "55", "#55", "5 5"], ["Order #9", "no.9", "9", "#9"],
  ])
  func `an order is one, however its number is written`(written: [String]) throws {
    let number = OrderNumber.joined(written[0])
    let shop = try Shop(
      """
      {name: 'shop', timezone: 'UTC', currency: 'EUR', as_of: '2026-05-14', reports: 'reports',
       channels: {own_domains: ['shop.example']},
       sources: [{kind: 'orders', paths: ['site.csv', 'crm.csv']},
         {kind: 'order_lines', paths: ['lines.csv']}, {kind: 'order_statuses', paths: ['st.csv']},
         {kind: 'invoices', paths: ['invoices.csv']},
         {kind: 'clickstream', format: 'nginx-vhost-combined', paths: ['*.log']}]}
      """)
    let head = "order_id,placed_at,total\n"
    try shop.write(head + "\(written[0]),2026-05-02 10:00:00,100\n", to: "site.csv")
    try shop.write(head + "\(written[1]),2026-05-02 10:00:00,100\n", to: "crm.csv")
    try shop.write(
      "order_id,sku,quantity,unit_price,unit_cost\n\(written[2]),M,1,100,60\n", to: "lines.csv")
    try shop.write(
      "order_id,at,status\n\(written[1]),2026-05-02 11:00:00,paid\n", to: "st.csv")
    try shop.write(
      "invoice_id,issued_at,total,order_id\n5,2026-05-02,100,\(written[3])\n",
      to: "invoices.csv")
    try shop.write(
      "shop.example:443 192.0.2.1 - - [02/May/2026:09:55:00 +0000] "
        + "\"GET /checkout/thanks?order_id=%23\(number) HTTP/1.1\" 200 512 \"-\" \"\(Self.agent)\"\n",
      to: "access.log")
    #expect(try shop.run().exitCode == 0)
    #expect(
      try shop.rows("select order_id, total, margin, status from order_fact")
        == ["\(number)|10000|4000|paid"])
    #expect(try shop.rows("select order_id, margin from invoice_fact") == ["\(number)|4000"])
    #expect(try shop.rows("select order_id from session_order") == [number])
    #expect(try shop.warehouse().moneyMismatches() == [])
  }

  /// Two shops whose tills, telephones and desks number alike, and what is kept of each.
  @Test(
    arguments: [
      (
        "payments", "payment_id,paid_at,amount\n1,2026-05-02,5\n",
        "payment_id,paid_at,amount\n1,2026-05-03,7\n",
        "select payment_id, amount from payment order by 2", ["1|500", "outlet-1|700"]
      ),
      (
        "ad_payments", "payment_id,paid_at,amount,source\n№ 1,2026-05-02,5,vk\n",
        "payment_id,paid_at,amount,source\n№ 1,2026-05-03,7,vk\n",
        "select payment_id, amount from ad_payment order by 2", ["№ 1|500", "outlet-1|700"]
      ),
      (
        "calls", "call_id,started_at,dialled_number\n1,2026-05-02 12:00:00,84950000001\n",
        "call_id,started_at,dialled_number\n1,2026-05-03 12:00:00,84950000001\n",
        "select call_id, zoned_day(started_at) from call order by 2",
        ["1|2026-05-02", "outlet-1|2026-05-03"]
      ),
      (
        "letters",
        "letter_id,received_at,from_email,thread_id\n1,2026-05-02 12:00:00,a@b.example,7\n",
        "letter_id,received_at,from_email,thread_id\n1,2026-05-03 12:00:00,a@b.example,7\n",
        "select letter_id, thread_id from letter order by received_at",
        ["1|7", "outlet-1|outlet-7"]
      ),
      (
        "letter_replies", "letter_id,replied_at\n1,2026-05-02 12:00:00\n",
        "letter_id,replied_at\n1,2026-05-02 12:00:00\n",
        "select letter_id from letter_reply order by 1", ["1", "outlet-1"]
      ),
      // A message has one id wherever it is read.
      (
        "letters",
        "letter_id,received_at,from_email\n<x.1@b.example>,2026-05-02 12:00:00,a@b.example\n",
        "letter_id,received_at,from_email\n<x.1@b.example>,2026-05-02 12:00:00,a@b.example\n",
        "select count(*) from letter where letter_id not like 'outlet%'", ["1"]
      ),
    ], 0..<3)
  func `numbers of tills, telephones and desks are kept apart as those of orders are`(
    table: (kind: String, main: String, outlet: String, query: String, rows: [String]),
    arrival: Int
  ) throws {
    let shop = try Shop(
      """
      {name: 'shop', timezone: 'UTC', currency: 'EUR', as_of: '2026-05-14', reports: 'reports',
       sources: [
         {kind: '\(table.kind)', paths: ['a/*'], optional: true},
         {kind: '\(table.kind)', paths: ['b/*'], optional: true, id_prefix: 'outlet-'},
       ]}
      """)
    let files = [("a/x.csv", table.main), ("b/x.csv", table.outlet)]
    for (name, text) in arrival == 2 ? files.reversed() : files {
      try shop.write(text, to: name)
      if arrival > 0 { #expect(try shop.run().exitCode == 0) }
    }
    #expect(try shop.run().exitCode == 0)
    #expect(try shop.rows(table.query) == table.rows)
    #expect(try shop.warehouse().moneyMismatches() == [])
  }

  @Test func `ids of two shops' systems are two, and orders built from lines are`() throws {
    let shop = try Shop(
      """
      {name: 'shop', timezone: 'UTC', currency: 'EUR', as_of: '2026-05-14', reports: 'reports',
       sources: [
         {kind: 'order_lines', paths: ['a/*'], derive_orders: true, columns: {external_id: 'ID'}},
         {kind: 'order_lines', paths: ['b/*'], derive_orders: true, columns: {external_id: 'ID'},
          id_prefix: 'b '},
       ]}
      """)
    for (folder, price) in [("a", 10), ("b", 20)] {
      try shop.write(
        "ID,order_id,placed_at,sku,quantity,unit_price\n1,7,2026-05-01,X,1,\(price)\n",
        to: "\(folder)/lines.csv")
    }
    try shop.run()
    #expect(
      try shop.rows(
        "select order_id, total, unit_price from orders join order_line using (order_id) order by 1"
      )
        == ["7|1000|1000", "b 7|2000|2000"])
  }
}
