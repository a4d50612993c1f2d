import Testing
import TributaryModel

@testable import TributaryIngest

/// What layouts of event collectors need; the layouts here are made up.
struct LineLayoutTests {
  private func rows(
    _ layout: LineLayout, _ lines: [String], from start: Int = 0
  ) -> (rows: [EventRow], texts: [String], counts: FileCounts) {
    var batcher = EventBatcher(
      ClickstreamFormat(name: "test", layout: .record(layout)), Given.logOptions)
    var offset = 0
    for (index, text) in lines.enumerated() {
      let bytes = Array(text.utf8)
      let line = Line(
        start: 0, end: bytes.count, terminator: 1, number: index + 1, offset: Int64(offset))
      if index < start { batcher.pass(bytes.span, line) } else { batcher.add(bytes.span, line) }
      offset += bytes.count + 1
    }
    let rows = batcher.rows
    return (rows, batcher.take().0.newStrings, batcher.counts)
  }

  private static let events = LineLayout(
    .json(),
    [
      .init(.timeAny, ["event_timestamp"]), .init(.event, ["event_name"]),
      .init(.url, ["event_params[key=page_location].value.string_value"]),
      .init(.visitor, ["user_pseudo_id"]), .init(.orderID, ["ecommerce.transaction_id"]),
    ], writer: .collector, kinds: [("page_view", .page)])

  private static func event(_ name: String, _ url: String, _ more: String = "") -> String {
    #"{"event_timestamp":"1777792500123456","event_name":"\#(name)","user_pseudo_id":"7.9","#
      + #""event_params":[{"key":"id","value":{"int_value":"1"}},"#
      + #"{"key":"page_location","value":{"string_value":"\#(url)"}}]\#(more)}"#
  }

  @Test func `an event has a name, a whole address, a visitor and an order`() throws {
    let page = "https://Shop.example:443/a?b=c#d"
    let order = #","ecommerce":{"transaction_id":"A 1&2"}"#
    let (rows, texts, counts) = rows(
      LineLayoutTests.events,
      [
        LineLayoutTests.event("page_view", page),
        LineLayoutTests.event("purchase", "https://shop.example", order),
        LineLayoutTests.event("purchase", page, #","ecommerce":{"transaction_id":"7"}"#),
        LineLayoutTests.event("scroll", "shop.example/x"),
        LineLayoutTests.event("scroll", "android-app://shop"),
      ])
    #expect(counts.read == 5)
    #expect(rows.map(\.at) == Array(repeating: 1_777_792_500_123, count: 5))
    #expect(rows.map(\.kind) == [.page, .other, .other, .other, .other])
    #expect(rows.map(\.query) == ["b=c", nil, "b=c", nil, nil])
    #expect(rows.map(\.orders) == [[], ["A 1&2"], ["7"], [], []])
    func text(_ code: Int32) -> String? { code < 0 ? nil : texts[Int(code)] }
    #expect(rows.map { text($0.path) } == ["/a", "/", "/a", "/x", nil])
    #expect(
      rows.map { text($0.host) }.dropLast() == Array(repeating: "shop.example", count: 4)[...])
    #expect(rows.map(\.visitor) == Array(repeating: Given.key.visitor(id: "7.9"), count: 5))
    #expect(rows.map(\.isBot) == Array(repeating: false, count: 5))
  }

  @Test func `the first line may name the columns, also of a file read before`() {
    let layout = LineLayout(
      .columns(.firstLine, separator: 9),
      [.init(.timeUTC, ["ym:pv:dateTimeUTC"]), .init(.url, ["ym:pv:URL"])])
    let lines = [
      "ym:pv:watchID\tym:pv:URL\tym:pv:dateTimeUTC",
      "1\thttps://shop.example/a\t2026-05-03 07:15:00", "2\t\t2026-05-03 07:15:01", "3\t-",
    ]
    for start in [0, 1, 2] {
      let (rows, _, counts) = rows(layout, lines, from: start)
      #expect(rows.map(\.at).suffix(1) == [1_777_792_501_000])
      #expect(counts.read == 3 - max(0, start - 1))
      #expect(counts.rejected == 1)
    }
  }

  @Test func `columns without a header are told by their places`() {
    let layout = LineLayout(
      .columns(.fixed(["app", "tstamp", "event"]), separator: 9),
      [.init(.timeUTC, ["tstamp"]), .init(.event, ["event"]), .init(.visitor, ["app"])],
      writer: .collector, kinds: [("page_view", .page)])
    let (rows, _, counts) = rows(
      layout, ["web\t2026-05-03 07:15:00.123\tpage_view", "web\t2026-05-03 07:15:00.123\tping"])
    #expect(counts.read == 2)
    #expect(rows.map(\.at) == [1_777_792_500_123, 1_777_792_500_123])
    #expect(rows.map(\.kind) == [.page, .other])
  }

  private static let visits = LineLayout(
    .columns(.firstLine, separator: 9),
    [
      .init(.timeUTC, ["at"]), .init(.visitor, ["id", "hash"], .identifier), .init(.url, ["url"]),
      .init(.device, ["device"]), .init(.userAgent, ["agent"]), .init(.orderIDs, ["orders"]),
    ], writer: .collector, required: [["url"], ["id", "hash"]])

  @Test func `a page that tells of orders stays a page, its orders are beside it`() {
    let (rows, _, _) = rows(
      LineLayoutTests.visits,
      ["at\tid\turl\torders", "2026-05-03 07:15:00\t7\t/a\t['A','B','A']"])
    let batch = EventBatch(rows)
    #expect(batch.kind == [.page])
    #expect(batch.orderIDs == [:])
    #expect(batch.furtherOrderIDs == [0: ["A", "B"]])
  }

  @Test func `an event that tells of several orders keeps all of them`() {
    let layout = LineLayout(
      .columns(.firstLine, separator: 9),
      [
        .init(.timeUTC, ["at"]), .init(.visitor, ["id"]), .init(.event, ["event"]),
        .init(.orderIDs, ["orders"]),
      ], writer: .collector)
    let (rows, _, _) = rows(
      layout, ["at\tid\tevent\torders", "2026-05-03 07:15:00\t7\tbuy\t[1,2]"])
    let batch = EventBatch(rows)
    #expect(batch.orderIDs == [0: "1"])
    #expect(batch.furtherOrderIDs == [0: ["2"]])
  }

  @Test func `an event of nobody is filtered`() {
    let (rows, _, counts) = rows(
      LineLayoutTests.visits,
      [
        "at\tid\thash\turl", "2026-05-03 07:15:00\t0\t\t/a", "2026-05-03 07:15:00\t\t\t/a",
        "2026-05-03 07:15:00\t0\t9\t/a", "2026-05-03 07:15:00\t10\t9\t/a",
      ])
    #expect(counts.read == 4)
    #expect(counts.filtered == 2)
    #expect(rows.map(\.visitor) == ["9", "10"].map(Given.key.visitor(id:)))
  }

  @Test func `only a user agent tells a bot`() {
    let (rows, texts, _) = rows(
      LineLayoutTests.visits,
      [
        "at\tid\turl\tdevice\tagent", "2026-05-03 07:15:00\t7\t/a\ttablet\t",
        "2026-05-03 07:15:00\t7\t/a\ttablet\tcurl/8", "2026-05-03 07:15:00\t7\t/a\t\t",
      ])
    #expect(rows.map(\.isBot) == [false, true, false])
    let agents = rows.map { $0.userAgent < 0 ? nil : texts[Int($0.userAgent)] }
    #expect(agents == ["tablet", "curl/8", nil])
  }

  @Test func `a header without what is needed is told by every record`() {
    let (rows, _, counts) = rows(
      LineLayoutTests.visits, ["at\tdevice", "2026-05-03 07:15:00\ttablet"])
    #expect(rows.isEmpty)
    #expect(counts.read == 1 && counts.rejected == 1)
  }
}
