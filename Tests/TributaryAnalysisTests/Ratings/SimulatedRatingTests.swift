import Foundation
import Testing
import TributaryModel

@testable import TributaryAnalysis

/// The bars of `../shared/METHODS.md`, section 3, on shops whose truth is known.
@Suite struct SimulatedRatingTests {
  /// What became of the ratings and the advice of many shops.
  struct Outcome {
    var covered: [CampaignType: (yes: Int, all: Int)] = [:]
    var graded = 0
    var all = 0
    var losers = (right: 0, all: 0)
    var payers = (right: 0, all: 0)
    var moved: [Double] = []
    var naive: [Double] = []
    var adviceCovered = 0
    var cutLoss: [Double] = []
    var oracleLoss: [Double] = []

    /// All figures in a line.
    func summary(_ name: String) -> String {
      func percent(_ share: Double) -> String { String(format: "%.1f%%", 100 * share) }
      func mean(_ values: [Double]) -> Double { SimulatedRatingTests.mean(values) }
      func low(_ values: [Double]) -> Double { Quantiles.quantile(0.1, of: values) ?? 0 }
      let types = [CampaignType.brand, .generic, .upper].map { type in
        "\(type.rawValue) \(percent(coverage(type)))"
      }
      return [
        "\(name): ranges hold the truth \(percent(coverage)) (\(types.joined(separator: ", ")))",
        "graded \(graded) of \(all), D/E right \(losers.right) of \(losers.all)",
        "A/B \(payers.right) of \(payers.all)",
        "moved \(percent(mean(moved))), 10th percentile \(percent(low(moved)))",
        "naive \(percent(mean(naive))), \(percent(low(naive)))",
        "range of the advice \(adviceCovered) of \(moved.count)",
        "cut by equal shares \(percent(mean(cutLoss))), by the truth \(percent(mean(oracleLoss)))",
      ].joined(separator: "; ")
    }

    func coverage(_ type: CampaignType) -> Double {
      let found = covered[type] ?? (0, 1)
      return Double(found.yes) / Double(found.all)
    }
    var coverage: Double {
      Double(covered.values.reduce(0) { $0 + $1.yes }) / Double(all)
    }
  }

  static func outcome(_ seeds: Range<UInt64>, _ twist: SimulatedShop.Twist = .none) -> Outcome {
    var outcome = Outcome()
    for seed in seeds { judge(SimulatedShop(seed: seed, twist: twist), &outcome) }
    return outcome
  }

  private static func judge(_ shop: SimulatedShop, _ outcome: inout Outcome) {
    let window = DayRange(last: Day(number: 20_771), count: 182)
    let report = CampaignReport.rating(
      shop.facts, window: window, covered: window,
      limits: BudgetLimits(total: 0.8, leastReturn: 0))
    let places = Dictionary(
      uniqueKeysWithValues: shop.facts.enumerated().map { ($0.element.key, $0.offset) })
    for rating in report.ratings {
      guard let index = places[rating.facts.key] else { continue }
      let truth = shop.trueReturn(index)
      let range = rating.incrementalReturn?.interval
      outcome.all += 1
      outcome.covered[rating.facts.type, default: (0, 0)].all += 1
      if range?.contains(truth) == true {
        outcome.covered[rating.facts.type, default: (0, 0)].yes += 1
      }
      switch rating.grade {
      case .a, .b:
        outcome.payers.all += 1
        outcome.payers.right += truth > 1 ? 1 : 0
      case .d, .e:
        outcome.losers.all += 1
        outcome.losers.right += truth < 1 ? 1 : 0
      case .c, nil: continue
      }
      outcome.graded += 1
    }
    advise(shop, report, &outcome)
  }

  /// A fifth of the spend is saved, and the rest is moved.
  private static func advise(
    _ shop: SimulatedShop, _ report: CampaignReport, _ outcome: inout Outcome
  ) {
    let limits = BudgetLimits(total: 0.8, leastReturn: 0)
    if let plan = report.budget.move {
      let truth = shop.change(multipliers(plan, shop)).sales
      outcome.moved.append(truth)
      if plan.sales.interval?.contains(truth) == true { outcome.adviceCovered += 1 }
    }
    let naive = BudgetAllocation(
      parts: zip(shop.campaigns, shop.lastClicks).map { campaign, sales in
        BudgetAllocation.Part(
          platform: "x", spend: campaign.spend, margin: (sales + 0.001) * campaign.margin,
          power: 0.7, range: 0...1.5)
      }, limits: limits
    ).multipliers
    outcome.naive.append(shop.change(naive).sales)
    let shapley = shop.facts.map { Double($0.credits[.shapley]?.margin ?? 0) / Double($0.spend) }
    outcome.cutLoss.append(shop.change(cut(shop, by: shapley)).sales)
    outcome.oracleLoss.append(
      shop.change(cut(shop, by: shop.campaigns.indices.map(shop.trueReturn))).sales)
  }

  private static func multipliers(_ plan: BudgetPlan, _ shop: SimulatedShop) -> [Double] {
    let moves = Dictionary(uniqueKeysWithValues: plan.moves.map { ($0.rating.facts.key, $0) })
    return shop.facts.map { facts in
      moves[facts.key].map { Double($0.to) / Double($0.from) } ?? 1
    }
  }

  /// The worst stopped until a fifth is saved.
  private static func cut(_ shop: SimulatedShop, by worth: [Double]) -> [Double] {
    var rest = 0.2 * shop.campaigns.reduce(0) { $0 + $1.spend }
    var multipliers = [Double](repeating: 1, count: shop.campaigns.count)
    for index in worth.indices.sorted(by: { worth[$0] < worth[$1] }) where rest > 0 {
      let saved = min(rest, shop.campaigns[index].spend)
      multipliers[index] = 1 - saved / shop.campaigns[index].spend
      rest -= saved
    }
    return multipliers
  }

  static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  @Test func `ranges hold the truth, grades are right, and moved money brings more`() throws {
    let outcome = Self.outcome(0..<24)
    print(outcome.summary("as assumed"))
    #expect((0.85...0.99).contains(outcome.coverage))
    for type in [CampaignType.brand, .generic, .upper] {
      #expect(outcome.coverage(type) >= 0.8, "\(type)")
    }
    #expect(Double(outcome.graded) >= 0.7 * Double(outcome.all))
    #expect(Double(outcome.losers.right) >= 0.9 * Double(outcome.losers.all))
    #expect(Double(outcome.payers.right) >= 0.95 * Double(outcome.payers.all))
    #expect(Self.mean(outcome.moved) >= 0.12)
    let low = try #require(Quantiles.quantile(0.1, of: outcome.moved))
    let naiveLow = try #require(Quantiles.quantile(0.1, of: outcome.naive))
    #expect(low >= 0.05)
    #expect(Self.mean(outcome.moved) > Self.mean(outcome.naive) && low > naiveLow)
    #expect(Double(outcome.adviceCovered) >= 0.85 * Double(outcome.moved.count))
    #expect(Self.mean(outcome.cutLoss) > Self.mean(outcome.oracleLoss) - 0.01)
  }

  /// What stays true where the assumptions are not.
  @Test(arguments: [SimulatedShop.Twist.brandIsWorthMore, .saturates, .seasonalSpend])
  func `shops that are other than assumed are advised well all the same`(
    _ twist: SimulatedShop.Twist
  ) {
    let outcome = Self.outcome(100..<112, twist)
    print(outcome.summary("\(twist)"))
    #expect(outcome.coverage >= 0.85)
    #expect(Double(outcome.losers.right) >= 0.9 * Double(outcome.losers.all))
    #expect(Double(outcome.payers.right) >= 0.95 * Double(outcome.payers.all))
    #expect(Self.mean(outcome.moved) > Self.mean(outcome.oracleLoss))
    #expect(Double(outcome.adviceCovered) >= 0.75 * Double(outcome.moved.count))
  }
}
