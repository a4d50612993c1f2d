import Testing

@testable import TributaryAnalysis

struct SiteCatalogueTests {
  @Test func `the name that a site's visitors are booked under leads back to its kind`() {
    let below = SiteCatalogue.engines.values.flatMap { Array($0.below.values) + [$0.alone] }
    let entries = Array(SiteCatalogue.hosts.values) + Array(SiteCatalogue.listed.values)
    for site in below.compactMap(\.self) + entries.map(\.site) {
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
    ("google.com.evil.example", nil), ("scholar.google.co.uk", .search),
    ("calendar.google.com", nil), ("pricerunner.evil.example", nil), ("evilpricerunner.com", nil),
    ("google.evil.uk", nil), ("notya.ru", nil),
    ("mail.ya.ru", nil), ("id.yandex.ru", nil), ("google", .search), ("", nil), ("...", nil),
  ])
  func `a host is known by its whole name, its parents or its country's ending`(
    _ host: String, _ kind: SiteKind?
  ) {
    #expect(SiteCatalogue.site(ofHost: host)?.kind == kind)
  }

  /// Google's categories "shopping" and "video" (answer 9756891), and houses with many countries.
  @Test(arguments: [
    (
      SiteKind.shopping,
      """
      alibaba.com m.alibaba.com amazon.com amazon.co.uk apps.shopify.com ebay.com ebay.co.uk ebay.de
      ebay.com.au etsy.com mercadolibre.com mercadolibre.com.ar mercadolibre.com.mx nl.shopping.net
      uk.shopping.net shop.app shopify.com shopping.naver.com cr.shopping.naver.com
      m.shopping.naver.com shopping.yahoo.co.jp store.shopping.yahoo.co.jp shopping.yahoo.com
      shopzilla.com simplycodes.com walmart.com one.walmart.com pricerunner.com pricerunner.co.uk
      pricerunner.dk pricerunner.se idealo.de idealo.fr idealo.it idealo.co.uk m.idealo.de
      kelkoo.fr kelkoo.co.uk allegro.pl allegro.cz heureka.sk skroutz.gr skroutz.cy geizhals.de
      geizhals.eu shopee.com.br shopee.sg lazada.vn prisjakt.no pricespy.co.nz mercadolivre.com.br
      """
    ),
    (
      .video,
      """
      crackle.com curiositystream.com d.tube dailymotion.com dashboard.twitch.tv disneyplus.com
      fast.wistia.net help.hulu.com netflix.com iq.com iqiyi.com m.twitch.tv music.youtube.com
      player.vimeo.com ted.com utreon.com veoh.com wistia.com youku.com youtube.com m.youtube.com
      """
    ),
    (
      .email,
      """
      mail.google.com mail.google.de inbox.google.com outlook.live.com dub123.mail.live.com
      mail.live.com outlook.office365.com outlook.office.com eur01.safelinks.protection.outlook.com
      mail.yahoo.com us-mg5.mail.yahoo.com mail.yahoo.co.jp mail.yandex.ru mail.yandex.kz
      mail.yandex.com.tr e.mail.ru touch.mail.ru mail.rambler.ru m.mail.rambler.ru deref-gmx.net
      deref-gmx.co.uk lightmailer.gmx.at lightmailer-bap.gmx.net navigator.gmx.net deref-web.de
      3c.web.de 3c-bap.web.de lightmailer-bs.web.de email.t-online.de webmail.freenet.de
      email.ionos.de email.ionos.co.uk mailbusiness.ionos.fr email.1und1.de deref-1und1-02.de
      mail.vodafone.de webmail.vodafone.co.nz messagerie.orange.fr mail01.orange.fr wmail.orange.fr
      messageriepro3.orange.fr webmail.sfr.fr zimbra.free.fr webmail.laposte.net mail.libero.it
      webmail.tim.it mail.tiscali.it webmail.aruba.it email.seznam.cz mail.centrum.cz poczta.wp.pl
      poczta.onet.pl poczta.interia.pl poczta.o2.pl mail.abv.bg mail.ukr.net secureurl.ukr.net
      mail.naver.com m.mail.naver.com mail.daum.net mail2.daum.net mail.qq.com wx.mail.qq.com
      exmail.qq.com mail.163.com mail.126.com mail.aol.com mail.proton.me app.fastmail.com
      mail.zoho.com mail.zoho.eu mail.zoho.in icloud.com mail.com lightmailer.mail.com
      connect.xfinity.com webmail.cox.net webmail.spectrum.net mail.virginmedia.com
      webmail.bigpond.com email.telstra.com webmail.iinet.net.au rich-v01.bluewin.ch
      email.bluewin.ch upcmail.hispeed.ch mail.infomaniak.com mail.ovh.net webmail.gandi.net
      webmail.strato.de email.godaddy.com email12.secureserver.net mail.mynet.com urldefense.com
      webmail.firm.example roundcube.firm.example horde.uni.example owa.firm.co.uk
      """
    ),
    (
      .social,
      """
      l.workplace.com lm.workplace.com workplace.com l.threads.com l.messenger.com m.me
      web.telegram.org np.reddit.com amp.reddit.com free.facebook.com blog.naver.com
      cafe.naver.com de.xing.com someone.tumblr.com hachyderm.io xhslink.com lnk.bio yelp.co.uk
      """
    ),
    (
      .search,
      """
      suche.1und1.de suche.gmx.net search.gmx.com suche.gmx.at suche.web.de m.search.naver.com
      m.naver.com wap.sogou.com ntp.msn.com search.brave.com searchassist.babylon.com yep.com
      uk.ask.com fr.images.search.yahoo.com
      """
    ),
  ])
  func `known houses are known in all their countries and services`(
    _ kind: SiteKind, _ hosts: String
  ) {
    for host in hosts.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      #expect(SiteCatalogue.site(ofHost: String(host))?.kind == kind, "\(host)")
    }
  }

  @Test(arguments: [
    "mail.example", "webmail.example", "mail.firm.example", "post.firm.example", "email.firm.com",
    "mailing.web.de", "news.web.de", "hilfe.gmx.net", "vodafone.de", "shop.orange.fr",
    "news.mail.ru",
    "someone.wordpress.com", "blog.example", "naver.firm.example", "gmx.evil.example",
  ])
  func `an unknown site that is merely called mail, and a house's other pages, are no kind`(
    host: String
  ) {
    #expect(SiteCatalogue.site(ofHost: host) == nil, "\(host)")
  }
}
