import Testing
import TributaryModel

@testable import TributaryWarehouse

@Suite struct ConnectionTests {
  let shop: TestShop
  let connection: Connection

  init() throws {
    shop = try TestShop()
    connection = try Connection(path: shop.path, access: .readWrite)
  }

  @Test func `a script is split by SQLite, not by semicolons`() throws {
    try connection.execute(
      """
      create table word (text text); -- a comment; with a semicolon
      insert into word values ('a;b'); /* ; */ insert into word values ('c')
      -- the end;
      """)
    #expect(try connection.integer("select count(*) from word") == 2)
  }

  @Test func `a statement is one statement`() throws {
    #expect(throws: WarehouseError.self) { try connection.prepare("select 1; select 2") }
    #expect(throws: WarehouseError.self) { try connection.prepare(" -- nothing") }
  }

  @Test(arguments: [
    Cell.null, .integer(.min), .integer(.max), .real(-0.5), .text(""), .text("Москва 🚀"),
    .text("a\u{0}b"), .text(String(repeating: "x", count: 100_000)),
  ])
  func `a value comes back as it went in`(cell: Cell) throws {
    let statement = try connection.prepare("select ?")
    try statement.bind([cell])
    #expect(try statement.step())
    #expect(statement.cell(0) == cell)
    #expect(try !statement.step())
  }

  @Test func `a value beyond the parameters is an error`() throws {
    let statement = try connection.prepare("select ?")
    #expect(throws: WarehouseError.self) { try statement.bind([.null, .null]) }
  }

  @Test func `a transaction inside another joins it`() throws {
    try connection.execute("create table word (text text unique)")
    #expect(throws: WarehouseError.self) {
      try connection.transaction { () throws(WarehouseError) in
        try connection.transaction { () throws(WarehouseError) in
          try connection.execute("insert into word values ('a')")
        }
        try connection.execute("insert into word values ('a')")
      }
    }
    #expect(!connection.isInTransaction)
    #expect(try connection.integer("select count(*) from word") == 0)
  }

  @Test func `the settings that guard against power loss and hostile schemas are on`() throws {
    #expect(try connection.integer("pragma synchronous") == 3)
    #expect(try connection.integer("pragma trusted_schema") == 0)
    #expect(try connection.integer("pragma busy_timeout") == 60_000)
    try connection.execute("create table word (text text)")
    #expect(throws: WarehouseError.self) {
      try connection.execute("pragma writable_schema = on; delete from sqlite_schema")
    }
  }

  @Test func `names of columns are checked when a row is read`() throws {
    let warehouse = try TestShop()
    let row = try #require(
      try warehouse.open().rows("select 1 as whole, null as none, 'x' as word").first)
    #expect(try row.int64("whole") == 1)
    #expect(try row.double("whole") == 1)
    #expect(try row.optionalText("none") == nil)
    #expect(throws: WarehouseError.self) { try row.int64("none") }
    #expect(throws: WarehouseError.self) { try row.int64("word") }
    let error = #expect(throws: WarehouseError.self) { try row.int64("other") }
    #expect(error?.message == "expected a column other, found whole, none, word")
  }
}
