import Foundation
import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

/// A shop changes its mind about how its files are to be read.
@Suite struct RereadingTests {
  private let orders =
    "order_id,placed_at,total,status\nA,2026-11-10 12:00,100,Отказ\nB,2026-11-11 12:00,50,ok\n"

  private func revenue(_ shop: Shop) throws -> Int {
    try shop.number("select sum(total) from mart_total_day where measure = 'revenue'")
  }

  @Test func `a changed values map restates the files that are there`() throws {
    let shop = try Shop.small()
    try shop.write(orders, to: "orders/a.csv")
    try shop.run()
    #expect(try revenue(shop) == 15000)
    try shop.replace(
      "{kind: 'orders', paths: ['orders/*'], optional: true}",
      "{kind: 'orders', paths: ['orders/*'], optional: true, values: {status: {'Отказ': 'cancelled'}}}"
    )
    let again = try shop.run()
    #expect(again.sources.map(\.counts.read) == [2])
    #expect(again.notices.count == 1)
    #expect(again.notices.first?.contains("orders/*") == true)
    #expect(try revenue(shop) == 5000)
    #expect(
      try shop.rows("select read, loaded, restated, duplicate from source_file") == ["2|2|0|0"])
    #expect(try shop.rows("select read, loaded from file_money") == ["15000|15000"])
    let quiet = try shop.run()
    #expect(quiet.sources.map(\.counts.read) == [0])
    #expect(quiet.notices.isEmpty)
  }

  private let lines =
    "order_id,placed_at,sku,quantity,unit_price,status\n"
    + "1,2026-11-10 12:00,A,2,10.50,new\n1,2026-11-10 12:00,B,1,5.00,new\n"

  @Test func `lines that were read as orders are lines once the kind is mended`() throws {
    let shop = try Shop.small()
    try shop.write(lines, to: "orders/a.csv")
    let wrong = "{kind: 'orders', paths: ['orders/*'], columns: {total: 'unit_price'}}"
    try shop.replace("{kind: 'orders', paths: ['orders/*'], optional: true}", wrong)
    try shop.run()
    #expect(try revenue(shop) == 500)
    try shop.replace(
      wrong,
      "{kind: 'order_lines', paths: ['orders/*'], derive_orders: true}")
    let mended = try shop.run()
    #expect(mended.exitCode == 0)
    #expect(mended.notices.contains { $0.contains("orders/a.csv") && $0.contains("order_lines") })
    #expect(try shop.rows("select order_id, total from orders") == ["1|2600"])
    #expect(try shop.number("select count(*) from order_line") == 2)
    #expect(try revenue(shop) == 2600)
    #expect(try shop.run().notices == [])
  }

  @Test(arguments: [
    ("invoices", "invoice_id,issued_at", "invoice"), ("payments", "payment_id,paid_at", "payment"),
    ("order_statuses", "order_id,at", "order_status"),
  ])
  func `what a file gave as another kind is taken back`(
    kind: String, names: String, table: String
  ) throws {
    let shop = try Shop.small()
    try shop.write(
      "order_id,placed_at,total,status,amount\nI1,2026-11-10 12:00,10.50,new,10.50\n",
      to: "orders/a.csv")
    try shop.write("order_id,placed_at,total\nI1,2026-11-10 12:00,7\n", to: "other/b.csv")
    try shop.replace(
      "{kind: 'orders', paths: ['orders/*'], optional: true}",
      "{kind: 'orders', paths: ['other/*']}, {kind: 'orders', paths: ['orders/*']}")
    try shop.run()
    #expect(try shop.number("select count(*) from orders") == 1)
    let columns = zip(names.split(separator: ","), ["order_id", "placed_at"])
      .map { "\($0): '\($1)'" }.joined(separator: ", ")
    try shop.replace(
      "{kind: 'orders', paths: ['orders/*']}",
      "{kind: '\(kind)', paths: ['orders/*'], columns: {\(columns)}}")
    let mended = try shop.run()
    #expect(mended.exitCode == 0)
    #expect(try shop.rows("select order_id, total from orders") == ["I1|700"])
    #expect(try revenue(shop) == 700)
    #expect(try shop.number("select count(*) from \(table)") == 1)
    #expect(try shop.rows("select total from table_money where table_name = 'orders'") == ["700"])
  }

  @Test(arguments: [
    ("payments", "invoices"), ("invoices", "payments"), ("orders", "invoices"),
    ("order_statuses", "payments"),
  ])
  func `a kind there and back is the same as ever`(first: String, second: String) throws {
    let columns = [
      "payments": "payment_id: 'id', paid_at: 'at'",
      "invoices": "invoice_id: 'id', issued_at: 'at'",
      "orders": "order_id: 'id', placed_at: 'at'", "order_statuses": "order_id: 'id', at: 'at'",
    ]
    let tables = [
      "payments": "payment", "invoices": "invoice", "orders": "orders",
      "order_statuses": "order_status",
    ]
    func source(_ kind: String) throws -> String {
      "{kind: '\(kind)', paths: ['orders/*'], columns: {\(try #require(columns[kind]))}}"
    }
    let shop = try Shop.small()
    try shop.write(
      "id,at,total,amount,status\n1,2026-11-10 12:00,10.50,10.50,new\n2,2026-11-11 12:00,5,5,new\n",
      to: "orders/a.csv")
    try shop.replace("{kind: 'orders', paths: ['orders/*'], optional: true}", try source(first))
    try shop.run()
    let reports = try shop.reports()
    for (former, now) in [(first, second), (second, first)] {
      try shop.replace(try source(former), try source(now))
      #expect(try shop.run().exitCode == 0)
      let table = try #require(tables[now])
      #expect(try shop.number("select count(*) from \(table)") == 2)
      let gone = try #require(tables[former])
      #expect(try shop.number("select count(*) from \(gone)") == 0)
    }
    let pages = try shop.reports()
    for (name, bytes) in reports where name.hasPrefix("order") && name.hasSuffix(".csv") {
      #expect(pages[name] == bytes, "\(name)")
    }
    #expect(try shop.run().notices == [])
  }

  @Test func `what the new kind cannot read stays as the former one`() throws {
    let shop = try Shop.small()
    let log = "{kind: 'clickstream', format: 'nginx-vhost-combined', paths: ['orders/*']}"
    try shop.replace("{kind: 'orders', paths: ['orders/*'], optional: true}", log)
    try shop.write(LogShop().lines(0..<5), to: "orders/a.log")
    try shop.run()
    try shop.replace(log, "{kind: 'calendar', paths: ['orders/*']}")
    #expect(try shop.run().exitCode == 65)
    #expect(try shop.number("select count(*) from event") == 5)
    try shop.replace("{kind: 'calendar', paths: ['orders/*']}", log)
    #expect(try shop.run().exitCode == 0)
    #expect(try shop.number("select count(*) from event") == 5)
  }

  @Test func `a log that no table can be made of keeps its visits`() throws {
    let shop = try Shop.small()
    try shop.replace(
      "{kind: 'orders', paths: ['orders/*'], optional: true}",
      "{kind: 'clickstream', format: 'nginx-vhost-combined', paths: ['orders/*']}")
    try shop.write(
      "shop.example:443 203.0.113.7 - - [10/Nov/2026:12:00:00 +0300] \"GET /a HTTP/1.1\" 200 5 \"-\" "
        + "\"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\"\n",
      to: "orders/a.log")
    try shop.run()
    #expect(try shop.number("select count(*) from session") == 1)
    let log = "{kind: 'clickstream', format: 'nginx-vhost-combined', paths: ['orders/*']}"
    try shop.replace(log, "{kind: 'orders', paths: ['orders/*']}")
    #expect(try shop.run().exitCode == 65)
    #expect(try shop.number("select count(*) from session") == 1)
  }

  @Test func `rows that the new reading no longer has are taken back, with all that stood on them`()
    throws
  {
    let shop = try Shop.small()
    try shop.write(
      "id;nr;placed_at;total\n1;N1;2026-11-10 12:00;100\n2;N2;2026-11-11 12:00;50\n",
      to: "orders/a.csv")
    try shop.replace(
      "paths: ['orders/*']", "paths: ['orders/*'], columns: {order_id: 'id'}")
    try shop.run()
    #expect(try shop.rows("select order_id from orders order by 1") == ["1", "2"])
    try shop.replace("{order_id: 'id'}", "{order_id: 'nr'}")
    #expect(try shop.run().exitCode == 0)
    #expect(try shop.rows("select order_id from orders order by 1") == ["N1", "N2"])
    #expect(try revenue(shop) == 15000)
    #expect(try shop.number("select count(*) from conversion") == 2)
    #expect(try shop.rows("select member from person_member order by 1") == ["N1", "N2"])
    #expect(try shop.rows("select total from table_money where table_name = 'orders'") == ["15000"])
  }

  @Test func `what an older file said counts again where the newer one says it no longer`() throws {
    let shop = try Shop.small()
    try shop.write("order_id,placed_at,total\nA,2026-11-10 12:00,70\n", to: "orders/old.csv")
    try shop.touch("orders/old.csv", "2026-11-11T12:00:00Z")
    try shop.write("nr,order_id,placed_at,total\nZ,A,2026-11-10 12:00,90\n", to: "orders/new.csv")
    try shop.touch("orders/new.csv", "2026-11-12T12:00:00Z")
    try shop.replace(
      "{kind: 'orders', paths: ['orders/*'], optional: true}",
      "{kind: 'orders', paths: ['orders/old*']}, {kind: 'orders', paths: ['orders/new*']}")
    try shop.run()
    #expect(try shop.rows("select order_id, total from orders") == ["A|9000"])
    try shop.replace("paths: ['orders/new*']", "paths: ['orders/new*'], columns: {order_id: 'nr'}")
    try shop.run()
    #expect(
      try shop.rows("select order_id, total from orders order by 1") == ["A|7000", "Z|9000"])
  }

  @Test func `files that are gone keep their rows, and that is told once and kept on the page`()
    throws
  {
    let shop = try Shop.small()
    try shop.write("date,source,medium,campaign,cost\n2026-11-10,y,cpc,a,100\n", to: "spend/1.csv")
    try shop.write("date,source,medium,campaign,cost\n2026-11-11,y,cpc,a,200\n", to: "spend/2.csv")
    try shop.run()
    try FileManager.default.removeItem(at: shop.url("spend/1.csv"))
    try shop.replace("paths: ['spend/*']", "paths: ['spend/*'], vat_rate: 0.2")
    let night = try shop.run()
    #expect(try shop.rows("select cost from spend order by date") == ["10000", "24000"])
    #expect(night.notices.count { $0.contains("spend/1.csv") } == 1)
    #expect(try shop.rows("select note, count from file_note") == ["kept-as-read|1"])
    #expect(try shop.run().notices.isEmpty)
    #expect(try shop.warehouse().moneyMismatches().isEmpty)
  }

  @Test func `a file that was refused is read when its source's keys are mended`() throws {
    let shop = try Shop.small()
    try shop.write("order_id,placed_at,total\nA,03/04/2026 10:00,100\n", to: "orders/a.csv")
    for _ in 0..<2 {
      let night = try shop.run()
      #expect(night.exitCode == 65)
      #expect(night.messages.count == 1)
    }
    try shop.replace("paths: ['orders/*']", "paths: ['orders/*'], date_order: 'dmy'")
    #expect(try shop.run().exitCode == 0)
    #expect(try shop.rows("select total from orders") == ["10000"])
    #expect(try shop.rows("select read, rejected, loaded from source_file") == ["1|0|1"])
  }

  @Test func `a new reading that is refused keeps the rows of the old one, and says so`() throws {
    let shop = try Shop.small()
    try shop.write(orders, to: "orders/a.csv")
    try shop.run()
    try shop.replace("paths: ['orders/*']", "paths: ['orders/*'], delimiter: ';'")
    for _ in 0..<2 {
      #expect(try shop.run().exitCode == 65)
      #expect(try revenue(shop) == 15000)
    }
    try shop.replace(", delimiter: ';'", "")
    #expect(try shop.run().exitCode == 0)
    #expect(try revenue(shop) == 15000)
  }

  @Test func `a file that new keys refused is read anew once it is mended`() throws {
    let shop = try Shop.small()
    let head = "id,nr,placed_at,total\n"
    try shop.write(head + "1,N1,2026-11-10 12:00,100\n", to: "orders/a.csv")
    try shop.replace("paths: ['orders/*']", "paths: ['orders/*'], columns: {order_id: 'id'}")
    try shop.run()
    try shop.replace("{order_id: 'id'}", "{order_id: 'number'}")
    for _ in 0..<3 { #expect(try shop.run().exitCode == 65) }
    #expect(try shop.rows("select order_id from orders") == ["1"])
    try shop.write(
      head.replacing("nr", with: "number") + "1,N1,2026-11-10 12:00,100\n", to: "orders/a.csv")
    #expect(try shop.run().exitCode == 0)
    #expect(try shop.rows("select order_id from orders") == ["N1"])
    #expect(try revenue(shop) == 10000)
    #expect(try shop.run().sources.map(\.counts.read) == [0])
  }

  @Test func `a log is read again whole: its requests, days and visits move with it`() throws {
    let shop = try LogShop()
    try shop.write(
      shop.lines(0..<40).replacing("shop.example:443 ", with: ""),
      to: "log/access.log")
    try shop.shop.replace(
      "format: 'nginx-vhost-combined'",
      "format: '$remote_addr - - [$time_local] \"$request\" $status $body_bytes_sent "
        + "\"$http_referer\" \"$http_user_agent\"', host: 'old.example'")
    #expect(try shop.run().exitCode == 0)
    try shop.shop.replace("host: 'old.example'", "host: 'new.example'")
    let night = try shop.run()
    #expect(night.sources.map(\.counts.read) == [40])
    try shop.expectPages(0..<40)
    for table in ["event", "request_day"] {
      #expect(
        try shop.shop.rows(
          "select distinct text from \(table) join text_value on text_id = host") == ["new.example"]
      )
    }
    #expect(try shop.number("select sum(events) from event_span") == 40)
    #expect(try shop.shop.rows("select distinct host from session") == ["new.example"])
    #expect(try shop.run().sources.map(\.counts.read) == [0])
  }

  @Test func `names that come later prove the order of day and month, and restate`() throws {
    let shop = try Shop.small()
    func write(_ name: String, _ total: Int) throws {
      try shop.write(
        "order_id,placed_at,total\nA,2026-01-10 12:00,\(total)\n", to: "orders/\(name).csv")
      try shop.touch("orders/\(name).csv", "2026-11-12T12:00:00Z")
    }
    // Day first, 4 May is newer than 5 April; nothing says so before a 15th of March comes.
    try write("x-04-05-2026", 1)
    try shop.run()
    try write("x-05-04-2026", 2)
    try shop.touch("orders/x-05-04-2026.csv", "2026-11-13T12:00:00Z")
    try shop.run()
    #expect(try shop.rows("select total from orders") == ["200"])
    try shop.write(
      "order_id,placed_at,total\nB,2026-01-10 12:00,1\n", to: "orders/x-15-03-2026.csv")
    try shop.run()
    #expect(try shop.rows("select total from orders where order_id = 'A'") == ["100"])
    #expect(try shop.run().sources.allSatisfy { $0.counts == FileCounts() })
  }

  @Test func `two sources that match one file read it once, whatever their order`() throws {
    let shop = try Shop.small()
    try shop.write(orders, to: "orders/a.csv")
    try shop.run()
    try shop.replace(
      "{kind: 'orders', paths: ['orders/*'], optional: true}",
      "{kind: 'orders', paths: ['orders/a*'], values: {status: {ok: 'done'}}}, "
        + "{kind: 'orders', paths: ['orders/*'], optional: true}")
    for _ in 0..<2 {
      #expect(try shop.run().sources.map(\.counts.read) == [0, 0])
    }
    #expect(try shop.rows("select status from orders where order_id = 'B'") == ["ok"])
  }
}
