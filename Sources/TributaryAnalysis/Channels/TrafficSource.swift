/// Where a visit came from, as its landing address and referrer tell it.
public struct TrafficSource: Sendable, Hashable {
  /// Lower case; `(direct)` when nothing speaks of a source.
  public var source: String
  /// Lower case; `(none)` for direct visits, `(not set)` when a tagged address leaves it out.
  public var medium: String
  public var campaign: String?
  /// The platform's number of the campaign.
  public var campaignID: String?
  public var keyword: String?
  public var content: String?
  public var clickID: ClickID?
  /// Whether any tag holds a macro that the platform did not replace.
  public var hasMacro: Bool

  public init(
    source: String, medium: String, campaign: String? = nil, campaignID: String? = nil,
    keyword: String? = nil, content: String? = nil, clickID: ClickID? = nil,
    hasMacro: Bool = false
  ) {
    self.source = source
    self.medium = medium
    self.campaign = campaign
    self.campaignID = campaignID
    self.keyword = keyword
    self.content = content
    self.clickID = clickID
    self.hasMacro = hasMacro
  }

  /// Somebody who typed the address, used a bookmark, or whose referrer was lost.
  public static let direct = TrafficSource(source: "(direct)", medium: "(none)")

  /// Whether nothing is known of the source.
  public var isDirect: Bool {
    (source == "(direct)" || source == "direct") && clickID == nil
      && ["(none)", "(not set)", "none", "", "direct"].contains(medium)
  }
}
