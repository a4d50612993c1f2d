import Testing
import TributaryModel

@testable import TributaryAnalysis

struct SessionBuilderTests {
  /// A page view as a test writes it.
  struct View: Sendable {
    var minute: Double
    var visitor: Int64 = 1
    var host = "shop.example"
    var path = "/"
    var query: String?
    var referrer: String?
    var agent = "Mozilla/5.0 (Windows NT 10.0)"
    var status: Int32 = 200
    var order: String?
  }

  /// 2026-03-10T23:50:00Z, ten minutes before midnight.
  static let start: Int64 = 1_773_186_600_000

  static func columns(_ views: [View]) -> PageViews {
    var codes: [String: Int32] = [:]
    var columns = PageViews()
    func code(_ text: String?) -> Int32 {
      guard let text else { return -1 }
      if let known = codes[text] { return known }
      codes[text] = Int32(columns.texts.count)
      columns.texts.append(text)
      return Int32(columns.texts.count - 1)
    }
    for view in views {
      columns.append(
        at: start + Int64(view.minute * 60_000), visitor: view.visitor, host: code(view.host),
        path: code(view.path), query: view.query, referrer: code(view.referrer),
        userAgent: code(view.agent), status: view.status)
      if let order = view.order { columns.orderIDs[columns.count - 1] = order }
    }
    return columns
  }

  let builder = SessionBuilder(
    rules: SessionRules(sources: SourceRules(ownHosts: ["shop.example"])))

  private func sessions(_ views: [View]) -> [Session] {
    builder.sessions(of: SessionBuilderTests.columns(views))
  }

  @Test func `no page views make no sessions`() {
    #expect(sessions([]).isEmpty)
  }

  @Test(arguments: [(30.0, 1), (30.001, 2)])
  func `a pause longer than thirty minutes ends a session, midnight does not`(
    _ pause: Double, _ count: Int
  ) {
    #expect(sessions([View(minute: 0), View(minute: pause, path: "/a")]).count == count)
  }

  @Test func `an order event joins its visit, is no page view and brings no source`() {
    let order = View(
      minute: 2, path: "/thanks", referrer: "https://bank.example/3ds", order: "A-7")
    let found = sessions([
      View(minute: 0, query: "utm_source=vk&utm_medium=cpc"), View(minute: 1, path: "/cart"), order,
      order,
    ])
    #expect(found.count == 1)
    #expect(found.first?.orderIDs == ["A-7"])
    #expect(found.first?.pages == 2)
    #expect(found.first?.traffic.source == "vk")
    #expect(found.first?.steps.contains(.order) == true)
  }

  @Test func `a clock change splits nothing`() {
    // 29 March 2026, 01:00 UTC: Europe's clocks jump from 02:00 to 03:00 within this visit.
    let jump = (1_774_746_000_000 - Double(SessionBuilderTests.start)) / 60_000
    #expect(sessions([View(minute: jump - 10), View(minute: jump + 10)]).count == 1)
  }

  @Test func `another source begins a new session, the same one again does not`() {
    let found = sessions([
      View(minute: 0, query: "utm_source=yandex&utm_medium=cpc&yclid=1"),
      View(minute: 1, query: "utm_source=yandex&utm_medium=cpc&yclid=1"),
      View(minute: 2, path: "/a", referrer: "https://shop.example/"),
      View(minute: 3, query: "utm_source=yandex&utm_medium=cpc&yclid=2"),
      View(minute: 4, path: "/b", referrer: "https://vk.com/"),
      View(minute: 5, path: "/c", referrer: "https://yookassa.ru/ok"),
      View(minute: 6, path: "/d", referrer: "https://spb.shop.example/"),
      View(minute: 7, path: "/e"),
    ])
    #expect(found.map(\.pages) == [3, 1, 4])
    #expect(found.map(\.channel) == [.paidSearch, .paidSearch, .organicSocial])
    #expect(found.map { $0.traffic.clickID?.value } == ["1", "2", nil])
    #expect(found.map(\.referrerHost) == [nil, nil, "vk.com"])
    #expect(found.map(\.seconds) == [120, 0, 180])
  }

  @Test func `steps, orders and device are read off the pages`() throws {
    let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148"
    let found = sessions([
      View(minute: 0, path: "/product/1", agent: phone),
      View(minute: 1, path: "/cart/", agent: phone),
      View(minute: 2, path: "/checkout", agent: phone, status: 500),
      View(minute: 3, path: "/checkout/thanks", query: "order_id=W1", agent: phone),
      View(minute: 4, path: "/checkout/thanks", query: "x=1&order_id=W1", agent: phone),
      View(minute: 5, path: "/account", query: "order_id=W0", agent: phone),
    ])
    let session = try #require(found.first)
    #expect(found.count == 1)
    #expect(session.steps == [.product, .cart, .order])
    #expect(session.orderIDs == ["W1"])
    #expect(session.device == .mobile)
    #expect(session.landingPath == "/product/1")
    #expect(session.host == "shop.example")
    #expect(session.startedAt.milliseconds == SessionBuilderTests.start)
  }

  @Test func `a customer who comes back from an unlisted bank goes on with the visit`() {
    let found = sessions([
      View(minute: 0, query: "utm_source=vk&utm_medium=cpc"),
      View(
        minute: 5, path: "/checkout/thanks", query: "order_id=W1",
        referrer: "https://acs.bank.example/"
      ),
    ])
    #expect(found.map(\.channel) == [.paidSocial])
    #expect(found.map(\.orderIDs) == [["W1"]])
  }

  @Test(
    arguments: [
      // Signing in.
      ("/cart", "https://passport.yandex.ru/", nil),
      ("/cart", "https://appleid.apple.com/auth", nil),
      ("/", "https://esia.gosuslugi.ru/", nil), ("/", "https://login.live.com/", nil),
      // A payment page that is listed.
      ("/product/1", "https://securepay.tbank.ru/", nil),
      // Looking for a code in the mail.
      ("/", "https://mail.google.com/", nil), ("/", "https://e.mail.ru/inbox", nil),
      ("/", "https://webmail.firm.example/", nil),
      // A bank that nobody lists.
      ("/checkout", "https://3ds.kreditbank.example/", nil),
      ("/checkout/", "https://acs7.banque.example/", nil),
      // A tag on a link of the shop's own.
      ("/", "https://shop.example/sale", "utm_source=banner&utm_medium=main"),
      ("/", "https://help.shop.example/", "utm_campaign=spring"),
      ("/", "https://www.shop.example/a", "gclid=abc"),
    ] as [(String, String, String?)])
  func `coming back into a running visit goes on with it`(
    _ last: String, _ referrer: String, _ query: String?
  ) {
    let found = sessions([
      View(minute: 0, query: "utm_source=vk&utm_medium=cpc"), View(minute: 1, path: last),
      View(minute: 5, path: "/back", query: query, referrer: referrer),
    ])
    #expect(found.map(\.channel) == [.paidSocial])
    #expect(found.map(\.pages) == [3])
  }

  @Test(
    arguments: [
      // Engines and networks bring people anew, from the checkout too.
      ("/checkout", "https://www.google.com/", nil), ("/checkout", "https://ya.ru/", nil),
      ("/checkout", "https://vk.com/", nil), ("/checkout", "https://www.facebook.com/", nil),
      // An unknown site does but for the checkout, or with a tag.
      ("/cart", "https://blog.example/", nil), ("/", "https://acs.bank.example/", nil),
      ("/checkout", "https://blog.example/", "utm_source=blog"),
      // A newsletter says whose it is.
      ("/cart", "https://mail.google.com/", "utm_source=news&utm_medium=email"),
    ] as [(String, String, String?)])
  func `others begin a visit`(_ last: String, _ referrer: String, _ query: String?) {
    let found = sessions([
      View(minute: 0, query: "utm_source=vk&utm_medium=cpc"), View(minute: 1, path: last),
      View(minute: 5, path: "/back", query: query, referrer: referrer),
    ])
    #expect(found.map(\.pages) == [2, 1])
  }

  @Test func `an order's number stands in the path where no parameter has it`() {
    let builder = SessionBuilder(
      rules: SessionRules(funnel: FunnelPaths(orderNumber: ["woocommerce"])))
    let found = builder.sessions(
      of: SessionBuilderTests.columns([
        View(minute: 0, path: "/checkout/order-received/81/", query: "key=wc_order_1"),
        View(minute: 1, path: "/checkout/order-received/82", query: "order_id=W82"),
        View(minute: 2, path: "/checkout/order-received/"),
      ]))
    #expect(found.map(\.orderIDs) == [["81", "W82"]])
  }

  @Test func `two banks in turn send back into one visit, a page of the shop ends the paying`() {
    let paying = [
      View(minute: 0, query: "utm_source=vk&utm_medium=cpc"), View(minute: 1, path: "/checkout"),
      View(minute: 2, path: "/pay/return", referrer: "https://yookassa.ru/"),
      View(minute: 3, path: "/pay/code", referrer: "https://one.bank.example/"),
      View(minute: 4, path: "/pay/result", referrer: "https://two.bank.example/"),
    ]
    let blog = View(minute: 6, path: "/", referrer: "https://blog.example/")
    #expect(sessions(paying).map(\.pages) == [5])
    let shop = View(minute: 5, path: "/", referrer: "https://shop.example/pay/result")
    #expect(sessions(paying + [shop, blog]).map(\.pages) == [6, 1])
  }

  @Test
  func
    `without a running visit mail begins one, and tags of the shop's own pages one without a source`()
  {
    #expect(
      sessions([View(minute: 0, referrer: "https://e.mail.ru/")]).map(\.traffic.medium)
        == ["email"])
    let found = sessions([
      View(minute: 0),
      View(minute: 40, query: "utm_source=vk&utm_medium=cpc", referrer: "https://shop.example/"),
    ])
    #expect(found.map(\.channel) == [.direct, .direct])
    #expect(
      sessions([View(minute: 0, referrer: "https://id.vk.com/")]).map(\.channel) == [.direct])
  }

  @Test func `tags on own links that begin nothing are counted, each with its time`() {
    func own(_ minute: Double, _ query: String, _ host: String = "shop.example") -> View {
      View(minute: minute, path: "/sale", query: query, referrer: "https://\(host)/")
    }
    var told: [String] = []
    let views = [
      View(minute: 0, query: "utm_source=vk&utm_medium=cpc&utm_campaign=may"),
      own(1, "utm_source=banner&utm_medium=main"),
      // The visit's own tag, carried along, and a page of the shop's without one.
      own(2, "utm_source=vk&utm_medium=cpc&utm_campaign=may"), own(3, "page=2"),
      own(4, "utm_campaign=spring", "help.shop.example"), own(5, "gclid=abc", "www.shop.example"),
      own(6, "gclid=def"), own(7, "utm_source=banner&utm_medium=main"),
      // From elsewhere, and after a pause: two visits.
      View(minute: 8, query: "utm_source=mail&utm_medium=email", referrer: "https://blog.example/"),
      own(60, "utm_source=banner&utm_medium=main"),
    ]
    let found = builder.sessions(of: SessionBuilderTests.columns(views)) { tag, at in
      let minute = (at - SessionBuilderTests.start) / 60_000
      told.append("\(minute) \(tag.source) \(tag.medium) \(tag.campaign)")
    }
    #expect(found.map(\.pages) == [8, 1, 1])
    #expect(
      told == [
        "1 banner main ", "4 (not set) (not set) spring", "5 google cpc ", "6 google cpc ",
        "7 banner main ", "60 banner main ",
      ])
  }

  @Test func `two visitors at one moment are ordered by content and not by hash`() {
    for (first, second) in [(1, 2), (2, 1)] as [(Int64, Int64)] {
      let found = sessions([
        View(minute: 0, visitor: first, path: "/b"), View(minute: 0, visitor: second, path: "/a"),
      ])
      #expect(found.map(\.landingPath) == ["/a", "/b"])
    }
  }

  @Test func `codes and columns that do not fit are survived`() {
    var views = PageViews(texts: ["shop.example"])
    views.append(
      at: 0, visitor: 1, host: 9, path: -7, query: nil, referrer: 5, userAgent: 4, status: -1)
    views.at.append(1)
    #expect(builder.sessions(of: views).map(\.pages) == [1])
  }

  /// A busy stretch with equal instants, several sources and texts.
  private static func busy() -> [View] {
    var seed = ShuffleSeed(state: 7)
    let queries: [String?] = [
      nil, nil, nil, "utm_source=vk&utm_medium=cpc", "gclid=a", "gclid=b", "page=2",
    ]
    let referrers: [String?] = [nil, "https://shop.example/", "https://ya.ru/", "https://vk.com/"]
    return (0..<600).map { _ in
      View(
        minute: Double(Int.random(in: 0..<400, using: &seed)),
        visitor: Int64.random(in: 0..<25, using: &seed) * 7_919 - 90_000,
        path: ["/", "/cart", "/product/1"][Int.random(in: 0..<3, using: &seed)],
        query: queries[Int.random(in: 0..<queries.count, using: &seed)],
        referrer: referrers[Int.random(in: 0..<referrers.count, using: &seed)])
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `the order of arrival changes nothing and no page view is lost`(_ seed: UInt64) {
    var generator = ShuffleSeed(state: seed)
    let views = SessionBuilderTests.busy()
    let expected = sessions(views)
    #expect(expected.reduce(0) { $0 + $1.pages } == views.count)
    #expect(sessions(views.shuffled(using: &generator)) == expected)
  }

  @Test func `another secret key changes only the visitor numbers`() {
    let views = SessionBuilderTests.busy()
    let rekeyed = views.map { view in
      var copy = view
      copy.visitor = view.visitor &* -6_364_136_223_846_793_005
      return copy
    }
    func contents(_ views: [View]) -> [String] {
      sessions(views).map { "\($0.startedAt) \($0.landingPath) \($0.traffic) \($0.pages)" }
    }
    #expect(contents(views) == contents(rekeyed))
  }
}
