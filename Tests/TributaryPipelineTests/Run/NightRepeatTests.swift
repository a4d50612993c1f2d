import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

@Suite struct NightRepeatTests {
  private func shop(seed: UInt64) throws -> Shop {
    let shop = try Shop.small()
    for (name, text) in GeneratedShop(seed: seed).files { try shop.write(text, to: name) }
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

  /// The files arrive over three nights in an order that the seed tells.
  @Test(arguments: 10..<18 as Range<UInt64>)
  func `the order in which files arrive does not matter`(seed: UInt64) throws {
    let atOnce = try shop(seed: seed)
    try atOnce.run()
    let shuffled = try Shop.small()
    var random = SeededGenerator(state: seed)
    let files = GeneratedShop(seed: seed).files.sorted { $0.key < $1.key }
      .shuffled(using: &random)
    for night in 0..<3 {
      for file in files[(files.count * night / 3)..<(files.count * (night + 1) / 3)] {
        try shuffled.write(file.value, to: file.key)
      }
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
