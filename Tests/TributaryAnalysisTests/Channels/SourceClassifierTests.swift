import Testing
import TributaryModel

@testable import TributaryAnalysis

struct SourceClassifierTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let query: String?
    let referrer: String?
    let source: String
    let medium: String
    let channel: Channel

    init(
      _ query: String?, _ referrer: String?, _ source: String, _ medium: String, _ channel: Channel
    ) {
      self.query = query
      self.referrer = referrer
      self.source = source
      self.medium = medium
      self.channel = channel
    }

    var testDescription: String { "?\(query ?? "") from \(referrer ?? "nowhere")" }
  }

  let classifier = SourceClassifier(rules: SourceRules(ownHosts: ["shop.example"]))

  private func classify(_ query: String?, _ referrer: String?) -> (TrafficSource, Channel) {
    let host = classifier.referrerHost(referrer, landingHost: "shop.example")
    let traffic = classifier.source(query: query, referrerHost: host)
    return (
      traffic, classifier.channel(of: traffic, referrerHost: host, landingPath: "/")
    )
  }

  private static let referrers: [Case] = [
    Case(nil, nil, "(direct)", "(none)", .direct),
    Case(nil, "-", "(direct)", "(none)", .direct),
    Case(nil, "https://msk.shop.example/cart", "(direct)", "(none)", .direct),
    Case(nil, "https://yookassa.ru/pay/1", "(direct)", "(none)", .direct),
    Case(nil, "https://www.google.com/", "google", "organic", .organicSearch),
    Case(nil, "https://google.co.uk/search", "google", "organic", .organicSearch),
    Case(nil, "https://yandex.kz:443/", "yandex", "organic", .organicSearch),
    Case(nil, "https://ya.ru/", "yandex", "organic", .organicSearch),
    Case(nil, "https://uk.search.yahoo.com/", "yahoo", "organic", .organicSearch),
    Case(nil, "https://google.com.evil.example/", "google.com.evil.example", "referral", .referral),
    Case(nil, "https://evilgoogle.com/", "evilgoogle.com", "referral", .referral),
    Case(nil, "https://docs.google.com/d/1", "docs.google.com", "referral", .referral),
    Case(nil, "https://direct.yandex.ru/", "direct.yandex.ru", "referral", .referral),
    Case(nil, "https://mail.yandex.ru/", "mail.yandex.ru", "email", .email),
    Case(nil, "https://mail.rambler.ru/", "mail.rambler.ru", "email", .email),
    Case(nil, "https://away.vk.com/away.php", "vk.com", "referral", .organicSocial),
    Case(nil, "https://t.co/abc", "x.com", "referral", .organicSocial),
    Case(nil, "android-app://org.telegram.messenger/", "t.me", "referral", .organicSocial),
    Case(nil, "https://m.youtube.com/watch?v=1", "youtube.com", "referral", .organicVideo),
    Case(nil, "https://market.yandex.ru/x", "market.yandex.ru", "referral", .organicShopping),
    Case(nil, "https://chatgpt.com/", "chatgpt.com", "ai-assistant", .aiAssistant),
    Case(nil, "https://mamy.example/forum", "mamy.example", "referral", .referral),
    Case("page=2&from=menu", "https://mamy.example/", "mamy.example", "referral", .referral),
  ]

  private static let tags: [Case] = [
    Case("utm_source=yandex&utm_medium=cpc", "https://ya.ru/", "yandex", "cpc", .paidSearch),
    Case("utm_source=Yandex&utm_medium=CPM", nil, "yandex", "cpm", .paidSearch),
    Case("utm_source=vk&utm_medium=cpc", nil, "vk", "cpc", .paidSocial),
    Case("utm_source=pogoda&utm_medium=cpm", nil, "pogoda", "cpm", .display),
    Case("utm_source=pogoda&utm_medium=cpa", nil, "pogoda", "cpa", .paidOther),
    Case("utm_source=direct&utm_medium=cpc", nil, "direct", "cpc", .paidOther),
    Case("utm_source=direct", nil, "direct", "(not set)", .direct),
    Case(
      "utm_source=newsletter&utm_medium=email&utm_campaign=novosti", "https://mail.google.com/",
      "newsletter", "email", .email),
    Case("utm_medium=email", nil, "(not set)", "email", .email),
    Case("utm_source=sms&utm_medium=x", nil, "sms", "x", .sms),
    Case("utm_source=news", "https://vk.com/", "news", "(not set)", .unassigned),
    Case(
      "utm_source=yandex&utm_medium=cpc&utm_campaign=%7Bcampaign_id%7D", nil, "yandex", "cpc",
      .macroNotReplaced),
    Case(
      "utm_source=yandex&utm_medium=cpc&utm_campaign={campaign_id}&yclid=1", nil, "yandex", "cpc",
      .macroNotReplaced),
    Case(
      "utm_source=vk&utm_medium=cpc&utm_campaign={{campaign_name}}", nil, "vk", "cpc",
      .macroNotReplaced),
    Case(
      "utm_source=yandex&utm_medium=cpc&utm_campaign=a&utm_term={keyword}", nil, "yandex", "cpc",
      .paidSearch),
    Case(
      "utm_source=yandex&utm_medium=cpc&utm_campaign={campaign_name}&utm_content=c:12", nil,
      "yandex", "cpc", .paidSearch),
    Case("UTM_SOURCE=google&amp;utm_medium=cpc", nil, "google", "cpc", .paidSearch),
  ]

  private static let clickIDs: [Case] = [
    Case("gclid=x", "https://igry.example/", "google", "cpc", .paidSearch),
    Case("yclid=1", nil, "yandex", "cpc", .paidSearch),
    Case("yclid={yclid}", nil, "(direct)", "(none)", .direct),
    Case("ysclid=l1", "https://yandex.ru/", "yandex", "organic", .organicSearch),
    Case("srsltid=a", "https://www.google.com/", "google", "organic", .organicSearch),
    Case("fbclid=a", nil, "facebook.com", "social", .organicSocial),
    Case("fbclid=a", "https://l.instagram.com/", "instagram.com", "referral", .organicSocial),
    Case("dclid=a", nil, "doubleclick", "display", .display),
    Case("msclkid=a", nil, "bing", "cpc", .paidSearch),
    Case("rb_clickid=a", nil, "vk.com", "cpc", .paidSocial),
    Case("utm_source=promo&utm_medium=organic&gclid=a", nil, "promo", "cpc", .paidSearch),
    Case("utm_source=youtube&utm_medium=cpc&gclid=a", nil, "youtube", "cpc", .paidVideo),
    Case("utm_source=letter&utm_medium=email&fbclid=a", nil, "letter", "email", .organicSocial),
  ]

  @Test(arguments: [
    ("https://#-###-###-##-##.ru/", "#-###-###-##-##.ru"),
    ("https://#-###-###-##-##.blog.example/x#part", "#-###-###-##-##.blog.example"),
    ("https://blog.example#part", "blog.example"), ("https://blog.example?a=b.c#d", "blog.example"),
  ])
  func `digits that are masked in a host are a part of it`(referrer: String, host: String) {
    #expect(
      SourceClassifier().referrerHost(referrer, landingHost: "shop.example") == host)
  }

  @Test(arguments: referrers + tags + clickIDs)
  func `a landing address and a referrer tell source, medium and channel`(_ example: Case) {
    let (traffic, channel) = classify(example.query, example.referrer)
    #expect(traffic.source == example.source)
    #expect(traffic.medium == example.medium)
    #expect(channel == example.channel)
  }

  @Test(arguments: [
    ("utm_campaign=12345678", "12345678"),
    ("utm_campaign=brand&utm_content=c:777|g:5|b:9", "777"),
    ("utm_campaign=brand&utm_content=cid%7C778%7Cgid%7C5", "778"),
    ("utm_campaign=brand%7C779", "779"),
    ("utm_id=5&utm_campaign=6", "5"),
    ("gclid=a&gad_campaignid=42", "42"),
    ("utm_campaign=c:{campaign_id}", nil),
    ("utm_campaign=summer-2026", nil),
  ])
  func `a campaign's number is found where platforms put it`(_ query: String, _ id: String?) {
    #expect(classifier.source(query: query, referrerHost: nil).campaignID == id)
  }

  @Test func `an Openstat label is unpacked`() {
    // printf 'direct.yandex.ru;123;456;yandex.ru:premium' | base64
    let query = "_openstat=ZGlyZWN0LnlhbmRleC5ydTsxMjM7NDU2O3lhbmRleC5ydTpwcmVtaXVt"
    let traffic = classifier.source(query: query, referrerHost: nil)
    #expect(traffic.source == "yandex")
    #expect(traffic.campaignID == "123")
    #expect(ChannelGrouping.channel(of: traffic) == .paidSearch)
  }

  @Test func `the shop's first rule that matches wins over the standard group`() {
    let classifier = SourceClassifier(
      rules: SourceRules(channelRules: [
        ChannelRule(channel: .sms),
        ChannelRule(source: "yandex*", medium: "cpm", channel: .display),
        ChannelRule(landing: "/promo/*", channel: .affiliates),
        ChannelRule(source: "yandex*", channel: .email),
      ]))
    let traffic = TrafficSource(source: "yandex-rsy", medium: "CPM")
    #expect(classifier.channel(of: traffic, referrerHost: nil, landingPath: "/") == .display)
    #expect(
      classifier.channel(of: .direct, referrerHost: nil, landingPath: "/promo/x") == .affiliates)
    #expect(classifier.channel(of: .direct, referrerHost: nil, landingPath: "/") == .direct)
  }
}
