import Foundation
import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

@Suite struct KeyFileTests {
  private let digits = String(repeating: "0123456789abcdef", count: 4)

  private func path(_ place: TemporaryFolder, _ name: String = "shop.key") -> String {
    place.url.appending(path: name).path(percentEncoded: false)
  }

  private func allow(_ mode: Int, at path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  private func mode(of url: URL) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: url.path(percentEncoded: false))[
      .posixPermissions] as? Int
  }

  @Test func `a folder is no key`() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: RunError.self) {
      _ = try KeyFile.read(at: folder.url.path(percentEncoded: false))
    }
    #expect(error?.code == .configuration)
    #expect(error?.message.contains("found a folder") == true)
  }

  @Test func `a key is made once, readable by its owner only, and read again the same`() throws {
    let place = try TemporaryFolder()
    #expect(try KeyFile.read(at: path(place)) == nil)
    let key = try KeyFile.create(at: path(place))
    #expect(try mode(of: place.url.appending(path: "shop.key")) == 0o600)
    #expect(try KeyFile.read(at: path(place))?.visitor(id: "x") == key.visitor(id: "x"))
    #expect(try place.names() == ["shop.key"])
    #expect(throws: RunError.self) { try KeyFile.create(at: path(place)) }
    #expect(try KeyFile.read(at: path(place))?.checkValue == key.checkValue)
  }

  @Test func `a key whose making was cut is made anew`() throws {
    let place = try TemporaryFolder()
    try place.write("0123", to: "a/shop.key.new")
    _ = try KeyFile.create(at: path(place, "a/shop.key"))
    #expect(try place.names(in: "a") == ["shop.key"])
  }

  @Test func `two shops have two keys`() throws {
    let place = try TemporaryFolder()
    let one = try KeyFile.create(at: path(place, "one.key"))
    let two = try KeyFile.create(at: path(place, "two.key"))
    #expect(one.visitor(id: "x") != two.visitor(id: "x") && one.checkValue != two.checkValue)
  }

  @Test(arguments: [
    "", "abc", String(repeating: "g", count: 64), String(repeating: "ab", count: 32),
    String(repeating: "0", count: 64), String(repeating: "00ff", count: 16),
    String(repeating: "0123456789abcdef", count: 4) + "00",
  ])
  func `a damaged or weak key is an error, never a new key`(text: String) throws {
    let place = try TemporaryFolder()
    try place.write(text, to: "shop.key")
    try allow(0o600, at: path(place))
    let error = #expect(throws: RunError.self) { try KeyFile.read(at: path(place)) }
    #expect(error?.code == .configuration)
    #expect(try place.text(of: "shop.key") == text)
  }

  @Test(arguments: [0o644, 0o640, 0o604, 0o660])
  func `a key that others may read is refused`(mode: Int) throws {
    let place = try TemporaryFolder()
    try place.write(digits, to: "shop.key")
    try allow(mode, at: path(place))
    let error = #expect(throws: RunError.self) { try KeyFile.read(at: path(place)) }
    #expect(error?.code == .configuration)
    #expect(error?.message.contains("chmod 600") == true)
    try allow(0o400, at: path(place))
    #expect(try KeyFile.read(at: path(place)) != nil)
  }

  @Test func `a warehouse goes with its key, and with no other`() throws {
    let shop = try Shop.small()
    try shop.write("order_id,placed_at,total\n1,2026-11-10 10:00,5\n", to: "orders/a.csv")
    try shop.run()
    let own = try Data(contentsOf: shop.url("shop.key"))
    #expect(try mode(of: shop.url("warehouse")) == 0o700)
    #expect(try mode(of: shop.url("warehouse/tributary.sqlite")) == 0o600)
    let warehouse = try Data(contentsOf: shop.url("warehouse/tributary.sqlite"))
    let others = [nil, digits, String(repeating: "f", count: 64)]
    for text in others {
      try FileManager.default.removeItem(at: shop.url("shop.key"))
      if let text {
        try shop.write(text, to: "shop.key")
        try allow(0o600, at: shop.url("shop.key").path(percentEncoded: false))
      }
      try shop.write("order_id,placed_at,total\n2,2026-11-10 10:00,5\n", to: "orders/b.csv")
      let error = #expect(throws: RunError.self) { try shop.run() }
      #expect(error?.code == .configuration)
      #expect(error?.message.contains("shop.key") == true)
      #expect(try Checkup(of: shop.pipeline()).exitCode == 78)
      #expect(FileManager.default.fileExists(atPath: shop.url("shop.key").path) == (text != nil))
      #expect(try Data(contentsOf: shop.url("warehouse/tributary.sqlite")) == warehouse)
      if text == nil { try shop.write("", to: "shop.key") }
    }
    try own.write(to: shop.url("shop.key"))
    try shop.run()
    #expect(try shop.number("select count(*) from orders") == 2)
  }

  @Test func `a writer without the warehouse's key does not open it`() throws {
    let shop = try Shop.small()
    try shop.run()
    let pipeline = try shop.pipeline()
    var settings = WarehouseSettings(zone: pipeline.zone, currency: pipeline.currency)
    settings.key = ContactKey(bytes: Array(0..<32))
    let error = #expect(throws: WarehouseError.self) {
      try Warehouse(path: pipeline.warehouse, settings: settings)
    }
    #expect(error?.kind == .otherKey)
  }
}
