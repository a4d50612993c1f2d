extension SiteCatalogue {
  /// Hosts of frames that show advertisements only; the first word of each is the source.
  ///
  /// Source: the lists of snowplow-referer-parser, and the networks' own pages on their hosts.
  static let advertisements: KeyValuePairs<SiteKind, String> = [
    .search: """
    google syndicatedsearch.goog adsensecustomsearchads.com, search.naver.com adcr.naver.com
    ader.naver.com
    """,
    .social: """
    facebook.com an.facebook.com, mytarget target.my.com ad.mail.ru
    """,
    .shopping: """
    amazon amazon-adsystem.com
    """,
    .advertising: """
    doubleclick doubleclick.net 2mdn.net googlesyndication.com googleadservices.com
    googletagservices.com imasdk.googleapis.com adtrafficquality.google, criteo criteo.com
    criteo.net, taboola taboola.com, outbrain outbrain.com, adroll adroll.com, adform
    adform.net, appnexus adnxs.com, bidswitch bidswitch.net, casalemedia casalemedia.com
    indexww.com, rubicon rubiconproject.com, pubmatic pubmatic.com, openx openx.net
    openxenterprise.com servedbyopenx.com, smartadserver smartadserver.com, adition adition.com,
    adspirit adspirit.de, yieldlab yieldlab.net, yieldmo yieldmo.com, zedo zedo.com, teads
    teads.tv, mgid mgid.com, adskeeper adskeeper.com, revcontent revcontent.com, zemanta
    zemanta.com, plista plista.com, ligatus ligatus.com, popads popads.net, propellerads
    propellerads.com, exoclick exoclick.com, media.net media.net, tradedesk adsrvr.org, mediamath
    mathtag.com, sizmek serving-sys.com, flashtalking flashtalking.com, innovid innovid.com,
    triplelift 3lift.com, sharethrough sharethrough.com, acuityads acuityplatform.com,
    sociomantic sociomantic.com, sonobi sonobi.com, sovrn lijit.com, stickyads stickyadstv.com,
    tribalfusion tribalfusion.com, microad microad.jp, fluct adingo.jp, popin popin.cc, dable
    dable.io, admicro admicro.vn, rtbhouse creativecdn.com, seedtag seedtag.com, gumgum
    gumgum.com, spotx spotxchange.com, applovin applovin.com, inmobi inmobi.com,
    adfox adfox.ru adfox.net, adriver adriver.ru, buzzoola
    buzzoola.com, begun begun.ru, smi2 smi2.ru, lentainform lentainform.com, yandex-adexchange
    yandexadexchange.net, betweendigital betweendigital.com, nativeroll nativeroll.tv
    """,
  ]
}
