import Foundation
import TributaryModel

/// Works out what a change of budgets would do, from what is known of each campaign.
///
/// The effects are drawn: of each draw one attribution model is right for all campaigns; a campaign's
/// rate is of that model's posterior, the share brought of its type's distribution, the power of its
/// response of a normal one. A campaign's numbers come from its key, so that no other moves them.
struct BudgetPlanning {
  let campaigns: [Campaign]

  /// A campaign that takes part.
  struct Campaign {
    let evidence: CampaignEvidence
    let rating: CampaignRating
    let response: SpendResponse
    let incrementality: BetaPrior
    /// Minor units that are taken to be brought at the present spend.
    let margin: Double

    init(
      _ evidence: CampaignEvidence, _ rating: CampaignRating, _ assumptions: RatingAssumptions
    ) {
      self.evidence = evidence
      self.rating = rating
      response = SpendResponse(evidence.facts.weeks)
      incrementality = assumptions.incrementality(of: evidence.facts.type)
      margin = evidence.brought().mean * evidence.exposure * (evidence.marginPerConversion ?? 0)
    }
  }

  static let draws = 2_000
  /// A change of less than this part of a campaign's spend is none.
  static let smallest = 0.05

  /// Money moved to where its last unit brings most.
  func move(_ limits: BudgetLimits) -> BudgetPlan? {
    let parts = campaigns.map { campaign in
      BudgetAllocation.Part(
        platform: campaign.rating.facts.platform,
        spend: Double(campaign.rating.facts.spend),
        margin: campaign.margin, power: campaign.response.bounded,
        range: limits.range(of: campaign.rating))
    }
    let multipliers = BudgetAllocation(parts: parts, limits: limits).multipliers
    let plan = plan(multipliers.map { abs($0 - 1) < BudgetPlanning.smallest ? 1 : $0 })
    return plan.moves.isEmpty ? nil : plan
  }

  /// The campaigns that return least stopped, the last in part, until that share of the spend is saved.
  func cut(_ share: Double, _ limits: BudgetLimits) -> BudgetPlan? {
    var rest = share * campaigns.reduce(0) { $0 + Double($1.rating.facts.spend) }
    var multipliers = campaigns.map { _ in 1.0 }
    let worstFirst = campaigns.indices.sorted {
      let (a, b) = (worth(campaigns[$0]), worth(campaigns[$1]))
      return a == b ? campaigns[$0].rating.facts.key < campaigns[$1].rating.facts.key : a < b
    }
    for index in worstFirst where limits.range(of: campaigns[index].rating).lowerBound < 1 {
      let spend = Double(campaigns[index].rating.facts.spend)
      let saved = min(rest, spend)
      multipliers[index] = 1 - saved / spend
      rest -= saved
      if rest < 1 { break }
    }
    let plan = plan(multipliers)
    return plan.moves.isEmpty ? nil : plan
  }

  private func worth(_ campaign: Campaign) -> Double {
    campaign.margin / Double(campaign.rating.facts.spend)
  }

  /// What it does to multiply each campaign's spend.
  func plan(_ multipliers: [Double]) -> BudgetPlan {
    var sales = [Double](repeating: 0, count: BudgetPlanning.draws)
    var (present, margin) = (sales, sales)
    var moves: [BudgetPlan.Move] = []
    var after: Int64 = 0
    for (campaign, multiplier) in zip(campaigns, multipliers) {
      let spend = campaign.rating.facts.spend
      let to = Int64((Double(spend) * multiplier).rounded())
      after += to
      let drawn = drawn(campaign, multiplier)
      let unit = campaign.evidence.marginPerConversion ?? 0
      for index in drawn.present.indices {
        present[index] += drawn.present[index]
        sales[index] += drawn.change[index]
        margin[index] += drawn.change[index] * unit
      }
      guard to != spend else { continue }
      let change = BudgetPlanning.estimate(drawn.change)
      moves.append(
        BudgetPlan.Move(
          rating: campaign.rating, from: spend, to: to, sales: change,
          margin: change.scaled(by: unit)))
    }
    let spend = campaigns.reduce(0) { $0 + $1.rating.facts.spend }
    let profit = margin.map { $0 - Double(after - spend) }
    return BudgetPlan(
      moves: moves.sorted {
        (abs($1.change), $0.rating.facts.key) < (abs($0.change), $1.rating.facts.key)
      },
      spend: spend, spendAfter: after,
      sales: BudgetPlanning.estimate(zip(sales, present).map { $1 > 0 ? $0 / $1 : 0 }),
      margin: BudgetPlanning.estimate(margin), profit: BudgetPlanning.estimate(profit),
      chance: Double(profit.count { $0 > 0 }) / Double(profit.count))
  }

  /// Sales brought at the present spend, and their change, of each draw.
  private func drawn(
    _ campaign: Campaign, _ multiplier: Double
  ) -> (present: [Double], change: [Double]) {
    var stream = SeededStream(name: campaign.rating.facts.key)
    let rates = campaign.evidence.credited.rates
    var present: [Double] = []
    var change: [Double] = []
    for draw in 0..<BudgetPlanning.draws {
      let rate = rates[draw % rates.count]
      let brought = stream.gamma(rate.shape) / rate.rate * stream.beta(campaign.incrementality)
      let response = SpendResponse(
        mean: campaign.response.mean + campaign.response.deviation * stream.normal(), deviation: 0)
      let sales = brought * campaign.evidence.exposure
      present.append(sales)
      change.append(sales * (response.sales(at: multiplier) - 1))
    }
    return (present, change)
  }

  private static func estimate(_ values: [Double]) -> Estimate {
    guard !values.isEmpty else { return Estimate(0) }
    let mean = values.reduce(0, +) / Double(values.count)
    let sorted = values.sorted()
    func at(_ share: Double) -> Double { sorted[Int(share * Double(sorted.count - 1))] }
    return Estimate(mean, Interval(lower: at(0.05), upper: at(0.95)))
  }
}
