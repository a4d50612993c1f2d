import TributaryModel

/// By what the credit of touchpoints is added up.
public enum AttributionGrain: String, Sendable, CaseIterable, Hashable {
  case channel, campaign, keyword

  /// The dimension that a touchpoint is credited to; one outside campaigns, or without a keyword, is
  /// its channel's: `channel:email`.
  public func dimension(of touchpoint: Touchpoint) -> String {
    let channel = touchpoint.channel.rawValue
    return switch self {
    case .channel: channel
    case .campaign: touchpoint.campaignKey ?? "channel:" + channel
    case .keyword:
      touchpoint.keyword.flatMap { $0.isEmpty ? nil : "keyword:" + $0 } ?? "channel:" + channel
    }
  }
}
