import Foundation
import Testing

@testable import TributaryPipeline

/// Folders that this user may not look into.
@Suite struct SourceFilesTests {
  private static func line(_ minute: Int) -> String {
    "93.180.71.3 - - [14/Nov/2026:08:\(minute):01 +0000] \"GET / HTTP/1.1\" 200 5 \"-\" \"Firefox\"\n"
  }

  /// A shop of the logs `log/a/access.log`, `log/private/access.log` and `log/z/access.log`.
  private static func shop(_ paths: String, more: String = "") throws -> Shop {
    let shop = try Shop(
      """
      {name: 'shop', timezone: 'UTC', currency: 'RUB', as_of: '2026-11-14', reports: 'reports',
       sources: [{kind: 'clickstream', format: 'nginx-combined', paths: [\(paths)]\(more)}]}
      """)
    for (minute, name) in ["a", "private", "z"].enumerated() {
      try shop.write(line(10 + minute), to: "log/\(name)/access.log")
    }
    try set(0o777, shop.url(""))
    return shop
  }

  private static func set(_ mode: Int, _ url: URL) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: url.path(percentEncoded: false))
  }

  /// A night and a check after it, with a folder closed.
  private func look(
    _ shop: Shop, closed name: String = "log/private", mode: Int = 0
  ) throws -> (summary: RunSummary, check: Checkup) {
    try SourceFilesTests.set(mode, shop.url(name))
    defer { try? SourceFilesTests.set(0o755, shop.url(name)) }
    return try OtherUser.run { (try shop.run(), Checkup(of: try shop.pipeline())) }
  }

  @Test(arguments: [
    ("'log/*/access.log'", 0), ("'log/*/*.log'", 0), ("'log/*/*.log'", 0o444),
    ("'log/pr*/access.log', 'log/?/access.log'", 0),
  ])
  func `a closed folder that a wildcard meets is told, and the rest is read`(
    paths: String, mode: Int
  ) throws {
    let shop = try Self.shop(paths, more: paths.contains("pr*") ? ", optional: true" : "")
    let (summary, check) = try look(shop, mode: mode)
    #expect(summary.exitCode == 0 && summary.messages.isEmpty, "\(summary.messages)")
    #expect(summary.notices.count == 1)
    #expect(
      summary.notices.first?.hasPrefix(
        "log/private: expected a folder that this user may look into")
        == true)
    #expect(summary.sources.map(\.path) == ["log/a/access.log", "log/z/access.log"])
    #expect(check.exitCode == 0)
    #expect(check.findings.filter { $0.isNote && $0.message.hasPrefix("log/private:") }.count == 1)
  }

  @Test(arguments: ["'log/*/access.log'", "'log/*/*.log'"])
  func `a closed folder of which files were read is trouble`(paths: String) throws {
    let shop = try Self.shop(paths)
    #expect(try OtherUser.run { try shop.run().exitCode } == 0)
    for _ in 1...2 {
      let (summary, check) = try look(shop)
      #expect(summary.exitCode == 65 && check.exitCode == 65)
      #expect(summary.messages.first?.hasPrefix("log/private: ") == true)
      #expect(summary.notices.isEmpty)
    }
  }

  @Test(arguments: [
    ("'log/private/access.log'", "log/private"), ("'log/private/*.log'", "log/private"),
    ("'log/*/access.log', 'log/private/*'", "log/private"), ("'log/*/access.log'", "log"),
  ])
  func `a closed folder that the pipeline names is trouble`(paths: String, name: String) throws {
    let (summary, check) = try look(Self.shop(paths), closed: name)
    #expect(summary.exitCode == 65 && check.exitCode == 65)
    #expect(summary.messages.contains { $0.hasPrefix(name + ": ") }, "\(summary.messages)")
  }

  @Test(arguments: [("", Int32(65)), (", optional: true", 0)])
  func `where nothing else is found a closed folder is trouble, unless files may be missing`(
    more: String, code: Int32
  ) throws {
    let (summary, check) = try look(Self.shop("'log/pri*/access.log'", more: more))
    #expect(summary.exitCode == code && check.exitCode == code)
    #expect(summary.messages.count + summary.notices.count == 1)
  }

  @Test func `a link into a closed folder hides nothing beside it`() throws {
    let shop = try Self.shop("'log/*/access.log'")
    try shop.write(Self.line(20), to: "closed/inner/access.log")
    try FileManager.default.createSymbolicLink(
      at: shop.url("log/b"), withDestinationURL: shop.url("closed/inner"))
    let (summary, _) = try look(shop, closed: "closed")
    #expect(summary.exitCode == 0)
    #expect(summary.notices.count == 1 && summary.notices.first?.hasPrefix("log/b: ") == true)
    #expect(summary.sources.count == 3)
  }
}
