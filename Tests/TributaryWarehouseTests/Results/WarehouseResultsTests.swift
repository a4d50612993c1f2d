import Testing
import TributaryModel

@testable import TributaryWarehouse

@Suite struct WarehouseResultsTests {
  private let shop: TestShop
  private let warehouse: Warehouse

  init() throws {
    shop = try TestShop()
    warehouse = try shop.open()
  }

  private func list(_ lifetime: ResultShape.Lifetime) -> ResultShape {
    ResultShape(
      table: "odd_list", grain: "odd thing", lifetime: lifetime,
      columns: [ResultColumn("about", .text, .text, "what is odd")])
  }

  private let stored = "select as_of, position, about from odd_list order by as_of, position"

  @Test func `rows of a list that are the same are told apart by their place`() throws {
    try warehouse.prepareResults([list(.everyDay)])
    for asOf in [try day("2026-05-01"), try day("2026-05-02")] {
      let count = try warehouse.store(
        list(.everyDay), [[.text("a")], [.text("a")]], asOf: asOf)
      #expect(count == 2)
    }
    #expect(
      try warehouse.dump(stored) == [
        "2026-05-01|1|a", "2026-05-01|2|a", "2026-05-02|1|a", "2026-05-02|2|a",
      ])
  }

  @Test func `values behind an empty column are not taken for null`() throws {
    let shape = ResultShape(
      table: "odd_list", grain: "odd thing",
      columns: [
        ResultColumn("source", .text, .text, isKey: true, "of it"),
        ResultColumn("note", .text, .text, "on it"),
        ResultColumn("about", .text, .text, isKey: true, "what is odd"),
      ])
    try warehouse.prepareResults([shape])
    _ = try warehouse.store(
      shape, [[.text("a"), .null, .text("b")]], asOf: try day("2026-05-01"))
    #expect(try warehouse.dump("pragma quick_check") == ["ok"])
  }

  @Test func `of a long list only the latest rows are kept`() throws {
    try warehouse.prepareResults([list(.latest)])
    for asOf in [try day("2026-05-01"), try day("2026-05-02")] {
      _ = try warehouse.store(list(.latest), [[.text("b")]], asOf: asOf)
    }
    #expect(try warehouse.dump(stored) == ["2026-05-02|1|b"])
  }
}
