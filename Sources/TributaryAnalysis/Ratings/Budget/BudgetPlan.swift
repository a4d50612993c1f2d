import TributaryModel

/// A change of budgets with what it is expected to do, over as many days as the ratings are of.
public struct BudgetPlan: Sendable, Hashable {
  /// Campaigns whose budget changes, the largest change first.
  public let moves: [Move]
  /// Minor units of all campaigns that were looked at.
  public let spend: Int64
  /// Minor units after it.
  public let spendAfter: Int64
  /// Change of the sales that advertising brings, by all that it brings now.
  public let sales: Estimate
  /// Change of the margin that advertising brings, minor units.
  public let margin: Estimate
  /// Change of that margin less the change of spend, minor units.
  public let profit: Estimate
  /// The probability that the profit grows.
  public let chance: Double

  /// One campaign's change.
  public struct Move: Sendable, Hashable {
    public let rating: CampaignRating
    /// Minor units, in the days of the ratings.
    public let from: Int64
    public let to: Int64
    /// Change of the sales that it brings.
    public let sales: Estimate
    /// Change of the margin that it brings, minor units.
    public let margin: Estimate

    public var change: Int64 { to - from }

    public var advice: CampaignAdvice { to == 0 ? .stop : change < 0 ? .cut : .raise }
  }

  /// In how many equal steps the largest change is made: what is cut at once shows its loss too late.
  public var stages: Int {
    let largest =
      moves.map { $0.from > 0 ? abs(Double($0.change)) / Double($0.from) : 1 }.max() ?? 0
    return largest > 0.5 ? 3 : largest > 0.2 ? 2 : 1
  }

  /// Minor units that are taken from campaigns.
  public var taken: Int64 { moves.reduce(0) { $0 + max(0, -$1.change) } }
  /// Minor units that are given to campaigns.
  public var given: Int64 { moves.reduce(0) { $0 + max(0, $1.change) } }
}

/// What could be done with the budget.
public struct BudgetAdvice: Sendable, Hashable {
  /// Money moved to where its last unit brings most, within the shop's limits; nil when nothing is
  /// worth moving.
  public let move: BudgetPlan?
  /// The campaigns that return least stopped until a part of the spend is saved, and nothing given to
  /// others; nil without campaigns.
  public let cut: BudgetPlan?

  package init(move: BudgetPlan? = nil, cut: BudgetPlan? = nil) {
    self.move = move
    self.cut = cut
  }
}
