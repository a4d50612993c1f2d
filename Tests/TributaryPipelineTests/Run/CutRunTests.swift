import Foundation
import Testing
import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

/// What becomes of a night that was killed.
@Suite struct CutRunTests {
  private func shop(in place: TemporaryFolder) throws -> Pipeline {
    let agent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36"
    try place.write(
      """
      10.0.0.1 - - [10/Nov/2026:10:00:00 +0000] "GET /?utm_source=y&utm_medium=cpc HTTP/1.1" \
      200 5 "-" "\(agent)"
      10.0.0.1 - - [10/Nov/2026:10:01:00 +0000] "GET /checkout/thanks?order_id=A1 HTTP/1.1" \
      200 5 "-" "\(agent)"

      """, to: "access.log")
    try place.write(
      "order_id,placed_at,total,channel\nA1,2026-11-10 10:01,150,online\n", to: "orders.csv")
    try place.write("sku,name\nS1,Mask\n", to: "products.csv")
    try place.write(String(repeating: "0123456789abcdef", count: 4), to: "shop.key")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600],
      ofItemAtPath: place.url.appending(path: "shop.key").path(percentEncoded: false))
    try place.write(
      """
      { name: "shop", as_of: "2026-11-14", reports: "reports", sources: [
        { kind: "clickstream", format: "apache-combined", paths: ["access.log"] },
        { kind: "orders", paths: ["orders.csv"] },
        { kind: "products", paths: ["products.csv"] } ] }
      """, to: "pipeline.json5")
    return try PipelineFile.load(place.url.path(percentEncoded: false))
  }

  /// Loads the sources and goes no further, as a run that was killed then.
  private func loadOnly(_ pipeline: Pipeline) throws {
    let folder = URL(filePath: pipeline.warehouse).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let warehouse = try Warehouse(path: pipeline.warehouse, settings: WarehouseSettings(pipeline))
    let key = try KeyFile.key(of: pipeline) ?? KeyFile.create(at: pipeline.keyFile)
    let loading = SourceLoading(
      pipeline: pipeline, warehouse: warehouse, key: key, progress: { _ in })
    #expect(try loading.load().problems.isEmpty)
  }

  private func numbers(_ pipeline: Pipeline) throws -> [String] {
    let warehouse = try Warehouse.readOnly(
      path: pipeline.warehouse, settings: WarehouseSettings(pipeline))
    return try [
      "session", "session_order", "attribution_credit", "mart_channel_day", "mart_demand_day",
      "stale_day",
    ].map { table in
      let count = try warehouse.rows("select count(*) as n from \(table)").first?.int64("n")
      return "\(table) \(count ?? -1)"
    }
  }

  @Test func `the next night finishes what a killed one had only loaded`() throws {
    let whole = try TemporaryFolder()
    let cut = try TemporaryFolder()
    let pipelines = try [whole, cut].map(shop)
    try loadOnly(pipelines[1])
    for pipeline in pipelines {
      let summary = try PipelineRun(pipeline).run(RunOptions(version: "test"))
      #expect(summary.exitCode == 0)
    }
    #expect(try numbers(pipelines[1]) == numbers(pipelines[0]))
    #expect(try numbers(pipelines[1]).contains("session 1"))
    #expect(try numbers(pipelines[1]).contains("mart_demand_day 1"))
    #expect(try numbers(pipelines[1]).contains("stale_day 0"))
    let folder = "reports/2026-11-14"
    #expect(try whole.names(in: folder) == cut.names(in: folder))
    for name in try whole.names(in: folder) {
      #expect(try whole.text(of: "\(folder)/\(name)") == cut.text(of: "\(folder)/\(name)"))
    }
  }
}
