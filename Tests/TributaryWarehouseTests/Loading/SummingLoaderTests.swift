import Testing
import TributaryModel

@testable import TributaryWarehouse

@Suite struct SummingLoaderTests {
  let shop: TestShop

  init() throws { shop = try TestShop() }

  func spend(_ campaign: String, _ cost: Int64, _ clicks: Cell = .null) -> [String: Cell] {
    [
      "date": .text("2026-05-03"), "campaign": .text(campaign), "currency": .text("RUB"),
      "cost": .integer(cost), "clicks": clicks,
    ]
  }

  let stored = "select campaign, cost, clicks, impressions from spend order by campaign"

  @Test func `rows of one file with the same key are summed and all count as loaded`() throws {
    let warehouse = try shop.open()
    let outcome = try warehouse.load(
      .spend, "a.csv",
      [
        spend("a", 100, .integer(1)), spend("b", 5), spend("a", 50), spend("a", 7, .integer(2)),
      ])
    #expect(try warehouse.dump(stored) == ["a|157|3|null", "b|5|null|null"])
    #expect(outcome.counts.loaded == 4)
    #expect(outcome.dirtyDays == [try day("2026-05-03")])
  }

  @Test func `the newest file wins with its own sum`() throws {
    let older = [spend("a", 1), spend("a", 2)]
    let newer = [spend("a", 10), spend("a", 20)]
    for (first, second) in [("f2.csv", "f10.csv"), ("f10.csv", "f2.csv")] {
      let warehouse = try TestShop()
      let open = try warehouse.open()
      try open.load(.spend, first, first == "f2.csv" ? older : newer)
      let outcome = try open.load(.spend, second, second == "f2.csv" ? older : newer)
      #expect(try open.dump(stored) == ["a|30|null|null"])
      #expect(outcome.counts.restated == (second == "f10.csv" ? 2 : 0))
      #expect(outcome.counts.duplicate == (second == "f10.csv" ? 0 : 2))
    }
  }

  @Test func `the same file read again changes nothing`() throws {
    let warehouse = try shop.open()
    try warehouse.load(.spend, "a.csv", [spend("a", 1), spend("a", 2)])
    let again = try warehouse.load(.spend, "a.csv", [spend("a", 1), spend("a", 2)])
    #expect(try warehouse.dump(stored) == ["a|3|null|null"])
    #expect(again.counts.duplicate == 2)
    #expect(again.dirtyDays.isEmpty)
  }
}
