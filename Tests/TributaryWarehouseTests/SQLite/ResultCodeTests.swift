import CSQLite
import Foundation
import Testing

@testable import TributaryWarehouse

@Suite struct ResultCodeTests {
  @Test(arguments: [
    (SQLITE_BUSY, WarehouseError.Kind.busy), (SQLITE_FULL, .full), (SQLITE_NOTADB, .corrupt),
    (SQLITE_READONLY, .readOnly), (SQLITE_CANTOPEN, .cannotOpen), (SQLITE_ERROR, .other),
    (SQLITE_IOERR | 5 << 8, .inputOutput), (SQLITE_CONSTRAINT | 6 << 8, .constraint),
  ])
  func `primary and extended codes have their kind`(code: Int32, kind: WarehouseError.Kind) {
    #expect(ResultCode.kind(of: code, system: 0) == kind)
  }

  @Test(arguments: [
    (EACCES, WarehouseError.Kind.permission), (EROFS, .readOnly), (ENOENT, .cannotOpen),
  ])
  func `why a file cannot be opened is asked of the system`(
    system: Int32, kind: WarehouseError.Kind
  ) {
    #expect(ResultCode.kind(of: SQLITE_CANTOPEN, system: system) == kind)
  }

  @Test func `an error tells where, what was found and what to do`() {
    let error = WarehouseError(
      kind: .busy, code: 5, path: "shop.sqlite", attempted: "run a statement",
      message: "database is locked", sql: "begin immediate")
    #expect(
      error.description
        == "shop.sqlite: could not run a statement: database is locked; "
        + "wait until the other run has finished, or give --wait SECONDS")
  }

  @Test func `a statement at fault is told in one line`() {
    let error = WarehouseError(
      kind: .other, path: "shop.sqlite", attempted: "run a statement", message: "no such table",
      sql: "\n  select *\n  from nothing")
    #expect(
      error.description
        == "shop.sqlite: could not run a statement: no such table in: select * from nothing; "
        + "check the statement")
  }
}
