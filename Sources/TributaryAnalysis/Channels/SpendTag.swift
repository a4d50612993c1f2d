import TributaryModel

/// What spend says of the campaign that it was paid for.
public struct SpendTag: Sendable, Hashable {
  /// '' where the spend does not say, as all others.
  public let source: String
  public let medium: String
  public let campaign: String
  public let campaignID: String
  /// Whether the export states the medium; else it is what its format stands for, and meets others.
  public let statesMedium: Bool
  /// Whether it cost money.
  public let isPaid: Bool
  /// The days on which it cost money, where they matter: see `CampaignDirectory.needsDays`.
  public var days: Set<Day>

  package init(
    source: String, medium: String, campaign: String, campaignID: String,
    statesMedium: Bool = true, isPaid: Bool = true, days: Set<Day> = []
  ) {
    self.source = source
    self.medium = medium
    self.campaign = campaign
    self.campaignID = campaignID
    self.statesMedium = statesMedium && !medium.isEmpty
    self.isPaid = isPaid
    self.days = days
  }
}
