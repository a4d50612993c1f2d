import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// Whatever the order in which the files of an everyday shop come, and over how many nights, the
/// tables are the same.
@Suite struct EverydayRunTests {
  /// Seeds of one test, so that they share the processors.
  private static let seedsAtOnce = 10

  @Test(arguments: 0..<10)
  func `nights in any order end where one night does`(part: Int) throws {
    for seed in (part * Self.seedsAtOnce)..<((part + 1) * Self.seedsAtOnce) {
      let shop = EverydayShop(seed: UInt64(seed))
      let once = try tables(shop, nights: [Array(shop.files.indices)])
      #expect(once.count > 200, "\(seed)")
      var random = SeededGenerator(state: UInt64(seed) &+ 1000)
      var order = Array(shop.files.indices)
      order.shuffle(using: &random)
      let cuts = [0] + (0..<2).map { _ in Int.random(in: 1..<order.count, using: &random) }.sorted()
      let nights = zip(cuts, cuts.dropFirst() + [order.count]).map { Array(order[$0..<$1]) }
      let found = try tables(shop, nights: nights)
      let differ = Set(found).symmetricDifference(once).sorted()
      #expect(differ.isEmpty, "\(seed) \(nights): \(differ.prefix(6))")
    }
  }

  private func tables(_ everyday: EverydayShop, nights: [[Int]]) throws -> [String] {
    let shop = try Shop.small(
      """

      {kind: 'orders', format: 'json', paths: ['objects/*'], optional: true},
      {kind: 'letters', paths: ['letters/*'], optional: true},
      {kind: 'invoices', paths: ['invoices/*'], optional: true, leave_out_when: {status: '^draft$'}},
      {kind: 'payments', paths: ['payments/*'], optional: true},
      """)
    try shop.replace(
      "own_domains: ['shop.example']}",
      "own_domains: ['shop.example']}, funnels: {order_number_paths: ['woocommerce']}")
    try shop.replace(
      "{kind: 'orders', paths: ['orders/*'],",
      "{kind: 'orders', paths: ['orders/*'], leave_out_when: {status: '^test$'},")
    let noon = try Date("2026-11-14T09:00:00Z", strategy: .iso8601)
    for night in nights {
      for index in night {
        let file = everyday.files[index]
        let name =
          file.name.hasSuffix(".json")
          ? file.name.replacing("orders/", with: "objects/") : file.name
        try shop.write(file.text, to: name)
        try FileManager.default.setAttributes(
          [.modificationDate: noon + Double(index)],
          ofItemAtPath: shop.url(name).path(percentEncoded: false))
      }
      #expect(try shop.run().exitCode == 0)
    }
    let warehouse = try shop.warehouse()
    #expect(try warehouse.moneyMismatches().isEmpty)
    return try WarehouseDump.meaning(warehouse)
      + shop.rows(
        """
        select conversion_id, model, day, credit, value, margin from attribution_credit
        order by 1, 2, 3, 4, 5, 6
        """)
  }
}
