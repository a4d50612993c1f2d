import Testing
import TributaryModel

@testable import TributaryWarehouse

@Suite struct FileLoaderTests {
  let shop: TestShop
  let warehouse: Warehouse

  init() throws {
    shop = try TestShop()
    warehouse = try shop.open()
  }

  struct Unreadable: Error {}

  func rejections(_ count: Int, from offset: Int64 = 0) -> [Rejection] {
    (0..<count).map {
      Rejection(
        line: $0 + 2, byteOffset: offset + Int64($0), reason: .badDate, column: "placed_at",
        message: "expected a date", sample: "5/3")
    }
  }

  /// One request that is no page: counted, not stored.
  func request() throws -> EventBatch {
    var batch = EventBatch()
    batch.newStrings = ["shop.example"]
    batch.at = [try at("2026-05-03 12:00")]
    batch.visitor = [7]
    batch.host = [0]
    batch.path = [-1]
    batch.query = [nil]
    batch.referrer = [-1]
    batch.userAgent = [-1]
    batch.method = [-1]
    batch.status = [200]
    batch.bytes = [-1]
    batch.kind = [.other]
    batch.isBot = [false]
    batch.line = [1]
    return batch
  }

  func orders(_ count: Int) throws -> TableBatch {
    var batch = TableBatch()
    for number in 0..<count {
      let row = try order("A\(number)", "2026-05-03 10:00", 100)
      batch.rows.append(
        TableRow(
          line: number + 2, cells: TableShape.orders.columns.map { row[$0.name] ?? .null }))
    }
    return batch
  }

  @Test func `a reader that gives up leaves nothing behind`() throws {
    let failure = #expect(throws: LoadFailure.self) {
      try warehouse.load(.table(.orders, "a.csv")) { loader in
        try loader.append(try orders(3), shape: .orders)
        loader.reject(rejections(2))
        throw Unreadable()
      }
    }
    guard case .reading(let error) = try #require(failure) else {
      Issue.record("expected the reader's own error")
      return
    }
    #expect(error is Unreadable)
    #expect(try warehouse.dump("select count(*) from orders") == ["0"])
    #expect(try warehouse.knownFiles().isEmpty)
    #expect(!warehouse.connection.isInTransaction)
  }

  @Test func `counts that do not add up are refused`() throws {
    #expect(throws: LoadFailure.self) {
      try warehouse.load(.table(.orders, "a.csv")) { loader in
        try loader.append(try orders(3), shape: .orders)
        return .of(4)
      }
    }
    #expect(try warehouse.knownFiles().isEmpty)
  }

  @Test(arguments: [(1000, 50, false), (1000, 51, true), (999, 998, false), (999, 999, true)])
  func `a file with too many rejections is refused whole`(
    read: Int, rejected: Int, isRefused: Bool
  ) throws {
    let outcome = try warehouse.load(.table(.orders, "a.csv")) { loader in
      try loader.append(try orders(read - rejected), shape: .orders)
      loader.reject(rejections(rejected))
      return .of(read)
    }
    #expect((outcome.refusal != nil) == isRefused)
    #expect(outcome.counts.rejected == (isRefused ? read : rejected))
    #expect(outcome.counts.loaded == (isRefused ? 0 : read - rejected))
    let stored = isRefused ? 0 : read - rejected
    #expect(try warehouse.dump("select count(*) from orders") == ["\(stored)"])
    let file = try #require(try warehouse.knownFiles(of: .orders).first)
    #expect(file.counts.reconciles)
    #expect(file.counts.read == read)
    #expect(file.refusal == outcome.refusal)
    #expect(file.contentOffset == (isRefused ? 0 : 100))
  }

  @Test func `a refused table that was corrected counts once`() throws {
    let bad = try warehouse.load(.table(.orders, "a.csv")) { loader in
      loader.reject(rejections(1200))
      return .of(1200)
    }
    #expect(bad.refusal != nil)
    #expect(try warehouse.dump("select count(*) from rejection") == ["1000"])
    try warehouse.load(.orders, "a.csv", [try order("A", "2026-05-03 10:00", 100)])
    let file = try #require(try warehouse.knownFiles(of: .orders).first)
    #expect(file.counts.read == 1)
    #expect(file.counts.rejected == 0)
    #expect(file.refusal == nil)
    #expect(try warehouse.dump("select count(*) from rejection") == ["0"])
  }

  @Test func `a refused addition to a log keeps what was read before`() throws {
    _ = try warehouse.load(.log("a.log")) { loader in
      try loader.append(try request())
      loader.reject(rejections(2))
      return .of(3, offset: 50)
    }
    let refused = try warehouse.load(.log("a.log")) { loader in
      loader.reject(rejections(1500, from: 50))
      return .of(1500, offset: 900)
    }
    #expect(refused.counts.rejected == 1500)
    #expect(try warehouse.knownFiles(of: .clickstream).first?.contentOffset == 50)
    #expect(try warehouse.knownFiles(of: .clickstream).first?.counts.rejected == 1502)
    _ = try warehouse.load(.log("a.log")) { loader in
      loader.reject(rejections(1, from: 50))
      return .of(1, offset: 950)
    }
    let file = try #require(try warehouse.knownFiles(of: .clickstream).first)
    #expect(file.counts.read == 4)
    #expect(file.counts.rejected == 3)
    #expect(try warehouse.dump("select count(*) from rejection") == ["3"])
  }

  @Test func `all rejections of a file are counted, the first thousand are kept`() throws {
    for offset in [Int64(0), 700] {
      _ = try warehouse.load(.log("a.log"), maxRejected: 1) { loader in
        try loader.append(try request())
        loader.reject(rejections(700, from: offset))
        return .of(701, offset: offset + 700)
      }
    }
    #expect(try warehouse.knownFiles(of: .clickstream).first?.counts.rejected == 1400)
    #expect(
      try warehouse.dump("select count(*), max(byte_offset) from rejection") == ["1000|999"])
  }

  @Test func `a file that cannot be opened is remembered with its reason`() throws {
    try warehouse.recordRefusal(.table(.spend, "x.csv"), message: "no column cost")
    let file = try #require(try warehouse.knownFiles(of: .spend).first)
    #expect(file.refusal == "no column cost")
    #expect(file.counts == FileCounts())
    #expect(file.contentHash == "")
  }

  @Test func `a log that takes the path of a rotated one gets a number of its own`() throws {
    func load(_ file: FileDescription) throws -> Int64 {
      try warehouse.load(file) { loader in
        try loader.append(try request())
        return .of(1)
      }.fileID
    }
    var file = FileDescription.log("access.log")
    file.reading = .whole
    let rotated = try load(file)
    let fresh = try load(file)
    #expect(fresh != rotated)
    var moved = FileDescription.log("access.log.1")
    moved.id = rotated
    try warehouse.noteMoved(moved)
    #expect(
      try warehouse.knownFiles(of: .clickstream).map { "\($0.path) \($0.id) \($0.counts.read)" }
        == ["access.log \(fresh) 1", "access.log.1 \(rotated) 1"])
  }

  @Test func `a refused log is tried again under its number`() throws {
    let file = FileDescription.log("access.log")
    try warehouse.recordRefusal(file, message: "damaged")
    _ = try warehouse.load(file) { loader in
      try loader.append(try request())
      return .of(1)
    }
    #expect(try warehouse.knownFiles(of: .clickstream).map(\.counts.read) == [1])
    #expect(try warehouse.knownFiles(of: .clickstream).map(\.refusal) == [nil])
  }

  @Test func `a file that can no longer be read keeps the counts of what was`() throws {
    let first = try warehouse.load(.table(.orders, "a.csv")) { loader in
      try loader.append(try orders(3), shape: .orders)
      loader.reject(rejections(2))
      return .of(5)
    }
    var file = FileDescription.table(.orders, "a.csv")
    file.id = first.fileID
    try warehouse.recordRefusal(file, message: "no column total")
    let known = try #require(try warehouse.knownFiles(of: .orders).first)
    #expect(known.counts.read == 5)
    #expect(known.counts.rejected == 2)
    #expect(known.refusal == "no column total")
    #expect(try warehouse.dump("select count(*) from rejection") == ["2"])
  }

  @Test func `a moved file keeps its number`() throws {
    let first = try warehouse.load(.orders, "a.csv", [try order("A", "2026-05-03 10:00", 1)])
    var moved = FileDescription.table(.orders, "old/a.csv")
    moved.id = first.fileID
    try warehouse.noteMoved(moved)
    #expect(try warehouse.knownFiles(of: .orders).map(\.path) == ["old/a.csv"])
    let second = try warehouse.load(.orders, "a.csv", [try order("B", "2026-05-03 10:00", 1)])
    #expect(second.fileID != first.fileID)
  }
}
