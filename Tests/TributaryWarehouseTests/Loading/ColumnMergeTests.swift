import Testing
import TributaryModel

@testable import TributaryWarehouse

/// A file that lacks a column says nothing of it; an empty cell of a column that it has does.
@Suite struct ColumnMergeTests {
  private static let columns = ["status", "city", "method", "discount"]

  /// One version of order `A`: the columns that its file has, each with a value or none.
  struct Version: Sendable {
    let path: String
    let modified: Int64
    let updatedAt: Int64?
    let cells: [String: Cell]

    var row: [String: Cell] {
      cells.merging([
        "order_id": .text("A"), "placed_at": .integer(1_777_000_000_000), "total": .integer(100),
        "currency": .text("RUB"), "updated_at": updatedAt.map { .integer($0) } ?? .null,
      ]) { $1 }
    }

    var stated: Set<String> {
      Set(cells.keys).union(["order_id", "placed_at", "total", "currency"])
        .union(updatedAt == nil ? [] : ["updated_at"])
    }
  }

  private static func versions(seed: UInt64, withTimes: Bool) -> [Version] {
    var random = SplitMix(state: seed)
    return (0..<4).map { index in
      var cells: [String: Cell] = [:]
      for column in columns where random.next() % 2 == 0 {
        let value = Int64(random.next() % 4)
        cells[column] =
          value == 0 ? .null : column == "discount" ? .integer(value) : .text("v\(value)")
      }
      return Version(
        path: "f\(random.next() % 90 + 10)\(index).csv", modified: Int64(index + 1),
        updatedAt: withTimes ? Int64(random.next() % 3) : nil, cells: cells)
    }
  }

  /// By hand: of each column what the newest version that has it says.
  private static func expected(_ versions: [Version]) -> [Cell] {
    let order = versions.sorted {
      ($0.updatedAt ?? 0, $0.modified) < ($1.updatedAt ?? 0, $1.modified)
    }
    return columns.map { column in order.last { $0.cells[column] != nil }?.cells[column] ?? .null }
  }

  private static let arrivals: [[Int]] = (0..<24).map { number in
    var rest = [0, 1, 2, 3]
    var number = number
    return (1...4).reversed().map { count in
      defer { number /= count }
      return rest.remove(at: number % count)
    }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `each column is the newest one's that has it, in any order of arrival`(seed: UInt64) throws {
    for withTimes in [false, true] {
      let versions = Self.versions(seed: seed, withTimes: withTimes)
      let expected = Self.expected(versions)
      for arrival in Self.arrivals {
        let shop = try TestShop()
        let warehouse = try shop.open()
        for index in arrival {
          let version = versions[index]
          try warehouse.load(
            .orders, version.path, [version.row], modified: version.modified,
            columns: version.stated)
        }
        let found = try warehouse.rows(
          "select \(Self.columns.joined(separator: ", ")) from orders")
        #expect(found.map(\.cells) == [expected], "\(seed) \(withTimes) \(arrival)")
        #expect(try warehouse.moneyMismatches().isEmpty)
      }
    }
  }

  @Test func `a list of statuses leaves phone, city and cost as they were, and is restated once`()
    throws
  {
    let shop = try TestShop()
    let warehouse = try shop.open()
    let whole = try order(
      "A", "2026-05-01 10:00", 100,
      ["city": .text("Omsk"), "cost_of_goods": .integer(60), "status": .text("new")])
    let list = try order("A", "2026-05-01 10:00", 100, ["status": .text("paid")])
    let names: Set<String> = ["order_id", "placed_at", "total", "status"]
    try warehouse.load(.orders, "whole.csv", [whole], modified: 1)
    let outcome = try warehouse.load(.orders, "list.csv", [list], modified: 2, columns: names)
    let row = "select status, city, cost_of_goods from orders"
    #expect(try warehouse.dump(row) == ["paid|Omsk|60"])
    #expect(outcome.counts.restated == 1)
    #expect(outcome.counts.duplicate == 0)
    // The same again says nothing new; a list with an empty city says that there is none.
    let again = try warehouse.load(.orders, "again.csv", [list], modified: 3, columns: names)
    #expect(again.counts.duplicate == 1)
    try warehouse.load(
      .orders, "empty.csv", [list], modified: 4, columns: names.union(["city"]))
    #expect(try warehouse.dump(row) == ["paid|null|60"])
  }

  @Test func `an older file that tells what newer ones lack restates the row`() throws {
    let shop = try TestShop()
    let warehouse = try shop.open()
    let list = try order("A", "2026-05-01 10:00", 100, ["status": .text("paid")])
    let whole = try order(
      "A", "2026-05-01 10:00", 90, ["status": .text("new"), "city": .text("Omsk")])
    try warehouse.load(
      .orders, "list.csv", [list], modified: 2,
      columns: ["order_id", "placed_at", "total", "status"])
    let late = try warehouse.load(.orders, "whole.csv", [whole], modified: 1)
    #expect(
      try warehouse.dump("select status, total, city from orders") == ["paid|100|Omsk"])
    #expect(late.counts.restated == 1)
    #expect(late.dirtyDays == [try day("2026-05-01")])
    #expect(try warehouse.moneyMismatches().isEmpty)
    // Another such, older still, tells nothing.
    let older = try warehouse.load(.orders, "older.csv", [whole], modified: 0)
    #expect(older.counts.duplicate == 1)
  }

  @Test(arguments: ["calls", "letters", "invoices", "products"])
  func `every kind keeps what a newer file does not have`(kind: String) throws {
    let shape = try #require(SourceKind(rawValue: kind).flatMap { TableShape.of($0) })
    let shop = try TestShop()
    let warehouse = try shop.open()
    func cell(_ column: Column, _ text: String) -> Cell {
      switch column.type {
      case .text, .phone, .email, .ownPhone: .text(text)
      case .day: .text("2026-05-01")
      case .real: .real(2)
      default: .integer(1)
      }
    }
    let full = Dictionary(
      uniqueKeysWithValues: shape.columns.map { ($0.name, cell($0, "x")) })
    let needed = Set(shape.columns.filter { $0.isRequired || $0.isKey }.map(\.name))
    try warehouse.load(shape, "full.csv", [full.filter { $0.key != "updated_at" }], modified: 1)
    let list = "select \(shape.columns.map(\.name).joined(separator: ", ")) from \(shape.table)"
    let before = try warehouse.dump(list)
    try warehouse.load(
      shape, "list.csv", [full.filter { needed.contains($0.key) }], modified: 2, columns: needed)
    #expect(try warehouse.dump(list) == before)
  }
}

/// The same for the lines of an order, which are replaced as a set.
@Suite struct LineColumnTests {
  private static func line(_ sku: String, _ more: [String: Cell] = [:]) -> [String: Cell] {
    [
      "order_id": .text("1"), "sku": .text(sku), "quantity": .integer(1),
      "unit_price": .integer(100),
    ].merging(more) { $1 }
  }

  private static let few: Set<String> = ["order_id", "sku", "quantity", "unit_price"]

  /// Files by their time: whole, a list without costs and categories, the same again.
  private static let files: [(path: String, rows: [[String: Cell]], columns: Set<String>)] = [
    (
      "a.csv",
      [
        line("H", ["unit_cost": .integer(60), "category": .text("hats")]),
        line("W", ["unit_cost": .integer(70), "category": .text("wigs")]),
      ], few.union(["unit_cost", "category"])
    ),
    (
      "b.csv", [line("H", ["unit_cost": .integer(65)]), line("W", ["unit_cost": .null])],
      few.union(["unit_cost"])
    ),
    ("c.csv", [line("H"), line("W"), line("X")], few),
  ]

  @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  func `a set without costs keeps those of the newest that has them`(arrival: [Int]) throws {
    let shop = try TestShop()
    let warehouse = try shop.open()
    for index in arrival {
      let file = Self.files[index]
      try warehouse.load(
        .orderLines, file.path, file.rows, modified: Int64(index + 1), columns: file.columns)
    }
    #expect(
      try warehouse.dump("select sku, unit_cost, category from order_line order by sku")
        == ["H|65|hats", "W|null|wigs", "X|null|null"])
  }

  @Test func `lines of one article that do not agree say nothing for others`() throws {
    let shop = try TestShop()
    let warehouse = try shop.open()
    let costs = Self.few.union(["unit_cost"])
    try warehouse.load(
      .orderLines, "a.csv",
      [Self.line("H", ["unit_cost": .integer(60)]), Self.line("H", ["unit_cost": .integer(61)])],
      modified: 1, columns: costs)
    let list = [Self.line("H"), Self.line("H"), Self.line("H")]
    try warehouse.load(.orderLines, "b.csv", list, modified: 2, columns: Self.few)
    let query = "select unit_cost from order_line"
    #expect(try warehouse.dump(query) == ["null", "null", "null"])
    let again = try warehouse.load(.orderLines, "c.csv", list, modified: 3, columns: Self.few)
    #expect(again.counts.duplicate == 3)
  }
}
