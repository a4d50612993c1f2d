import Testing
import TributaryModel

@testable import TributaryPipeline

/// Nights of shops that load the events of collectors.
@Suite struct DeliveredEventsTests {
  private static func shop(_ format: String) throws -> Shop {
    try Shop(
      """
      {name: 'shop', timezone: 'UTC', currency: 'EUR', as_of: '2026-05-04', reports: 'reports',
       channels: {own_domains: ['shop.example']},
       sources: [{kind: 'clickstream', format: '\(format)', paths: ['in/*']}]}
      """)
  }

  /// A message of Segment at a minute of 3 May 2026.
  private static func message(
    _ type: String, id: String = "", minute: Int, who: String = #""anonymousId":"a1""#,
    url: String? = nil, order: String? = nil,
    agent: String = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
  ) -> String {
    let clock = "\(10 + minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
    let page = url.map { #","page":{"url":"\#($0)","referrer":""}"# } ?? ""
    let more =
      order.map { #","event":"Order Completed","properties":{"order_id":"\#($0)"}"# } ?? ""
    return #"{"type":"\#(type)","messageId":"\#(id.isEmpty ? "\(type) \(minute)" : id)",\#(who),"#
      + #""timestamp":"2026-05-03T\#(clock):00.000Z","#
      + #""context":{"ip":"203.0.113.7","userAgent":"\#(agent)"\#(page)}\#(more)}"# + "\n"
  }

  private static let landing = "https://shop.example/?utm_source=vk&utm_medium=cpc"
  private static let sessions = """
    select source, pages, coalesce(order_id, '-')
    from session left join session_order using (session_id) order by started_at
    """

  @Test(arguments: [
    #""userId":"u1""#, #""anonymousId":"server-77","userId":"u1""#, #""anonymousId":"a1""#,
  ])
  func `an order that a server tells of is of the buyer's visit`(who: String) throws {
    let shop = try Self.shop("segment-json")
    try shop.write(
      Self.message("page", minute: 0, url: Self.landing)
        + Self.message("identify", minute: 1, who: #""anonymousId":"a1","userId":"u1""#)
        + Self.message("page", minute: 2, url: "https://shop.example/checkout")
        + Self.message(
          "track", minute: 90, who: who, order: "A-1",
          agent: "analytics-node/2.1 (+python-requests)"),
      to: "in/a.json")
    try shop.run()
    #expect(try shop.rows(Self.sessions) == ["vk|2|A-1"])
    #expect(try shop.number("select sum(reached_order) from session") == 1)
  }

  @Test(arguments: [("2026-05-02", "A-1"), ("2026-05-01", "-"), ("2026-05-04", "A-1")])
  func `one file a day and all at once tell of the same visits`(
    called: String, order: String
  ) throws {
    let files = [
      Self.message("identify", minute: 1, who: #""anonymousId":"a1","userId":"u1""#)
        .replacing("2026-05-03", with: called),
      Self.message("page", minute: 2, url: Self.landing),
      Self.message("track", minute: 9, who: #""userId":"u1""#, order: "A-1"),
    ]
    for isNightly in [true, false] {
      let shop = try Self.shop("segment-json")
      for (number, file) in files.enumerated() {
        try shop.write(file, to: "in/\(number).json")
        if isNightly { try shop.run() }
      }
      try shop.run()
      #expect(try shop.rows(Self.sessions) == ["vk|1|\(order)"])
    }
  }

  private static let user = #""anonymousId":"a1","userId":"u1""#

  /// Visits of a1 with an order that a server tells of, and a file of 1 May that may come late: the
  /// order of the morning is of the visit before it, wherever the days are cut; u1 is a1, a day after
  /// the order says.
  @Test(arguments: [
    [
      message("page", minute: 5, url: landing).replacing("2026-05-03", with: "2026-05-01"),
      message("page", minute: 600, url: landing).replacing("2026-05-03", with: "2026-05-02"),
      message("track", minute: 0, order: "A-1"),
    ],
    [
      message("page", minute: 5, url: landing).replacing("2026-05-03", with: "2026-05-01"),
      message("page", minute: 825, url: landing).replacing("2026-05-03", with: "2026-05-02"),
      message("page", minute: 0, url: landing),
      message("track", minute: 60, order: "A-1"),
    ],
    [
      message("page", minute: 5, who: #""anonymousId":"b1""#, url: landing)
        .replacing("2026-05-03", with: "2026-05-01"),
      message("page", minute: 825, url: landing).replacing("2026-05-03", with: "2026-05-02"),
      message("track", minute: 0, who: #""userId":"u1""#, order: "A-1"),
      message("identify", minute: 1, who: user).replacing("2026-05-03", with: "2026-05-04"),
    ],
  ])
  func `files in any order tell of the same visits`(files: [String]) throws {
    func visits(_ order: [Int], isNightly: Bool) throws -> [String] {
      let shop = try Self.shop("segment-json")
      for place in order {
        try shop.write(files[place], to: "in/\(place).json")
        if isNightly { try shop.run() }
      }
      try shop.run()
      return try shop.rows(
        """
        select started_at, pages, reached_order, coalesce(order_id, '-')
        from session left join session_order using (session_id) order by 1, 4
        """)
    }
    let places = Array(files.indices)
    let known = try visits(places, isNightly: false)
    #expect(known.count { $0.hasSuffix("A-1") } == 1)
    for order in [places, places.reversed(), Array(places.dropFirst()) + [0]] {
      #expect(try visits(order, isNightly: true) == known)
    }
  }

  @Test func `an order of nobody's visit makes none`() throws {
    let shop = try Self.shop("segment-json")
    try shop.write(
      Self.message("page", minute: 0, url: Self.landing)
        + Self.message("track", minute: 3, who: #""userId":"u2""#, order: "A-1"),
      to: "in/a.json")
    try shop.run()
    #expect(try shop.rows(Self.sessions) == ["vk|1|-"])
  }

  @Test func `an event that comes again counts once, in its file and in another`() throws {
    let shop = try Self.shop("segment-json")
    let first = Self.message("page", minute: 0, url: Self.landing)
    let second = Self.message("page", minute: 1, url: "https://shop.example/cart")
    let order = Self.message(
      "track", minute: 2, url: "https://shop.example/thanks", order: "A-1")
    try shop.write(first + second + first + order + order, to: "in/a.json")
    try shop.run()
    try shop.write(
      order + second + Self.message("page", minute: 5, url: Self.landing), to: "in/b.json")
    try shop.run()
    #expect(try shop.rows(Self.sessions) == ["vk|3|A-1"])
    #expect(
      try shop.rows("select read, loaded, duplicate, rejected from source_file order by path")
        == ["5|3|2|0", "3|1|2|0"])
    #expect(try shop.number("select sum(requests) from request_day") == 4)
    #expect(try shop.rows(Shop.unequalHours) == [])
    #expect(
      try shop.rows("select kind, hour, requests from request_hour order by 1, requests")
        == ["other|10|1", "page|10|1", "page|10|2"])
    #expect(try shop.number("select sum(events) from event_span") == 3)
    #expect(try shop.rows("select count(*), count(event_hash) from event") == ["4|4"])
  }

  @Test func `the same id on another day is another event`() throws {
    let shop = try Self.shop("segment-json")
    let page = Self.message("page", id: "m1", minute: 0, url: Self.landing)
    try shop.write(page + page.replacing("2026-05-03T", with: "2026-05-04T"), to: "in/a.json")
    try shop.run()
    #expect(try shop.rows(Self.sessions) == ["vk|1|-", "vk|1|-"])
  }

  @Test func `an id on too many lines is none, and is told`() throws {
    let shop = try Self.shop("segment-json")
    let pages = (0..<101).map {
      Self.message("page", id: "constant", minute: $0, url: "https://shop.example/\($0)")
    }
    try shop.write(pages.joined(), to: "in/a.json")
    let summary = try shop.run()
    #expect(try shop.number("select sum(pages) from session") == 101)
    #expect(summary.sources.flatMap(\.notes) == [FileNote(.repeatedID, count: 101)])
  }

  @Test func `Metrica's hits are told by their number and their counter`() throws {
    let shop = try Self.shop("metrica-hits")
    func hit(_ counter: Int, _ watch: Int, _ minute: Int) -> String {
      "\(counter)\t\(watch)\t1777\t2026-05-03 10:0\(minute):00\t1\thttps://shop.example/\(minute)\n"
    }
    try shop.write(
      "ym:pv:counterID\tym:pv:watchID\tym:pv:clientID\tym:pv:dateTime\tym:pv:isPageView\tym:pv:URL\n"
        + hit(1, 900, 0) + hit(1, 901, 1) + hit(1, 900, 0) + hit(2, 900, 2) + hit(1, 0, 3)
        + hit(1, 0, 4),
      to: "in/hits.tsv")
    try shop.run()
    #expect(try shop.number("select sum(pages) from session") == 5)
  }

  @Test func `GA4's events without an id are told by all that they say`() throws {
    let shop = try Self.shop("ga4-json")
    func event(_ name: String, _ at: Int, _ page: String?, bundle: Int, more: String = "") -> String
    {
      let location = page.map {
        #"{"key":"page_location","value":{"string_value":"https://shop.example\#($0)"}}"#
      }
      return #"{"event_timestamp":"177780240000\#(at)","event_name":"\#(name)","#
        + #""event_params":[\#(location ?? "")],"user_pseudo_id":"7.7","#
        + #""event_bundle_sequence_id":"\#(bundle)"\#(more)}"# + "\n"
    }
    let purchase = event(
      "purchase", 5000, nil, bundle: 3, more: #","ecommerce":{"transaction_id":"A-1"}"#)
    try shop.write(
      event("page_view", 1000, "/", bundle: 1) + event("page_view", 1000, "/", bundle: 1)
        + event("page_view", 1000, "/cart", bundle: 1) + event("page_view", 1000, "/", bundle: 2)
        + purchase + purchase,
      to: "in/events.json")
    try shop.run()
    #expect(try shop.rows("select pages, order_id from session join session_order") == ["3|A-1"])
    #expect(try shop.rows("select loaded, duplicate from source_file") == ["4|2"])
  }

  @Test func `Snowplow's events of one id with other fingerprints are different`() throws {
    let shop = try Self.shop("snowplow-tsv")
    func event(_ id: String, _ fingerprint: String, _ path: String) -> String {
      let cells = [
        1: "shop", 4: "2026-05-03 07:15:00.123", 6: "page_view", 7: id, 16: "bc2e",
        30: "https://shop.example" + path,
        78: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        130: fingerprint,
      ]
      return (1...131).map { cells[$0] ?? "" }.joined(separator: "\t") + "\n"
    }
    try shop.write(
      event("e1", "f1", "/a") + event("e1", "f1", "/a") + event("e1", "f2", "/b")
        + event("e2", "", "/c") + event("e2", "", "/c"),
      to: "in/events.tsv")
    try shop.run()
    #expect(try shop.number("select sum(pages) from session") == 3)
  }
}
