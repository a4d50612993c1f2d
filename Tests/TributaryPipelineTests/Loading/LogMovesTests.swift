import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// What happens to logs on a server: nothing is counted twice, nothing is lost.
@Suite struct LogMovesTests {
  private let shop: LogShop

  init() throws { shop = try LogShop() }

  @Test func `a last line without an end is told once the log no longer grows`() throws {
    try shop.write(String(shop.lines(0..<3).dropLast()), to: "log/a.log")
    #expect(try shop.run().sources.flatMap(\.notes) == [])
    let told = FileNote(.unfinishedLine, count: 1)
    #expect(try shop.run().sources.flatMap(\.notes) == [told])
    #expect(try shop.run().sources.flatMap(\.notes) == [])
    #expect(try shop.number("select count(*) from file_note") == 1)
    try shop.append("\n", to: "log/a.log")
    try shop.run()
    #expect(try shop.number("select count(*) from event") == 3)
    #expect(try shop.number("select count(*) from file_note") == 0)
  }

  @Test func `a log that grows is read on from where it ended`() throws {
    try shop.write(shop.lines(0..<40), to: "log/access.log")
    try shop.run()
    try shop.append(shop.lines(40..<100), to: "log/access.log")
    let summary = try shop.run()
    #expect(summary.sources.map(\.counts.read) == [60])
    try shop.expectPages(0..<100)
  }

  @Test func `a line that is not complete yet waits for its end`() throws {
    let all = shop.lines(0..<41)
    try shop.write(String(all.dropLast(70)), to: "log/access.log")
    let first = try shop.run()
    #expect(first.sources.map(\.counts.read) == [40])
    #expect(first.sources.map(\.counts.pending) == [1])
    try shop.expectPages(0..<40)
    try shop.append(String(all.suffix(70)), to: "log/access.log")
    try shop.run()
    try shop.expectPages(0..<41)
  }

  @Test func `a log that is rotated by renaming counts once, with its last lines`() throws {
    try shop.write(shop.lines(0..<40), to: "log/access.log")
    try shop.run()
    try shop.append(shop.lines(40..<50), to: "log/access.log")
    try shop.move("log/access.log", to: "log/access.log.1")
    try shop.write(shop.lines(50..<80), to: "log/access.log")
    #expect(try shop.run().exitCode == 0)
    try shop.expectPages(0..<80)
  }

  @Test func `two rotations and packing between two nights lose nothing`() throws {
    try shop.write(shop.lines(0..<40), to: "log/access.log")
    try shop.run()
    try shop.append(shop.lines(40..<50), to: "log/access.log")
    try shop.move("log/access.log", to: "log/access.log.2")
    try shop.gzip("log/access.log.2")
    try shop.write(shop.lines(50..<80), to: "log/access.log.1")
    try shop.write(shop.lines(80..<90), to: "log/access.log")
    #expect(try shop.run().exitCode == 0)
    try shop.expectPages(0..<90)
    #expect(try shop.run().sources.allSatisfy { $0.counts == FileCounts() })
  }

  @Test func `a log that is packed or renamed counts once`() throws {
    try shop.write(shop.lines(0..<40), to: "log/access.log")
    try shop.run()
    try shop.gzip("log/access.log")
    #expect(try shop.run().sources.allSatisfy { $0.counts == FileCounts() })
    try shop.move("log/access.log.gz", to: "log/old.gz")
    #expect(try shop.run().exitCode == 0)
    try shop.expectPages(0..<40)
    #expect(try shop.number("select count(*) from source_file") == 1)
  }

  @Test func `a log that is copied counts once, and its copy may grow`() throws {
    try shop.write(shop.lines(0..<40), to: "log/access.log")
    try shop.run()
    try FileManager.default.copyItem(at: shop.url("log/access.log"), to: shop.url("log/copy.log"))
    try shop.run()
    try shop.expectPages(0..<40)
    try shop.append(shop.lines(40..<60), to: "log/copy.log")
    try shop.run()
    try shop.expectPages(0..<60)
  }

  @Test func `a copy that lies beside its log in the first night counts once`() throws {
    try shop.write(shop.lines(0..<40), to: "log/access.log")
    try shop.write(shop.lines(0..<40), to: "log/copy.log")
    #expect(try shop.run().exitCode == 0)
    try shop.expectPages(0..<40)
  }

  @Test func `a log that is emptied and written anew is read from its start`() throws {
    try shop.write(shop.lines(0..<40), to: "log/access.log")
    try shop.run()
    try shop.write("", to: "log/access.log")
    #expect(try shop.run().exitCode == 0)
    try shop.append(shop.lines(40..<70), to: "log/access.log")
    #expect(try shop.run().exitCode == 0)
    try shop.expectPages(0..<70)
  }

  @Test func `rotation by copying and emptying counts once`() throws {
    try shop.write(shop.lines(0..<40), to: "log/access.log")
    try shop.run()
    try shop.append(shop.lines(40..<50), to: "log/access.log")
    try FileManager.default.copyItem(
      at: shop.url("log/access.log"), to: shop.url("log/access.log.1"))
    try shop.write(shop.lines(50..<70), to: "log/access.log")
    #expect(try shop.run().exitCode == 0)
    try shop.expectPages(0..<70)
  }

  @Test func `a log that lost its end is not counted again`() throws {
    try shop.write(shop.lines(0..<40), to: "log/access.log")
    try shop.run()
    try shop.write(shop.lines(0..<30), to: "log/access.log")
    let summary = try shop.run()
    try shop.expectPages(0..<40)
    #expect(summary.sources.allSatisfy { $0.counts.loaded == 0 })
  }

  @Test func `a log whose middle was changed loads nothing and is told`() throws {
    try shop.write(shop.lines(0..<40), to: "log/access.log")
    try shop.run()
    try shop.write(
      shop.lines(0..<40).replacing("/product/20 ", with: "/product/99 "), to: "log/access.log")
    let summary = try shop.run()
    #expect(summary.exitCode == 65)
    #expect(summary.messages.count == 1)
    #expect(summary.messages.first?.contains("log/access.log") == true)
    try shop.expectPages(0..<40)
    #expect(try shop.run().exitCode == 65)
  }
}
