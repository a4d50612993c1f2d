import Foundation
import Testing
import TributaryAnalysis
import TributaryModel

@testable import TributaryPipeline

@Suite struct DataDictionaryTests {
  private static let tables = Result {
    let shop = try Shop.small()
    try shop.write(GeneratedShop(seed: 3).files)
    try shop.run()
    return try ReadOnlyWarehouse(shop.pipeline()).dictionary()
  }

  @Test func `every table has a grain and every column a meaning`() throws {
    let tables = try Self.tables.get()
    #expect(tables.count > 90)
    for table in tables {
      #expect(!table.grain.isEmpty, "\(table.name)")
      for column in table.columns {
        #expect(!column.meaning.isEmpty, "\(table.name).\(column.name)")
      }
    }
  }

  @Test func `a result is in the dictionary as it was declared`() throws {
    let tables = try Self.tables.get()
    let rating = try #require(tables.first { $0.name == "campaign_rating" })
    #expect(rating.grain == "one row per as-of day and campaign with spend or credit")
    let spend = try #require(rating.columns.first { $0.name == "spend" })
    #expect(spend.type == "integer")
    #expect(spend.meaning == "what the platforms charged; minor units")
    for source in ResultSource.all {
      let table = try #require(tables.first { $0.name == source.shape.table })
      for column in source.shape.columns {
        #expect(table.columns.contains { $0.name == column.name }, "\(table.name).\(column.name)")
      }
    }
  }

  /// `tributary schema nightly --format markdown` writes the page.
  @Test func `the page of the warehouse is the dictionary`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../..").standardizedFileURL
    let page = try String(
      contentsOf: root.appending(path: "pipelines/WAREHOUSE.md"), encoding: .utf8)
    let sections = try Self.tables.get().map(\.markdown).joined(separator: "\n")
    #expect(page == TableDescription.pageHead + sections)
  }

  @Test func `the declared results name each column once and have a key`() {
    let names = ResultSource.all.map(\.shape.table)
    #expect(Set(names).count == names.count)
    for shape in ResultSource.all.map(\.shape) {
      #expect(Set(shape.columns.map(\.name)).count == shape.columns.count, "\(shape.table)")
      #expect(!shape.columns.filter(\.isKey).isEmpty, "\(shape.table)")
      for column in shape.columns {
        #expect(!column.meaning.isEmpty && !column.meaning.hasSuffix("."), "\(shape.table)")
        if case .measured(let by, _) = column.unit { #expect(shape.position(of: by) != nil) }
        if case .amount(let currency) = column.unit {
          #expect(shape.position(of: currency) != nil, "\(shape.table)")
        }
      }
    }
  }
}
