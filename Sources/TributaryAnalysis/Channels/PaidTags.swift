import TributaryModel

/// Tags that spend names although their medium does not speak of paid clicks, such as `vk / social`.
///
/// A visit with these tags was paid for: same platform and campaign, and the medium of the spend
/// where it states one. Spend without a campaign claims the visits without a campaign that have its
/// source and medium, but no medium that visits have by themselves.
public struct PaidTags: Sendable {
  private var tags: Set<Tag> = []

  private struct Tag: Hashable {
    /// The name of its platform; '' where spend does not say.
    let source: String
    /// '' where spend does not say.
    let medium: String
    /// '' for none.
    let campaignKey: String

    var line: String { [source, medium, campaignKey].joined(separator: "\t") }
  }

  package init() {}

  var isEmpty: Bool { tags.isEmpty }

  /// Everything that was learned as lines of text, sorted.
  var learned: [String] { tags.map(\.line).sorted() }

  mutating func learn(source: String, medium: String, campaignKey: String?) {
    tags.insert(
      Tag(
        source: Self.platform(source), medium: Self.plain(medium), campaignKey: campaignKey ?? ""))
  }

  /// Whether spend names these tags.
  func contains(source: String, medium: String, campaignKey: String?) -> Bool {
    let source = Self.platform(source)
    let medium = Self.plain(medium)
    guard let campaignKey else {
      return tags.contains(Tag(source: source, medium: medium, campaignKey: ""))
    }
    return [source, ""].contains { source in
      [medium, ""].contains { medium in
        tags.contains(Tag(source: source, medium: medium, campaignKey: campaignKey))
      }
    }
  }

  /// Whether visits have that medium by themselves, without a tag.
  static func isOwn(medium: String) -> Bool { mediaOfOwn.contains(medium) }

  private static func platform(_ source: String) -> String {
    let name = plain(source)
    return platforms[name] ?? name
  }

  private static func plain(_ text: String) -> String { text.trimmingBlanks().lowercased() }

  /// Media of visits that nobody tagged.
  private static let mediaOfOwn: Set<String> = ["", "organic", "(none)", "(not set)"]

  /// Names that one platform has in tags and in its own exports.
  private static let platforms: [String: String] = {
    let families = [
      "facebook fb ig instagram meta facebook.com instagram.com", "yandex direct ya",
      "google adwords", "vk vkontakte mytarget vk.com", "ok odnoklassniki ok.ru",
      "telegram tg telegram.org", "tiktok tiktok.com",
    ]
    return Dictionary(
      families.flatMap { family in
        let names = family.split(separator: " ").map(String.init)
        return names.map { ($0, names[0]) }
      }, uniquingKeysWith: { first, _ in first })
  }()
}
