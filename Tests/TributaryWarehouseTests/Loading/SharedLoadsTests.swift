import Testing
import TributaryModel

@testable import TributaryWarehouse

@Suite struct SharedLoadsTests {
  let shop: TestShop
  let warehouse: Warehouse
  let reader: Warehouse

  init() throws {
    shop = try TestShop()
    warehouse = try shop.open()
    reader = try Warehouse.readOnly(path: shop.path, settings: TestShop.settings())
  }

  struct Unreadable: Error {}

  func share(_ body: () throws -> Void) throws {
    var other: (any Error)?
    try warehouse.sharingCommits { () throws(WarehouseError) in
      do { try body() } catch let error as WarehouseError { throw error } catch { other = error }
    }
    if let other { throw other }
  }

  func load(_ number: Int) throws {
    try warehouse.load(
      .orders, "\(number).csv", [try order("A\(number)", "2026-05-03 10:00", 100)])
  }

  /// How many orders another process sees.
  var seen: Int64 { get throws { try reader.connection.integer("select count(*) from orders") } }

  /// Loads files within one scope; what another process sees after each of them, and at the end.
  func loads(_ count: Int) throws -> (during: [Int64], after: Int64) {
    var during: [Int64] = []
    try share {
      for number in 0..<count {
        try load(number)
        during.append(try seen)
      }
    }
    return (during, try seen)
  }

  @Test func `small files wait for each other, sixty-four of them at most`() throws {
    let seen = try loads(130)
    #expect(Set(seen.during[..<63]) == [0])
    #expect(Set(seen.during[63..<127]) == [64])
    #expect(seen.during[127...] == [128, 128, 128])
    #expect(seen.after == 130)
  }

  @Test func `outside the scope every file is committed at its end`() throws {
    for number in 0..<3 {
      try load(number)
      #expect(try seen == Int64(number + 1))
    }
  }

  @Test func `a file that cannot be read takes no other along`() throws {
    try share {
      try load(1)
      #expect(throws: LoadFailure.self) {
        try warehouse.load(.table(.orders, "broken.csv")) { loader in
          var batch = TableBatch()
          let row = try order("B", "2026-05-03 10:00", 100)
          batch.rows = [
            TableRow(line: 2, cells: TableShape.orders.columns.map { row[$0.name] ?? .null })
          ]
          try loader.append(batch, shape: .orders)
          throw Unreadable()
        }
      }
      try load(2)
    }
    #expect(try warehouse.dump("select order_id from orders order by 1") == ["A1", "A2"])
    #expect(try warehouse.knownFiles().map(\.path.spelling).sorted() == ["1.csv", "2.csv"])
    #expect(try seen == 2)
  }

  @Test func `a refused file is recorded beside those that wait`() throws {
    try share {
      try load(1)
      _ = try warehouse.load(.table(.orders, "refused.csv")) { loader in
        loader.reject([
          Rejection(line: 2, byteOffset: 9, reason: .badDate, message: "a date", sample: "x")
        ])
        return .of(1)
      }
      try load(2)
    }
    #expect(try warehouse.dump("select order_id from orders order by 1") == ["A1", "A2"])
    #expect(
      try warehouse.dump("select path from source_file where refusal is not null")
        == ["refused.csv"])
    #expect(!warehouse.connection.isInTransaction)
  }

  @Test func `a large file commits what waits before it, and itself`() throws {
    try share {
      try load(1)
      var large = FileDescription.table(.orders, "large.csv")
      large.size = 1 << 20
      var before: Int64 = -1
      _ = try warehouse.load(large) { _ in
        before = try seen
        return .of(0)
      }
      #expect(before == 1)
      let files = try reader.connection.integer("select count(*) from source_file")
      #expect(files == 2)
    }
  }

  @Test func `an error of the scope keeps what was whole before it`() throws {
    #expect(throws: WarehouseError.self) {
      try share {
        try load(1)
        throw warehouse.failure(.other, "test", "stop")
      }
    }
    #expect(try seen == 1)
    #expect(!warehouse.connection.isInTransaction)
  }
}
