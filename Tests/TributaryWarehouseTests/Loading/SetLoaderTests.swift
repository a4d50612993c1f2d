import Testing
import TributaryModel

@testable import TributaryWarehouse

@Suite struct SetLoaderTests {
  let shop: TestShop

  init() throws { shop = try TestShop() }

  func line(_ order: String, _ sku: String, _ quantity: Double) -> [String: Cell] {
    [
      "order_id": .text(order), "sku": .text(sku), "quantity": .real(quantity),
      "unit_price": .integer(100),
    ]
  }

  let stored = "select order_id, sku, quantity from order_line order by order_id, line"

  @Test func `repeated pairs survive and lines of an order may lie apart`() throws {
    let warehouse = try shop.open()
    let outcome = try warehouse.load(
      .orderLines, "a.csv", [line("A", "x", 1), line("B", "y", 1), line("A", "x", 1)])
    #expect(try warehouse.dump(stored) == ["A|x|1.0", "A|x|1.0", "B|y|1.0"])
    #expect(outcome.counts.loaded == 3)
    #expect(outcome.counts.restated == 0)
  }

  @Test(arguments: [[0, 1], [1, 0]])
  func `the newest set replaces the whole order`(arrival: [Int]) throws {
    let files = [
      ("z.csv", [line("A", "x", 1), line("A", "y", 2)], Int64(1)),
      ("a.csv", [line("A", "z", 3)], 2),
    ]
    let warehouse = try shop.open()
    for index in arrival {
      try warehouse.load(.orderLines, files[index].0, files[index].1, modified: files[index].2)
    }
    #expect(try warehouse.dump(stored) == ["A|z|3.0"])
  }

  @Test func `an identical set is a duplicate that carries the version forward`() throws {
    let warehouse = try shop.open()
    try warehouse.load(
      .orderLines, "a.csv", [line("A", "x", 1), line("A", "y", 2)], modified: 1)
    let same = try warehouse.load(
      .orderLines, "c.csv", [line("A", "y", 2), line("A", "x", 1)], modified: 3)
    #expect(same.counts.duplicate == 2)
    let older = try warehouse.load(.orderLines, "b.csv", [line("A", "z", 9)], modified: 2)
    #expect(older.counts.duplicate == 1)
    #expect(try warehouse.dump(stored) == ["A|y|2.0", "A|x|1.0"])
  }

  @Test func `changed lines make the day of their order dirty`() throws {
    let warehouse = try shop.open()
    try warehouse.load(.orders, "o.csv", [try order("A", "2026-05-03 10:00", 100)])
    let outcome = try warehouse.load(.orderLines, "l.csv", [line("A", "x", 1), line("Q", "x", 1)])
    #expect(outcome.dirtyDays == [try day("2026-05-03")])
    #expect(!outcome.touchesAllDays)
  }

  // MARK: An order in several files

  /// Two days of hours, in nanoseconds.
  static func hour(_ number: Int64) -> Int64 { number * 3_600_000_000_000 }

  @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  func `parts of an order that ends one file and begins the next add up`(arrival: [Int]) throws {
    let files = [
      [line("A", "x", 1), line("B", "x", 1)], [line("B", "y", 2), line("B", "z", 3)],
      [line("B", "q", 4), line("C", "x", 1)],
    ]
    let warehouse = try shop.open()
    for index in arrival {
      let outcome = try warehouse.load(
        .orderLines, "part\(index).csv", files[index], modified: Self.hour(Int64(index)))
      #expect(outcome.counts.loaded == 2)
    }
    #expect(
      try warehouse.dump("select order_id, sku from order_line order by order_id, sku")
        == ["A|x", "B|q", "B|x", "B|y", "B|z", "C|x"])
  }

  @Test(arguments: [[0, 1], [1, 0]])
  func `a file of a later day replaces the parts`(arrival: [Int]) throws {
    let warehouse = try shop.open()
    let parts = [[line("A", "x", 1), line("B", "x", 1)], [line("B", "y", 2), line("C", "x", 1)]]
    for index in arrival {
      try warehouse.load(.orderLines, "part\(index).csv", parts[index], modified: 5)
    }
    try warehouse.load(.orderLines, "next.csv", [line("B", "z", 3)], modified: Self.hour(30))
    #expect(
      try warehouse.dump("select sku from order_line where order_id = 'B'") == ["z"])
  }

  @Test(arguments: [[0, 1], [1, 0]])
  func `of one day and no parts the later file replaces the set`(arrival: [Int]) throws {
    let warehouse = try shop.open()
    // The order shares an article, so that the two are no parts of it.
    let files = [
      [line("A", "x", 1), line("B", "x", 1)], [line("B", "x", 2), line("C", "x", 1)],
    ]
    for index in arrival {
      try warehouse.load(
        .orderLines, "\(index).csv", files[index], modified: Self.hour(Int64(index)))
    }
    #expect(
      try warehouse.dump("select quantity from order_line where order_id = 'B'") == ["2.0"])
  }

  @Test(arguments: [[0, 1], [1, 0]])
  func `an order in two files as old that are no parts is refused by its number`(
    arrival: [Int]
  ) throws {
    let warehouse = try shop.open()
    let files = [
      [line("B", "x", 1), line("A", "x", 1)], [line("B", "y", 2), line("C", "x", 1)],
    ]
    var last: LoadOutcome?
    for index in arrival {
      last = try warehouse.load(.orderLines, "\(index).csv", files[index], modified: 5)
    }
    let outcome = try #require(last)
    #expect(outcome.counts.rejected == 1 && outcome.counts.loaded == 1)
    #expect(outcome.notes == [FileNote(.severalFiles, about: "B")])
    #expect(
      try warehouse.dump("select order_id from order_line order by order_id") == ["A", "C"])
    #expect(try warehouse.dump("select reason from rejection") == ["several-files"])
    // An older file does not decide it, a newer one does.
    try warehouse.load(.orderLines, "older.csv", [line("B", "q", 1)], modified: 4)
    #expect(try warehouse.dump("select sku from order_line where order_id = 'B'") == [])
    try warehouse.load(.orderLines, "newer.csv", [line("B", "w", 1)], modified: 6)
    #expect(try warehouse.dump("select sku from order_line where order_id = 'B'") == ["w"])
  }

  @Test func `the same lines in two files are the order once`() throws {
    let warehouse = try shop.open()
    for path in ["a.csv", "b.csv"] {
      try warehouse.load(.orderLines, path, [line("B", "x", 1), line("A", "y", 2)], modified: 5)
    }
    #expect(try warehouse.dump("select count(*) from order_line") == ["2"])
  }
}
