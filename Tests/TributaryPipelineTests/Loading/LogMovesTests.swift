import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// What happens to logs on a server: nothing is counted twice, nothing is lost.
@Suite struct LogMovesTests {
  private let shop: LogShop

  init() throws { shop = try LogShop() }

  @Test(arguments: [
    ("[", ",\n ", "]"), ("[", ",", "]\n"), ("[\n", ",\n", "\n]\n"), ("[\n", ",\n", "\n]"),
    ("[\n  ", "\n  ,", "\n]\n"), ("[\r\n  ", ",\r\n  ", "\r\n]\r\n\r\n"), ("[ ", " , ", " ]"),
  ])
  func `a log that is an array is read, and read on when it is written anew`(
    open: String, between: String, close: String
  ) throws {
    let shop = try Shop(
      """
      {name: 'shop', timezone: 'Europe/Moscow', as_of: '2026-11-14', sources: [
        {kind: 'clickstream', format: 'json', paths: ['log/*'], columns: {
          time: 't', path: 'p', client_ip: 'ip', user_agent: 'ua', status: 's', method: 'm'}}]}
      """)
    func record(_ number: Int) -> String {
      #"{"t":"2026-11-10T12:0\#(number):00Z","p":"/\#(number)","ip":"203.0.113.\#(number)","s":200,"#
        + #""m":"GET","ua":"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}"#
    }
    func array(_ numbers: Range<Int>) -> String {
      open + numbers.map(record).joined(separator: between) + close
    }
    try shop.write(array(0..<3), to: "log/a.json")
    #expect(try shop.run().sources.map(\.counts.loaded) == [3])
    try shop.write(array(0..<5), to: "log/a.json")
    #expect(try shop.run().sources.map(\.counts.loaded) == [2])
    #expect(try shop.run().sources.map(\.counts.read) == [0])
    #expect(try shop.number("select count(*) from session") == 5)
    #expect(try shop.number("select count(*) from file_note") == 0)
  }

  @Test func `a log that was cut is told each night, by check too, and blames no keys`() throws {
    try shop.write(shop.lines(0..<6), to: "log/a.log")
    try shop.run()
    try shop.write(shop.lines(3..<5), to: "log/a.log")
    try shop.write(shop.lines(0..<2) + "half", to: "log/a.log")
    for _ in 0..<3 {
      let summary = try shop.run()
      #expect(summary.exitCode == 65)
      #expect(summary.notices == [])
      let checkup = Checkup(of: try shop.shop.pipeline())
      #expect(checkup.exitCode == 65)
    }
    try shop.write(shop.lines(0..<7), to: "log/a.log")
    let summary = try shop.run()
    #expect(summary.exitCode == 0 && summary.notices == [])
    #expect(try shop.number("select count(*) from event") == 7)
  }

  @Test func `a folder that cannot be looked into is told`() throws {
    let shop = try Shop(
      """
      {name: 'shop', as_of: '2026-11-14', sources: [
        {kind: 'orders', paths: ['in/*.csv'], optional: true}]}
      """)
    try FileManager.default.createSymbolicLink(
      atPath: shop.url("in").path, withDestinationPath: "in")
    let summary = try shop.run()
    #expect(summary.exitCode == 65)
    #expect(summary.messages.count == 1)
    #expect(summary.messages.first?.hasPrefix("in: expected a folder that this user may") == true)
    #expect(try Checkup(of: shop.pipeline()).exitCode == 65)
  }

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
