/// What a visit's first request carries: tags, click id and referrer.
struct LandingTags {
  /// Without the question mark; empty for none.
  let query: String
  let referrer: String

  /// Share of Yandex clicks whose macro the platform left unreplaced.
  static let unreplacedMacro = 0.02

  init(of source: TrafficSource, _ random: inout SeededRandom) {
    switch source {
    case .unpaid(let position):
      query = TrafficSource.unpaid[position].tags
      referrer = TrafficSource.unpaid[position].referrer
    case .campaign(let position):
      let campaign = Campaign.all[position]
      query =
        "utm_source=\(campaign.platform.source)&utm_medium=\(campaign.medium)&utm_campaign="
        + LandingTags.name(of: campaign, &random) + LandingTags.clickID(campaign.platform, &random)
      referrer = LandingTags.referrer(of: campaign, &random)
    }
  }

  private static func name(of campaign: Campaign, _ random: inout SeededRandom) -> String {
    if campaign.platform == .yandex && random.chance(unreplacedMacro) {
      return random.chance(0.5) ? "{campaign_id}" : "%7Bcampaign_id%7D"
    }
    return encoded(campaign.tag)
  }

  private static func clickID(
    _ platform: Campaign.Platform, _ random: inout SeededRandom
  ) -> String {
    switch platform {
    case .yandex: return "&yclid=1\(1_000_000_000_000_000 + random.below(8_999_999_999_999_999))"
    case .google:
      let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
      return "&gclid=Cj0KCQ" + String((0..<22).map { _ in random.pick(letters) })
    case .vk: return ""
    }
  }

  private static func referrer(
    of campaign: Campaign, _ random: inout SeededRandom
  ) -> String {
    switch (campaign.platform, campaign.role) {
    case (.yandex, .assist), (.yandex, .useless):
      random.pick(["https://dzen.ru/", "https://pogoda.example/", "https://recepty.example/"])
    case (.yandex, _): random.pick(["https://yandex.ru/", "https://ya.ru/"])
    case (.google, .useless): "https://igry.example/"
    case (.google, _): "https://www.google.com/"
    case (.vk, _): "https://vk.com/"
    }
  }

  /// Percent-encoding of all but unreserved characters (RFC 3986).
  static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.reduce(into: "") { result, byte in
      let character = Character(UnicodeScalar(byte))
      let isPlain =
        byte < 128 && (character.isLetter || character.isNumber || "-._~".contains(character))
      if isPlain {
        result.append(character)
      } else {
        result += "%" + String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
  }
}
