import Foundation
import Testing

@testable import TributaryPipeline

/// A shop whose server writes logs, and what happens to logs on a server.
struct LogShop {
  let shop: Shop

  init() throws { shop = try Shop.small() }

  init(_ shop: Shop) { self.shop = shop }

  @discardableResult
  func run() throws -> RunSummary { try shop.run() }

  func write(_ text: String, to name: String) throws { try shop.write(text, to: name) }

  func url(_ name: String) -> URL { shop.url(name) }

  func number(_ sql: String) throws -> Int { try shop.number(sql) }

  /// Lines of one minute each, from the first number to before the last.
  func lines(_ numbers: Range<Int>, of visitor: Int = 7) -> String {
    numbers.map { number in
      let minute = (number % 60 < 10 ? "0" : "") + "\(number % 60)"
      let hour = (number / 60 < 10 ? "0" : "") + "\(number / 60)"
      return "shop.example:443 192.0.2.\(visitor) - - [10/Nov/2026:\(hour):\(minute):00 +0300] "
        + "\"GET /product/\(number) HTTP/1.1\" 200 512 \"-\" \"Mozilla/5.0 (X11; Linux x86_64) "
        + "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36\"\n"
    }.joined()
  }

  func append(_ text: String, to name: String) throws {
    let handle = try FileHandle(forWritingTo: shop.url(name))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }

  func gzip(_ name: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-n", shop.url(name).path]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  func move(_ name: String, to other: String) throws {
    try FileManager.default.moveItem(at: shop.url(name), to: shop.url(other))
  }

  /// The pages that the warehouse holds, once each and in order.
  func expectPages(
    _ numbers: Range<Int>, _ story: String = "", _ at: SourceLocation = #_sourceLocation
  ) throws {
    let paths = try shop.rows(
      "select text from event join text_value on text_id = path order by at, text")
    #expect(paths == numbers.map { "/product/\($0)" }, "\(story)", sourceLocation: at)
    #expect(
      try shop.number("select coalesce(sum(requests), 0) from request_day") == numbers.count,
      sourceLocation: at)
    let unreconciled = try shop.rows(
      "select path from source_file where read <> loaded + duplicate + filtered + rejected")
    #expect(unreconciled == [], sourceLocation: at)
    #expect(try shop.rows(Shop.unequalHours) == [], sourceLocation: at)
  }
}
