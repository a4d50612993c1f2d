import Testing
import TributaryModel

@testable import TributaryWarehouse

@Suite struct KeyedLoaderTests {
  /// Two files that restate each other's orders, by updated_at, by path and by line.
  static func files() throws -> [(path: String, rows: [[String: Cell]])] {
    [
      (
        "orders2.csv",
        [
          try order("A", "2026-05-01 10:00", 100, ["updated_at": .integer(900)]),
          try order("B", "2026-05-01 11:00", 200),
          try order("C", "2026-05-01 12:00", 300),
          try order("C", "2026-05-01 12:00", 310),
        ]
      ),
      (
        "orders10.csv",
        [
          try order("A", "2026-05-01 10:00", 110, ["updated_at": .integer(800)]),
          try order("B", "2026-05-02 11:00", 210),
          try order("D", "2026-05-02 12:00", 400),
        ]
      ),
      ("orders9.csv", [try order("D", "2026-05-02 12:00", 390)]),
    ]
  }

  @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  func `the newest version wins whatever the order of arrival`(arrival: [Int]) throws {
    let shop = try TestShop()
    let warehouse = try shop.open()
    let files = try KeyedLoaderTests.files()
    for index in arrival { try warehouse.load(.orders, files[index].path, files[index].rows) }
    #expect(
      try warehouse.dump(
        """
        select order_id, total, path, line
        from orders join source_file using (source_file_id) order by order_id
        """) == [
          "A|100|orders2.csv|2", "B|210|orders10.csv|3", "C|310|orders2.csv|5",
          "D|400|orders10.csv|4",
        ])
  }

  @Test func `every row is loaded, restated or duplicate`() throws {
    let shop = try TestShop()
    let warehouse = try shop.open()
    let first = try warehouse.load(
      .orders, "a.csv",
      [
        try order("A", "2026-05-01 10:00", 100), try order("A", "2026-05-01 10:00", 100),
        try order("B", "2026-05-02 10:00", 200),
      ])
    #expect(first.counts.loaded == 2)
    #expect(first.counts.restated == 0)
    #expect(first.counts.duplicate == 1)
    let second = try warehouse.load(
      .orders, "b.csv",
      [try order("A", "2026-05-01 10:00", 100), try order("B", "2026-05-04 10:00", 200)])
    #expect(second.counts.loaded == 1)
    #expect(second.counts.restated == 1)
    #expect(second.counts.duplicate == 1)
    #expect(second.dirtyDays == [try day("2026-05-02"), try day("2026-05-04")])
    let older = try warehouse.load(.orders, "a0.csv", [try order("B", "2026-05-09 10:00", 1)])
    #expect(older.counts.duplicate == 1)
    #expect(older.dirtyDays.isEmpty)
  }

  @Test func `a duplicate carries the version forward`() throws {
    let rows = [
      ("1.csv", try order("A", "2026-05-01 10:00", 100)),
      ("3.csv", try order("A", "2026-05-01 10:00", 100)),
      ("2.csv", try order("A", "2026-05-01 10:00", 222)),
    ]
    let shop = try TestShop()
    let warehouse = try shop.open()
    for (path, row) in rows { try warehouse.load(.orders, path, [row]) }
    #expect(try warehouse.dump("select total from orders") == ["100"])
  }

  @Test func `a file that is read again supersedes its own rows and keeps vanished ones`() throws {
    let shop = try TestShop()
    let warehouse = try shop.open()
    try warehouse.load(
      .orders, "a.csv",
      [try order("Z", "2026-05-01 09:00", 1), try order("A", "2026-05-01 10:00", 100)])
    try warehouse.load(.orders, "a.csv", [try order("A", "2026-05-01 10:00", 150)])
    #expect(try warehouse.dump("select order_id, total from orders") == ["A|150", "Z|1"])
    let file = try #require(try warehouse.knownFiles(of: .orders).first)
    #expect(file.counts.read == 3)
    #expect(file.counts.restated == 1)
  }

  @Test func `unknown parts of a key are one value`() throws {
    let shop = try TestShop()
    let warehouse = try shop.open()
    let row: [String: Cell] = ["number": .text("74951234567"), "geodomain": .text("msk.shop")]
    let first = try warehouse.load(.phoneNumbers, "a.csv", [row, row])
    #expect(first.counts.duplicate == 1)
    #expect(first.touchesAllDays)
    #expect(try warehouse.dump("select number, valid_from from phone_number") == ["74951234567|"])
    let again = try warehouse.load(.phoneNumbers, "a.csv", [row])
    #expect(!again.touchesAllDays)
  }
}
