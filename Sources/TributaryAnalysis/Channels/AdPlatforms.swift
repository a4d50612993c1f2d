import TributaryModel

/// Which sources of visits and of spend are one advertising platform: `fb`, `ig` and `meta` are
/// Facebook's.
///
/// Campaigns, their names and their numbers belong to a platform. A source of no known family is a
/// platform of its own.
public struct AdPlatforms: Sendable, Hashable {
  private let platforms: [String: String]

  /// - Parameter other: further sources, each with a name of its platform.
  package init(other: [String: String] = [:]) {
    var platforms = Self.standard
    for (source, platform) in other.sorted(by: { $0.key < $1.key }) {
      let name = Self.plain(platform)
      platforms[Self.plain(source)] = Self.standard[name] ?? name
    }
    self.platforms = platforms
  }

  /// The platform of a source, in lower case; '' for none.
  package func platform(of source: String) -> String {
    let name = Self.plain(source)
    return platforms[name] ?? name
  }

  /// All that decides, as lines of text, sorted.
  package var lines: [String] { platforms.map { $0 + "\t" + $1 }.sorted() }

  private static func plain(_ text: String) -> String {
    let name = text.trimmingBlanks().lowercased()
    return name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
  }

  /// The first name of each family is its platform.
  private static let families = [
    """
    facebook fb ig instagram meta msg messenger threads th an audience_network facebook.com
    instagram.com m.facebook.com l.facebook.com l.instagram.com fb_ads fb-ads facebook_ads
    facebook-ads facebookads meta_ads meta-ads metaads instagram_ads instagram-ads fb_ig
    facebook_mobile facebook_mobile_feed facebook_desktop_feed facebook_right_column
    facebook_stories facebook_reels facebook_marketplace instagram_feed instagram_stories
    instagram_reels instagram_explore messenger_inbox
    """,
    """
    yandex direct ya yd yandex.ru ya.ru yandex.com yandex.kz yandex.by direct.yandex.ru yandex.direct
    yandex_direct yandex-direct yandexdirect y.direct ya.direct ya_direct ya-direct yadirect ydirect
    y_direct y-direct direct_yandex direct-yandex directyandex rsya yandex_rsya yandex-rsya
    yandex.rsya yd_rsya yd-rsya ya_rsya yandex_search yandex-search yd_search yd-search ya_search
    yandex_network yandex-network yan ya_dir яндекс яндекс.директ яндекс_директ яндекс-директ
    яндексдирект директ рся
    """,
    """
    google adwords google.com google.ru googleads google_ads google-ads google.ads googleadwords
    google_adwords gads google_search google-search google_cpc google_display google-display
    google_network google_kms gdn
    """,
    """
    vk vkontakte mytarget vk.com vk.ru m.vk.com vkads vk_ads vk-ads vk.ads ads.vk.com target.my.com
    my_target my-target mytarget.ru vk_target vk-target vktarget vk_reklama vk-reklama vkreklama
    vk_ad вк вконтакте вк_реклама вк-реклама
    """,
    "ok odnoklassniki ok.ru",
    "telegram tg telegram.org t.me telegram_ads telegram-ads tgads tg_ads",
    "tiktok tiktok.com tiktok_ads tiktok-ads tiktokads",
    "bing bing.com bingads bing_ads bing-ads microsoft microsoft_ads microsoft-ads microsoftads",
    "linkedin linkedin.com linkedin_ads linkedin-ads",
    "pinterest pinterest.com pinterest_ads pinterest-ads",
    "twitter x twitter.com x.com t.co twitter_ads",
    "avito avito.ru",
  ]

  private static let standard: [String: String] = Dictionary(
    families.flatMap { family in
      let names = family.split { $0.isWhitespace }.map(String.init)
      return names.map { ($0, names[0]) }
    }, uniquingKeysWith: { first, _ in first })
}
