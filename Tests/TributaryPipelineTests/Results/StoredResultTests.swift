import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryPipeline

@Suite struct StoredResultTests {
  @Test func `a warehouse with results is whole to SQLite`() throws {
    let shop = try Shop.small()
    try shop.write(GeneratedShop(seed: 3).files)
    try shop.run()
    #expect(try shop.number("select count(*) from campaign_rating") > 0)
    #expect(try shop.rows("pragma integrity_check") == ["ok"])
    #expect(try shop.rows("pragma quick_check") == ["ok"])
  }

  @Test func `every result is stored in its order, from 1`() throws {
    let shop = try Shop.small()
    try shop.write(GeneratedShop(seed: 3).files)
    try shop.run()
    for shape in ResultSource.all.map(\.shape) where shape.lifetime != .kept {
      let odd = """
        select count(*) from (
          select position, row_number() over (partition by as_of order by position) as place
          from \(shape.table)
        ) where position <> place
        """
      #expect(try shop.number(odd) == 0, "\(shape.table)")
    }
  }

  /// Each result tells its rows apart by what it calls their key.
  @Test func `the key of a result tells its rows apart`() throws {
    let shop = try Shop.small()
    try shop.write(GeneratedShop(seed: 3).files)
    try shop.run()
    for shape in ResultSource.all.map(\.shape) {
      let key = (["as_of"] + shape.columns.filter(\.isKey).map(\.name)).joined(separator: ", ")
      let repeated =
        "select count(*) from (select 1 from \(shape.table) group by \(key) having count(*) > 1)"
      #expect(try shop.number(repeated) == 0, "\(shape.table)")
    }
  }

  @Test func `a finding rests on one row, which its key names`() throws {
    let shop = try Shop.small()
    try shop.write(GeneratedShop(seed: 3).files)
    try shop.run()
    let shapes = Dictionary(
      ResultSource.all.map { ($0.shape.table, $0.shape) }, uniquingKeysWith: { first, _ in first })
    let found = try shop.rows("select finding, result, result_key from finding")
    #expect(!found.isEmpty)
    for finding in found {
      let parts = finding.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
      let shape = try #require(shapes[String(parts[1])], "\(finding)")
      let key = shape.columns.filter(\.isKey).map(\.name).joined(separator: " || '|' || ")
      let quoted = parts[2].replacing("'", with: "''")
      let rows = "select count(*) from \(shape.table) where \(key) = '\(quoted)'"
      #expect(try shop.number(rows) == 1, "\(finding)")
    }
  }
}
