import Foundation
import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

/// The same files in any order, in any number of nights: the same rows.
@Suite struct VersionOrderTests {
  private struct File {
    let name: String
    let text: String
    let modified: String
  }

  /// Names, times and contents at random, of kinds that meet: the same day twice, copies, no day.
  private static func files(_ random: inout SeededGenerator) -> [File] {
    let names = [
      "orders-2026-06-01.csv", "orders-31.05.2026.csv", "orders (1).csv", "orders.csv",
      "1 Jun 2026.csv", "июнь 2026.csv", "orders-02-06-2026.csv", "orders-30-05-2026.csv",
      "20260601_0415.csv", "2026-05-01_2026-05-31.csv", "zz.csv",
    ]
    var texts: [String] = []
    return names.shuffled(using: &random).prefix(6).map { name in
      var text = "order_id,placed_at,total,updated_at\n"
      for id in 1...4 where Bool.random(using: &random) {
        let updated =
          Int.random(in: 0..<3, using: &random) == 0
          ? "2026-06-0\(Int.random(in: 1...3, using: &random)) 10:00" : ""
        text += "\(id),2026-05-20 10:00,\(Int.random(in: 1...900, using: &random)),\(updated)\n"
      }
      // Every third file repeats another's bytes.
      if let other = texts.randomElement(using: &random),
        Int.random(in: 0..<3, using: &random) == 0
      {
        text = other
      }
      texts.append(text)
      let day = Int.random(in: 1...4, using: &random)
      let hour = Int.random(in: 10...12, using: &random)
      return File(name: name, text: text, modified: "2026-06-0\(day)T\(hour):00:00Z")
    }
  }

  private static func rows(
    _ files: [File], nightsAfter cuts: Set<Int>
  ) throws -> [String] {
    let folder = try TemporaryFolder()
    let shop = folder.url.path(percentEncoded: false)
    try folder.write(
      """
      {name: 'shop', timezone: 'Europe/Moscow', currency: 'RUB', sources: [
        {kind: 'orders', paths: ['in/*'], optional: true}]}
      """, to: "pipeline.json5")
    let pipeline = try PipelineFile.load(shop)
    let warehouse = try Warehouse(
      path: ":memory:",
      settings: WarehouseSettings(zone: pipeline.zone, currency: pipeline.currency))
    let key = try #require(ContactKey(bytes: Array(repeating: 7, count: 32)))
    for (index, file) in files.enumerated() {
      try folder.write(file.text, to: "in/" + file.name)
      try FileManager.default.setAttributes(
        [.modificationDate: try Date(file.modified, strategy: .iso8601)],
        ofItemAtPath: shop + "/in/" + file.name)
      guard cuts.contains(index) || index == files.count - 1 else { continue }
      let outcome = try SourceLoading(
        pipeline: pipeline, warehouse: warehouse, key: key, progress: { _ in }
      ).load()
      #expect(outcome.problems.isEmpty)
      #expect(try warehouse.moneyMismatches().isEmpty)
      #expect(
        try warehouse.rows(
          "select path from source_file where read <> loaded + duplicate + filtered + rejected"
        ).isEmpty)
    }
    return try warehouse.rows(
      "select order_id, total, updated_at from orders order by order_id"
    ).map { $0.cells.map(\.plain).joined(separator: "|") }
  }

  @Test(arguments: 1..<41 as Range<UInt64>)
  func `neither arrival nor nights decide`(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let files = Self.files(&random)
    let expected = try Self.rows(files, nightsAfter: [])
    for _ in 0..<4 {
      let order = files.shuffled(using: &random)
      let cuts = Set(order.indices.filter { _ in Bool.random(using: &random) })
      #expect(
        try Self.rows(order, nightsAfter: cuts) == expected,
        "\(order.map { "\($0.name) \($0.modified)" }) \(cuts.sorted())")
    }
  }
}
