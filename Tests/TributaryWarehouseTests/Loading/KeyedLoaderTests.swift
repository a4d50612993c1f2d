import Testing
import TributaryModel

@testable import TributaryWarehouse

@Suite struct KeyedLoaderTests {
  /// Files that restate each other's orders, by updated_at, by time and by line.
  static func files() throws -> [(path: String, rows: [[String: Cell]], modified: Int64)] {
    [
      (
        "orders2.csv",
        [
          try order("A", "2026-05-01 10:00", 100, ["updated_at": .integer(900)]),
          try order("B", "2026-05-01 11:00", 200),
          try order("C", "2026-05-01 12:00", 300),
          try order("C", "2026-05-01 12:00", 310),
        ], 20
      ),
      (
        "orders10.csv",
        [
          try order("A", "2026-05-01 10:00", 110, ["updated_at": .integer(800)]),
          try order("B", "2026-05-02 11:00", 210),
          try order("D", "2026-05-02 12:00", 400),
        ], 30
      ),
      ("orders9.csv", [try order("D", "2026-05-02 12:00", 390)], 25),
    ]
  }

  @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  func `the newest version wins whatever the order of arrival`(arrival: [Int]) throws {
    let shop = try TestShop()
    let warehouse = try shop.open()
    let files = try KeyedLoaderTests.files()
    for index in arrival {
      let file = files[index]
      try warehouse.load(.orders, file.path, file.rows, modified: file.modified)
    }
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
      [try order("A", "2026-05-01 10:00", 100), try order("B", "2026-05-04 10:00", 200)],
      modified: 3)
    #expect(second.counts.loaded == 1)
    #expect(second.counts.restated == 1)
    #expect(second.counts.duplicate == 1)
    #expect(second.dirtyDays == [try day("2026-05-02"), try day("2026-05-04")])
    let older = try warehouse.load(
      .orders, "z.csv", [try order("B", "2026-05-09 10:00", 1)], modified: 1)
    #expect(older.counts.duplicate == 1)
    #expect(older.dirtyDays.isEmpty)
  }

  @Test func `a duplicate carries the version forward`() throws {
    let rows = [
      ("a.csv", try order("A", "2026-05-01 10:00", 100), Int64(1)),
      ("c.csv", try order("A", "2026-05-01 10:00", 100), 3),
      ("b.csv", try order("A", "2026-05-01 10:00", 222), 2),
    ]
    let shop = try TestShop()
    let warehouse = try shop.open()
    for (path, row, modified) in rows {
      try warehouse.load(.orders, path, [row], modified: modified)
    }
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

  @Test(arguments: [[0, 1], [1, 0]])
  func `of two files as old the greater content wins, and it is told`(arrival: [Int]) throws {
    let shop = try TestShop()
    let warehouse = try shop.open()
    let files = [("a.csv", Int64(100), "f0"), ("b.csv", 200, "0f")]
    var notes: [FileNote] = []
    for index in arrival {
      let (path, total, hash) = files[index]
      var file = FileDescription.table(.orders, path)
      file.contentHash = hash
      var batch = TableBatch()
      let row = try order("A", "2026-05-01 10:00", total)
      batch.rows = [
        TableRow(line: 2, cells: TableShape.orders.columns.map { row[$0.name] ?? .null })
      ]
      notes += try warehouse.load(file) { loader in
        try loader.append(batch, shape: .orders)
        return .of(1)
      }.notes
    }
    #expect(try warehouse.dump("select total from orders") == ["100"])
    #expect(notes == [FileNote(.equalVersions, about: files[arrival[0]].0)])
  }

  @Test func `a day that the name says goes before the time of the file`() throws {
    let shop = try TestShop()
    let warehouse = try shop.open()
    let rows = [("new.csv", "2026-06-01", Int64(10)), ("old.csv", "2026-05-31", 99)]
    for (total, (path, named, modified)) in rows.enumerated() {
      var file = FileDescription.table(.orders, path, modified: modified)
      file.named = NamedDay(try day(named))
      let row = try order("A", "2026-05-01 10:00", Int64(total))
      var batch = TableBatch()
      batch.rows = [
        TableRow(line: 2, cells: TableShape.orders.columns.map { row[$0.name] ?? .null })
      ]
      _ = try warehouse.load(file) { loader in
        try loader.append(batch, shape: .orders)
        return .of(1)
      }
    }
    #expect(try warehouse.dump("select total from orders") == ["0"])
  }

  @Test func `every table with a key takes the newest updated_at`() throws {
    let shop = try TestShop()
    let warehouse = try shop.open()
    func call(_ talk: Int64, _ updated: Int64) throws -> [String: Cell] {
      [
        "call_id": .text("C"), "started_at": .integer(try at("2026-05-01 10:00")),
        "dialled_number": .text("74951234567"), "talk_seconds": .integer(talk),
        "updated_at": .integer(updated),
      ]
    }
    try warehouse.load(.calls, "a.csv", [try call(5, 200)], modified: 1)
    try warehouse.load(.calls, "b.csv", [try call(9, 100)], modified: 2)
    #expect(try warehouse.dump("select talk_seconds from call") == ["5"])
    for shape in TableShape.all where shape.merge == .replace {
      #expect(shape.position(of: "updated_at") != nil, "\(shape.table)")
    }
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
