import Foundation
import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

@Suite struct BadInputTests {
  private let shop: Shop

  init() throws {
    shop = try Shop.small()
    try shop.write(Self.orders(1...3), to: "orders/good.csv")
  }

  private static func orders(_ numbers: ClosedRange<Int>, bad: Int = 0) -> String {
    "order_id,placed_at,total\n"
      + numbers.map { number in
        let total = number < numbers.lowerBound + bad ? "much" : "10.00"
        return "W\(number),2026-11-10T12:00:00+03:00,\(total)\n"
      }.joined()
  }

  private func index() throws -> String {
    String(decoding: try #require(try shop.reports()["index.html"]), as: UTF8.self)
  }

  /// The good file loads and the pages are there, whatever befell the other.
  private func expectRestLoaded(_ at: SourceLocation = #_sourceLocation) throws {
    #expect(try shop.number("select count(*) from orders") == 3, sourceLocation: at)
    #expect(try index().contains("</html>"), sourceLocation: at)
  }

  @Test func `a required pattern without files is told with 66, and the rest goes on`() throws {
    let shop = try Shop(
      """
      {name: 'shop', as_of: '2026-11-14', reports: 'reports', sources: [
         {kind: 'orders', paths: ['orders/*']}, {kind: 'spend', paths: ['nowhere/*.csv']}]}
      """)
    try shop.write(Self.orders(1...3), to: "orders/good.csv")
    let summary = try shop.run()
    #expect(summary.exitCode == 66)
    #expect(summary.messages.count == 1)
    let message = try #require(summary.messages.first)
    for part in ["nowhere/*.csv", "spend", "$.sources[1].paths"] {
      #expect(message.contains(part), "\(message)")
    }
    #expect(try shop.number("select count(*) from orders") == 3)
    let reports = try shop.reports()
    #expect(reports["index.html"] != nil)
    let sources = String(decoding: try #require(reports["sources.csv"]), as: UTF8.self)
    #expect(sources.contains("spend,,0,0,0,0,0,0"))
  }

  @Test func `a missing column refuses the file with 65`() throws {
    try shop.write("order_id,placed_at\nX1,2026-11-10\n", to: "orders/bad.csv")
    let summary = try shop.run()
    #expect(summary.exitCode == 65)
    let message = try #require(summary.messages.first)
    #expect(message.contains("orders/bad.csv") && message.contains("total"), "\(message)")
    try expectRestLoaded()
    #expect(
      try shop.rows("select path from source_file where refusal is not null")
        == ["orders/bad.csv"])
  }

  @Test func `a file that gzip cannot unpack is refused whole with 65`() throws {
    // A gzip header and nothing that follows it.
    let bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF]
    try Data(bytes).write(to: shop.url("orders/bad.csv.gz"))
    let summary = try shop.run()
    #expect(summary.exitCode == 65)
    #expect(summary.messages.count == 1)
    #expect(summary.messages.first?.contains("orders/bad.csv.gz") == true)
    try expectRestLoaded()
  }

  @Test func `a cut gzip file loads none of its lines`() throws {
    let whole = try Data(
      contentsOf: Checkout.root.appending(path: "sample-data/calls.csv.gz"))
    try shop.write("", to: "calls/none.txt")
    try FileManager.default.removeItem(at: shop.url("calls/none.txt"))
    try whole.prefix(whole.count / 2).write(to: shop.url("calls/cut.csv.gz"))
    let summary = try shop.run()
    #expect(summary.exitCode == 65)
    #expect(try shop.number("select count(*) from call") == 0)
    try expectRestLoaded()
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `a file without read permission is refused with 65`() throws {
    try shop.write(Self.orders(7...9), to: "orders/locked.csv")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: shop.url("orders/locked.csv").path)
    let summary = try shop.run()
    #expect(summary.exitCode == 65)
    #expect(summary.messages.first?.contains("orders/locked.csv") == true)
    try expectRestLoaded()
  }

  @Test func `a refused file is told again each night until it is mended`() throws {
    try shop.write("order_id,placed_at\nX1,2026-11-10\n", to: "orders/bad.csv")
    try shop.run()
    #expect(try shop.run().exitCode == 65)
    try shop.write(Self.orders(4...5), to: "orders/bad.csv")
    #expect(try shop.run().exitCode == 0)
    #expect(try shop.number("select count(*) from orders") == 5)
  }

  @Test func `of a thousand records more than one in twenty refuses the file`() throws {
    try shop.write(Self.orders(1001...2000, bad: 51), to: "orders/bad.csv")
    let summary = try shop.run()
    #expect(summary.exitCode == 65)
    let counts = try #require(summary.sources.first { $0.path == "orders/bad.csv" }).counts
    #expect(counts.read == 1000 && counts.rejected == 1000 && counts.loaded == 0)
    try expectRestLoaded()
  }

  @Test(arguments: [(1000, 50), (999, 500)])
  func `one in twenty, or a small file, loads what is good`(records: Int, bad: Int) throws {
    try shop.write(Self.orders(1001...(1000 + records), bad: bad), to: "orders/some.csv")
    let summary = try shop.run()
    #expect(summary.exitCode == 0)
    let counts = try #require(summary.sources.first { $0.path == "orders/some.csv" }).counts
    #expect(counts.rejected == bad && counts.loaded == records - bad)
  }
}
