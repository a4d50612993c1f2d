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
    /// Minor units that are taken to be brought at the present spend.
    let margin: Double
    /// Sales that are taken to be brought at the present spend, of each draw.
    let brought: [Double]
    /// The power of the response, of each draw.
    let powers: [Double]

    init(
      _ evidence: CampaignEvidence, _ rating: CampaignRating, _ assumptions: RatingAssumptions
    ) {
      self.evidence = evidence
      self.rating = rating
      let response = SpendResponse(evidence.facts.weeks)
      self.response = response
      margin = evidence.brought().mean * evidence.exposure * (evidence.marginPerConversion ?? 0)
      let incrementality = assumptions.incrementality(of: evidence.facts.type)
      let rates = evidence.credited.rates
      var stream = SeededStream(name: rating.facts.key)
      var brought: [Double] = []
      var powers: [Double] = []
      for draw in 0..<BudgetPlanning.draws {
        let rate = rates[draw % rates.count]
        let share = stream.gamma(rate.shape) / rate.rate * stream.beta(incrementality)
        brought.append(share * evidence.exposure)
        powers.append(
          SpendResponse.bounded(response.mean + response.deviation * stream.normal()))
      }
      self.brought = brought
      self.powers = powers
    }

    /// The change of its sales at so many times the spend, of each draw.
    func change(at multiplier: Double) -> [Double] {
      guard multiplier != 1 else { return [Double](repeating: 0, count: brought.count) }
      return zip(brought, powers).map { sales, power in
        sales * (SpendResponse.sales(at: multiplier, power: power) - 1)
      }
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
      let changes = campaign.change(at: multiplier)
      let unit = campaign.evidence.marginPerConversion ?? 0
      for index in changes.indices {
        present[index] += campaign.brought[index]
        sales[index] += changes[index]
        margin[index] += changes[index] * unit
      }
      guard to != spend else { continue }
      let change = BudgetPlanning.estimate(changes)
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

  static func estimate(_ values: [Double]) -> Estimate {
    guard !values.isEmpty else { return Estimate(0) }
    let mean = values.reduce(0, +) / Double(values.count)
    let sorted = values.sorted()
    func at(_ share: Double) -> Double { sorted[Int(share * Double(sorted.count - 1))] }
    return Estimate(mean, Interval(lower: at(0.05), upper: at(0.95)))
  }
}
