import TributaryModel

/// What each model credits in one window, for each kind of conversion by channel, campaign and
/// keyword.
///
/// A path counts in the window in which it is resolved: it converted, or its lookback ran out.
public struct AttributionReport: Sendable, Hashable {
  public let window: DayRange
  /// By kind, then by grain; kinds without a conversion are left out.
  public let parts: [Part]

  package init(window: DayRange, parts: [Part] = []) {
    self.window = window
    self.parts = parts
  }

  /// What one kind of conversion gives to one grain; nil for a kind that the window has none of.
  public func part(_ kind: Conversion.Kind, by grain: AttributionGrain) -> Part? {
    parts.first { $0.kind == kind && $0.grain == grain }
  }

  /// One kind of conversion by one grain.
  public struct Part: Sendable, Hashable {
    public let kind: Conversion.Kind
    public let grain: AttributionGrain
    /// Most conversions by equal shares first, then by dimension.
    public let rows: [Row]
    /// Conversions that no touchpoint explains; the same for every model.
    public let unattributed: Credit
    /// All conversions of the window; equals rows + unattributed for every model.
    public let total: Credit
    /// Paths that were closed without a conversion.
    public let nulls: Double
  }

  /// One dimension by every model.
  public struct Row: Sendable, Hashable {
    /// A channel, a campaign's key or a keyword; see `AttributionGrain`.
    public let dimension: String
    public let credits: [AttributionModel: Credit]
  }
}

/// By what the credit of touchpoints is added up.
public enum AttributionGrain: String, Sendable, CaseIterable, Hashable {
  case channel, campaign, keyword

  /// The dimension that a touchpoint is credited to; one outside campaigns, or without a keyword, is
  /// its channel's: `channel:email`.
  public func dimension(of touchpoint: Touchpoint) -> String {
    let channel = touchpoint.channel
    return switch self {
    case .channel: channel.rawValue
    case .campaign: touchpoint.campaignKey ?? AttributionGrain.rest(of: channel)
    case .keyword:
      touchpoint.keyword.flatMap { $0.isEmpty ? nil : "keyword:" + $0 }
        ?? AttributionGrain.rest(of: channel)
    }
  }

  /// The dimension of what a channel has outside campaigns, or without a keyword.
  static func rest(of channel: Channel) -> String { channelPrefix + channel.rawValue }

  private static let channelPrefix = "channel:"

  /// Whether the dimension stands for what is outside campaigns, or without a keyword.
  static func isChannel(_ dimension: String) -> Bool { dimension.hasPrefix(channelPrefix) }
}
