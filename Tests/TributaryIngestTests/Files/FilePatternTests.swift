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

  @Test func `many stars take no long time`() {
    let name = String(repeating: "a", count: 200)
    #expect(!FilePattern.matches(name, String(repeating: "*a", count: 40) + "b"))
  }
}
