import Foundation
import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

@Suite struct MaskedWarehouseTests {
  private let contacts = [
    "ann.lee@mail.example", "ann.lee%2540mail.example", "8-916-123-45-67", "+79161234567",
  ]

  private func shop() throws -> Shop {
    let shop = try Shop.small()
    let agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
    let requests = [
      "/user/8-916-123-45-67", "/user/8-916-123-45-68", "/a?e=ann.lee%2540mail.example",
      "/l?utm_source=mail&utm_medium=email&utm_campaign=ann.lee%40mail.example",
      "/b?sku=89161234567",
    ]
    let lines = requests.enumerated().map { number, path in
      "shop.example 203.0.113.\(number) - - [10/Nov/2026:10:0\(number):00 +0000] \"GET \(path) HTTP/1.1\" "
        + "200 5 \"https://crm.example/u/+79161234567\" \"\(agent)\"\n"
    }
    try shop.write(lines.joined(), to: "log/a.log")
    try shop.write(
      """
      order_id,placed_at,total,status,city
      +79161234567,2026-11-10 10:00,5,ring 8-916-123-45-67,Moscow
      +79161234568,2026-11-10 10:00,6,new,Moscow
      3,2026-11-10 10:00,bad,new,Moscow

      """, to: "orders/a.csv")
    try shop.write(
      "date,source,medium,campaign,cost\n2026-11-10,mail,email,ann.lee@mail.example,7\n",
      to: "spend/a.csv")
    return shop
  }

  /// Puts the contacts back into a warehouse, as versions without the mask left them.
  private func unmask(_ shop: Shop) throws {
    let pipeline = try shop.pipeline()
    let warehouse = try Warehouse(
      path: pipeline.warehouse,
      settings: WarehouseSettings(zone: pipeline.zone, currency: pipeline.currency))
    for (masked, text) in [
      ("/user/#-###-###-##-##", "/user/8-916-123-45-67"),
      ("https://crm.example/u/+###########", "https://crm.example/u/+79161234567"),
    ] {
      try warehouse.run(
        "update text_value set text = ? where text = ?", [.text(text), .text(masked)])
    }
    try warehouse.run("insert into text_value (text) values ('/user/8-916-123-45-68')")
    try warehouse.run(
      """
      update event set path = (select text_id from text_value where text like '%-68')
      where event_id = 2
      """)
    try warehouse.run(
      "update event set query = 'e=ann.lee%2540mail.example' where query like 'e=%'")
    try warehouse.run(
      "update event set query = replace(query, '*******%40************', 'ann.lee%40mail.example')")
    for table in ["session", "campaign", "mart_landing_day"] {
      let column = table == "campaign" ? "name" : table == "session" ? "campaign" : "landing_path"
      try warehouse.run(
        "update \(table) set \(column) = 'ann.lee@mail.example' where \(column) like '%**@**%'")
    }
    try warehouse.run(
      "update mart_landing_day set landing_path = '/user/8-916-123-45-67' where landing_path like '/user%'"
    )
    try warehouse.run("update spend set campaign = 'ann.lee@mail.example'")
    try warehouse.run("update orders set status = 'ring 8-916-123-45-67' where status like 'ring%'")
    try warehouse.run("update orders set order_id = '+79161234567' where total = 500")
    try warehouse.run("update orders set order_id = '+79161234568' where total = 600")
    try warehouse.run(
      "update rejection set sample = '3,+79161234567', message = 'found ann.lee@mail.example'")
    // The seventh step masks; those after it do nothing to a whole schema.
    try warehouse.run("pragma user_version = 6")
  }

  private func contents(_ shop: Shop) throws -> [String] {
    let folder = shop.url("warehouse")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false))
    let files = try names.map { try Data(contentsOf: folder.appending(path: $0)) }
    let pages = try shop.reports().values
    return contacts.filter { contact in
      (files + pages).contains { $0.range(of: Data(contact.utf8)) != nil }
    }
  }

  @Test func `domains that are phones stay two cities`() throws {
    let shop = try Shop.small("\n{kind: 'geodomains', paths: ['geo.csv']},")
    let domains = ["8-495-111-22-33.ru", "8-812-444-55-66.ru"]
    try shop.write(
      "domain,city\n\(domains[0]),Москва\n\(domains[1]),Санкт-Петербург\n", to: "geo.csv")
    let log = domains.enumerated().map { number, domain in
      "\(domain):443 192.0.2.\(number) - - [10/Nov/2026:12:00:00 +0300] \"GET / HTTP/1.1\" 200 5 "
        + "\"-\" \"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\"\n"
    }
    try shop.write(log.joined(), to: "log/a.log")
    try shop.run()
    #expect(try shop.rows("select domain from geodomain order by 1") == domains)
    #expect(
      try shop.rows("select host, count(*) from session group by 1 order by 1")
        == domains.map { "\($0)|1" })
  }

  @Test func `nothing that is kept holds a contact, and every visit and order counts`() throws {
    let shop = try shop()
    try shop.run()
    #expect(try contents(shop) == [])
    #expect(try shop.number("select count(*) from session") == 5)
    #expect(try shop.number("select count(*) from orders") == 2)
    #expect(try shop.rows("select query from event where query like 'sku%'") == ["sku=89161234567"])
  }

  @Test func `contacts of an older warehouse are masked, and what was made of them follows`() throws
  {
    let shop = try shop()
    try shop.run()
    let expected = try WarehouseDump.meaning(shop.warehouse())
    let reports = try shop.reports()
    try unmask(shop)
    #expect(try contents(shop).count == contacts.count)
    let summary = try shop.run()
    #expect(summary.exitCode == 0)
    #expect(summary.sources.allSatisfy { $0.counts == FileCounts() })
    #expect(try contents(shop) == [])
    let found = try WarehouseDump.meaning(shop.warehouse())
    let rejected = "rejection"
    #expect(
      Set(found).symmetricDifference(expected).filter { !$0.hasPrefix(rejected) }.sorted() == [])
    // The refused row was given another text above.
    let told = Data("expected an amount".utf8)
    let others = reports.filter { $0.value.range(of: told) == nil }
    #expect(others.count > reports.count / 2)
    #expect(try shop.reports().filter { others[$0.key] != nil } == others)
    #expect(try shop.number("select count(*) from fingerprint where name = 'vacuum'") == 0)
  }
}
