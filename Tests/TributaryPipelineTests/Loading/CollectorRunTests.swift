import Testing
import TributaryModel

@testable import TributaryPipeline

/// What event collectors export becomes sessions, with their sources and their orders.
@Suite struct CollectorRunTests {
  private func night(_ format: String, _ lines: [String]) throws -> Shop {
    let shop = try Shop(
      """
      {name: 'shop', timezone: 'Europe/Moscow', currency: 'RUB', as_of: '2026-11-14',
       reports: 'reports', channels: {own_domains: ['shop.example']},
       sources: [
         {kind: 'clickstream', format: '\(format)', paths: ['events/*']},
         {kind: 'orders', paths: ['orders/*']},
       ]}
      """)
    try shop.write(lines.map { $0 + "\n" }.joined(), to: "events/1")
    try shop.write(
      """
      order_id,placed_at,total,status
      A-1,2026-11-12T13:03:00+03:00,2000.00,new
      A-2,2026-11-12T13:03:00+03:00,100.00,new

      """, to: "orders/1.csv")
    let summary = try shop.run()
    #expect(summary.exitCode == 0)
    #expect(
      try shop.rows(
        """
        select path from source_file
        where read <> loaded + duplicate + filtered + rejected or rejected > 0
        """) == [])
    return shop
  }

  private let sessions = """
    select coalesce(source, 'none'), medium, channel, coalesce(campaign, 'none'), host,
      landing_path, pages, seconds, device,
      (select group_concat(order_id) from session_order o where o.session_id = s.session_id)
    from session s order by started_at, source
    """
  private let credit = """
    select conversion_id, coalesce(channel, 'none'), value
    from attribution_credit left join touchpoint using (touchpoint_id)
    where model = 'last-non-direct' order by 1
    """

  /// 2026-11-12T09:00:00Z and so many seconds.
  private func google(
    _ second: Int, _ name: String, _ visitor: String, _ path: String, referrer: String = "",
    device: String = "desktop", more: String = ""
  ) -> String {
    let referrer =
      referrer.isEmpty
      ? "" : #",{"key":"page_referrer","value":{"string_value":"\#(referrer)"}}"#
    return #"{"event_timestamp":"\#(1_794_474_000 + second)000000","event_name":"\#(name)","#
      + #""event_params":[{"key":"page_location","value":{"string_value":"#
      + #""https://msk.shop.example\#(path)"}}\#(referrer)],"user_pseudo_id":"\#(visitor)","#
      + #""device":{"category":"\#(device)"},"traffic_source":{"source":"old"}\#(more)}"#
  }

  @Test func `events of Google Analytics become sessions with source, device and order`() throws {
    let campaign =
      #","collected_traffic_source":{"manual_source":"yandex","manual_medium":"cpc","#
      + #""manual_campaign_name":"sale"}"#
    let order = #","ecommerce":{"transaction_id":"A-1"}"#
    let shop = try night(
      "ga4-json",
      [
        google(0, "session_start", "v1", "/"),
        google(0, "page_view", "v1", "/", device: "mobile", more: campaign),
        google(60, "page_view", "v1", "/cart", referrer: "https://msk.shop.example/"),
        google(90, "scroll", "v1", "/cart"),
        google(
          180, "purchase", "v1", "/thanks", referrer: "https://bank.example/", more: order),
        google(200, "page_view", "v2", "/a?utm_source=vk&utm_medium=social"),
        google(300, "page_view", "v3", "/b", referrer: "https://www.google.com/"),
      ])
    #expect(
      try shop.rows(sessions) == [
        "yandex|cpc|paid-search|sale|msk.shop.example|/|2|180|mobile|A-1",
        "vk|social|organic-social|none|msk.shop.example|/a|1|0|desktop|null",
        "google|organic|organic-search|none|msk.shop.example|/b|1|0|desktop|null",
      ])
    #expect(try shop.rows(credit).first == "order:A-1|paid-search|200000")
    #expect(try shop.number("select sum(requests) from request_day") == 7)
  }

  private func segment(
    _ clock: String, _ type: String, _ path: String, referrer: String = "", more: String = "",
    context: String = ""
  ) -> String {
    #"{"type":"\#(type)","messageId":"\#(clock)","anonymousId":"v1","#
      + #""timestamp":"2026-11-12T\#(clock).000Z","context":{"ip":"203.0.113.7","#
      + #""userAgent":"Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) Version/17.5 Safari/604.1","#
      + #""page":{"url":"https://shop.example\#(path)","referrer":"\#(referrer)"}\#(context)}"#
      + #"\#(more)}"#
  }

  @Test func `messages of Segment become sessions with source, device and order`() throws {
    let campaign = #","campaign":{"source":"letter","medium":"email","name":"spring"}"#
    let completed = #","event":"Order Completed","properties":{"order_id":"A-1"}"#
    let shop = try night(
      "segment-json",
      [
        segment("09:00:00", "page", "/", referrer: "https://duckduckgo.com/"),
        segment("09:00:10", "identify", "/"),
        segment("10:00:00", "page", "/", context: campaign),
        segment("10:02:00", "track", "/thanks", more: completed),
        segment("10:02:01", "page", "/thanks", referrer: "https://shop.example/"),
      ])
    #expect(
      try shop.rows(sessions) == [
        "duckduckgo|organic|organic-search|none|shop.example|/|1|0|tablet|null",
        "letter|email|email|spring|shop.example|/|2|121|tablet|A-1",
      ])
    #expect(try shop.rows(credit).first == "order:A-1|email|200000")
  }

  @Test func `a visit of Metrica keeps its source and all its orders`() throws {
    let names = ["clientID", "dateTimeUTC", "startURL", "referer", "deviceCategory", "purchaseID"]
    let shop = try night(
      "metrica-visits",
      [
        names.map { "ym:s:" + $0 },
        [
          "v1", "2026-11-12 12:00:00", "https://shop.example/a", "https://ya.ru/", "3",
          #"[\'A-1\',\'A-2\']"#,
        ],
        ["v2", "2026-11-12 12:10:00", "https://shop.example/b", "", "1", "[]"],
      ].map { $0.joined(separator: "\t") })
    #expect(
      try shop.rows(sessions) == [
        "yandex|organic|organic-search|none|shop.example|/a|1|0|tablet|A-1,A-2",
        "(direct)|(none)|direct|none|shop.example|/b|1|0|desktop|null",
      ])
    #expect(
      try shop.rows(credit) == [
        "order:A-1|organic-search|200000", "order:A-2|organic-search|10000",
      ]
    )
    #expect(try shop.number("select sum(requests) from request_day") == 2)
  }
}
