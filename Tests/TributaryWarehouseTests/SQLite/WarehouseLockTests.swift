import Foundation
import Testing

@testable import TributaryWarehouse

@Suite struct WarehouseLockTests {
  let shop: TestShop

  init() throws { shop = try TestShop() }

  @Test func `the second holder is told who the first is`() throws {
    let lock = try WarehouseLock(warehouse: shop.path, holder: "process 4711")
    let error = #expect(throws: WarehouseError.self) { try self.lock(as: "process 4712") }
    #expect(error?.kind == .busy)
    #expect(error?.message == "another run holds it: process 4711")
    lock.release()
    try self.lock(as: "process 4713")
  }

  @Test func `a text that a dead holder left does not hold the lock`() throws {
    try "process 1\n".write(toFile: shop.path + ".lock", atomically: true, encoding: .utf8)
    try lock(as: "process 2")
    #expect(try String(contentsOfFile: shop.path + ".lock", encoding: .utf8) == "process 2\n")
  }

  @Test func `a lock file in a missing folder cannot be opened`() throws {
    let error = #expect(throws: WarehouseError.self) {
      _ = try WarehouseLock(
        warehouse: shop.folder.appendingPathComponent("none/shop.sqlite").path, holder: "x")
    }
    #expect(error?.kind == .cannotOpen)
  }

  @Test func `control characters of the holder's text never reach the message`() throws {
    let lock = try WarehouseLock(warehouse: shop.path, holder: "evil\u{1B}[31m")
    let error = #expect(throws: WarehouseError.self) { try self.lock(as: "x") }
    #expect(error?.message == "another run holds it: evil[31m")
    lock.release()
  }

  private func lock(as holder: String) throws {
    _ = try WarehouseLock(warehouse: shop.path, holder: holder)
  }
}
