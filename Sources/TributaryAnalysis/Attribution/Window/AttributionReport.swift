import TributaryModel

/// What each model credits in one window, for each kind of conversion by channel, campaign and
/// keyword.
///
/// A path counts in the window in which it is resolved: it converted, or its lookback ran out.
public struct AttributionReport: Sendable, Hashable {
  public let window: DayRange
  /// By kind, then by grain; kinds without a conversion are left out.
  public let parts: [Part]

  public init(window: DayRange, parts: [Part] = []) {
    self.window = window
    self.parts = parts
  }

  public func part(_ kind: Conversion.Kind, by grain: AttributionGrain) -> Part? {
    parts.first { $0.kind == kind && $0.grain == grain }
  }

  /// One kind of conversion by one grain.
  public struct Part: Sendable, Hashable {
    public let kind: Conversion.Kind
    public let grain: AttributionGrain
    /// Most conversions by equal shares first, then by player.
    public let rows: [Row]
    /// Conversions that no touchpoint explains; the same for every model.
    public let unattributed: CampaignCredit
    /// All conversions of the window; equals rows + unattributed for every model.
    public let total: CampaignCredit
    /// Paths that were closed without a conversion.
    public let nulls: Double
  }

  /// One player by every model.
  public struct Row: Sendable, Hashable {
    /// A channel, a campaign's key or a keyword; see `AttributionGrain`.
    public let player: String
    public let credits: [AttributionModel: Credit]
  }

  /// What one model gives to one player.
  public struct Credit: Sendable, Hashable {
    /// With the range of 90% that chance alone explains; nil where it was not worked out.
    public let conversions: Estimate
    /// Minor units.
    public let value: Int64
    /// Minor units.
    public let margin: Int64
  }
}
