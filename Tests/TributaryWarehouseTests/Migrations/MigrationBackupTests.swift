import Foundation
import Testing
import TributaryModel

@testable import TributaryWarehouse

@Suite struct MigrationBackupTests {
  private let shop: TestShop
  private let newest = Schema.migrations.count

  init() throws { shop = try TestShop() }

  private var copy: String { shop.path + ".before-migration" }

  /// A warehouse of some orders that says it is of that version.
  private func leave(version: Int, orders: Int = 3) throws {
    let warehouse = try shop.open()
    try warehouse.load(
      .orders, "a.csv", (0..<orders).map { try order("A\($0)", "2026-05-03 10:00", 100) })
    try warehouse.run("pragma user_version = \(version)")
  }

  /// The first version whose texts are masked.
  private func masked() throws -> Int {
    let last = Schema.migrations.lastIndex { $0.masksContacts }
    return try #require(last) + 1
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: shop.folder.path).sorted()
  }

  private func number(_ sql: String, of path: String) throws -> Int64 {
    try Connection(path: path, access: .readOnly).integer(sql)
  }

  @Test func `a new warehouse and one of today are not copied`() throws {
    _ = try shop.open()
    _ = try shop.open()
    #expect(try names() == ["shop.sqlite"])
  }

  @Test func `an older warehouse is copied as it was, for its owner alone`() throws {
    try leave(version: newest - 1)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: shop.path)
    _ = try shop.open()
    #expect(try names() == ["shop.sqlite", "shop.sqlite.before-migration"])
    #expect(try number("pragma user_version", of: shop.path) == Int64(newest))
    #expect(try number("pragma user_version", of: copy) == Int64(newest - 1))
    #expect(try number("select count(*) from orders", of: copy) == 3)
    let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o600)
  }

  @Test func `the next migration replaces the copy`() throws {
    try leave(version: newest - 1)
    _ = try shop.open()
    try shop.open().load(.orders, "b.csv", [try order("B", "2026-05-03 10:00", 100)])
    try shop.open().run("pragma user_version = \(newest - 1)")
    _ = try shop.open()
    #expect(try number("select count(*) from orders", of: copy) == 4)
  }

  @Test func `without room nothing is migrated, and the copy before stays`() throws {
    try leave(version: newest - 1)
    try Data("former".utf8).write(to: URL(filePath: copy))
    let connection = try Connection(path: shop.path, access: .readWrite)
    let size = try connection.integer("pragma page_count") * connection.integer("pragma page_size")
    let error = #expect(throws: WarehouseError.self) {
      try Schema.migrate(
        connection, Schema.migrations,
        MigrationBackup(path: shop.path, room: { _ in size - 1 }))
    }
    #expect(error?.kind == .full)
    #expect(
      error?.description
        == "\(shop.path): could not copy it to \(copy) before its tables are migrated: expected "
        + "\(size) bytes of room on the disk, found \(size - 1); nothing was migrated; free space on "
        + "the disk that holds the warehouse, then run again")
    #expect(try number("pragma user_version", of: shop.path) == Int64(newest - 1))
    #expect(try Data(contentsOf: URL(filePath: copy)) == Data("former".utf8))
    #expect(try names() == ["shop.sqlite", "shop.sqlite.before-migration"])
    try Schema.migrate(
      connection, Schema.migrations, MigrationBackup(path: shop.path, room: { _ in size }))
    #expect(try number("pragma user_version", of: copy) == Int64(newest - 1))
  }

  @Test func `a damaged warehouse is not migrated and stays as it was`() throws {
    try leave(version: newest - 1, orders: 4000)
    let file = try FileHandle(forUpdating: URL(filePath: shop.path))
    let page = try number(
      "select rootpage from sqlite_schema where name = 'orders_placed_at'", of: shop.path)
    try file.seek(toOffset: UInt64(page - 1) * 8192 + 12)
    try file.write(contentsOf: Data(repeating: 0xee, count: 600))
    try file.close()
    let bytes = try Data(contentsOf: URL(filePath: shop.path))
    let error = #expect(throws: WarehouseError.self) { try shop.open() }
    #expect(error?.kind == .corrupt)
    #expect(error?.message.contains("quick_check found") == true)
    #expect(error?.message.hasSuffix("nothing was migrated") == true)
    #expect(try Data(contentsOf: URL(filePath: shop.path)) == bytes)
    #expect(try names() == ["shop.sqlite"])
  }

  @Test func `a migration that fails leaves the warehouse and its copy`() throws {
    try leave(version: newest)
    let connection = try Connection(path: shop.path, access: .readWrite)
    let failing = Schema.Migration(name: "fail") { connection throws(WarehouseError) in
      try connection.execute("delete from orders; insert into none values (1)")
    }
    #expect(throws: WarehouseError.self) {
      try Schema.migrate(
        connection, Schema.migrations + [failing], MigrationBackup(path: shop.path))
    }
    for path in [shop.path, copy] {
      #expect(try number("pragma user_version", of: path) == Int64(newest))
      #expect(try number("select count(*) from orders", of: path) == 3)
    }
  }

  @Test(arguments: [0, 1])
  func `what a copy that was cut has left goes with the next opening`(older: Int) throws {
    try leave(version: newest - older)
    for ending in [".part", ".part-journal"] {
      try Data("half".utf8).write(to: URL(filePath: copy + ending))
    }
    _ = try shop.open()
    #expect(
      try names() == ["shop.sqlite"] + (older > 0 ? ["shop.sqlite.before-migration"] : []))
  }

  @Test func `a copy from before contacts were masked does not stay`() throws {
    let masked = try masked()
    try leave(version: masked - 1)
    _ = try shop.open()
    #expect(try names() == ["shop.sqlite"])
    #expect(try number("pragma user_version", of: shop.path) == Int64(newest))
    // The run that would have removed it was killed.
    try shop.open().run("pragma user_version = \(masked - 1)")
    try FileManager.default.copyItem(atPath: shop.path, toPath: copy)
    try shop.open().run("pragma user_version = \(newest)")
    _ = try shop.open()
    #expect(try names() == ["shop.sqlite"])
  }

  @Test func `a copy of texts that were masked then stays`() throws {
    let masked = try masked()
    try leave(version: masked)
    _ = try shop.open()
    #expect(try names() == ["shop.sqlite", "shop.sqlite.before-migration"])
  }
}
