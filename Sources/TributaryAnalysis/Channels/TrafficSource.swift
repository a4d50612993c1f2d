/// Where a visit came from, as its landing address and referrer tell it.
public struct TrafficSource: Sendable, Hashable {
  public var clickID: ClickID?
  /// Kept once for all visits of an address: they are many, and differ in the click id at most.
  private let shared: Shared

  package init(
    source: String, medium: String, campaign: String? = nil, campaignID: String? = nil,
    keyword: String? = nil, content: String? = nil, clickID: ClickID? = nil,
    hasMacro: Bool = false
  ) {
    self.clickID = clickID
    shared = Shared(
      Tags(
        source: source, medium: medium, campaign: campaign, campaignID: campaignID,
        keyword: keyword, content: content, hasMacro: hasMacro))
  }

  /// Lower case; `(direct)` when nothing speaks of a source.
  public var source: String { shared.tags.source }
  /// Lower case; `(none)` for direct visits, `(not set)` when a tagged address leaves it out.
  public var medium: String { shared.tags.medium }
  public var campaign: String? { shared.tags.campaign }
  /// The platform's number of the campaign.
  public var campaignID: String? { shared.tags.campaignID }
  public var keyword: String? { shared.tags.keyword }
  public var content: String? { shared.tags.content }
  /// Whether any tag holds a macro that the platform did not replace.
  public var hasMacro: Bool { shared.tags.hasMacro }

  /// Somebody who typed the address, used a bookmark, or whose referrer was lost.
  public static let direct = TrafficSource(source: "(direct)", medium: "(none)")

  /// Whether nothing is known of the source.
  public var isDirect: Bool {
    (source == "(direct)" || source == "direct") && clickID == nil
      && ["(none)", "(not set)", "none", "", "direct"].contains(medium)
  }

  private struct Tags: Sendable, Hashable {
    let source: String
    let medium: String
    let campaign: String?
    let campaignID: String?
    let keyword: String?
    let content: String?
    let hasMacro: Bool
  }

  private final class Shared: Sendable, Hashable {
    let tags: Tags

    init(_ tags: Tags) { self.tags = tags }

    static func == (left: Shared, right: Shared) -> Bool {
      left === right || left.tags == right.tags
    }

    func hash(into hasher: inout Hasher) { hasher.combine(tags) }
  }
}
