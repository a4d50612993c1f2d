import Testing
import TributaryModel

@testable import TributaryIngest

/// Format `ga4-json`.
struct GA4EventsTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private static func event(
    _ name: String, page: String? = "https://shop.example/a?b=c#top", visitor: String = "\"1.2\"",
    _ more: String = ""
  ) -> String {
    let location = page.map {
      #",{"key":"page_location","value":{"string_value":"\#($0)","int_value":null}}"#
    }
    return #"{"event_date":"20260503","event_timestamp":"1777792500123456","#
      + #""event_name":"\#(name)","event_params":[{"key":"ga_session_id","value":"#
      + #"{"string_value":null,"int_value":"1777792500"}}\#(location ?? ""),"#
      + #"{"key":"page_referrer","value":{"string_value":"https://www.google.com/"}}],"#
      + #""user_pseudo_id":\#(visitor),"user_first_touch_timestamp":"1777792400000000","#
      + #""device":{"category":"mobile","web_info":{"browser":"Chrome","#
      + #""hostname":"www.shop.example"}},"traffic_source":{"name":"old","medium":"email","#
      + #""source":"letter"},"batch_event_index":"1"\#(more)}"# + "\n"
  }

  private static func campaign(_ text: String) -> String {
    #","collected_traffic_source":{\#(text)}"#
  }

  private func read(_ text: String) throws -> ReadLog {
    try ReadLog(bench.write("events.json", text), "ga4-json")
  }

  @Test func `a page view is read`() throws {
    let log = try read(GA4EventsTests.event("page_view"))
    let row = try #require(log.rows.first)
    #expect(row.at == 1_777_792_500_123)
    #expect(row.host == "shop.example")
    #expect(row.path == "/a")
    #expect(row.query == "b=c")
    #expect(row.referrer == "https://www.google.com/")
    #expect(row.agent == "mobile")
    #expect(row.visitor == Given.key.visitor(id: "1.2"))
    #expect(row.kind == .page)
    #expect(row.status == -1 && row.bytes == -1 && row.method == nil)
    #expect(!row.isBot)
  }

  @Test(arguments: [
    (#"{"string_value":"true"}"#, true), (#"{"string_value":"TRUE"}"#, true),
    (#"{"string_value":null,"int_value":"1"}"#, true), (#"{"int_value":1}"#, true),
    (#"{"string_value":"false"}"#, false), (#"{"string_value":null,"int_value":"0"}"#, false),
    (#"{"string_value":null}"#, false),
  ])
  func `a referrer that is told to be ignored is none`(_ value: String, _ isIgnored: Bool) throws {
    let line = GA4EventsTests.event("page_view").replacing(
      #"{"key":"page_referrer""#,
      with: #"{"key":"ignore_referrer","value":\#(value)},"#
        + #"{"key":"page_referrer""#)
    #expect(try read(line).rows.map { $0.referrer == nil } == [isIgnored])
  }

  @Test func `a purchase tells its order, a refund and a placeholder do not`() throws {
    let order = #","ecommerce":{"transaction_id":"A-1","purchase_revenue":10.5}"#
    let none = order.replacing("A-1", with: "(not set)")
    let log = try read(
      GA4EventsTests.event("purchase", order) + GA4EventsTests.event("refund", order)
        + GA4EventsTests.event("purchase", none) + GA4EventsTests.event("page_view", none))
    #expect(log.rows.map(\.orders) == [["A-1"], [], [], []])
    #expect(log.rows.map(\.kind) == [.other, .other, .other, .page])
  }

  @Test func `the event's own campaign is added, never the user's first`() throws {
    let named =
      #""manual_campaign_id":"77","manual_campaign_name":"spring sale","manual_source":"google","#
      + #""manual_medium":"cpc","manual_term":null,"gclid":"Cj0K""#
    let log = try read(
      GA4EventsTests.event("page_view", GA4EventsTests.campaign(named))
        + GA4EventsTests.event(
          "page_view", page: "https://shop.example/?utm_source=x", GA4EventsTests.campaign(named))
        + GA4EventsTests.event(
          "page_view",
          GA4EventsTests.campaign(#""manual_source":"bank.example","manual_medium":"referral""#)))
    #expect(
      log.rows.map(\.query) == [
        "b=c&utm_source=google&utm_medium=cpc&utm_campaign=spring%20sale&utm_id=77&gclid=Cj0K",
        "utm_source=x", "b=c",
      ])
  }

  @Test func `a screen of an app is a page without a host of its own`() throws {
    let screen = GA4EventsTests.event("screen_view", page: nil)
      .replacing("page_referrer", with: "firebase_screen")
      .replacing("https://www.google.com/", with: "Product List")
    let row = try #require(try read(screen).rows.first)
    #expect(row.kind == .page)
    #expect(row.path == "Product List")
    #expect(row.host == "www.shop.example")
  }

  @Test func `without consent there is no visitor, and the event is filtered`() throws {
    let log = try read(
      GA4EventsTests.event("page_view", visitor: "null") + GA4EventsTests.event("page_view"))
    #expect(log.rows.count == 1)
    #expect(log.summary.counts.read == 2 && log.summary.counts.filtered == 1)
  }

  @Test func `objects of another kind and bad times are refused`() throws {
    let log = try read(
      #"{"time":"2026-05-03T07:15:00Z","request":"GET / HTTP/1.1"}"# + "\n"
        + GA4EventsTests.event("page_view").replacing("1777792500123456", with: "17777925") + "{\n")
    #expect(log.rejections.map(\.reason) == [.malformed, .badDate, .malformed])
    #expect(log.rejections.map(\.line) == [1, 2, 3])
  }
}
