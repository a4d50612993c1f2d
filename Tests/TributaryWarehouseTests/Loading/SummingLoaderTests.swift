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

  @Test func `each file keeps its own sum, and the newest is told as restating the other's`() throws
  {
    let older = [spend("a", 1), spend("a", 2)]
    let newer = [spend("a", 10), spend("a", 20)]
    for (first, second) in [(Int64(2), Int64(10)), (10, 2)] {
      let warehouse = try TestShop()
      let open = try warehouse.open()
      for modified in [first, second] {
        let outcome = try open.load(
          .spend, "\(modified == 2 ? "z" : "a").csv", modified == 2 ? older : newer,
          modified: modified)
        guard modified == second else { continue }
        #expect(outcome.counts.restated == (second == 10 ? 2 : 0))
        #expect(outcome.counts.duplicate == (second == 10 ? 0 : 2))
      }
      #expect(try open.dump(stored + ", cost") == ["a|3|null|null", "a|30|null|null"])
      #expect(try open.moneyMismatches().isEmpty)
    }
  }

  @Test func `a day that a newer version lists is told whole by it`() throws {
    let warehouse = try shop.open()
    var other = spend("b", 40)
    other["date"] = .text("2026-05-04")
    try warehouse.load(.spend, "x.csv", [spend("a", 10), spend("b", 7), other], modified: 1)
    let newer = try warehouse.load(.spend, "x.csv", [spend("a", 10)], modified: 2)
    // Of the fourth the file says nothing, so that day stays.
    #expect(
      try warehouse.dump("select date, campaign, cost from spend order by 1, 2")
        == ["2026-05-03|a|10", "2026-05-04|b|40"])
    #expect(newer.notes == [FileNote(.takenBack, count: 1, about: "0.07 RUB")])
    #expect(newer.dirtyDays == [try day("2026-05-03")])
    #expect(try warehouse.moneyMismatches().isEmpty)
  }

  /// A campaign is the one that it was by its number or by its name in any case.
  @Test(arguments: [
    (["campaign": "Spring", "campaign_id": "7"], ["campaign": "Summer", "campaign_id": "7"]),
    (["campaign": "Весна"], ["campaign": "ВЕСНА"]),
    (["campaign": "Spring"], ["campaign": "spring", "campaign_id": "7"]),
    (["source": "yandex"], ["source": "Yandex"]),
    // An account's total and its campaigns; another name of one that cost the same.
    (["source": "vk"], ["source": "vk", "campaign": "Spring"]),
    (["source": "vk", "campaign": "Spring"], ["source": "VK"]),
    (["campaign_id": "7"], ["campaign": "", "ad_group": "North"]),
    (["source": "ok", "campaign": "Spring"], ["source": "ok", "campaign": "Summer"]),
  ])
  func `a campaign under another name in the same file is told once`(
    before: [String: String], after: [String: String]
  ) throws {
    let warehouse = try shop.open()
    func row(_ tags: [String: String]) -> [String: Cell] {
      spend("", 10).merging(tags.mapValues { .text($0) }) { $1 }
    }
    try warehouse.load(.spend, "x.csv", [row(before)], modified: 1)
    let newer = try warehouse.load(.spend, "x.csv", [row(after)], modified: 2)
    #expect(try warehouse.dump("select sum(cost), count(*) from spend") == ["10|1"])
    #expect(newer.notes == [FileNote(.takenBack, count: 1, about: "0.10 RUB")])
    #expect(try warehouse.moneyMismatches().isEmpty)
  }

  @Test func `another report under one name takes nothing back, nor does one with a refused row`()
    throws
  {
    let warehouse = try shop.open()
    try warehouse.load(.spend, "x.csv", [spend("a", 10), spend("b", 7)], modified: 1)
    let other = try warehouse.load(.spend, "x.csv", [spend("c", 1)], modified: 2)
    #expect(other.notes == [FileNote(.otherReport, count: 2)])
    // Nor is an account's total that of another's campaigns.
    let vk = spend("a", 10).merging(["source": .text("vk")]) { $1 }
    try warehouse.load(.spend, "y.csv", [vk], modified: 1)
    let ok = spend("", 4).merging(["source": .text("ok")]) { $1 }
    let total = try warehouse.load(.spend, "y.csv", [ok], modified: 2)
    #expect(total.notes == [FileNote(.otherReport, count: 1)])
    try warehouse.run("delete from spend where source <> ''")
    _ = try warehouse.load(.table(.spend, "x.csv", modified: 3)) { loader in
      let row = spend("c", 2)
      var batch = TableBatch()
      batch.rows = [
        TableRow(line: 2, cells: TableShape.spend.columns.map { row[$0.name] ?? .null })
      ]
      try loader.append(batch, shape: .spend)
      loader.reject([
        Rejection(line: 3, byteOffset: 9, reason: .badMoney, message: "m", sample: "s")
      ])
      return .of(2)
    }
    #expect(
      try warehouse.dump("select campaign, cost from spend order by 1") == ["a|10", "b|7", "c|2"])
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
