import Foundation
import Testing

@testable import TributaryWarehouse

@Suite struct WarehouseFileTests {
  private let shop: TestShop

  init() throws { shop = try TestShop() }

  @Test func `an erased file holds its bytes no longer`() throws {
    let text = Data(String(repeating: "ann.lee@mail.example\n", count: 100_000).utf8)
    let file = URL(filePath: shop.path)
    try text.write(to: file)
    let open = try FileHandle(forReadingFrom: file)
    try WarehouseFile.erase(shop.path)
    #expect(!FileManager.default.fileExists(atPath: shop.path))
    #expect(try open.readToEnd() == Data(count: text.count))
  }

  @Test func `a file that is linked elsewhere is removed and not overwritten`() throws {
    let other = shop.folder.appending(path: "other")
    try Data("kept".utf8).write(to: other)
    try FileManager.default.linkItem(at: other, to: URL(filePath: shop.path))
    try WarehouseFile.erase(shop.path)
    #expect(!FileManager.default.fileExists(atPath: shop.path))
    try FileManager.default.createSymbolicLink(
      at: URL(filePath: shop.path), withDestinationURL: other)
    try WarehouseFile.erase(shop.path)
    #expect(!FileManager.default.fileExists(atPath: shop.path))
    #expect(try Data(contentsOf: other) == Data("kept".utf8))
  }
}
