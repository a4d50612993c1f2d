import Testing
import TributaryModel

@testable import TributaryPipeline

@Suite struct SourceKeysTests {
  private func keys(
    _ source: String, shop: String = "timezone: 'Europe/Moscow', currency: 'RUB'"
  ) throws -> SourceKeys {
    let folder = try TemporaryFolder()
    try folder.write("{name: 'shop', \(shop), sources: [\(source)]}", to: "pipeline.json5")
    let pipeline = try PipelineFile.load(folder.url.path(percentEncoded: false))
    return SourceKeys(try #require(pipeline.sources.last), pipeline)
  }

  private let lines = "kind: 'order_lines', paths: ['a.csv'], derive_orders: true"

  @Test(arguments: [
    "columns: {sku: 'Code'}", "constants: {sku: 'x'}", "encoding: 'cp866'", "timezone: 'UTC'",
    "skip_rows: 1", "totals: ['Sum']", "delimiter: ';'", "decimal: ','", "date_order: 'dmy'",
    "values: {status: {a: 'b'}}", "cancelled_when: {order_id: '^C'}",
    "values: {status: {a: 'c'}}", "columns: {sku: 'Kode'}",
  ])
  func `every key that changes how a file is read counts`(key: String) throws {
    #expect(try keys("{\(lines)}").reading != keys("{\(lines), \(key)}").reading)
  }

  @Test func `changes of one map or list are told from each other`() throws {
    let texts = [
      "columns: {sku: 'a', name: 'b'}", "columns: {sku: 'b', name: 'a'}", "totals: ['a', 'b']",
      "totals: ['a,b']", "totals: ['b', 'a']", "values: {status: {a: 'b'}, sku: {a: 'c'}}",
      "values: {status: {a: 'c'}, sku: {a: 'b'}}",
    ]
    let found = Set(try texts.map { try keys("{\(lines), \($0)}").reading })
    #expect(found.count == texts.count)
  }

  @Test func `place, paths, order and written defaults count for nothing`() throws {
    let plain = try keys("{\(lines), columns: {sku: 'a', name: 'b'}}")
    for other in [
      "{kind: 'calls', paths: ['c.csv']}, {\(lines), columns: {sku: 'a', name: 'b'}}",
      "{columns: {name: 'b', sku: 'a'}, \(lines), /* why */ optional: true}",
      "{kind: 'order_lines', paths: ['b.csv', 'c.csv'], derive_orders: true, "
        + "columns: {sku: 'a', name: 'b'}}",
      "{\(lines), columns: {sku: 'a', name: 'b'}, skip_rows: 0, constants: {}, format: 'csv'}",
    ] { #expect(try keys(other) == plain, "\(other)") }
  }

  @Test func `the shop's zone counts everywhere, its currency in tables`() throws {
    let log = "{kind: 'clickstream', format: 'nginx-combined', paths: ['a.log']}"
    let other = "timezone: 'UTC', currency: 'RUB'"
    let dollars = "timezone: 'Europe/Moscow', currency: 'USD'"
    #expect(try keys(log) != keys(log, shop: other))
    #expect(try keys(log) == keys(log, shop: dollars))
    #expect(try keys("{\(lines)}") != keys("{\(lines)}", shop: dollars))
  }

  @Test func `what may be refused counts for files that were`() throws {
    let (plain, lax) = (try keys("{\(lines)}"), try keys("{\(lines), max_rejected: 0.5}"))
    #expect(plain.reading == lax.reading)
    #expect(plain.refusing != lax.refusing)
  }
}
