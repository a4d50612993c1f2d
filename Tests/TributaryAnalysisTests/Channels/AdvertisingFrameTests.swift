import Testing
import TributaryModel

@testable import TributaryAnalysis

/// Frames that show advertisements only: whoever comes out of one was paid for.
struct AdvertisingFrameTests {
  @Test(arguments: [
    ("tdsf.doubleclick.net", "doubleclick", "display", Channel.display),
    ("googleads.g.doubleclick.net", "doubleclick", "display", .display),
    ("tpc.googlesyndication.com", "doubleclick", "display", .display),
    ("www.googleadservices.com", "doubleclick", "display", .display),
    ("cas.criteo.com", "criteo", "display", .display),
    ("trc.taboola.com", "taboola", "display", .display),
    ("paid.outbrain.com", "outbrain", "display", .display),
    ("ib.adnxs.com", "appnexus", "display", .display),
    ("syndicatedsearch.goog", "google", "cpc", .paidSearch),
    ("www.adsensecustomsearchads.com", "google", "cpc", .paidSearch),
    ("adservice.google.de", "google", "cpc", .paidSearch),
    ("an.yandex.ru", "yandex", "cpc", .paidSearch),
    ("yabs.yandex.by", "yandex", "cpc", .paidSearch),
    ("awaps.yandex.net", "yandex", "cpc", .paidSearch),
    ("an.facebook.com", "facebook.com", "cpc", .paidSocial),
    ("aax-us-east.amazon-adsystem.com", "amazon", "cpc", .paidShopping),
  ])
  func `a frame's visit is paid`(
    _ host: String, _ source: String, _ medium: String, _ channel: Channel
  ) {
    let classifier = SourceClassifier()
    let referrer = classifier.referrerHost("https://\(host)/x", landingHost: "shop.example")
    let traffic = classifier.source(query: nil, referrerHost: referrer)
    #expect(traffic.source == source)
    #expect(traffic.medium == medium)
    let found = classifier.channel(of: traffic, referrerHost: referrer, landingPath: "/")
    #expect(found == channel)
    #expect(found.isPaid)
  }
}
