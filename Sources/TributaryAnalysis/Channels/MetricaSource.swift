import TributaryModel

/// Where Yandex Metrica would say that a visit came from, beside GA4's groups.
///
/// Source: Yandex Metrica, Logs API, values of `ym:s:lastTrafficSource`.
/// Deviations: video sites are social networks, AI assistants are referrals, because Metrica had no
/// type of their own when this was written; `saved` (a page opened from a disk) cannot be told from
/// a server's log, where it is direct.
public enum MetricaSource: String, Sendable, CaseIterable, Hashable {
  case direct, organic, ad, referral, social, email, messenger, recommend, `internal`, undefined
  case qrCode = "qrcode"
  case saved

  /// The source of a session.
  public init(_ session: Session) {
    self.init(
      session.traffic, referrerHost: session.referrerHost,
      isInternal: session.comesFromOwnPages)
  }

  /// The first that applies: a direct or an own visit, an advertisement, a QR code, e-mail, a
  /// messenger, a recommendation system, a social network, a search engine, any other site.
  public init(_ traffic: TrafficSource, referrerHost: String?, isInternal: Bool = false) {
    let source = traffic.source.lowercased()
    let medium = traffic.medium.lowercased()
    let kind = SiteCatalogue.kind(ofSource: source) ?? traffic.clickID?.kind.siteKind
    let paid = traffic.clickID?.kind.isPaid ?? false
    let names = [source, medium, referrerHost ?? ""]
    if traffic.isDirect {
      self = isInternal ? .internal : .direct
    } else if paid || ChannelGrouping.channel(of: traffic).isPaid
      || ChannelGrouping.isPaid(medium) || MetricaSource.adMedia.contains(medium)
    {
      self = .ad
    } else if names.contains(where: MetricaSource.codes.contains) {
      self = .qrCode
    } else if kind == .email || ["email", "e-mail", "e_mail", "e mail"].contains(medium) {
      self = .email
    } else if medium == "messenger" || names.contains(where: MetricaSource.isMessenger) {
      self = .messenger
    } else if names.contains(where: MetricaSource.isRecommendation) {
      self = .recommend
    } else if kind == .social || kind == .video || medium.hasPrefix("social") || medium == "smm" {
      self = .social
    } else if kind == .search || medium == "organic" {
      self = .organic
    } else if referrerHost != nil || kind != nil || medium == "referral" {
      self = .referral
    } else {
      self = .undefined
    }
  }

  private static let adMedia: Set<String> = ["display", "banner", "expandable", "interstitial"]
  private static let codes: Set<String> = ["qr", "qrcode", "qr-code", "qr_code"]

  private static let messengers: Set<String> = [
    "t.me", "telegram.org", "telegram.me", "telegram", "tg", "org.telegram.messenger",
    "whatsapp.com", "wa.me", "com.whatsapp", "whatsapp", "wa", "viber.com", "com.viber.voip",
    "viber", "vk.me", "messenger.com", "fb.me", "max.ru", "line.me", "wechat.com", "wechat",
    "weixin.qq.com", "discord.com", "discord.gg", "discordapp.com", "discord",
  ]
  private static let recommenders: Set<String> = [
    "dzen.ru", "dzen.com", "dzen", "zen", "zen.yandex.ru", "zen.yandex.com",
  ]

  private static func isMessenger(_ name: String) -> Bool { HostName.isWithin(name, messengers) }

  private static func isRecommendation(_ name: String) -> Bool {
    HostName.isWithin(name, recommenders)
  }
}
