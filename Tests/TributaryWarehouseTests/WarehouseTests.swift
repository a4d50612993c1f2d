import Foundation
import Testing
import TributaryModel

@testable import TributaryWarehouse

@Suite struct WarehouseTests {
  let shop: TestShop

  init() throws { shop = try TestShop() }

  @Test func `a file that is no database is corrupt and stays as it was`() throws {
    let text = String(repeating: "order_id,placed_at\n", count: 100)
    try text.write(toFile: shop.path, atomically: true, encoding: .utf8)
    let error = #expect(throws: WarehouseError.self) { try shop.open() }
    #expect(error?.kind == .corrupt)
    #expect(try String(contentsOfFile: shop.path, encoding: .utf8) == text)
  }

  @Test func `a database of another program is refused and gets no table`() throws {
    do {
      let other = try Connection(path: shop.path, access: .readWrite)
      try other.execute("create table note (text text)")
    }
    let error = #expect(throws: WarehouseError.self) { try shop.open() }
    #expect(error?.kind == .corrupt)
    #expect(error?.message == "it is a SQLite file of another program")
    let other = try Connection(path: shop.path, access: .readOnly)
    #expect(try other.integer("select count(*) from sqlite_schema") == 1)
  }

  @Test func `a newer schema is refused for writing and for reading`() throws {
    do {
      let warehouse = try shop.open()
      try warehouse.connection.execute("pragma user_version = 99")
    }
    for attempt in [
      { _ = try shop.open() },
      { _ = try Warehouse.readOnly(path: shop.path, settings: TestShop.settings()) },
    ] {
      let error = #expect(throws: WarehouseError.self) { try attempt() }
      #expect(error?.kind == .newerSchema)
      let newest = Schema.migrations.count
      #expect(error?.message == "expected schema version \(newest) or older, found 99")
    }
  }

  @Test(arguments: [-1, -2_147_483_648])
  func `a damaged schema version is an error and no crash`(version: Int) throws {
    let shop = try TestShop()
    try shop.open().run("pragma user_version = \(version)")
    let error = #expect(throws: WarehouseError.self) { try shop.open() }
    #expect(error?.kind == .corrupt)
    #expect(error?.message == "expected a schema version, found \(version)")
  }

  @Test func `a missing folder cannot be opened`() throws {
    let path = shop.folder.appendingPathComponent("none/shop.sqlite").path
    let error = #expect(throws: WarehouseError.self) {
      try Warehouse(path: path, settings: TestShop.settings())
    }
    #expect(error?.kind == .cannotOpen)
    #expect(error?.path == path)
  }

  @Test func `reading a missing warehouse creates no file`() throws {
    let error = #expect(throws: WarehouseError.self) {
      try Warehouse.readOnly(path: shop.path, settings: TestShop.settings())
    }
    #expect(error?.kind == .cannotOpen)
    #expect(!FileManager.default.fileExists(atPath: shop.path))
  }

  @Test func `a warehouse opened for reading can change nothing`() throws {
    _ = try shop.open()
    let reader = try Warehouse.readOnly(path: shop.path, settings: TestShop.settings())
    let error = #expect(throws: WarehouseError.self) { try reader.run("delete from orders") }
    #expect(error?.kind == .readOnly)
    #expect(throws: WarehouseError.self) { try reader.run("attach 'other.sqlite' as other") }
    #expect(throws: WarehouseError.self) {
      try reader.answer("delete from orders", columns: { _ in }, row: { _ in })
    }
  }

  @Test func `a row that breaks the schema is a constraint error that names the statement`() throws
  {
    let warehouse = try shop.open()
    let error = #expect(throws: WarehouseError.self) {
      try warehouse.run("insert into orders (order_id) values ('A')")
    }
    #expect(error?.kind == .constraint)
    #expect(error?.sql == "insert into orders (order_id) values ('A')")
    #expect(try warehouse.dump("select * from orders") == [])
  }

  @Test func `opening twice leaves the schema as it was`() throws {
    let first = try shop.open().dump("select sql from sqlite_schema order by name")
    let second = try shop.open().dump("select sql from sqlite_schema order by name")
    #expect(first == second)
    #expect(first.count > 40)
  }

  @Test(arguments: TableShape.all.map(\.table))
  func `every canonical table documents its columns in the schema`(table: String) throws {
    let warehouse = try shop.open()
    let shape = try #require(TableShape.all.first { $0.table == table })
    let sql = try warehouse.dump("select sql from sqlite_schema where name = '\(table)'").joined()
    for column in shape.columns { #expect(sql.contains("-- " + column.summary)) }
    #expect(sql.contains("strict"))
  }

  @Test func `write undoes everything when the body throws`() throws {
    let warehouse = try shop.open()
    #expect(throws: WarehouseError.self) {
      try warehouse.write { () throws(WarehouseError) in
        try warehouse.run("insert into person values ('p', 1, 1, 0, 0, 0)")
        try warehouse.run("insert into person values ('p', 1, 1, 0, 0, 0)")
      }
    }
    #expect(try warehouse.dump("select * from person") == [])
  }

  @Test func `a full disk undoes the load and says so`() throws {
    let warehouse = try shop.open()
    let pages = try warehouse.connection.integer("pragma page_count")
    try warehouse.connection.execute("pragma max_page_count = \(pages)")
    let rows = try (0..<2000).map { try order("A\($0)", "2026-05-03 10:00", 100) }
    let error = #expect(throws: LoadFailure.self) { try warehouse.load(.orders, "a.csv", rows) }
    guard case .warehouse(let failure) = try #require(error) else {
      Issue.record("expected an error of the warehouse")
      return
    }
    #expect(failure.kind == .full)
    #expect(try warehouse.dump("select count(*) from orders") == ["0"])
    #expect(try warehouse.knownFiles().isEmpty)
  }

  @Test(arguments: [
    ("Europe/Moscow", "2026-05-03 21:00", "2026-05-04"),
    ("America/New_York", "2024-03-10 04:59", "2024-03-09"),
    ("America/New_York", "2024-03-10 05:00", "2024-03-10"),
    ("America/New_York", "2024-03-11 03:59", "2024-03-10"),
    ("America/New_York", "2024-03-11 04:00", "2024-03-11"),
    ("America/New_York", "2024-11-04 04:59", "2024-11-03"),
    ("America/New_York", "2024-11-04 05:00", "2024-11-04"),
  ])
  func `zoned_day follows the clock changes`(zone: String, time: String, expected: String) throws {
    let warehouse = try shop.open(zone: zone)
    #expect(try warehouse.dump("select zoned_day(\(try at(time)))") == [expected])
  }

  @Test(arguments: [
    ("Europe/Moscow", "2026-05-03 21:00", "2026-05-04 20:59"),
    // The clock goes from 02:00 to 03:00 on 10 March, and back on 3 November.
    ("America/New_York", "2024-03-10 05:00", "2024-03-11 03:59"),
    ("America/New_York", "2024-11-03 04:00", "2024-11-04 04:59"),
    // The day begins at 01:00, as the clock goes at midnight.
    ("Africa/Cairo", "2024-04-25 12:00", "2024-04-25 21:59"),
  ])
  func `zoned_day_end is the last millisecond of the day`(
    zone: String, time: String, expected: String
  ) throws {
    let warehouse = try shop.open(zone: zone)
    #expect(
      try warehouse.dump("select zoned_day_end(\(try at(time))) - \(try at(expected))") == ["59999"]
    )
  }

  @Test func `functions answer for null and for any script`() throws {
    let warehouse = try shop.open()
    #expect(
      try warehouse.dump(
        "select zoned_day(null), zoned_day_end(null), lower_unicode('ПРИВЕТ'), shop_currency(), minor_units('JPY')"
      )
        == ["null|null|привет|RUB|1"])
  }
}
