import Foundation
import Testing
import TributaryModel

@testable import TributaryAnalysis

@Suite struct BudgetAllocationTests {
  private func part(
    _ spend: Double, _ margin: Double, power: Double = 0.5, platform: String = "x",
    range: ClosedRange<Double> = 0...100
  ) -> BudgetAllocation.Part {
    BudgetAllocation.Part(
      platform: platform, spend: spend, margin: margin, power: power, range: range)
  }

  /// The example of `BudgetAllocation`: 16 parts to 1 of 200.
  @Test func `the last unit brings the same in each`() {
    let parts = [part(100, 200), part(100, 50)]
    let found = BudgetAllocation(parts: parts, limits: BudgetLimits(leastReturn: 0)).multipliers
    #expect(abs(found[0] - 32 / 17.0) < 1e-6)
    // 2/17 is under a fifth: stopped.
    #expect(found[1] == 0)
    let slopes = zip(parts, [32 / 17.0, 2 / 17.0]).map { part, multiplier in
      0.5 * part.margin * pow(multiplier, -0.5) / part.spend
    }
    #expect(abs(slopes[0] - slopes[1]) < 1e-12)
  }

  @Test func `bounds hold, and the rest is shared within the budget`() {
    let parts = [
      part(100, 900, range: 1...2), part(100, 100, range: 1...1), part(100, 40, range: 0...1),
      part(100, 400, range: 1...2),
    ]
    let found = BudgetAllocation(parts: parts, limits: BudgetLimits(leastReturn: 0)).multipliers
    #expect(found[0] > found[3] && found[1] == 1 && found[2] == 0)
    #expect(abs(zip(found, parts).reduce(0) { $0 + $1.0 * $1.1.spend } - 400) < 1)
    #expect(zip(found, parts).allSatisfy { $1.range.contains($0) })
  }

  /// By hand: e m / s = .5 x 100 / 100 = .5 at the present; at a price of .7 f = (.5 / .7)^2 = .51.
  @Test func `money that brings too little is saved`() {
    let found = BudgetAllocation(
      parts: [part(100, 100, range: 0...1)], limits: BudgetLimits(leastReturn: 0.7)
    ).multipliers
    #expect(abs(found[0] - 0.25 / 0.49) < 1e-6)
  }

  @Test func `a platform keeps to its limit, whatever its campaigns bring`() {
    let parts = [
      part(100, 900, platform: "vk"), part(100, 800, platform: "vk"), part(100, 100),
    ]
    let limits = BudgetLimits(platforms: ["vk": 120], leastReturn: 0)
    let found = BudgetAllocation(parts: parts, limits: limits).multipliers
    #expect(abs(found[0] * 100 + found[1] * 100 - 120) < 1e-3)
    #expect(abs(found[2] - 1.8) < 1e-3)
  }

  @Test func `a campaign that would get less than the least is stopped`() {
    let parts = [part(100, 100, range: 0...1), part(10, 10, range: 0...1)]
    let found = BudgetAllocation(parts: parts, limits: BudgetLimits(least: 6, leastReturn: 0.7))
      .multipliers
    #expect(found[0] > 0.5 && found[1] == 0)
  }

  @Test(arguments: [
    (Grade.a, CampaignType.generic, 1.0...2.0), (.b, .upper, 1...1.5), (.a, .brand, 1...1),
    (.c, .generic, 1...1), (.d, .generic, 0...1), (.e, .brand, 0...1),
  ])
  func `a campaign moves as far as its grade allows`(
    grade: Grade, type: CampaignType, range: ClosedRange<Double>
  ) {
    func rating(_ name: String, isEnding: Bool = false) -> CampaignRating {
      CampaignRating(
        facts: CampaignFacts(
          key: name, name: name, source: "", medium: "", type: type, spend: 1, impressions: 0,
          clicks: 0, sessions: 0, credits: [:], isEnding: isEnding),
        conversions: nil, costPerConversion: nil, returnOnAdSpend: nil, marginReturn: nil,
        incrementalReturn: nil, grade: grade, conversionsNeeded: nil, advice: .keep)
    }
    let limits = BudgetLimits(frozen: [Glob("vip*", ignoresCase: true)])
    #expect(limits.range(of: rating("x")) == range)
    #expect(limits.range(of: rating("VIP sale")) == 1...1)
    #expect(limits.range(of: rating("x", isEnding: true)).upperBound == 1)
  }

  /// By hand, sales as spend to the power 1/2: weeks of 100 and 400 sell 10 and 20, so often that the
  /// usual power of .7 has no weight. A season that doubles demand with spend says nothing of it.
  @Test func `the power is learned from weeks, less what the season brings`() {
    let weeks = (0..<200).map { index in
      SpendResponse.Week(spend: index % 2 == 0 ? 100 : 400, sales: index % 2 == 0 ? 1000 : 2000)
    }
    #expect(abs(SpendResponse(weeks).mean - 0.5) < 0.001)
    let season = (0..<200).map { index in
      SpendResponse.Week(
        spend: index % 2 == 0 ? 100 : 400, sales: index % 2 == 0 ? 1000 : 4000,
        demand: index % 2 == 0 ? 1 : 2)
    }
    #expect(abs(SpendResponse(season).mean - 0.5) < 0.001)
    #expect(SpendResponse([]) == .usual)
  }
}

@Suite struct CitySplitTests {
  private func rating(_ key: String, spend: Int64, brings: Double) -> CampaignRating {
    CampaignRating(
      facts: CampaignFacts(
        key: key, name: key, source: "s", medium: "m", type: .generic, spend: spend, impressions: 0,
        clicks: 10, sessions: 10, credits: [:],
        // Sales go with the square root of spend, as far as a prior lets them.
        weeks: []),
      conversions: Estimate(1), costPerConversion: nil, returnOnAdSpend: nil, marginReturn: nil,
      incrementalReturn: Estimate(brings), grade: .c, advice: .wait)
  }

  private func city(_ name: String, spend: Int64, brings: Double) -> CampaignPartRating {
    CampaignPartRating(
      part: CampaignPart(campaign: "c", kind: .city, name: name), campaign: "c",
      rating: rating("c", spend: spend, brings: brings), isShared: false)
  }

  private func plan(to: Int64) -> BudgetPlan {
    BudgetPlan(
      moves: [
        BudgetPlan.Move(
          rating: rating("c", spend: 20_000, brings: 1.5), from: 20_000, to: to,
          sales: Estimate(0), margin: Estimate(0))
      ], spend: 20_000, spendAfter: to, sales: Estimate(0), margin: Estimate(0),
      profit: Estimate(0), chance: 1)
  }

  /// Power .7: f1 / f2 = 2^(1 / .3) = 10.08 without bounds; with them half of its part of before is the
  /// least, so that of 100 one gets 75 and the other 25.
  @Test func `a city that brings twice as much gets as much as the bounds allow`() {
    let splits = CitySplit.splits(
      plan(to: 10_000),
      [city("a", spend: 10_000, brings: 2), city("b", spend: 10_000, brings: 1)])
    #expect(splits.map(\.part.part.name) == ["a", "b"])
    #expect(splits.map(\.to) == [7500, 2500])
  }

  /// 1.05^(1 / .3) = 1.1766: 54.06 and 45.95 of 100.01.
  @Test func `slopes are equal within the bounds, and the parts are the budget`() {
    let splits = CitySplit.splits(
      plan(to: 10_001),
      [city("a", spend: 10_000, brings: 1.05), city("b", spend: 10_000, brings: 1)])
    #expect(splits.reduce(0) { $0 + $1.to } == 10_001)
    #expect(splits.map(\.to) == [5406, 4595])
  }

  @Test func `a stopped campaign, and one of a single city, has no split`() {
    let cities = [city("a", spend: 10_000, brings: 2), city("b", spend: 10_000, brings: 1)]
    #expect(CitySplit.splits(plan(to: 0), cities).isEmpty)
    #expect(CitySplit.splits(plan(to: 5000), [cities[0]]).isEmpty)
    #expect(CitySplit.splits(nil, cities).isEmpty)
  }
}
