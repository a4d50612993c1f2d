/// Where a visit came from, as its landing address and referrer tell it.
public struct TrafficSource: Sendable, Hashable {
  public var clickID: ClickID?
  /// Kept once for all visits of an address: they are many, and differ in the click id at most.
  private let tags: Tags

  public init(
    source: String, medium: String, campaign: String? = nil, campaignID: String? = nil,
    keyword: String? = nil, content: String? = nil, clickID: ClickID? = nil,
    hasMacro: Bool = false
  ) {
    self.clickID = clickID
    tags = Tags(
      source: source, medium: medium, campaign: campaign, campaignID: campaignID,
      keyword: keyword, content: content, hasMacro: hasMacro)
  }

  /// Lower case; `(direct)` when nothing speaks of a source.
  public var source: String { tags.source }
  /// Lower case; `(none)` for direct visits, `(not set)` when a tagged address leaves it out.
  public var medium: String { tags.medium }
  public var campaign: String? { tags.campaign }
  /// The platform's number of the campaign.
  public var campaignID: String? { tags.campaignID }
  public var keyword: String? { tags.keyword }
  public var content: String? { tags.content }
  /// Whether any tag holds a macro that the platform did not replace.
  public var hasMacro: Bool { tags.hasMacro }

  /// Somebody who typed the address, used a bookmark, or whose referrer was lost.
  public static let direct = TrafficSource(source: "(direct)", medium: "(none)")

  /// Whether nothing is known of the source.
  public var isDirect: Bool {
    (source == "(direct)" || source == "direct") && clickID == nil
      && ["(none)", "(not set)", "none", "", "direct"].contains(medium)
  }

  private final class Tags: Sendable, Hashable {
    let source: String
    let medium: String
    let campaign: String?
    let campaignID: String?
    let keyword: String?
    let content: String?
    let hasMacro: Bool

    init(
      source: String, medium: String, campaign: String?, campaignID: String?, keyword: String?,
      content: String?, hasMacro: Bool
    ) {
      self.source = source
      self.medium = medium
      self.campaign = campaign
      self.campaignID = campaignID
      self.keyword = keyword
      self.content = content
      self.hasMacro = hasMacro
    }

    static func == (left: Tags, right: Tags) -> Bool {
      left === right
        || left.source == right.source && left.medium == right.medium
          && left.campaign == right.campaign && left.campaignID == right.campaignID
          && left.keyword == right.keyword && left.content == right.content
          && left.hasMacro == right.hasMacro
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(source)
      hasher.combine(medium)
      hasher.combine(campaign)
      hasher.combine(campaignID)
      hasher.combine(keyword)
      hasher.combine(content)
    }
  }
}
