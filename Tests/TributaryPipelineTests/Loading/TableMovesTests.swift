import Foundation
import Testing
import TributaryIngest
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

/// What happens to tables in a folder: nothing is counted twice, the newest version wins.
@Suite struct TableMovesTests {
  private let shop: LogShop

  init() throws { shop = try LogShop() }

  private func orders(_ totals: (String, Int)...) -> String {
    "order_id,placed_at,total\n"
      + totals.map { "\($0.0),2026-11-10T12:00:00Z,\($0.1)\n" }.joined()
  }

  private func stored() throws -> [String] {
    try shop.shop.rows("select order_id, total / 100 from orders order by order_id")
  }

  @Test(arguments: [
    ("orders/a-2026-06-01.csv", "10000"), ("orders/1 июня 2026.csv", "10000"),
    ("orders/a-2026-05-02.csv", "20000"),
  ])
  func `a new name says another version the same night`(name: String, total: String) throws {
    let shop = try Shop.small()
    for (file, total) in [("a-2026-05-01", 100), ("b-2026-05-15", 200)] {
      try shop.write(
        "order_id,placed_at,total\n1,2026-04-30 10:00,\(total)\n", to: "orders/\(file).csv")
    }
    try shop.run()
    #expect(try shop.rows("select total from orders") == ["20000"])
    try FileManager.default.moveItem(
      at: shop.url("orders/a-2026-05-01.csv"), to: shop.url(name))
    try shop.run()
    #expect(try shop.rows("select total from orders") == [total])
  }

  @Test func `a table that is renamed or packed is not read again`() throws {
    try shop.write(orders(("A", 1), ("B", 2)), to: "orders/a.csv")
    try shop.run()
    try shop.move("orders/a.csv", to: "orders/b.csv")
    #expect(try shop.run().sources.map(\.counts.read) == [0])
    try shop.gzip("orders/b.csv")
    #expect(try shop.run().sources.map(\.counts.read) == [0])
    #expect(try shop.number("select count(*) from source_file") == 1)
    #expect(try stored() == ["A|1", "B|2"])
  }

  @Test func `a changed table restates, an older one says nothing, whatever its name`() throws {
    func write(_ text: String, to name: String, day: Int) throws {
      try shop.write(text, to: name)
      try shop.shop.touch(name, "2026-11-0\(day)T12:00:00Z")
    }
    try write(orders(("A", 1), ("B", 2)), to: "orders/2.csv", day: 2)
    try shop.run()
    try write(orders(("A", 1), ("B", 3)), to: "orders/2.csv", day: 3)
    let changed = try #require(try shop.run().sources.first).counts
    #expect(changed.read == 2 && changed.loaded == 1)
    #expect(changed.restated == 1 && changed.duplicate == 1)
    try write(orders(("A", 9), ("C", 4)), to: "orders/3.csv", day: 1)
    let late = try #require(try shop.run().sources.last).counts
    #expect(late.read == 2 && late.loaded == 1)
    #expect(late.restated == 0 && late.duplicate == 1)
    try write(orders(("A", 8), ("C", 5)), to: "orders/3.csv", day: 2)
    try shop.run()
    #expect(try stored() == ["A|1", "B|3", "C|5"])
  }

  @Test(arguments: [["1", "2", "3"], ["3", "2", "1"], ["2", "3", "1"], ["1", "3", "2"]])
  func `a copy is no new version: its bytes keep the earliest time, whenever it comes`(
    order: [String]
  ) throws {
    // 3 repeats the bytes of 1, which 2 has corrected since.
    let texts = ["1": orders(("A", 1)), "2": orders(("A", 2)), "3": orders(("A", 1))]
    for name in order {
      try shop.write(try #require(texts[name]), to: "orders/\(name).csv")
      try shop.shop.touch("orders/\(name).csv", "2026-11-0\(name)T12:00:00Z")
      #expect(try shop.run().exitCode == 0)
    }
    #expect(try stored() == ["A|2"])
    #expect(try shop.run().sources.allSatisfy { $0.counts == FileCounts() })
  }

  @Test func `a touched file is no new version, one that held other bytes in between is`() throws {
    func night(_ name: String, _ total: Int, day: Int) throws {
      try shop.write(orders(("A", total)), to: "orders/\(name).csv")
      try shop.shop.touch("orders/\(name).csv", "2026-11-0\(day)T12:00:00Z")
      #expect(try shop.run().exitCode == 0)
    }
    try night("x", 1, day: 1)
    try night("y", 2, day: 2)
    try night("x", 1, day: 3)
    #expect(try stored() == ["A|2"])
    try night("y", 5, day: 4)
    try night("y", 2, day: 5)
    #expect(try stored() == ["A|2"])
    try night("x", 7, day: 6)
    try night("y", 5, day: 7)
    #expect(try stored() == ["A|5"])
  }

  @Test func `a table over max_rejected loads nothing, and is tried again when it changes`() throws
  {
    func text(bad: Int) -> String {
      "order_id,placed_at,total\n"
        + (0..<1000).map { "R\($0),2026-11-10T12:00:00Z,\($0 < bad ? "x" : "5")\n" }.joined()
    }
    try shop.write(orders(("A", 1)), to: "orders/good.csv")
    try shop.write(text(bad: 60), to: "orders/bad.csv")
    for counted in [1000, 0] {
      let summary = try shop.run()
      #expect(summary.exitCode == 65)
      #expect(summary.sources.first { $0.path == "orders/bad.csv" }?.counts.rejected == counted)
      #expect(try stored() == ["A|1"])
      #expect(
        try shop.shop.rows("select read, rejected, loaded from source_file where path like '%bad%'")
          == ["1000|1000|0"])
    }
    try shop.write(text(bad: 40), to: "orders/bad.csv")
    #expect(try shop.run().exitCode == 0)
    #expect(
      try shop.shop.rows("select read, rejected, loaded from source_file where path like '%bad%'")
        == ["1000|40|960"])
  }

  @Test func `domains meet however they are written`() throws {
    let shop = try Shop.small(
      "\n{kind: 'geodomains', paths: ['geo.csv']},")
    let agent = "Mozilla/5.0 (X11; Linux x86_64) Chrome/120.0 Safari/537.36"
    try shop.write(
      """
      xn--90a1af.xn--80aairftm.xn--p1ai:443 192.0.2.7 - - [10/Nov/2026:12:00:00 +0300] \
      "GET / HTTP/1.1" 200 5 "-" "\(agent)"

      """, to: "log/access.log")
    try shop.write("domain,city\nСПБ.магазин.рф,Петербург\n", to: "geo.csv")
    try shop.write(
      "order_id,placed_at,total,geodomain\nA,2026-11-10,5,www.xn--90a1af.xn--80aairftm.xn--p1ai\n",
      to: "orders/a.csv")
    #expect(try shop.run().exitCode == 0)
    #expect(
      try shop.rows("select host, geodomain from session") == ["спб.магазин.рф|спб.магазин.рф"])
    #expect(try shop.rows("select domain from geodomain") == ["спб.магазин.рф"])
    #expect(try shop.rows("select geodomain from orders") == ["спб.магазин.рф"])
  }

  @Test func `a log exchanged between the look and the reading is refused`() throws {
    let file = FileDescription(
      kind: .clickstream, path: "a.log", size: 50, modified: 1, inode: 7, reading: .appended)
    var read = FileSummary()
    (read.size, read.inode) = (60, 7)
    #expect(throws: Never.self) { try FileLoading.expectSameFile(file, read) }
    read.inode = 8
    #expect(throws: IngestError.self) { try FileLoading.expectSameFile(file, read) }
    (read.size, read.inode) = (40, 7)
    #expect(throws: IngestError.self) { try FileLoading.expectSameFile(file, read) }
  }
}
