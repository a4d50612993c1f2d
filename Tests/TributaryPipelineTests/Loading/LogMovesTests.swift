import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// What happens to logs on a server: nothing is counted twice, nothing is lost.
@Suite struct LogMovesTests {
  private let shop: Shop

  init() throws { shop = try Shop.small() }

  /// Lines of one minute each, from the first number to before the last.
  private func lines(_ numbers: Range<Int>, of visitor: Int = 7) -> String {
    numbers.map { number in
      let minute = (number % 60 < 10 ? "0" : "") + "\(number % 60)"
      let hour = (number / 60 < 10 ? "0" : "") + "\(number / 60)"
      return "shop.example:443 192.0.2.\(visitor) - - [10/Nov/2026:\(hour):\(minute):00 +0300] "
        + "\"GET /product/\(number) HTTP/1.1\" 200 512 \"-\" \"Mozilla/5.0 (X11; Linux x86_64) "
        + "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36\"\n"
    }.joined()
  }

  private func append(_ text: String, to name: String) throws {
    let handle = try FileHandle(forWritingTo: shop.url(name))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }

  private func gzip(_ name: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-n", shop.url(name).path]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  private func move(_ name: String, to other: String) throws {
    try FileManager.default.moveItem(at: shop.url(name), to: shop.url(other))
  }

  /// The pages that the warehouse holds, once each and in order.
  private func expectPages(
    _ numbers: Range<Int>, _ at: SourceLocation = #_sourceLocation
  ) throws {
    let paths = try shop.rows(
      "select text from event join text_value on text_id = path order by at, text")
    #expect(paths == numbers.map { "/product/\($0)" }, sourceLocation: at)
    #expect(
      try shop.number("select coalesce(sum(requests), 0) from request_day") == numbers.count,
      sourceLocation: at)
    let unreconciled = try shop.rows(
      "select path from source_file where read <> loaded + duplicate + filtered + rejected")
    #expect(unreconciled == [], sourceLocation: at)
  }

  @Test func `a log that grows is read on from where it ended`() throws {
    try shop.write(lines(0..<40), to: "log/access.log")
    try shop.run()
    try append(lines(40..<100), to: "log/access.log")
    let summary = try shop.run()
    #expect(summary.sources.map(\.counts.read) == [60])
    try expectPages(0..<100)
  }

  @Test func `a line that is not complete yet waits for its end`() throws {
    let all = lines(0..<41)
    try shop.write(String(all.dropLast(70)), to: "log/access.log")
    let first = try shop.run()
    #expect(first.sources.map(\.counts.read) == [40])
    #expect(first.sources.map(\.counts.pending) == [1])
    try expectPages(0..<40)
    try append(String(all.suffix(70)), to: "log/access.log")
    try shop.run()
    try expectPages(0..<41)
  }

  @Test func `a log that is rotated by renaming counts once, with its last lines`() throws {
    try shop.write(lines(0..<40), to: "log/access.log")
    try shop.run()
    try append(lines(40..<50), to: "log/access.log")
    try move("log/access.log", to: "log/access.log.1")
    try shop.write(lines(50..<80), to: "log/access.log")
    #expect(try shop.run().exitCode == 0)
    try expectPages(0..<80)
  }

  @Test func `two rotations and packing between two nights lose nothing`() throws {
    try shop.write(lines(0..<40), to: "log/access.log")
    try shop.run()
    try append(lines(40..<50), to: "log/access.log")
    try move("log/access.log", to: "log/access.log.2")
    try gzip("log/access.log.2")
    try shop.write(lines(50..<80), to: "log/access.log.1")
    try shop.write(lines(80..<90), to: "log/access.log")
    #expect(try shop.run().exitCode == 0)
    try expectPages(0..<90)
    #expect(try shop.run().sources.allSatisfy { $0.counts == FileCounts() })
  }

  @Test func `a log that is packed or renamed counts once`() throws {
    try shop.write(lines(0..<40), to: "log/access.log")
    try shop.run()
    try gzip("log/access.log")
    #expect(try shop.run().sources.allSatisfy { $0.counts == FileCounts() })
    try move("log/access.log.gz", to: "log/old.gz")
    #expect(try shop.run().exitCode == 0)
    try expectPages(0..<40)
    #expect(try shop.number("select count(*) from source_file") == 1)
  }

  @Test func `a log that is copied counts once, and its copy may grow`() throws {
    try shop.write(lines(0..<40), to: "log/access.log")
    try shop.run()
    try FileManager.default.copyItem(at: shop.url("log/access.log"), to: shop.url("log/copy.log"))
    try shop.run()
    try expectPages(0..<40)
    try append(lines(40..<60), to: "log/copy.log")
    try shop.run()
    try expectPages(0..<60)
  }

  @Test func `a copy that lies beside its log in the first night counts once`() throws {
    try shop.write(lines(0..<40), to: "log/access.log")
    try shop.write(lines(0..<40), to: "log/copy.log")
    #expect(try shop.run().exitCode == 0)
    try expectPages(0..<40)
  }

  @Test func `a log that is emptied and written anew is read from its start`() throws {
    try shop.write(lines(0..<40), to: "log/access.log")
    try shop.run()
    try shop.write("", to: "log/access.log")
    #expect(try shop.run().exitCode == 0)
    try append(lines(40..<70), to: "log/access.log")
    #expect(try shop.run().exitCode == 0)
    try expectPages(0..<70)
  }

  @Test func `rotation by copying and emptying counts once`() throws {
    try shop.write(lines(0..<40), to: "log/access.log")
    try shop.run()
    try append(lines(40..<50), to: "log/access.log")
    try FileManager.default.copyItem(
      at: shop.url("log/access.log"), to: shop.url("log/access.log.1"))
    try shop.write(lines(50..<70), to: "log/access.log")
    #expect(try shop.run().exitCode == 0)
    try expectPages(0..<70)
  }

  @Test func `a log that lost its end is not counted again`() throws {
    try shop.write(lines(0..<40), to: "log/access.log")
    try shop.run()
    try shop.write(lines(0..<30), to: "log/access.log")
    let summary = try shop.run()
    try expectPages(0..<40)
    #expect(summary.sources.allSatisfy { $0.counts.loaded == 0 })
  }

  @Test func `a log whose middle was changed loads nothing and is told`() throws {
    try shop.write(lines(0..<40), to: "log/access.log")
    try shop.run()
    try shop.write(
      lines(0..<40).replacing("/product/20 ", with: "/product/99 "), to: "log/access.log")
    let summary = try shop.run()
    #expect(summary.exitCode == 65)
    #expect(summary.messages.count == 1)
    #expect(summary.messages.first?.contains("log/access.log") == true)
    try expectPages(0..<40)
    #expect(try shop.run().exitCode == 65)
  }
}
