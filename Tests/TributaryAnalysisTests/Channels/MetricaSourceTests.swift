import Testing

@testable import TributaryAnalysis

struct MetricaSourceTests {
  struct Case: Sendable {
    let query: String?
    let referrer: String?
    let expected: MetricaSource

    init(_ query: String?, _ referrer: String?, _ expected: MetricaSource) {
      self.query = query
      self.referrer = referrer
      self.expected = expected
    }
  }

  static let cases: [Case] = [
    Case(nil, nil, .direct),
    Case(nil, "https://yandex.ru/", .organic),
    Case("ysclid=l1", nil, .organic),
    Case("yclid=1", nil, .ad),
    Case("utm_source=yandex&utm_medium=cpc", nil, .ad),
    Case("utm_source=site&utm_medium=banner", nil, .ad),
    Case(nil, "https://vk.com/away", .social),
    Case(nil, "https://www.youtube.com/", .social),
    Case("fbclid=1", nil, .social),
    Case("utm_source=vk&utm_medium=post", nil, .social),
    Case(nil, "https://t.me/shop", .messenger),
    Case(nil, "android-app://org.telegram.messenger/", .messenger),
    Case("utm_source=telegram&utm_medium=post", nil, .messenger),
    Case("utm_source=whatsapp", nil, .messenger),
    Case("utm_source=viber", nil, .messenger),
    Case(nil, "https://dzen.ru/a/1", .recommend),
    Case("utm_source=zen&utm_medium=article", nil, .recommend),
    Case("utm_source=letter&utm_medium=email", nil, .email),
    Case(nil, "https://e.mail.ru/", .email),
    Case("utm_source=box&utm_medium=qr", nil, .qrCode),
    Case("utm_source=qrcode", nil, .qrCode),
    Case(nil, "https://blog.example/", .referral),
    Case(nil, "https://chatgpt.com/", .referral),
    Case(nil, "https://www.ozon.ru/", .referral),
    Case("utm_source=flyer&utm_medium=paper", nil, .undefined),
  ]

  @Test(arguments: cases)
  func `a visit has one of Metrica's sources`(example: Case) {
    let classifier = SourceClassifier()
    let host = classifier.referrerHost(example.referrer, landingHost: "shop.example")
    let traffic = classifier.source(query: example.query, referrerHost: host)
    #expect(MetricaSource(traffic, referrerHost: host) == example.expected)
  }

  @Test func `a visit that goes on after a pause is internal`() {
    var views = PageViews(texts: ["shop.example", "/", "https://shop.example/cart"])
    for (at, referrer) in [(0, -1), (3_600_000, 2)] as [(Int64, Int32)] {
      views.append(
        at: at, visitor: 1, host: 0, path: 1, query: nil, referrer: referrer, userAgent: -1,
        status: 200)
    }
    #expect(SessionBuilder().sessions(of: views).map { MetricaSource($0) } == [.direct, .internal])
  }
}
