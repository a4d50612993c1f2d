import Foundation
import Testing

@testable import TributarySample

struct SampleShopTests {
  @Test func `the same settings write the same bytes, another seed does not`() throws {
    var other = SmallShop.settings
    other.seed = 8
    let first = try files(of: SmallShop.settings)
    let second = try files(of: SmallShop.settings)
    let third = try files(of: other)
    #expect(first.count == 18 + SmallShop.settings.logDays)
    #expect(first == second)
    #expect(first.keys == third.keys)
    #expect(first["orders.csv.gz"] != third["orders.csv.gz"])
  }

  @Test func `a second write replaces the first and leaves no stale log behind`() throws {
    try SmallShop.withFolder { folder in
      try SampleShop(settings: SmallShop.settings).write(to: folder) { _ in }
      var shorter = SmallShop.settings
      shorter.logDays = 2
      try SampleShop(settings: shorter).write(to: folder) { _ in }
      let logs = try FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: "logs").path)
      #expect(logs.sorted() == ["access-2026-11-13.log.gz", "access-2026-11-14.log.gz"])
    }
  }

  @Test func `a folder with somebody else's files is refused and left alone`() throws {
    try SmallShop.withFolder { folder in
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: folder.appending(path: "orders.csv"))
      #expect(throws: SampleError.folderInUse(folder.path)) {
        try SampleShop(settings: SmallShop.settings).write(to: folder) { _ in }
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["orders.csv"])
    }
  }

  @Test(arguments: [0, 6, 4001])
  func `a number of days that makes no shop is refused`(days: Int) {
    var settings = SmallShop.settings
    settings.days = days
    #expect(throws: SampleError.self) { try settings.validate() }
  }

  private func files(of settings: SampleSettings) throws -> [String: Data] {
    try SmallShop.withFolder { folder in
      try SampleShop(settings: settings).write(to: folder) { _ in }
      var result: [String: Data] = [:]
      for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      where name.contains(".") {
        result[name] = try Data(contentsOf: folder.appending(path: name))
      }
      return result
    }
  }
}
