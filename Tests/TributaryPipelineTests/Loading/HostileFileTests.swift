import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// What bad input gets: a rejection or a refused file with its place, while the rest goes on.
@Suite struct HostileFileTests {
  /// One bad file of orders and what must become of it.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]
    var exitCode: Int32 = 65
    var read = 0
    var loaded = 0
    var rejected = 0
    /// Line and reason of the first rejection.
    var first: String?
    /// A part of the message.
    var tells: String?

    var testDescription: String { name }
  }

  private static let head = "order_id,placed_at,total\n"
  private static let good = "W1,2026-11-10T12:00:00Z,10.00\n"
  private static let next = "W2,2026-11-11T12:00:00Z,20.00\n"

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static func utf16(_ text: String, isBig: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xfeff] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit & 0xff), UInt8(unit >> 8)]
      return isBig ? pair.reversed() : pair
    }
  }

  static let cases: [Case] = [
    Case(name: "empty", bytes: [], exitCode: 0),
    Case(name: "zip", bytes: [0x50, 0x4b, 3, 4, 20, 0, 6, 0], tells: "zip archive or spreadsheet"),
    Case(name: "xls", bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1], tells: "old Excel workbook"),
    Case(name: "cut xz", bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 1], tells: "whole xz file"),
    Case(name: "cut zstd", bytes: [0x28, 0xb5, 0x2f, 0xfd, 4], tells: "whole zstd file"),
    Case(name: "cut bzip2", bytes: bytes("BZh91AY"), tells: "whole bzip2 file"),
    Case(name: "cut gzip", bytes: [0x1f, 0x8b, 8, 0, 0, 0, 0, 0], tells: "whole gzip file"),
    Case(name: "header only", bytes: bytes(head), exitCode: 0),
    Case(name: "mark only", bytes: [0xef, 0xbb, 0xbf], exitCode: 0),
    Case(
      name: "mark and rows", bytes: [0xef, 0xbb, 0xbf] + bytes(head + good), exitCode: 0,
      read: 1, loaded: 1),
    Case(
      name: "mixed line ends", bytes: bytes("order_id,placed_at,total\r\n" + good + next),
      exitCode: 0, read: 2, loaded: 2),
    Case(
      name: "NUL bytes", bytes: bytes(head + "W1,2026\0-11-10,10\n" + next), exitCode: 0,
      read: 2, loaded: 1, rejected: 1, first: "2"),
    Case(
      name: "ragged rows", bytes: bytes(head + good + "W2,2026-11-11\n"), exitCode: 0,
      read: 2, loaded: 1, rejected: 1, first: "3"),
    Case(
      name: "long line",
      bytes: bytes(head + good + String(repeating: "x", count: 1 << 20) + "x\n" + next),
      exitCode: 0, read: 3, loaded: 2, rejected: 1, first: "3"),
    Case(
      name: "unclosed quote at the end", bytes: bytes(head + good + "\"W2,2026-11-11,5\n"),
      exitCode: 0, read: 2, loaded: 1, rejected: 1, first: "3"),
    Case(
      name: "wrong delimiter", bytes: bytes("order_id;placed_at|total\nW1;2026-11-10|5\n"),
      tells: "bad.csv"),
    Case(name: "no header", bytes: bytes(good + next), tells: "bad.csv"),
    Case(
      name: "a column twice", bytes: bytes("order_id,placed_at,total,total\n" + good),
      tells: "total"),
    Case(name: "blank lines", bytes: bytes("\n\n\n"), exitCode: 0),
    Case(
      name: "lone CR", bytes: bytes((head + good + next).replacing("\n", with: "\r")), exitCode: 0,
      read: 2, loaded: 2),
    Case(
      name: "invalid UTF-8", bytes: bytes(head) + [0xff, 0xfe, 0xff] + bytes("," + good + next),
      exitCode: 0, read: 2, loaded: 1, rejected: 1, first: "2"),
    Case(
      name: "unclosed quote at the start", bytes: bytes("\"" + head + good),
      tells: "expected the columns"),
    Case(
      name: "unclosed quote in the middle", bytes: bytes(head + "\"" + good + next), exitCode: 0,
      read: 2, loaded: 1, rejected: 1, first: "2"),
    // Counted as a duplicate.
    Case(
      name: "duplicate keys", bytes: bytes(head + good + good), exitCode: 0, read: 2, loaded: 1),
    Case(
      name: "UTF-16 LE", bytes: utf16(head + good, isBig: false, mark: true), exitCode: 0,
      read: 1, loaded: 1),
    Case(
      name: "UTF-16 BE", bytes: utf16(head + good, isBig: true, mark: true), exitCode: 0,
      read: 1, loaded: 1),
    Case(
      name: "UTF-16 LE without mark", bytes: utf16(head + good, isBig: false, mark: false),
      tells: "bad.csv"),
    Case(
      name: "UTF-16 BE without mark", bytes: utf16(head + good, isBig: true, mark: false),
      tells: "bad.csv"),
  ]

  private static func shop() throws -> Shop {
    let shop = try Shop.small()
    try shop.write(head + "G1,2026-11-10T12:00:00Z,7.00\n", to: "orders/good.csv")
    return shop
  }

  @Test(arguments: cases)
  func `a bad file is told with its place, and the good one loads`(bad: Case) throws {
    let shop = try Self.shop()
    try Data(bad.bytes).write(to: shop.url("orders/bad.csv"))
    let summary = try shop.run()
    #expect(summary.exitCode == bad.exitCode, "\(summary.messages)")
    let counts = try #require(summary.sources.first { $0.path == "orders/bad.csv" }).counts
    #expect(
      counts.read == bad.read && counts.loaded == bad.loaded && counts.rejected == bad.rejected,
      "\(counts) \(summary.messages)")
    #expect(counts.reconciles)
    if bad.exitCode != 0 {
      let message = try #require(summary.messages.first)
      #expect(message.hasPrefix("orders/bad.csv") && message.contains(bad.tells ?? "?"))
    }
    if let first = bad.first {
      #expect(try shop.rows("select line from rejection order by line limit 1") == [first])
    }
    #expect(try shop.number("select count(*) from orders where order_id = 'G1'") == 1)
    #expect(try shop.number("select count(*) from orders") == 1 + bad.loaded)
  }

  @Test func `a log of long, broken and empty lines loads its good ones`() throws {
    let shop = try LogShop()
    let lines = shop.lines(0..<2)
    let bad = ["a\0b", String(repeating: "x", count: 1 << 20) + "x", "\r", "", "\"\"\"", "\\x"]
    try shop.write(lines + bad.joined(separator: "\n") + "\n" + shop.lines(2..<3), to: "log/a.log")
    let summary = try shop.run()
    #expect(summary.exitCode == 0)
    let counts = try #require(summary.sources.first).counts
    #expect(counts.read == 9 && counts.loaded == 3)
    #expect(counts.rejected == 4 && counts.filtered == 2)
    #expect(try shop.shop.rows("select line from rejection order by line") == ["3", "4", "7", "8"])
    try shop.expectPages(0..<3)
  }

  @Test(arguments: [true, false])
  func `a log in UTF-16 without its mark is told and not loaded`(isBig: Bool) throws {
    let shop = try LogShop()
    let bytes = Self.utf16(shop.lines(0..<3), isBig: isBig, mark: false)
    try shop.write("", to: "log/a.log")
    try Data(bytes).write(to: shop.url("log/a.log"))
    let summary = try shop.run()
    #expect(summary.exitCode == 65)
    #expect(
      summary.messages.first?.hasPrefix("log/a.log: expected records in the source's") == true)
    #expect(try shop.number("select count(*) from event") == 0)
  }

  @Test func `a pipe, a loop of links and odd names neither hang nor run`() throws {
    let shop = try Self.shop()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["mkfifo", shop.url("orders/pipe.csv").path(percentEncoded: false)]
    try process.run()
    process.waitUntilExit()
    try FileManager.default.createSymbolicLink(
      atPath: shop.url("orders/loop.csv").path(percentEncoded: false),
      withDestinationPath: "loop.csv")
    let names = ["a b.csv", "$(touch x).csv", "-rf.csv", "new\nline.csv"]
    for (number, name) in names.enumerated() {
      try shop.write(Self.head + "N\(number),2026-11-10T12:00:00Z,7.00\n", to: "orders/" + name)
    }
    let summary = try shop.run()
    #expect(summary.exitCode == 65)
    #expect(summary.messages.count == 2)
    #expect(summary.messages.contains { $0.hasPrefix("orders/loop.csv: expected a file") })
    #expect(
      summary.messages.contains { $0.hasPrefix("orders/pipe.csv: expected a file, found a pi") })
    #expect(try shop.number("select count(*) from orders") == 5)
  }

  @Test func `a file that goes between the look at the folder and its opening is told`() throws {
    let shop = try Self.shop()
    try shop.write(Self.head + Self.good, to: "orders/bad.csv")
    let summary = try PipelineRun(try shop.pipeline()).run(RunOptions(version: "test")) {
      progress in
      if case .loading(path: "orders/bad.csv") = progress {
        try? FileManager.default.removeItem(at: shop.url("orders/bad.csv"))
      }
    }
    #expect(summary.exitCode == 65)
    #expect(
      summary.messages.first?.hasPrefix("orders/bad.csv: expected a file, found none") == true)
    #expect(try shop.number("select count(*) from orders") == 1)
  }
}
