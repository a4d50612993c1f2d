import TributaryModel

/// What the ratings take to be so, which no file tells and the shop may know better.
public struct RatingAssumptions: Sendable, Hashable {
  /// Of the conversions that are credited to campaigns of a type, the share that would not have come
  /// without them.
  public let incrementality: [CampaignType: BetaPrior]
  /// What a sale is worth to a campaign.
  public let worth: SaleWorth

  package init(
    incrementality: [CampaignType: BetaPrior] = [:], worth: SaleWorth = .margin(share: 1)
  ) {
    self.worth = worth
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

/// What a sale is worth to the campaigns that it is credited to.
public enum SaleWorth: Sendable, Hashable {
  /// That share of its margin: 1, but for shops whose files tell no costs.
  case margin(share: Double)
  /// As much as a sale may cost, minor units: the shop's target.
  case cost(Int64)
  /// That share of its revenue: 1 by the revenue that a unit of spend must bring.
  case revenue(share: Double)
}

extension Credit {
  /// The same with its margin replaced by what its sales are worth.
  package func worth(_ worth: SaleWorth) -> Credit {
    let margin =
      switch worth {
      case .margin(let share): Double(self.margin) * share
      case .cost(let each): conversions.value * Double(each)
      case .revenue(let share): Double(value) * share
      }
    return Credit(conversions: conversions, value: value, margin: Int64(margin.rounded()))
  }
}
