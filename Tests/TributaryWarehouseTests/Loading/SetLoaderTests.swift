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
      ("l2.csv", [line("A", "x", 1), line("A", "y", 2)]), ("l10.csv", [line("A", "z", 3)]),
    ]
    let warehouse = try shop.open()
    for index in arrival { try warehouse.load(.orderLines, files[index].0, files[index].1) }
    #expect(try warehouse.dump(stored) == ["A|z|3.0"])
  }

  @Test func `an identical set is a duplicate that carries the version forward`() throws {
    let warehouse = try shop.open()
    try warehouse.load(.orderLines, "1.csv", [line("A", "x", 1), line("A", "y", 2)])
    let same = try warehouse.load(.orderLines, "3.csv", [line("A", "y", 2), line("A", "x", 1)])
    #expect(same.counts.duplicate == 2)
    let older = try warehouse.load(.orderLines, "2.csv", [line("A", "z", 9)])
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
}
