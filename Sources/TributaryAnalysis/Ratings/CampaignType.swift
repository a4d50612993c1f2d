import TributaryModel

/// What a campaign is for; campaigns are compared with their own kind.
public enum CampaignType: String, Sendable, CaseIterable {
  /// Advertises on the shop's own name.
  case brand
  /// Answers what people search for.
  case generic
  /// Shows itself to people who do not search: networks, social feeds.
  case upper
}

extension CampaignType {
  /// What people call advertisements outside of search results.
  private static let networkWords = ["рся", "rsya", "сети", "кмс", "network", "display", "gdn"]

  /// The kind that a campaign's name and channel suggest.
  ///
  /// A name that speaks of the brand is `brand`; display, video and social are `upper`; the rest
  /// answers what people search for.
  public init(named name: String, channel: Channel) {
    let words = name.lowercased()
    if words.contains("brand") || words.contains("бренд") {
      self = .brand
    } else {
      switch channel {
      case .display, .paidSocial, .paidVideo, .organicSocial, .audio: self = .upper
      default:
        self = Self.networkWords.contains(where: words.contains) ? .upper : .generic
      }
    }
  }
}
