import Foundation
import Testing

@testable import TributaryPipeline

@Suite struct KeyFileTests {
  @Test func `a key is made once, readable by its owner only, and read again the same`() throws {
    let place = try TemporaryFolder()
    let path = place.url.appending(path: "shop.key")
    let key = try KeyFile.readOrCreate(at: path)
    let attributes = try FileManager.default.attributesOfItem(
      atPath: path.path(percentEncoded: false))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try KeyFile.readOrCreate(at: path).visitor(id: "x") == key.visitor(id: "x"))
  }

  @Test func `two shops have two keys`() throws {
    let place = try TemporaryFolder()
    let one = try KeyFile.readOrCreate(at: place.url.appending(path: "one.key"))
    let two = try KeyFile.readOrCreate(at: place.url.appending(path: "two.key"))
    #expect(one.visitor(id: "x") != two.visitor(id: "x"))
  }

  @Test(arguments: ["", "abc", String(repeating: "g", count: 64)])
  func `a damaged key file is an error, never a new key`(text: String) throws {
    let place = try TemporaryFolder()
    try place.write(text, to: "shop.key")
    let error = #expect(throws: NightError.self) {
      try KeyFile.readOrCreate(at: place.url.appending(path: "shop.key"))
    }
    #expect(error?.code == .configuration)
    #expect(try place.text(of: "shop.key") == text)
  }
}
