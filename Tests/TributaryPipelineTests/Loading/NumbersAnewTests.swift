import Foundation
import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

/// Numbers that begin anew: what each file tells of an order finds its order, whenever it comes.
@Suite struct NumbersAnewTests {
  private static let agent =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 "
    + "Safari/537.36"

  static func shop(_ sources: String) throws -> Shop {
    try Shop(
      """
      {name: 'shop', timezone: 'UTC', currency: 'EUR', as_of: '2026-11-14', reports: 'reports',
       channels: {own_domains: ['shop.example']}, sources: [\(sources)]}
      """)
  }

  private static let orders = "{kind: 'orders', paths: ['orders/*'], optional: true}"
  static let head = "order_id,placed_at,total,status,customer_phone,customer_email\n"

  private static func kinds(of notes: [SourceNote]) -> [FileNote] { notes.map(\.note) }

  // MARK: Which placings are two orders

  /// Rows of January 2025 and of later, and the orders that they are.
  @Test(
    arguments: [
      // Another sum, buyer by phone, buyer by e-mail.
      ("2025-01-20,100,new,,", "2026-01-21,70,new,,", ["7|10000", "7 (2026-01-21)|7000"]),
      (
        "2025-01-20,100,new,+79165550101,", "2025-09-01,100,new,+79165550102,",
        ["7|10000", "7 (2025-09-01)|10000"]
      ),
      (
        "2025-01-20,100,new,,a@shop.example", "2026-07-01,100,new,,b@shop.example",
        ["7|10000", "7 (2026-07-01)|10000"]
      ),
      // Over 180 days and not.
      ("2025-01-20,100,new,,", "2025-07-19,70,new,,", ["7|7000"]),
      ("2025-01-20,100,new,,", "2025-07-20,70,new,,", ["7|10000", "7 (2025-07-20)|7000"]),
      // Corrections: the sum and the buyer are the same, or nobody tells the buyer.
      ("2025-01-20,100,new,,", "2026-01-20,100,new,,", ["7|10000"]),
      ("2025-01-20,100,new,+79165550101,", "2026-01-20,100,new,+79165550101,", ["7|10000"]),
      ("2025-01-20,100,new,+79165550101,", "2026-01-20,100,new,,c@shop.example", ["7|10000"]),
      (
        "2025-01-20,100,new,+79165550101,a@shop.example",
        "2026-01-20,100,new,+79165550101,b@shop.example", ["7|10000"]
      ),
    ] as [(String, String, [String])], 0..<4)
  func `another order is one placed over 180 days away for another sum or by another buyer`(
    rows: (first: String, second: String, orders: [String]), arrival: Int
  ) throws {
    let shop = try Self.shop(Self.orders)
    let files = [
      "orders/2025-12-31.csv": Self.head + "7," + rows.first + "\n",
      "orders/2026-10-31.csv": Self.head + "7," + rows.second + "\n",
    ].sorted { $0.key < $1.key }
    switch arrival {
    case 0: try shop.write(Self.head + "7,\(rows.first)\n7,\(rows.second)\n", to: "orders/all.csv")
    case 1: for file in files { try shop.write(file.value, to: file.key) }
    default:
      for file in arrival == 2 ? files : files.reversed() {
        try shop.write(file.value, to: file.key)
        #expect(try shop.run().exitCode == 0)
      }
    }
    #expect(try shop.run().exitCode == 0)
    #expect(
      try shop.rows("select order_id, total from orders order by placed_at") == rows.orders)
    #expect(
      try shop.number("select sum(total) from mart_total_day where measure = 'revenue'")
        == shop.number("select sum(total) from orders"))
    #expect(try shop.warehouse().moneyMismatches() == [])
    let isFar = !rows.second.hasPrefix("2025-07-19")
    let kind = rows.orders.count > 1 ? FileNote.Kind.begunAnew : .movedPlacing
    #expect(
      Set(Self.kinds(of: try shop.warehouse().fileNotes()).filter { $0.kind != .repeatedKeys })
        == (isFar ? [FileNote(kind, about: "7")] : []))
  }

  /// Versions of one number in every order of arrival: the orders, whoever comes first.
  @Test(
    arguments: [
      // The second tells that the first and the third are one: same sum, then a changed one.
      (
        ["2025-01-20,100,new,,", "2025-09-01,100,new,,", "2025-09-01,80,paid,,"],
        ["7|2025-09-01|8000|paid"]
      ),
      // Three years, the last corrected.
      (
        [
          "2024-01-20,10,new,,", "2025-01-20,20,new,,", "2026-01-20,30,new,,",
          "2026-01-21,35,paid,,",
        ],
        [
          "7|2024-01-20|1000|new", "7 (2025-01-20)|2025-01-20|2000|new",
          "7 (2026-01-20)|2026-01-21|3500|paid",
        ]
      ),
      // Of three years of the same sum the middle one tells no buyer, the first or the last.
      (
        [
          "2024-01-20,100,new,+79165550101,", "2025-01-20,100,new,,",
          "2026-01-20,100,new,+79165550103,",
        ], ["7|2025-01-20|10000|new", "7 (2026-01-20)|2026-01-20|10000|new"]
      ),
      (
        [
          "2024-01-20,100,new,,", "2025-01-20,100,paid,,a@shop.example",
          "2026-01-20,100,new,,b@shop.example",
        ], ["7|2025-01-20|10000|paid", "7 (2026-01-20)|2026-01-20|10000|new"]
      ),
      (
        [
          "2024-01-20,100,new,,a@shop.example", "2025-01-20,100,new,,b@shop.example",
          "2026-01-20,100,paid,,",
        ], ["7|2024-01-20|10000|new", "7 (2025-01-20)|2026-01-20|10000|paid"]
      ),
      // Who bought is told later: what looked like a correction was none.
      (
        [
          "2025-01-20,100,new,,", "2026-01-20,100,new,,", "2025-01-20,100,paid,+79165550101,",
          "2026-01-20,100,paid,+79165550102,",
        ], ["7|2025-01-20|10000|paid", "7 (2026-01-20)|2026-01-20|10000|paid"]
      ),
    ] as [([String], [String])])
  func `versions of several orders leave the same rows in any order`(
    versions: [String], orders: [String]
  ) throws {
    for order in Self.permutations(Array(versions.indices)) {
      let shop = try Self.shop(Self.orders)
      for (night, index) in order.enumerated() {
        // The name tells the version, the night of arrival does not.
        try shop.write(
          Self.head + "7," + versions[index] + "\n", to: "orders/2026-11-0\(index + 1).csv")
        let summary = try shop.run()
        #expect(summary.exitCode == 0, "\(order) \(night)")
      }
      #expect(
        try shop.rows(
          """
          select order_id, zoned_day(placed_at), total, status from orders order by placed_at
          """) == orders, "\(order)")
      #expect(try shop.warehouse().moneyMismatches() == [], "\(order)")
      // Nothing is read over and over.
      #expect(try shop.run().sources.allSatisfy { $0.counts.read == 0 }, "\(order)")
    }
  }

  private static func permutations(_ items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.flatMap { first in
      permutations(items.filter { $0 != first }).map { [first] + $0 }
    }
  }

  // MARK: What belongs to each

  static func line(_ time: String, _ path: String, of visitor: Int) -> String {
    "shop.example:443 192.0.2.\(visitor) - - [\(time) +0000] \"GET \(path) HTTP/1.1\" 200 512 "
      + "\"-\" \"\(agent)\"\n"
  }

  /// Two years of a shop that numbers anew each January, and a correction of the second.
  static let files: [(name: String, text: String)] = [
    (
      "orders/2025-01-31.csv",
      head + "7,2025-01-20 10:00:00,100,new,+79165550101,\n8,2025-01-21,5,new,,\n"
    ),
    ("orders/2026-01-31.csv", head + "7,2026-01-20 10:00:00,70,new,+79165550102,\n"),
    ("orders/2026-02-28.csv", head + "7,2026-01-20 10:00:00,65,paid,+79165550102,\n"),
    ("lines/2025-01-31.csv", "order_id,sku,quantity,unit_price,unit_cost\n7,OLD,1,100,60\n"),
    ("lines/2026-01-31.csv", "order_id,sku,quantity,unit_price,unit_cost\n7,NEW,1,70,20\n"),
    (
      "statuses/2025.csv",
      "order_id,at,status\n7,2025-01-21 10:00:00,paid\n7,2025-03-01 10:00:00,delivered\n"
    ),
    ("statuses/2026.csv", "order_id,at,status\n7,2026-01-21 10:00:00,assembling\n"),
    (
      "calls/calls.csv",
      "call_id,started_at,dialled_number,caller,talk_seconds,order_id\n"
        + "A,2025-01-22 10:00:00,84950000001,+79165550111,60,7\n"
        + "B,2026-01-22 10:00:00,84950000001,+79165550112,60,№ 7\n"
    ),
    (
      "letters/letters.csv",
      "letter_id,received_at,from_email,order_id\nA,2025-01-19 10:00:00,a@mail.example,7\n"
        + "B,2026-01-19 10:00:00,b@mail.example,7\n"
    ),
    (
      "invoices/invoices.csv",
      "invoice_id,issued_at,total,order_id,paid_at\nA,2025-01-23,100,7,2025-01-24\n"
        + "B,2026-01-23,65,7,2026-01-24\n"
    ),
    (
      "log/2025.log",
      line("20/Jan/2025:09:50:00", "/?utm_source=vk&utm_medium=cpc&utm_campaign=old", of: 1)
        + line("20/Jan/2025:10:00:00", "/checkout/thanks?order_id=7", of: 1)
    ),
    (
      "log/2026.log",
      line("20/Jan/2026:09:50:00", "/?utm_source=vk&utm_medium=cpc&utm_campaign=new", of: 2)
        + line("20/Jan/2026:10:00:00", "/checkout/thanks?order_id=7", of: 2)
    ),
  ]

  static func wholeShop() throws -> Shop {
    let tables = ["order_statuses": "statuses", "order_lines": "lines", "orders": "orders"]
      .merging(["calls": "calls", "letters": "letters", "invoices": "invoices"]) { $1 }
    return try shop(
      tables.sorted { $0.value < $1.value }
        .map { "{kind: '\($0.key)', paths: ['\($0.value)/*'], optional: true}" }
        .joined(separator: ",")
        + ",{kind: 'clickstream', format: 'nginx-vhost-combined', paths: ['log/*'], optional: true}"
    )
  }

  private func check(_ shop: Shop, _ story: String) throws {
    func expect(_ sql: String, _ rows: [String]) throws {
      let found = try shop.rows(sql)
      #expect(found == rows, "\(story)")
    }
    try expect(
      "select order_id, total, margin, status from order_fact order by day",
      ["7|10000|4000|delivered", "8|500|500|new", "7 (2026-01-20)|6500|4500|paid"])
    try expect(
      "select order_id, status from order_status order by at",
      ["7|paid", "7|delivered", "7 (2026-01-20)|assembling"])
    try expect(
      "select invoice_id, order_id, margin from invoice_fact order by 1",
      ["A|7|4000", "B|7 (2026-01-20)|4500"])
    try expect(
      "select day, order_id from session_order join session using (session_id) order by day",
      ["2025-01-20|7", "2026-01-20|7 (2026-01-20)"])
    try expect(
      """
      select conversion_id, substr(a.campaign_key, -3) from attribution_credit a
      where model = 'last' and conversion_id like 'order:7%' order by a.day
      """, ["order:7|old", "order:7 (2026-01-20)|new"])
    // Each order's person has its visit, call, letter and invoice.
    try expect(
      """
      select group_concat(kind || iif(kind = 'visitor', '', ' ' || member), ', ')
      from (
        select person_id, kind, member from person_member
        where person_id in (select person_id from person_member where member in ('A', 'B'))
        order by kind, member
      )
      group by person_id order by 1
      """,
      [
        "call A, invoice A, letter A, order 7, visitor",
        "call B, invoice B, letter B, order 7 (2026-01-20), visitor",
      ])
    #expect(try shop.warehouse().moneyMismatches() == [], "\(story)")
  }

  @Test(arguments: 0..<8)
  func `all that a year's order has is its own, in any order of files and nights`(
    seed: Int
  ) throws {
    let shop = try Self.wholeShop()
    var files = Self.files
    switch seed {
    case 0: break
    case 1: files.reverse()
    default:
      var state = UInt64(seed)
      files = files.map { file in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 33, file)
      }.sorted { $0.0 < $1.0 }.map(\.1)
    }
    if seed == 0 {
      for file in files { try shop.write(file.text, to: file.name) }
      try shop.run()
    } else {
      for file in files {
        try shop.write(file.text, to: file.name)
        #expect(try shop.run().exitCode == 0)
      }
    }
    try check(shop, files.map(\.name).joined(separator: " "))
  }

  // MARK: Orders built from lines, refunds

  @Test(arguments: [true, false])
  func `orders built from the lines of a whole history are two with their own lines`(
    isTold: Bool
  ) throws {
    let shop = try Self.shop(
      "{kind: 'order_lines', paths: ['lines/*'], derive_orders: true}")
    // The day stands on each line, or on an order's first one.
    func day(_ day: String) -> String { isTold ? day : "" }
    try shop.write(
      "order_id,placed_at,sku,quantity,unit_price\n7,2025-01-20,A,1,10\n7,\(day("2025-01-20")),B,1,20\n"
        + "8,2025-01-20,C,1,5\n7,2026-01-20,D,1,40\n7,\(day("2026-01-20")),E,2,1\n",
      to: "lines/all.csv")
    try shop.run()
    let rows = [
      "7|3000|A", "7|3000|B", "8|500|C", "7 (2026-01-20)|4200|D", "7 (2026-01-20)|4200|E",
    ]
    let query = """
      select order_id, total, sku from orders join order_line using (order_id) order by sku
      """
    #expect(try shop.rows(query) == rows)
    #expect(try shop.number("select count(*) from order_line") == 5)
    #expect(try shop.warehouse().moneyMismatches() == [])
    try shop.write(
      "order_id,placed_at,sku,quantity,unit_price\n7,2024-01-20,Z,1,1\n", to: "lines/older.csv")
    try shop.run()
    #expect(
      try shop.rows(query) == [
        "7 (2025-01-20)|3000|A", "7 (2025-01-20)|3000|B", "8|500|C", "7 (2026-01-20)|4200|D",
        "7 (2026-01-20)|4200|E", "7|100|Z",
      ])
  }

  @Test(arguments: [["1", "2", "3"], ["3", "2", "1"], ["2", "3", "1"]])
  func `money is given back of the order placed before`(nights: [String]) throws {
    let shop = try Self.shop(
      """
      {kind: 'orders', paths: ['orders/*'], refund_when: {status: '^refund$'}}
      """)
    let files = [
      "1": "7,2025-01-20,100,new,,\n", "2": "7,2026-01-20,70,new,,\n",
      "3": "7,2025-11-01,10,refund,,\n7,2026-02-01,20,refund,,\n",
    ]
    for night in nights {
      try shop.write(Self.head + (files[night] ?? ""), to: "orders/\(night).csv")
      #expect(try shop.run().exitCode == 0)
    }
    #expect(
      try shop.rows("select order_id, total, refunded from orders order by placed_at")
        == ["7|9000|1000", "7 (2026-01-20)|5000|2000"])
    #expect(try shop.warehouse().moneyMismatches() == [])
  }

  // MARK: Two sources

  /// What a second source tells of order 7, and whether that is told.
  @Test(
    arguments: [
      ("2026-05-04 10:00:00,100,paid,+79165550101,", false),
      ("2026-05-05 09:00:00,90,paid,,", false),
      ("2026-05-02 11:00:00,250,new,+79165550101,", true),
      ("2026-05-04 10:00:00,100,new,+79165550102,", true),
      ("2026-05-06 11:00:00,100,new,,", true),
      ("2026-05-04 10:00:00,100,new,,b@shop.example", false),
    ], 0..<4)
  func `a number of two sources is one order, and told where it seems to be two`(
    row: (String, isTold: Bool), arrival: Int
  ) throws {
    let shop = try Self.shop(
      "{kind: 'orders', paths: ['a/*'], optional: true}, "
        + "{kind: 'orders', paths: ['b/*'], optional: true}")
    let texts = [
      Self.head + "7,2026-05-04 10:00:00,100,new,+79165550101,\n9,2026-05-04,1,new,,\n",
      Self.head + "7,\(row.0)\n",
    ]
    let folders = arrival > 1 ? ["b", "a"] : ["a", "b"]
    for index in texts.indices {
      try shop.write(texts[index], to: "\(folders[index])/x-2026-05-0\(index + 5).csv")
      if arrival % 2 == 1 { try shop.run() }
    }
    try shop.run()
    #expect(try shop.number("select count(*) from orders") == 2)
    let told = Self.kinds(of: try shop.warehouse().fileNotes()).filter { $0.kind == .sharedNumber }
    #expect(told == (row.isTold ? [FileNote(.sharedNumber, about: "7")] : []))
  }

  @Test func `a newer file of one source corrects, and nothing is told`() throws {
    let shop = try Self.shop(Self.orders)
    try shop.write(Self.head + "7,2026-05-04,100,new,+79165550101,\n", to: "orders/2026-05-04.csv")
    try shop.write(Self.head + "7,2026-05-01,90,new,+79165550102,\n", to: "orders/2026-05-05.csv")
    try shop.run()
    #expect(try shop.rows("select total from orders") == ["9000"])
    #expect(try shop.warehouse().fileNotes().isEmpty)
  }
}
