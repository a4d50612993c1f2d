import Testing
import TributaryModel

@testable import TributaryIngest

/// Format `segment-json`.
struct SegmentEventsTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private static func message(
    _ type: String, id: String = #""anonymousId":"507f191e","userId":"u-1""#, _ more: String = "",
    context: String = "", time: String = "timestamp"
  ) -> String {
    #"{"type":"\#(type)","messageId":"ajs-next-1",\#(id),"channel":"client","#
      + #""originalTimestamp":"2026-05-03T07:14:59.000Z","sentAt":"2026-05-03T07:15:01.000Z","#
      + #""receivedAt":"2026-05-03T07:15:02.000Z","\#(time)":"2026-05-03T07:15:00.123Z","#
      + #""context":{"ip":"203.0.113.7","locale":"ru-RU","userAgent":"Mozilla/5.0 (iPhone)","#
      + #""page":{"path":"/a","referrer":"https://ya.ru/","search":"?b=c","title":"A","#
      + #""url":"https://shop.example/a?b=c"}\#(context)}\#(more)}"# + "\n"
  }

  private func read(_ text: String) throws -> ReadLog {
    try ReadLog(bench.write("events.json", text), "segment-json")
  }

  @Test(arguments: [
    "undefined", "null", "None", "nil", "0", "-", "00000000-0000-0000-0000-000000000000",
  ])
  func `a word for no id names nobody`(id: String) throws {
    let text = SegmentEventsTests.message("page", id: #""anonymousId":"\#(id)""#)
    let other = text.replacing("203.0.113.7", with: "203.0.113.8")
    let rows = try read(text + other).rows
    #expect(rows.count == 2)
    #expect(rows[0].visitor != rows[1].visitor)
    #expect(rows[0].visitor != Given.key.visitor(id: id))
    let nobody = text.replacing(#""ip":"203.0.113.7","#, with: "")
    #expect(try read(nobody).summary.counts.filtered == 1)
  }

  @Test func `an export's last line without an end is told`() throws {
    let text = SegmentEventsTests.message("page")
    #expect(try read(text).summary.notes == [])
    let cut = try read(text + text.dropLast())
    #expect(cut.summary.counts.read == 1)
    #expect(cut.summary.notes == [FileNote(.unfinishedLine, count: 1)])
  }

  @Test func `a page is read`() throws {
    let log = try read(SegmentEventsTests.message("page", #","name":"Home","properties":{}"#))
    let row = try #require(log.rows.first)
    #expect(row.at == 1_777_792_500_123)
    #expect(row.host == "shop.example")
    #expect(row.path == "/a")
    #expect(row.query == "b=c")
    #expect(row.referrer == "https://ya.ru/")
    #expect(row.agent == "Mozilla/5.0 (iPhone)")
    #expect(row.visitor == Given.key.visitor(id: "507f191e"))
    #expect(row.kind == .page)
  }

  @Test func `only a completed order is one`() throws {
    let events = ["Order Completed", "Checkout Started", "Order Refunded", "Page Viewed"]
    let log = try read(
      events.map {
        SegmentEventsTests.message(
          "track", #","event":"\#($0)","properties":{"order_id":50314,"total":27.5}"#)
      }.joined() + SegmentEventsTests.message("identify", #","traits":{"email":"a@b.example"}"#))
    #expect(log.rows.map(\.orders) == [["50314"], [], [], [], []])
    #expect(log.rows.map(\.kind) == Array(repeating: .other, count: 5))
  }

  @Test func `the campaign of the context is added`() throws {
    let campaign =
      #","campaign":{"name":"Весна","source":"vk","medium":"social","term":"","content":"1"}"#
    let log = try read(SegmentEventsTests.message("page", context: campaign))
    #expect(
      log.rows.map(\.query) == [
        "b=c&utm_source=vk&utm_medium=social"
          + "&utm_campaign=%D0%92%D0%B5%D1%81%D0%BD%D0%B0&utm_content=1"
      ])
  }

  @Test func `a screen is a page of its name`() throws {
    let screen =
      #"{"type":"screen","messageId":"m","anonymousId":"a","name":"Cart","#
      + #""timestamp":"2026-05-03T07:15:00.123Z","context":{"app":{"name":"Shop"}}}"#
    let row = try #require(try read(screen + "\n").rows.first)
    #expect(row.kind == .page)
    #expect(row.path == "Cart")
    #expect(row.host == nil)
    #expect(!row.isBot)
  }

  @Test func `visitors are known by device, by user, or by address and agent`() throws {
    let log = try read(
      SegmentEventsTests.message("page", id: #""anonymousId":null,"userId":"u-1""#)
        + SegmentEventsTests.message("page", id: #""anonymousId":"","userId":null"#))
    let address = Array("203.0.113.7 Mozilla/5.0 (iPhone)".utf8)
    #expect(
      log.rows.map(\.visitor) == [
        Given.key.visitor(id: "u-1"), Given.key.visitor(address.span),
      ])
  }

  @Test func `without a timestamp the device's own time counts`() throws {
    let log = try read(SegmentEventsTests.message("page", time: "other"))
    #expect(log.rows.map(\.at) == [1_777_792_499_000])
  }

  @Test func `an object that is no message is refused`() throws {
    let log = try read(#"{"timestamp":"2026-05-03T07:15:00.123Z","type":"page"}"# + "\n")
    #expect(log.rejections.map(\.reason) == [.malformed])
  }
}
