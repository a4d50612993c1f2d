import Foundation
import Testing

@testable import TributaryIngest

struct FilePatternTests {
  @Test func `a pattern finds files in natural order and no folders or hidden files`() throws {
    let bench = try Workbench()
    for name in ["a.log.10", "a.log.2", "a.log", ".a.log.1", "b.txt"] { try bench.write(name, "") }
    let inner = bench.folder.appendingPathComponent("a.log.d")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: false)
    let found = FilePattern("a.log*").files(in: bench.folder).map(\.relativePath)
    #expect(found == ["a.log", "a.log.2", "a.log.10"])
  }

  @Test func `folders match too, and a plain path stands for itself`() throws {
    let bench = try Workbench()
    for name in ["x1", "x2"] {
      let folder = bench.folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
      try bench.write(name + "/o.csv", "")
    }
    let found = FilePattern("./x?/*.csv").files(in: bench.folder).map(\.relativePath)
    #expect(found == ["x1/o.csv", "x2/o.csv"])
    #expect(FilePattern("none.csv").files(in: bench.folder).map(\.relativePath) == ["none.csv"])
  }

  #if os(Linux)
    /// Names as a folder that is filled from several computers has them.
    static let oddNames: [[UInt8]] = [
      Array("\u{439}.log".utf8), Array("\u{438}\u{306}.log".utf8), [0xff] + Array(".log".utf8),
      [0x61, 0xe9] + Array(".log".utf8), Array("-rf.log".utf8), Array("a b\n.log".utf8),
      Array(#"\xFF.log"#.utf8),
    ]

    private func bench() throws -> Workbench {
      let bench = try Workbench()
      for name in Self.oddNames { try bench.write(bytes: name, Given.line(1)) }
      return bench
    }

    @Test func `names are bytes, and every file is found once`() throws {
      let bench = try bench()
      let found = FilePattern("*.log").files(in: bench.folder)
      #expect(Set(found.map(\.name.bytes)) == Set(Self.oddNames))
      #expect(Set(found.map(\.name)).count == Self.oddNames.count)
      for file in found { #expect(try ReadLog(file).summary.counts.read == 1, "\(file.name)") }
      #expect(found.map(\.relativePath).contains(#"\xFF.log"#))
      #expect(found.map(\.relativePath).contains(#"\x5CxFF.log"#))
      #expect(found.map(\.relativePath).contains(#"a b\x0A.log"#))
    }

    @Test(arguments: [
      ("?.log", 3), ("\u{439}.log", 1), ("\u{439}*.log", 2), ("a?.log", 1),
      (#"\x5CxFF.log"#, 1), (#"a\xE9.log"#, 1), ("-*", 1),
    ])
    func `a pattern finds letters however they are written`(pattern: String, count: Int) throws {
      let bench = try bench()
      let found = FilePattern(pattern).files(in: bench.folder).filter(\.isThere)
      #expect(found.count == count, "\(found.map(\.name))")
    }

    @Test func `a spelled name and a literal one lead each to its own file`() throws {
      let bench = try bench()
      // A file of just that name is meant first.
      let literal = FilePattern(#"\xFF.log"#).files(in: bench.folder)
      #expect(literal.map(\.name.bytes) == [Array(#"\xFF.log"#.utf8)])
      let path = bench.folder.path + "/"
      #expect(SourceFile(typed: path + #"\xFF.log"#).place == Array((path + #"\xFF.log"#).utf8))
      #expect(SourceFile(typed: path + #"a\xE9.log"#).isThere)
      #expect(!SourceFile(typed: path + "none").isThere)
    }
  #endif

  @Test func `many stars take no long time`() {
    let name = String(repeating: "a", count: 200)
    #expect(!FilePattern.matches(name, String(repeating: "*a", count: 40) + "b"))
  }
}
