import TributaryModel

/// What the warehouse must know of the shop to sum its rows.
public struct WarehouseSettings: Sendable {
  /// The shop's time zone: which day an instant belongs to.
  public var zone: Zone
  /// The shop's currency: what the marts add up in.
  public var currency: Currency
  /// The campaign of a spend row by (source, medium, campaign, campaign id), as `session` and
  /// `campaign` name it; nil when the row names none.
  public var campaignKey: @Sendable (String, String, String, String) -> String?
  /// The channel of a spend row by (source, medium, campaign).
  public var channelOf: @Sendable (String, String, String) -> String
  /// The shop's key, for whoever writes: it must be the one that the warehouse was made with.
  public var key: ContactKey?

  public init(
    zone: Zone, currency: Currency,
    campaignKey: @escaping @Sendable (String, String, String, String) -> String? =
      WarehouseSettings.plainCampaignKey,
    channelOf: @escaping @Sendable (String, String, String) -> String = { _, _, _ in
      Channel.unassigned.rawValue
    }
  ) {
    self.zone = zone
    self.currency = currency
    self.campaignKey = campaignKey
    self.channelOf = channelOf
  }

  /// The platform's number of the campaign, else its name, else nil.
  public static let plainCampaignKey: @Sendable (String, String, String, String) -> String? = {
    _, _, name, id in
    if !id.isEmpty { return id }
    return name.isEmpty ? nil : name
  }
}
