import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

@Suite struct NobodyKeysTests {
  func shop(_ identity: String = "") throws -> Shop {
    try Shop(
      """
      {name: 'shop', timezone: 'Europe/Moscow', currency: 'RUB', as_of: '2026-11-14',
       reports: 'reports', identity: {shared_key_limit: 3, \(identity)},
       channels: {own_domains: ['shop.example']},
       sources: [
         {kind: 'clickstream', format: 'nginx-combined', paths: ['log/*'], optional: true,
          host: 'shop.example'},
         {kind: 'orders', paths: ['orders/*'], optional: true},
         {kind: 'calls', paths: ['calls/*'], optional: true},
         {kind: 'letters', paths: ['letters/*'], optional: true},
         {kind: 'phone_numbers', paths: ['numbers/*'], optional: true}
       ]}
      """)
  }

  let persons = "select count(*) from person"
  /// Who is who, in one text.
  let whoIsWho =
    "select person_id || ': ' || group_concat(kind || ' ' || member, ', ') from "
    + "(select * from person_member where kind <> 'visitor' order by person_id, kind, member) group by person_id"

  func orders(_ rows: [String], columns: String = "customer_phone") -> String {
    (["order_id,placed_at,total," + columns] + rows).joined(separator: "\n") + "\n"
  }

  @Test(arguments: [
    ("client_id", "UNDEFINED", 2), ("client_id", "(not set)", 2), ("client_id", "неизвестно", 2),
    ("loyalty_card", "0000", 2), ("loyalty_card", "Нет", 2),
    ("customer_phone", "+7 999 999-99-99", 2),
    ("customer_phone", "8 000 000 00 00", 2), ("customer_email", "noemail@mail.ru", 2),
    ("customer_email", "test@test", 2), ("client_id", "listed-1", 2),
    ("customer_phone", "8 495 000-00-07", 2), ("client_id", "c-7", 1), ("loyalty_card", "5550", 1),
    ("customer_phone", "+7 999 999-99-98", 1), ("customer_email", "nobody.k@mail.ru", 1),
  ])
  func `a value that stands for not known joins nobody`(
    column: String, value: String, expected: Int
  ) throws {
    let shop = try shop("nobody: ['listed-1', '+7 495 000 00 07']")
    try shop.write(
      """
      order_id,placed_at,total,\(column)
      A,2026-11-12T10:00:00Z,100,\(value)
      B,2026-11-13T10:00:00Z,100,\(value)

      """, to: "orders/1.csv")
    try shop.run()
    #expect(try shop.number(persons) == expected)
  }

  @Test func `the shop's own phone and form are nobody, also when they are told of later`() throws {
    let shop = try shop()
    try shop.write(
      """
      order_id,placed_at,total,customer_phone
      A,2026-11-12T10:00:00Z,100,8 495 000-00-01
      B,2026-11-13T10:00:00Z,100,8 495 000-00-01

      """, to: "orders/1.csv")
    try shop.write(
      """
      letter_id,received_at,mailbox,from_email
      L1,2026-11-12T10:00:00Z,sales@shop.example,robot@shop.example
      L2,2026-11-13T10:00:00Z,sales@shop.example,robot@shop.example
      L3,2026-11-13T10:00:00Z,sales@shop.example,sales@shop.example
      L4,2026-11-13T11:00:00Z,sales@shop.example,sales@shop.example

      """, to: "letters/1.csv")
    try shop.run()
    #expect(try shop.number(persons) == 5)
    try shop.write(
      """
      call_id,started_at,dialled_number,caller,talk_seconds
      C1,2026-11-12T09:00:00Z,+7 495 000-00-01,74950000001,60

      """, to: "calls/1.csv")
    try shop.write("number,geodomain\n+7 495 000-00-01,\n", to: "numbers/1.csv")
    try shop.run()
    #expect(try shop.number(persons) == 7)
    let told = Checkup(of: try shop.pipeline()).findings.filter { $0.name == "persons" }
    #expect(
      told.map(\.message) == [
        "e-mail addresses: 2 join nobody, carried by 4, as letter:L1; the shop’s own",
        "phones: 1 joins nobody, carried by 3, as call:C1; the shop’s own",
      ])
    #expect(told.allSatisfy { $0.exitCode == 0 })
    #expect(
      try shop.rows("select reason, key, keys, members, example from unjoined_key order by key")
        == ["own|email|2|4|letter:L1", "own|phone|1|3|call:C1"])
    let page = String(decoding: try #require(try shop.reports()["quality.html"]), as: UTF8.self)
    #expect(page.contains("What is nobody’s"))
    #expect(page.contains("letter:L1"))
  }

  @Test func `neighbours of a shop whose mailbox is at a house of mailboxes are somebody`() throws {
    let shop = try shop()
    try shop.write(
      """
      letter_id,received_at,mailbox,from_email
      L1,2026-11-12T10:00:00Z,shop.anna@mail.ru,office@mail.ru
      L2,2026-11-13T10:00:00Z,shop.anna@mail.ru,office@mail.ru
      L3,2026-11-13T10:00:00Z,sales@anna.example,office@anna.example
      L4,2026-11-13T11:00:00Z,sales@anna.example,office@anna.example

      """, to: "letters/1.csv")
    try shop.run()
    #expect(try shop.number(persons) == 3)
  }

  @Test func `a regular buyer of years is no crowd, four orders of a month are`() throws {
    let shop = try shop()
    let years = (0..<8).map { "Y\($0),\(2018 + $0)-0\($0 + 1)-12T10:00:00Z,100,8 916 000-00-01" }
    let month = (0..<4).map { "M\($0),2026-10-\(10 + $0 * 9)T10:00:00Z,100,8 916 000-00-02" }
    let longer = (0..<4).map { "L\($0),2026-0\(6 + $0)-12T10:00:00Z,100,8 916 000-00-03" }
    let rows = ["order_id,placed_at,total,customer_phone"] + years + month.prefix(3) + longer
    try shop.write(rows.joined(separator: "\n") + "\n", to: "orders/1.csv")
    try shop.run()
    #expect(try shop.number(persons) == 3)
    try shop.write(
      "order_id,placed_at,total,customer_phone\nM3,2026-11-01T10:00:00Z,100,8 916 000-00-02\n",
      to: "orders/2.csv")
    try shop.run()
    #expect(try shop.number(persons) == 6)
    #expect(try shop.number("select count(*) from nobody_key where reason = 'crowd'") == 1)
  }

  @Test(arguments: [3, 4])
  func `a browser that confirms orders of many joins nobody`(count: Int) throws {
    let shop = try shop()
    try shop.write(
      (["order_id,placed_at,total,customer_phone"]
        + (0..<count).map { "#W\($0),2026-11-12T1\($0):00:00Z,100,8 916 000-00-0\($0)" })
        .joined(separator: "\n") + "\n", to: "orders/1.csv")
    let lines = (0..<count).map {
      "203.0.113.7 - - [12/Nov/2026:1\($0):00:09 +0000] \"GET /checkout/thanks?order_id=W\($0) "
        + "HTTP/1.1\" 200 5 \"https://shop.example/checkout\" \"Mozilla/5.0 (X11; Linux x86_64; "
        + "rv:140.0) Gecko/20100101 Firefox/140.0\""
    }
    try shop.write(lines.joined(separator: "\n") + "\n", to: "log/1.log")
    try shop.run()
    #expect(try shop.number(persons) == (count > 3 ? 4 : 1))
    #expect(
      try shop.number("select count(*) from session where person_id is not null")
        == (count > 3 ? 0 : 3))
  }

  /// Sixty orders in three years, of one buyer with a phone, an address and a card, who changes the
  /// browser every time.
  @Test func `a regular buyer of many orders and browsers stays one person`() throws {
    let shop = try shop()
    let first = try #require(Day("2023-11-01"))
    let rows = (0..<60).map {
      "R\($0),\(first.adding($0 * 18))T10:00:00Z,100,8 916 000-00-01,anna@shop.test,5501,browser-\($0)"
    }
    let columns = "customer_phone,customer_email,loyalty_card,client_id"
    try shop.write(orders(rows, columns: columns), to: "orders/1.csv")
    try shop.run()
    #expect(try shop.number(persons) == 1)
    #expect(
      try shop.number("select count(*) from nobody_key where reason in ('crowd', 'strangers')") == 0
    )
  }

  /// Four orders in four years that share a value of the first column; the other differs in so many
  /// of them.
  @Test(arguments: [
    (
      "customer_phone", "8 916 000-00-01", "customer_email",
      ["a@b.test", "c@b.test", "d@b.test", "e@b.test"], 4
    ),
    (
      "customer_phone", "8 916 000-00-01", "customer_email",
      ["a@b.test", "c@b.test", "d@b.test", "A@b.test"], 1
    ),
    ("customer_phone", "8 916 000-00-01", "loyalty_card", ["51", "52", "53", "54"], 4),
    ("customer_phone", "8 916 000-00-01", "loyalty_card", ["5-1", "51", "52", "53"], 1),
    (
      "customer_email", "office@b.test", "customer_phone",
      ["89160000001", "89160000002", "89160000003", "89160000004"], 4
    ),
    (
      "loyalty_card", "5501", "customer_phone",
      ["89160000001", "89160000002", "89160000003", "89160000004"], 4
    ),
    ("customer_phone", "8 916 000-00-01", "client_id", ["b1", "b2", "b3", "b4"], 1),
    (
      "client_id", "tablet-1", "customer_phone",
      ["89160000001", "89160000002", "89160000003", "89160000004"], 1
    ),
  ])
  func `a contact whose records name many others joins nobody, however slowly they come`(
    shared: String, value: String, other: String, values: [String], expected: Int
  ) throws {
    let shop = try shop()
    let rows = values.enumerated().map { "S\($0),\(2022 + $0)-06-12T10:00:00Z,100,\(value),\($1)" }
    try shop.write(orders(rows, columns: "\(shared),\(other)"), to: "orders/1.csv")
    try shop.run()
    #expect(try shop.number(persons) == expected)
    #expect(
      try shop.number("select count(*) from nobody_key where reason = 'strangers'")
        == (expected > 1 ? 1 : 0))
  }

  /// A kiosk's browser names itself in the orders of four buyers within a month.
  @Test func `a browser that stands in the shop joins nobody`() throws {
    let shop = try shop()
    let rows = (0..<4).map {
      "K\($0),2026-11-0\($0 + 1)T10:00:00Z,100,8 916 000-00-0\($0 + 1),kiosk-1"
    }
    try shop.write(orders(rows, columns: "customer_phone,client_id"), to: "orders/1.csv")
    try shop.run()
    #expect(try shop.number(persons) == 4)
    let told = Checkup(of: try shop.pipeline()).findings.filter { $0.name == "persons" }
    #expect(
      told.map(\.message) == [
        "browsers and visitor ids: 1 joins nobody, carried by 4, as order:K0; "
          + "too many records of one kind within 30 days"
      ])
  }

  @Test(arguments: [3, 4])
  func `an order number that a shared link spreads joins nobody`(visitors: Int) throws {
    let shop = try shop()
    try shop.write(orders(["W1,2026-11-12T10:00:00Z,100,8 916 000-00-01"]), to: "orders/1.csv")
    let lines = (0..<visitors).map {
      "203.0.113.\($0) - - [12/Nov/2026:10:0\($0):09 +0000] \"GET /checkout/thanks?order_id=W1 "
        + "HTTP/1.1\" 200 5 \"https://shop.example/checkout\" \"Mozilla/5.0 (X11; Linux x86_64; "
        + "rv:140.0) Gecko/20100101 Firefox/140.0\""
    }
    try shop.write(lines.joined(separator: "\n") + "\n", to: "log/1.log")
    try shop.run()
    #expect(
      try shop.number("select count(*) from session where person_id is not null")
        == (visitors > 3 ? 0 : 3))
  }

  /// An office's phone, a crowd of a month, a form's sender, a regular buyer; their files in any order,
  /// one a night or all at once.
  @Test(arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2]])
  func `neither nights nor the order of arrival change who is nobody`(_ order: [Int]) throws {
    let columns = "customer_phone,customer_email"
    let files = [
      "orders/1.csv": orders(
        (0..<3).map { "O\($0),\(2023 + $0)-06-12T10:00:00Z,100,8 916 000-00-01,o\($0)@b.test" }
          + (0..<9).map { "R\($0),\(2017 + $0)-06-12T10:00:00Z,100,8 916 000-00-03,r@b.test" },
        columns: columns),
      "orders/2.csv": orders(
        [
          "O3,2026-11-10T10:00:00Z,100,8 916 000-00-01,o3@b.test",
          "O4,2026-11-11T10:00:00Z,100,8 916 000-00-09,o1@b.test",
        ] + (0..<2).map { "M\($0),2026-11-0\($0 + 1)T10:00:00Z,100,8 916 000-00-02,m@b.test" },
        columns: columns),
      "orders/3.csv": orders(
        (2..<4).map { "M\($0),2026-11-0\($0 + 1)T10:00:00Z,100,8 916 000-00-02,m@b.test" },
        columns: columns),
      "letters/1.csv": """
      letter_id,received_at,mailbox,from_email
      L1,2026-11-12T10:00:00Z,sales@shop.example,forms@shop.example
      L2,2026-11-13T10:00:00Z,sales@shop.example,forms@shop.example
      L3,2026-11-13T10:00:00Z,sales@shop.example,o1@b.test

      """,
    ]
    let names = files.keys.sorted()
    let nights = try shop()
    for position in order {
      try nights.write(files, where: { $0 == names[position] })
      try nights.run()
    }
    let atOnce = try shop()
    try atOnce.write(files)
    try atOnce.run()
    #expect(try nights.rows(whoIsWho) == atOnce.rows(whoIsWho))
    let nobody = "select reason, key, keys, members, example from unjoined_key order by 1, 2"
    #expect(try nights.rows(nobody) == atOnce.rows(nobody))
    #expect(
      try atOnce.rows(nobody) == [
        "crowd|email|1|4|order:M0", "crowd|phone|1|4|order:M0", "own|email|1|2|letter:L1",
        "strangers|phone|1|4|order:O0",
      ])
    // O1, O4 and L3 by address; O0, O2, O3; the regular buyer; M0 to M3; L1, L2.
    #expect(try atOnce.number(persons) == 11)
  }

  /// Calls of the hour before, each by a phone of its own, and one browser that confirms their orders.
  func desk(_ count: Range<Int>) -> [String: String] {
    let hours = count.map { (String($0), String(10 + $0)) }
    let lines = hours.flatMap { number, hour in
      ["/product/\(number)", "/checkout/thanks?order_id=W\(number)"].enumerated().map {
        "203.0.113.7 - - [12/Nov/2026:\(hour):0\($0):09 +0000] \"GET \($1) HTTP/1.1\" 200 5 \"-\" "
          + "\"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\""
      }
    }
    let calls = hours.map { number, hour in
      "C\(number),2026-11-12T\(hour):00:30Z,+7 495 000-00-01,8 916 000-00-0\(number),60"
    }
    return [
      "orders/\(count.lowerBound).csv": orders(
        hours.map { "W\($0),2026-11-12T\($1):01:00Z,100,8 916 000-00-0\($0)" }),
      "calls/\(count.lowerBound).csv":
        (["call_id,started_at,dialled_number,caller,talk_seconds"] + calls).joined(separator: "\n")
        + "\n",
      "log/\(count.lowerBound).log": lines.joined(separator: "\n") + "\n",
    ]
  }

  let ways = "select count(*) from call_session where session_id is not null"

  @Test(arguments: [(3, 3), (4, 0)])
  func `a call comes from no visit of a browser that is nobody's`(count: Int, expected: Int) throws
  {
    let shop = try shop()
    try shop.write(desk(0..<count))
    try shop.run()
    // A day without any visit of somebody's has no log to place calls by.
    #expect(
      try shop.number("select count(distinct call_id) from call_session")
        == (expected > 0 ? count : 0))
    #expect(try shop.number(ways) == expected)
  }

  @Test func `a browser that becomes nobody's gives back the calls that came from its visits`()
    throws
  {
    let nights = try shop()
    try nights.write(desk(0..<3))
    try nights.run()
    #expect(try nights.number(ways) == 3)
    try nights.write(desk(3..<4))
    try nights.run()
    #expect(try nights.number(ways) == 0)
    let atOnce = try shop()
    try atOnce.write(desk(0..<4))
    try atOnce.run()
    let table = "select call_id, session_id, probability from call_session order by 1, 2"
    #expect(try nights.rows(table) == atOnce.rows(table))
    #expect(try nights.rows(whoIsWho) == atOnce.rows(whoIsWho))
    // With a higher limit the browser is somebody's again.
    try nights.replace("shared_key_limit: 3", "shared_key_limit: 9")
    try nights.run()
    #expect(try nights.number(ways) == 4)
  }

  @Test(arguments: [("lmy47d", 0), ("unbekannt", 0), ("desk-1", 0), ("c-7", 1)])
  func `a call comes from no visit of a cookie that names nobody`(
    cookie: String, expected: Int
  ) throws {
    let shop = try shop("nobody: ['desk-1']")
    try shop.replace(
      "format: 'nginx-combined', paths",
      "format: '$remote_addr - - [$time_local] \"$request\" $status $bytes_sent \"$http_referer\" "
        + "\"$http_user_agent\" \"$cookie_uid\"', visitor_cookie: 'uid', paths")
    try shop.write(
      "203.0.113.7 - - [12/Nov/2026:10:00:09 +0000] \"GET /product/1 HTTP/1.1\" 200 5 \"-\" "
        + "\"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\" \"\(cookie)\"\n",
      to: "log/1.log")
    try shop.write(
      """
      call_id,started_at,dialled_number,caller,talk_seconds
      C1,2026-11-12T10:05:00Z,+7 495 000-00-01,89160000001,60

      """, to: "calls/1.csv")
    try shop.run()
    #expect(try shop.number("select count(*) from session") == 1)
    #expect(try shop.number(ways) == expected)
  }

  @Test(arguments: [
    ("customer_phone", "+7 900 000-00-00"), ("customer_phone", "+7 987 654-32-10"),
    ("customer_phone", "(555) 555-5555"), ("customer_email", "noreply@tilda.ws"),
    ("customer_email", "asd@asd.ru"), ("customer_email", "client@shop.example"),
  ])
  func `a contact that names nobody joins nobody and is told`(column: String, value: String) throws
  {
    let shop = try shop()
    let rows = ["A,2026-11-12T10:00:00Z,100,\(value)", "B,2026-11-13T10:00:00Z,100,\(value)"]
    try shop.write(orders(rows, columns: column), to: "orders/1.csv")
    try shop.run()
    #expect(try shop.number(persons) == 2)
    #expect(
      try shop.number("select count(*) from nobody_key where reason in ('placeholder', 'own')") == 1
    )
  }
}
