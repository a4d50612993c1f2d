import Testing

@testable import TributaryAnalysis

struct SiteCatalogueTests {
  @Test func `the name that a site's visitors are booked under leads back to its kind`() {
    let below = SiteCatalogue.engines.values.flatMap { Array($0.below.values) + [$0.alone] }
    for site in below.compactMap(\.self) + SiteCatalogue.hosts.values {
      #expect(SiteCatalogue.kind(ofSource: site.name) == site.kind, "\(site.name)")
    }
  }

  /// Hosts out of matomo-org/searchengine-and-social-list (CC0), and hosts that only look alike.
  @Test(arguments: [
    ("images.google.de", SiteKind.search), ("search.yahoo.co.jp", .search),
    ("de.search.yahoo.com", .search), ("recherche.aol.fr", .search), ("uk.ask.com", .search),
    ("s6-eu5.startpage.com", .search), ("tieba.baidu.com", .social), ("ru.pinterest.com", .social),
    ("pinterest.co.uk", .social), ("lnkd.in", .social), ("market.yandex.kz", .shopping),
    ("app.writesonic.com", .aiAssistant), ("alice.yandex.ru", .aiAssistant),
    ("mail.yahoo.com", .email), ("WWW.YouTube.COM.", .video),
    ("google.com.evil.example", nil), ("google.evil.uk", nil), ("notya.ru", nil),
    ("mail.ya.ru", nil), ("id.yandex.ru", nil), ("google", .search), ("", nil), ("...", nil),
  ])
  func `a host is known by its whole name, its parents or its country's ending`(
    _ host: String, _ kind: SiteKind?
  ) {
    #expect(SiteCatalogue.site(ofHost: host)?.kind == kind)
  }
}
