import TributaryModel

/// A campaign's next budget, shared among its cities so that the last unit of money brings the same in
/// each (`BudgetAllocation`), none at less than half or more than twice its part of before.
///
/// By hand: a campaign of 200 that gets 100; two cities of 100 each that bring 2 and 1 per unit, power
/// 1/2: slopes are equal at 4 : 1, so 80 and 20 without bounds, and 75 and 25 with them.
public struct CitySplit: Sendable, Hashable {
  public let part: CampaignPartRating
  /// Minor units, in the days of the ratings.
  public let from: Int64
  public let to: Int64

  /// How far a city's part of the campaign moves.
  private static let range = 0.5...2.0

  /// The split of each campaign that a plan gives money to, by campaign, the largest budget first.
  package static func splits(_ plan: BudgetPlan?, _ parts: [CampaignPartRating]) -> [CitySplit] {
    let cities = Dictionary(
      grouping: parts.filter {
        $0.part.kind == .city && $0.rating.facts.spend > 0 && $0.rating.incrementalReturn != nil
      }, by: \.part.campaign)
    return (plan?.moves ?? []).filter { $0.to > 0 }.flatMap { move -> [CitySplit] in
      guard let own = cities[move.rating.facts.key], own.count > 1 else { return [] }
      return split(own, to: move.to, power: SpendResponse(move.rating.facts.weeks).bounded)
    }
  }

  private static func split(
    _ cities: [CampaignPartRating], to budget: Int64, power: Double
  ) -> [CitySplit] {
    let spend = cities.reduce(0) { $0 + Double($1.rating.facts.spend) }
    let scale = Double(budget) / spend
    let parts = cities.map { city -> BudgetAllocation.Part in
      let own = Double(city.rating.facts.spend)
      return BudgetAllocation.Part(
        platform: "", spend: own, margin: own * (city.rating.incrementalReturn?.value ?? 0),
        power: power, range: (range.lowerBound * scale)...(range.upperBound * scale))
    }
    let allocation = BudgetAllocation(
      parts: parts, limits: BudgetLimits(total: scale, leastReturn: 0))
    let amounts = Money.split(
      budget, by: zip(parts, allocation.shares).map { $0.spend * $1 })
    return zip(cities, amounts).map { city, amount in
      CitySplit(part: city, from: city.rating.facts.spend, to: amount)
    }.sorted { left, right in
      left.to == right.to ? left.part.part < right.part.part : left.to > right.to
    }
  }
}

extension CitySplit {
  public static let results = ResultTable<CitySplit>(
    "budget_city", grain: "campaign whose budget the plan changes, and city",
    [
      .text("campaign_key", isKey: true, "the campaign, as in table campaign") {
        $0.part.part.campaign
      },
      .text("campaign", "its name") { $0.part.campaign },
      .text("city", isKey: true, "the city's domain") { $0.part.part.name },
      .money("spend_from", "of the days that spend and visits both cover") { $0.from },
      .money("spend_to", "in as many days; those of a campaign add up to budget_move's") {
        $0.to
      },
      .flag("is_shared", "no file tells its spend: the campaign's, shared as its visits are") {
        $0.part.isShared
      },
      .estimate(
        "incremental_margin_return", unit: .ratio, "what the city brings now, over spend"
      ) { $0.part.rating.incrementalReturn },
    ])
}
