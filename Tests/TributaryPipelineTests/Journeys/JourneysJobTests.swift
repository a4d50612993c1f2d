import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

@Suite struct JourneysJobTests {
  /// The people's shop: a key joins at most four.
  private func people(_ extra: String = "") throws -> Shop {
    try Shop(
      """
      {name: 'shop', timezone: 'Europe/Moscow', currency: 'RUB', as_of: '2026-11-14',
       reports: 'reports', identity: {shared_key_limit: 4},\(extra)
       channels: {own_domains: ['shop.example']},
       sources: [
         {kind: 'clickstream', format: 'nginx-vhost-combined', paths: ['log/*'], optional: true},
         {kind: 'orders', paths: ['orders/*'], optional: true},
         {kind: 'calls', paths: ['calls/*'], optional: true},\(GeneratedPeople.sources)
       ]}
      """)
  }

  private func files(_ seed: UInt64) -> [String: String] {
    var files = GeneratedPeople(seed: seed).files
    for (name, text) in GeneratedShop(seed: seed).files where name.hasPrefix("log") {
      files[name] = text
    }
    return files
  }

  /// Nights that rework only what a change reaches come to what one night makes of everything:
  /// persons, touchpoints, conversions, credit and marts.
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `nights come to the same people and credit as everything at once`(seed: UInt64) throws {
    let atOnce = try people()
    try atOnce.write(files(seed))
    try atOnce.run()
    #expect(try atOnce.number("select count(*) from conversion") > 8)
    let nightly = try people()
    var random = SeededGenerator(state: seed &* 31)
    let shuffled = files(seed).keys.sorted().shuffled(using: &random)
    let nights = 6
    for night in 0..<nights {
      let arriving = shuffled[
        (shuffled.count * night / nights)..<(shuffled.count * (night + 1) / nights)]
      try nightly.write(files(seed), where: { arriving.contains($0) })
      try nightly.run()
    }
    let (expected, found) = (
      try WarehouseDump.meaning(atOnce.warehouse()), try WarehouseDump.meaning(nightly.warehouse())
    )
    #expect(Set(found).subtracting(expected).sorted() == [])
    #expect(Set(expected).subtracting(found).sorted() == [])
    #expect(found.count == expected.count)
  }
}
