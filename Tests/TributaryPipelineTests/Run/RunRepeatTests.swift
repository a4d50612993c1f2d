import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

@Suite struct RunRepeatTests {
  private func shop(seed: UInt64) throws -> Shop {
    let shop = try Shop.small()
    try shop.write(GeneratedShop(seed: seed).files)
    return shop
  }

  @Test func `a second run loads nothing and changes no byte of the warehouse or the reports`()
    throws
  {
    let shop = try shop(seed: 1)
    let first = try shop.run()
    #expect(first.exitCode == 0)
    #expect(try shop.number("select count(*) from session_order") > 5)
    let (dump, reports) = (try WarehouseDump.everything(shop.warehouse()), try shop.reports())
    let folder = shop.url("reports/2026-11-14").path
    let before = try FileManager.default.attributesOfItem(atPath: folder)[.systemFileNumber]
    let second = try shop.run()
    #expect(second.sources.map(\.path) == first.sources.map(\.path))
    #expect(second.sources.allSatisfy { $0.counts == FileCounts() })
    #expect(try WarehouseDump.everything(shop.warehouse()) == dump)
    #expect(try shop.reports() == reports)
    let after = try FileManager.default.attributesOfItem(atPath: folder)[.systemFileNumber]
    #expect(before as? Int == after as? Int)
  }

  @Test(arguments: [2, 3] as [UInt64])
  func `two keys give the same reports and the same meaning`(seed: UInt64) throws {
    let (one, two) = (try shop(seed: seed), try shop(seed: seed))
    try one.run()
    try two.run()
    let keys = try [one, two].map { try String(contentsOf: $0.url("shop.key"), encoding: .utf8) }
    #expect(keys[0] != keys[1])
    #expect(try one.reports() == two.reports())
    #expect(
      try WarehouseDump.meaning(one.warehouse()) == WarehouseDump.meaning(two.warehouse()))
  }

  /// A clock that runs ahead, or a night that is run anew for an earlier day. Other people come
  /// later: a later order of the same person may tell who an earlier visitor was.
  @Test(arguments: [4, 5] as [UInt64])
  func `what lies after the as-of day is loaded, and changes no answer`(seed: UInt64) throws {
    let (plain, ahead) = (try shop(seed: seed), try shop(seed: seed))
    let later = GeneratedShop(seed: seed + 1).files.mapValues {
      $0.replacing("/Nov/2026", with: "/Dec/2026").replacing("2026-11-", with: "2026-12-")
        .replacing("W1", with: "W9").replacing("P1", with: "P9").replacing("\nc", with: "\nd")
        .replacing("192.0.2.", with: "198.51.100.").replacing("900 000", with: "900 111")
    }
    try ahead.write(later, prefix: "later-")
    try plain.run()
    #expect(try ahead.run().exitCode == 0)
    #expect(
      try ahead.number("select count(*) from orders")
        > plain.number("select count(*) from orders"))
    let answers = [
      "campaign_rating", "seasonal_index", "peak", "geodomain_rating", "indicator",
    ]
    for table in answers {
      let (expected, found) = (
        try plain.rows("select * from \(table)"), try ahead.rows("select * from \(table)")
      )
      #expect(Set(found).symmetricDifference(expected).sorted() == [], "\(table)")
    }
    var (expected, found) = (try plain.reports(), try ahead.reports())
    // Pages about the files themselves count every row that was read.
    for name in expected.keys where name.hasSuffix(".html") || name.hasPrefix("source") {
      expected[name] = nil
      found[name] = nil
    }
    #expect(!expected.isEmpty)
    for (name, bytes) in expected { #expect(found[name] == bytes, "\(name)") }
  }

  /// The files arrive over three nights in an order that the seed tells.
  @Test(arguments: 10..<18 as Range<UInt64>)
  func `the order in which files arrive does not matter`(seed: UInt64) throws {
    let atOnce = try shop(seed: seed)
    let shuffled = try Shop.small()
    var random = SeededGenerator(state: seed)
    let all = GeneratedShop(seed: seed).files
    try atOnce.run()
    let names = all.keys.sorted().shuffled(using: &random)
    for night in 0..<3 {
      let arriving = names[(names.count * night / 3)..<(names.count * (night + 1) / 3)]
      try shuffled.write(all, where: { arriving.contains($0) })
      #expect(try shuffled.run().exitCode == 0)
    }
    let (expected, found) = (
      try WarehouseDump.meaning(atOnce.warehouse()),
      try WarehouseDump.meaning(shuffled.warehouse())
    )
    #expect(Set(found).subtracting(expected).sorted() == [])
    #expect(Set(expected).subtracting(found).sorted() == [])
    #expect(found.count == expected.count)
  }
}
