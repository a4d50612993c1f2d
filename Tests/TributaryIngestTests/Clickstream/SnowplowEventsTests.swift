import Testing
import TributaryModel

@testable import TributaryIngest

/// Format `snowplow-tsv`; places are counted from 1, as the vendor's list minus its 0.
struct SnowplowEventsTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private static let page: [Int: String] = [
    1: "shop", 2: "web", 3: "2026-05-03 07:15:09.000", 4: "2026-05-03 07:15:02.000",
    5: "2026-05-03 07:10:00.000", 6: "page_view", 7: "c6ef3124-b53a-4b13-a233-0088f79dcbcb",
    9: "sp", 14: "203.0.113.7", 16: "bc2e92ec", 17: "3", 18: "net-1",
    30: "https://shop.example/a?b=c", 31: "Заголовок", 32: "https://ya.ru/",
    53: #"{"schema":"iglu:com.snowplowanalytics.snowplow/contexts/jsonschema/1-0-0"}"#,
    78: "Mozilla/5.0 (iPhone)", 103: "1", 125: "2026-05-03 07:15:00.123", 127: "page_view",
  ]

  private static func line(_ changes: [Int: String] = [:], columns: Int = 131) -> String {
    let cells = page.merging(changes) { _, new in new }
    return (1...columns).map { cells[$0] ?? "" }.joined(separator: "\t") + "\n"
  }

  private func read(_ text: String) throws -> ReadLog {
    try ReadLog(bench.write("events.tsv", text), "snowplow-tsv")
  }

  @Test func `a page view is read`() throws {
    let row = try #require(try read(SnowplowEventsTests.line()).rows.first)
    #expect(row.at == 1_777_792_500_123)
    #expect(row.host == "shop.example")
    #expect(row.path == "/a")
    #expect(row.query == "b=c")
    #expect(row.referrer == "https://ya.ru/")
    #expect(row.agent == "Mozilla/5.0 (iPhone)")
    #expect(row.visitor == Given.key.visitor(id: "bc2e92ec"))
    #expect(row.kind == .page)
  }

  @Test func `a transaction tells its order, a ping is nothing`() throws {
    let log = try read(
      SnowplowEventsTests.line([6: "transaction", 60: "A-1", 62: "10.5", 127: "transaction"])
        + SnowplowEventsTests.line([6: "page_ping"]))
    #expect(log.rows.map(\.orders) == [["A-1"], []])
    #expect(log.rows.map(\.kind) == [.other, .other])
  }

  @Test func `marketing columns count where the address has no tags`() throws {
    let tags = [48: "cpc", 49: "yandex", 50: "wig", 51: "banner 1", 52: "sale"]
    let log = try read(
      SnowplowEventsTests.line(tags)
        + SnowplowEventsTests.line(
          tags.merging([30: "https://shop.example/?utm_source=ya"]) { $1 }))
    #expect(
      log.rows.map(\.query) == [
        "b=c&utm_source=yandex&utm_medium=cpc&utm_campaign=sale&utm_content=banner%201"
          + "&utm_term=wig", "utm_source=ya",
      ])
  }

  @Test func `empty cells fall back`() throws {
    let log = try read(
      SnowplowEventsTests.line([16: "", 125: ""])
        + SnowplowEventsTests.line([16: "", 18: "", 78: ""]))
    #expect(log.rows.map(\.at) == [1_777_792_502_000, 1_777_792_500_123])
    #expect(
      log.rows.map(\.visitor) == [
        Given.key.visitor(id: "net-1"), Given.key.visitor(Array("203.0.113.7 ".utf8).span),
      ])
    #expect(log.rows.map(\.isBot) == [false, false])
  }

  @Test func `agents of programs are bots`() throws {
    let log = try read(SnowplowEventsTests.line([78: "Googlebot/2.1"]))
    #expect(log.rows.map(\.isBot) == [true])
  }

  @Test(arguments: [130, 132])
  func `another number of columns is refused`(columns: Int) throws {
    let log = try read(SnowplowEventsTests.line(columns: columns))
    #expect(log.rejections.map(\.reason) == [.malformed])
  }
}
