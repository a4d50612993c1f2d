import Testing
import TributaryModel

@testable import TributaryWarehouse

@Suite struct TableOdditiesTests {
  private typealias Order = (id: String, day: Int, total: Int64)

  private let warehouse: Warehouse
  private let shop: TestShop

  init() throws {
    shop = try TestShop()
    warehouse = try shop.open()
  }

  /// What is told of a file of orders: number, day of May, total.
  private func told(
    _ orders: [Order], _ path: String = "a.csv",
    more: [String: Cell] = [:]
  ) throws -> [String] {
    var rows: [[String: Cell]] = []
    for (index, each) in orders.enumerated() {
      let day = (each.day < 10 ? "0" : "") + String(each.day)
      rows.append(
        try order(each.id, "2026-05-\(day) 10:\(10 + index % 50)", each.total, more))
    }
    return try warehouse.load(.orders, path, rows).notes.map {
      "\($0.kind.rawValue) \($0.about) \($0.count)"
    }
  }

  /// That many orders of that many days, all different.
  private func usual(_ count: Int, days: Int = 20) -> [Order] {
    (0..<count).map { ("\($0)", 1 + $0 % days, Int64(1000 + $0)) }
  }

  @Test func `an ordinary file says nothing`() throws {
    #expect(try told(usual(400)) == [])
    #expect(try told([("s1", 1, 500), ("s2", 1, 500)], "small.csv") == [])
  }

  @Test func `rows of one number with other totals are the lines of orders`() throws {
    // Twelve orders of three lines: 24 rows repeat a number.
    var rows: [[String: Cell]] = []
    for line in 0..<36 {
      let number = line / 3
      let day = (number < 9 ? "0" : "") + String(number + 1)
      rows.append(
        try order(String(500 + number), "2026-05-\(day) 10:00", Int64(100 + line % 3)))
    }
    let notes = try warehouse.load(.orders, "lines.csv", rows).notes
    #expect(notes.contains(FileNote(.linesAsOrders, count: 24, about: "500")))
  }

  @Test(arguments: [-500, 1, 7000] as [Int64])
  func `a row that takes the place of one with another total is told`(total: Int64) throws {
    var rows = try usual(40).map { try order($0.id, "2026-05-03 10:00", $0.total) }
    let first = try #require(usual(40).first)
    rows.append(try order(first.id, "2026-05-04 10:00", total))
    let notes = try warehouse.load(.orders, "o.csv", rows).notes
    #expect(notes.contains(FileNote(.repeatedKeys, count: 1, about: "order_id")))
  }

  @Test func `versions of an order, and rows told twice, are no lines`() throws {
    let twice = usual(40) + usual(40)
    #expect(try told(twice) == [])
    var rows: [[String: Cell]] = []
    for version in 0..<3 {
      for each in usual(20) {
        rows.append(
          try order(
            each.id, "2026-05-03 10:00", each.total + Int64(version),
            ["updated_at": .integer(Int64(version) + 1)]))
      }
    }
    let notes = try warehouse.load(.orders, "versions.csv", rows).notes
    #expect(!notes.contains { $0.kind == .linesAsOrders })
  }

  @Test func `a column with one value is told from thirty rows on, but for constants`() throws {
    let same: [Order] = usual(30).map { ($0.id, $0.day, Int64(990)) }
    #expect(try told(same) == ["one-value total 30"])
    #expect(try told(Array(same.prefix(29)), "b.csv") == [])
    let outcome = try warehouse.load(.table(.orders, "c.csv")) { loader in
      loader.constants = ["total"]
      var batch = TableBatch()
      for (index, each) in same.enumerated() {
        let row = try order("c\(each.0)", "2026-05-03 10:\(10 + index)", each.2)
        batch.rows.append(
          TableRow(line: index + 2, cells: TableShape.orders.columns.map { row[$0.name] ?? .null }))
      }
      try loader.append(batch, shape: .orders)
      return .of(30)
    }
    #expect(outcome.notes == [])
  }

  @Test func `a day with a hundred times the usual is told`() throws {
    let quiet: [Order] = (1...9).map { ("q\($0)", $0, Int64(1000 + $0)) }
    let busy: [Order] = (0..<100).map { ("b\($0)", 20, Int64(2000 + $0)) }
    #expect(try told(quiet + busy) == ["busy-day 2026-05-20 100"])
    #expect(try told(quiet + busy.dropLast(), "b.csv") == ["all-duplicate  108"])
  }

  @Test func `an order above a fifth of its week is told, cancelled ones are not`() throws {
    // 20 orders of 1000 in the week of 4 May; one of 5000 is a fifth of 25000.
    let week: [Order] = (0..<20).map { ("w\($0)", 4 + $0 % 7, Int64(1000)) }
    // The first file's notes are those of one value, too.
    let fifth = try told(week + [("big", 6, 5000)])
    #expect(!fifth.contains { $0.hasPrefix("large") })
    let more = try told(week + [("big", 6, 5100)], "b.csv")
    #expect(more.contains("large-order big 1"))
    // Where half of it was ordered in another week, it is none to wonder at.
    let again = try told(week + [("big", 6, 5100), ("half", 20, 2550)], "b2.csv")
    #expect(!again.contains { $0.hasPrefix("large") })
    #expect(
      try told([("gone", 6, 90_000)], "c.csv", more: ["status": .text("cancelled")]) == [])
  }

  @Test func `a new file of a month that no row is of is told`() throws {
    #expect(try told(usual(12), "orders-2026-05.csv") == [])
    #expect(try told(usual(12), "orders-2026-06.csv") == ["all-duplicate 2026-06 12"])
    #expect(try told(usual(9), "orders-2026-07.csv") == [])
    #expect(try told(usual(12), "orders (1).csv") == [])
  }

  @Test(arguments: [
    ("a/orders-2026-06.csv", "2026-06-01"), ("orders_202606.csv", "2026-06-01"),
    ("o.2026.06.30.csv", "2026-06-01"), ("orders-2026-05-01--2026-05-31.csv", "2026-05-01"),
  ])
  func `the month of a name is read`(path: String, month: String) {
    #expect(NothingNew.month(in: path)?.description == month)
  }

  @Test(arguments: ["orders.csv", "orders-20261.csv", "12026061.csv", "2026/orders.csv"])
  func `other numbers are no month`(path: String) {
    #expect(NothingNew.month(in: path) == nil)
  }
}
