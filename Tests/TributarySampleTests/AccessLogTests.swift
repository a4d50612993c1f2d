import Testing
import TributaryModel

@testable import TributarySample

struct AccessLogTests {
  private let sample = SmallShop.sample

  @Test func `each web order of the logged days has its thank-you page at the same second`() {
    let logged = sample.settings.logged
    let expected = sample.orders.filter { $0.isOnWebsite && logged.contains($0.placedAt.day) }
      .map { order in
        "\(order.host ?? "") \(order.placedAt.day) \(order.placedAt.clock) \(order.id)"
      }
    var found: [String] = []
    for (file, day) in zip(sample.log.files, logged.days) {
      for line in lines(of: file) where line.contains("GET /checkout/thanks?") {
        let host = line.prefix { $0 != ":" }
        let time = line.split(separator: "[")[1].dropFirst(12).prefix(8)
        let id = line.split(separator: "order_id=")[1].prefix { $0 != " " }
        found.append("\(host) \(day) \(time) \(id)")
      }
    }
    #expect(!expected.isEmpty)
    #expect(found.sorted() == expected.sorted())
  }

  @Test func `unparsable lines stand exactly where the truth says`() {
    var wrong: [BadRow] = []
    for file in sample.log.files {
      for (position, line) in lines(of: file).enumerated()
      where line.count(where: { $0 == "\"" }) != 6 || line.contains("\u{FFFD}") {
        wrong.append(
          BadRow(file: file.name, line: position + 1, reason: .malformed, why: ""))
      }
    }
    #expect(!wrong.isEmpty)
    #expect(wrong.map(\.line) == sample.log.badRows.map(\.line))
    #expect(wrong.map(\.file) == sample.log.badRows.map(\.file))
  }

  @Test func `times never go back within a file`() {
    for file in sample.log.files {
      let times = lines(of: file).compactMap { line -> Substring? in
        let parts = line.split(separator: "[", maxSplits: 1)
        guard line.hasSuffix("\""), parts.count == 2 else { return nil }
        return parts[1].dropFirst(12).prefix(8)
      }
      #expect(times.count > 50)
      #expect(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }

  @Test func `a line has the shape that nginx and Apache write`() throws {
    var log = LogDay(day: try #require(Day("2026-10-10")))
    let at = LocalTime(log.day, second: 13 * 3600 + 55 * 60 + 36)
    log.append(
      Request(at: at, host: "maskarad.example", target: "/cart?a=1", bytes: 5123),
      from: Visitor(address: "198.18.0.1", agent: "curl/8.5.0"))
    let line = try #require(log.ordered().first)
    #expect(
      String(decoding: line, as: UTF8.self)
        == "maskarad.example:443 198.18.0.1 - - [10/Oct/2026:13:55:36 +0300] "
        + "\"GET /cart?a=1 HTTP/1.1\" 200 5123 \"-\" \"curl/8.5.0\"\n")
  }

  private func lines(of file: AccessLog.File) -> [String] {
    file.bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }
}
