import TributaryModel

/// What a campaign is for; campaigns are compared with their own kind.
public enum CampaignType: String, Sendable, CaseIterable, Hashable {
  /// Advertises on the shop's own name.
  case brand
  /// Answers what people search for.
  case generic
  /// Shows itself to people who do not search: networks, social feeds.
  case upper
  /// Speaks to people who know the shop: newsletters, messages, advertisements that follow visitors.
  case retention
}

extension CampaignType {
  private static let brandWords = ["brand", "бренд"]
  /// What people call advertisements that follow the shop's visitors.
  private static let retentionWords = [
    "retarget", "remarket", "ретаргет", "ремаркет", "abandoned", "брошен", "reactivat", "реактивац",
  ]
  /// What people call advertisements outside of search results.
  private static let networkWords = ["рся", "rsya", "сети", "кмс", "network", "display", "gdn"]

  /// The kind that a campaign's name and channel suggest.
  ///
  /// A name that speaks of the brand is `brand`; messages to subscribers, and names that speak of
  /// visitors who come back, are `retention`; display, video and social are `upper`; the rest answers
  /// what people search for.
  public init(named name: String, channel: Channel) {
    let words = name.lowercased()
    func speaks(of list: [String]) -> Bool { list.contains(where: words.contains) }
    switch channel {
    case _ where speaks(of: CampaignType.brandWords): self = .brand
    case .email, .sms, .mobilePush: self = .retention
    case _ where speaks(of: CampaignType.retentionWords): self = .retention
    case .display, .paidSocial, .paidVideo, .organicSocial, .audio: self = .upper
    default: self = speaks(of: CampaignType.networkWords) ? .upper : .generic
    }
  }
}

/// A shop's own word on what a campaign is for; asked before names and channels are.
///
/// A pattern may hold `*`; case does not matter. Every pattern that is given must match.
public struct CampaignTypeRule: Sendable, Hashable {
  public let campaign: Glob?
  public let source: Glob?
  public let medium: Glob?
  public let type: CampaignType

  package init(
    campaign: String? = nil, source: String? = nil, medium: String? = nil, type: CampaignType
  ) {
    func glob(_ pattern: String?) -> Glob? { pattern.map { Glob($0, ignoresCase: true) } }
    self.campaign = glob(campaign)
    self.source = glob(source)
    self.medium = glob(medium)
    self.type = type
  }

  /// Whether a campaign fits every pattern; a rule without patterns fits none.
  public func matches(name: String, source: String, medium: String) -> Bool {
    let pairs = [(campaign, name), (self.source, source), (self.medium, medium)]
    guard pairs.contains(where: { $0.0 != nil }) else { return false }
    return pairs.allSatisfy { glob, text in glob?.matches(text) ?? true }
  }
}
