import Foundation
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

extension CarnivalShop {
  var campaigns: CampaignReport {
    CampaignReport(
      window: DayRange(last: CarnivalShop.asOf, count: 182),
      covered: DayRange(last: CarnivalShop.asOf, count: 168), ratings: ratings,
      budget: budget,
      audit: SpendAudit(
        spendAlone: 620_000, sessionsAlone: 213, macroSessions: 18))
  }

  /// What loses is stopped, and what pays well gets half as much again.
  private var budget: BudgetAdvice {
    func plan(_ multipliers: [CampaignAdvice: Double]) -> BudgetPlan {
      let moves = ratings.compactMap { rating -> BudgetPlan.Move? in
        guard let multiplier = multipliers[rating.advice] else { return nil }
        let (from, change) = (Double(rating.facts.spend), multiplier - 1)
        let sales = (rating.conversions?.value ?? 0) * change
        let margin = from * (rating.incrementalReturn?.value ?? 0) * change
        return BudgetPlan.Move(
          rating: rating, from: rating.facts.spend, to: Int64(from * multiplier),
          sales: Estimate(sales, Interval(lower: sales - 9, upper: sales + 9)),
          margin: Estimate(margin, Interval(lower: margin - 1e6, upper: margin + 1e6)))
      }
      let spend = ratings.reduce(0) { $0 + $1.facts.spend }
      let change = moves.reduce(0) { $0 + $1.change }
      let margin = moves.reduce(0) { $0 + $1.margin.value }
      let profit = margin - Double(change)
      return BudgetPlan(
        moves: moves, spend: spend, spendAfter: spend + change,
        sales: Estimate(0.08, Interval(lower: 0.03, upper: 0.14)),
        margin: Estimate(margin, Interval(lower: margin / 2, upper: margin * 2)),
        profit: Estimate(profit, Interval(lower: profit / 2, upper: profit * 2)), chance: 0.97)
    }
    return BudgetAdvice(move: plan([.stop: 0, .cut: 0.4, .raise: 1.5]), cut: plan([.stop: 0]))
  }

  private struct Plan {
    let name: String
    let source: String
    let type: CampaignType
    /// Thousands.
    let spend: Double
    let pull: Double
    /// Standard deviation of the logarithm.
    let deviation: Double
    let orders: Double
    let grade: Grade?
    let needed: Int?
    let advice: CampaignAdvice
  }

  private var ratings: [CampaignRating] {
    let plans = plans.sorted { $0.spend > $1.spend }
    return plans.enumerated().map { index, plan in rating(plan, index) }
  }

  private func rating(_ plan: Plan, _ index: Int) -> CampaignRating {
    let spend = Int64(plan.spend * 100_000)
    let margin = plan.spend * 100_000 * plan.pull
    func credit(_ factor: Double) -> Credit {
      Credit(
        conversions: Estimate(plan.orders * factor), value: Int64(margin * factor * 2.6),
        margin: Int64(margin * factor))
    }
    func around(_ value: Double) -> Estimate {
      let reach = exp(1.645 * plan.deviation)
      return Estimate(value, Interval(lower: value / reach, upper: value * reach))
    }
    return CampaignRating(
      facts: CampaignFacts(
        key: "c\(1001 + index)", name: spell(plan.name), source: spell(plan.source),
        medium: spell("cpc"), type: plan.type, spend: spend,
        impressions: Int(plan.spend * 900), clicks: Int(plan.spend * 40),
        sessions: Int(plan.spend * 37),
        credits: [.first: credit(1.1), .lastNonDirect: credit(0.9), .linear: credit(1)]),
      conversions: around(plan.orders), costPerConversion: around(Double(spend) / plan.orders),
      returnOnAdSpend: plan.spend > 0 ? around(plan.pull * 2.6) : nil,
      marginReturn: plan.spend > 0 ? around(plan.pull * 1.2) : nil,
      incrementalReturn: plan.spend > 0 ? around(plan.pull) : nil, grade: plan.grade,
      conversionsNeeded: plan.needed, advice: plan.advice)
  }

  private var plans: [Plan] {
    func plan(
      _ name: String, _ source: String, _ type: CampaignType, _ spend: Double, _ pull: Double,
      _ deviation: Double, _ orders: Double, _ grade: Grade?, _ advice: CampaignAdvice,
      _ needed: Int? = nil
    ) -> Plan {
      Plan(
        name: name, source: source, type: type, spend: spend, pull: pull, deviation: deviation,
        orders: orders, grade: grade, needed: needed, advice: advice)
    }
    return [
      plan("Halloween costumes", "yandex", .generic, 486, 1.94, 0.13, 612, .a, .raise),
      plan("children’s costumes", "yandex", .generic, 412, 1.71, 0.14, 431, .a, .raise),
      plan("shopping feed, all", "yandex", .generic, 356, 1.36, 0.12, 388, .b, .keep),
      plan("look-alike buyers", "yandex", .upper, 302, 0.47, 0.26, 61, .e, .stop),
      plan("brand Maskarad", "yandex", .brand, 264, 0.81, 0.30, 702, .c, .keep),
      plan("basket left", "yandex", .generic, 238, 1.12, 0.21, 344, .c, .keep),
      plan("party interests", "yandex", .upper, 187, 0.92, 0.29, 70, .c, .keep),
      plan("St Petersburg costumes", "yandex", .generic, 143, 1.63, 0.17, 146, .a, .raise),
      plan("wigs and make-up", "yandex", .generic, 121, 1.31, 0.20, 118, .b, .keep),
      plan("carousel, children", "vk", .upper, 118, 1.08, 0.33, 41, .c, .wait, 160),
      plan("New Year costumes", "yandex", .generic, 98, 2.30, 0.24, 121, .a, .raise),
      plan("clips, party", "vk", .upper, 94, 0.34, 0.36, 11, .e, .stop),
      plan("Kazan costumes", "yandex", .generic, 84, 1.52, 0.25, 77, .b, .keep),
      plan("costume hire", "yandex", .generic, 73, 0.38, 0.31, 12, .e, .stop),
      plan("Novosibirsk costumes", "yandex", .generic, 66, 0.74, 0.22, 30, .d, .cut),
      plan("masks", "yandex", .generic, 58, 1.18, 0.24, 44, .c, .keep),
      plan("parents’ groups", "vk", .upper, 52, 1.45, 0.41, 22, .b, .keep),
      plan("shop on the map", "yandex", .generic, 44, 2.62, 0.30, 58, .a, .raise),
      plan("party channels", "telegram", .upper, 36, 0.88, 0.62, 7, .c, .wait, 110),
      plan("Samara costumes", "yandex", .generic, 22, 1.20, 0.55, 9, .c, .wait, 50),
      plan("Tula costumes", "yandex", .generic, 18, 1.10, 0.60, 6, .c, .wait, 70),
      plan("bloggers, October", "blog", .upper, 0, 0, 0.4, 14, nil, .keep),
    ]
  }
}
