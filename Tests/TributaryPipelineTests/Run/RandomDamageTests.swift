import Foundation
import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

/// Whatever befalls a file's name, times, values and rows: it is read exactly, or told.
@Suite struct RandomDamageTests {
  @Test(arguments: 0..<30)
  func `a hurt file is read exactly or told`(seed: UInt64) throws {
    let shop = try Shop(
      """
      {name: 'shop', timezone: 'Europe/Moscow', currency: 'RUB', as_of: '2026-05-31',
       reports: 'reports', channels: {own_domains: ['shop.example']},
       sources: [
         {kind: 'clickstream', format: 'nginx-vhost-combined', paths: ['log/*']},
         {kind: 'orders', paths: ['orders/*']}, {kind: 'spend', paths: ['spend/*']},
       ]}
      """)
    let damaged = DamagedShop(seed: seed)
    for file in damaged.orders + damaged.spend + damaged.logs { try write(file, to: shop) }
    let summary = try shop.run()
    try expect(
      damaged.orders, "select order_id, placed_at || '|' || total || '|' || currency from orders",
      shop, summary)
    try expect(
      damaged.spend, "select campaign, date || '|' || cost || '|' || currency from spend", shop,
      summary)
    try expect(
      damaged.logs, "select text, cast(at as text) from event join text_value on text_id = path",
      shop, summary)
    #expect(
      try shop.number(
        "select count(*) from source_file where read <> loaded + duplicate + filtered + rejected")
        == 0)
  }

  private func write(_ file: DamagedShop.File, to shop: Shop) throws {
    let url = shop.url(file.name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try file.bytes.write(to: url)
  }

  /// Every record of the files stands as it may be read, or is missing from a file that is told.
  private func expect(
    _ files: [DamagedShop.File], _ sql: String, _ shop: Shop, _ summary: RunSummary
  ) throws {
    var found: [String: String] = [:]
    for row in try shop.warehouse().rows(sql) { found[row.cells[0].plain] = row.cells[1].plain }
    for file in files {
      let name = FileName(bytes: Array(file.name.utf8)).spelling
      let counts = try #require(summary.sources.first { $0.path == name }, "\(name)").counts
      let isRefused = summary.messages.contains { $0.contains(name) }
      let isTold = counts.rejected > 0 || isRefused
      var missing = 0
      for record in file.records {
        guard let reading = found.removeValue(forKey: record.key) else {
          missing += 1
          #expect(!record.isWhole || file.isHurt, "\(file.name): \(record.key) is missing")
          continue
        }
        #expect(
          record.readings.contains(reading),
          "\(file.name): \(record.key) is \(reading), expected \(record.readings)")
      }
      #expect(missing == 0 || isTold, "\(file.name): \(missing) records are missing unsaid")
      if !file.isHurt, !isRefused {
        #expect(counts.rejected == missing, "\(file.name): \(counts)")
      }
    }
    #expect(found.isEmpty, "rows that no file holds: \(found)")
  }
}
