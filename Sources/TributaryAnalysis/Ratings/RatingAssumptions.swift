import TributaryModel

/// What the ratings take to be so, which no file tells and the shop may know better.
public struct RatingAssumptions: Sendable, Hashable {
  /// Of the conversions that are credited to campaigns of a type, the share that would not have come
  /// without them.
  public let incrementality: [CampaignType: BetaPrior]

  package init(incrementality: [CampaignType: BetaPrior] = [:]) {
    self.incrementality = RatingAssumptions.usualShares.merging(incrementality) { $1 }
  }

  /// Most buyers who click on an advertisement of the shop's own name would have come anyway, and few
  /// of those who did not know the shop. Source: T. Blake, C. Nosko, S. Tadelis, "Consumer
  /// Heterogeneity and Paid Search Effectiveness", 2015, of advertising on one's own name.
  static let usualShares: [CampaignType: BetaPrior] = [
    .brand: BetaPrior(yes: 3, no: 7), .generic: BetaPrior(yes: 8.8, no: 1.2),
    .upper: BetaPrior(yes: 9.2, no: 0.8), .retention: BetaPrior(yes: 5, no: 5),
  ]

  /// What is taken where the shop says nothing.
  public static let usual = RatingAssumptions()

  /// The share of a type's credited conversions that would not have come without it.
  public func incrementality(of type: CampaignType) -> BetaPrior {
    incrementality[type] ?? BetaPrior(yes: 1, no: 1)
  }
}
