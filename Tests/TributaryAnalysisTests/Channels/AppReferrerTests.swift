import Testing
import TributaryModel

@testable import TributaryAnalysis

/// Referrers that are apps: `android-app://com.twitter.android/`.
struct AppReferrerTests {
  private func channel(_ referrer: String) -> Channel {
    let classifier = SourceClassifier()
    let host = classifier.referrerHost(referrer, landingHost: "shop.example")
    let traffic = classifier.source(query: nil, referrerHost: host)
    return classifier.channel(of: traffic, referrerHost: host, landingPath: "/")
  }

  @Test(arguments: [
    (
      Channel.organicSocial,
      """
      com.twitter.android com.twitter.android.lite com.facebook.katana com.facebook.lite
      com.facebook.orca com.facebook.mlite org.telegram.messenger org.telegram.messenger.web
      org.telegram.plus org.thunderdog.challegram com.zhiliaoapp.musically
      com.ss.android.ugc.trill ru.ok.android com.vkontakte.android com.vk.im
      com.instagram.android com.instagram.barcelona com.instagram.lite com.snapchat.android
      com.whatsapp com.whatsapp.w4b com.viber.voip com.linkedin.android com.pinterest
      com.pinterest.twa com.reddit.frontpage com.laurencedawson.reddit_sync com.tumblr com.discord
      com.quora.android jp.naver.line.android com.kakao.talk com.tencent.mm com.sina.weibo
      com.xingin.xhs xyz.blueskyweb.app org.joinmastodon.android com.xing.android com.nextdoor
      com.badoo.mobile ru.pikabu.android ru.oneme.app com.google.android.apps.plus com.Slack
      """
    ),
    (
      .organicVideo,
      """
      com.google.android.youtube com.google.android.apps.youtube.music ru.rutube.app
      tv.twitch.android.app com.vimeo.android.videoapp com.dailymotion.dailymotion
      com.netflix.mediaclient com.vk.vkvideo
      """
    ),
    (
      .email,
      """
      com.google.android.gm com.google.android.gm.lite com.microsoft.office.outlook
      com.yahoo.mobile.client.android.mail ru.mail.mailapp ru.yandex.mail ch.protonmail.android
      de.gmx.mobile.android.mail de.web.mobile.android.mail com.samsung.android.email.provider
      com.aol.mobile.aolapp com.fsck.k9 com.earthlink.myearthlink com.nhn.android.mail
      """
    ),
    (
      .organicSearch,
      """
      com.google.android.googlequicksearchbox com.google.android.apps.searchlite
      ru.yandex.searchplugin com.microsoft.bing com.duckduckgo.mobile.android com.ecosia.android
      com.baidu.searchbox com.nhn.android.search
      """
    ),
    (
      .organicShopping,
      """
      com.ebay.mobile com.amazon.mShop.android.shopping com.etsy.android ru.ozon.app.android
      com.wildberries.ru com.avito.android pl.allegro pl.ceneo com.alibaba.aliexpresshd
      ua.com.rozetka.shop de.idealo.android com.shopify.arrive kz.kaspi.mobile com.mercadolibre
      """
    ),
    (
      .aiAssistant,
      """
      com.openai.chatgpt com.anthropic.claude ai.perplexity.app.android com.deepseek.chat
      com.google.android.apps.bard com.microsoft.copilot ai.x.grok
      """
    ),
    (
      .referral,
      """
      org.example.reader com.android.chrome com.google.android.apps.docs com.google.android.gms
      com.yandex.browser ru.yandex.yandexmaps com.yahoo.mobile.client.android.finance
      com.microsoft.teams com.microsoft.emmx com.opera.browser com.naver.whale
      """
    ),
  ])
  func `an app belongs to its site's channel, an unknown one is a referral`(
    _ expected: Channel, _ packages: String
  ) {
    for package in packages.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      #expect(channel("android-app://\(package)/") == expected, "\(package)")
      #expect(channel("android-app://\(package)/https/a.example/b") == expected, "\(package)")
    }
  }

  @Test func `apps of an iPhone are known by their bundle`() {
    #expect(channel("ios-app://com.burbn.instagram/") == .organicSocial)
    #expect(channel("ios-app://com.google.Gmail/") == .email)
    #expect(channel("ios-app://com.facebook.Facebook/") == .organicSocial)
  }

  @Test(arguments: ["com.facebook.evil.ru", "com.twitter.example.com", "it.ebay.shop.de"])
  func `a host that only begins like a package is nobody's`(host: String) {
    #expect(SiteCatalogue.site(ofHost: host) == nil)
  }
}
