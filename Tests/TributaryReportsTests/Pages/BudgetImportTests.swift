import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

@Suite struct BudgetImportTests {
  private static func move(
    _ name: String, from: Int64, to: Int64, platform: String = "google"
  ) -> BudgetPlan.Move {
    let rating = CampaignRating(
      facts: CampaignFacts(
        key: name, name: name, source: platform, medium: "cpc", type: .generic, spend: from,
        impressions: 0, clicks: 0, sessions: 0, credits: [:], platform: platform),
      conversions: nil, costPerConversion: nil, returnOnAdSpend: nil, marginReturn: nil,
      incrementalReturn: nil, grade: .e, advice: .stop)
    return BudgetPlan.Move(
      rating: rating, from: from, to: to, sales: Estimate(0), margin: Estimate(0))
  }

  private static func text(_ moves: BudgetPlan.Move...) throws -> String? {
    let plan = BudgetPlan(
      moves: moves, spend: 0, spendAfter: 0, sales: Estimate(0), margin: Estimate(0),
      profit: Estimate(0), chance: 1)
    let currency = try #require(Currency("RUB"))
    return BudgetImport(plan, days: 28, currency).file.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
  }

  /// 28,000.00 in 28 days to nothing, in three steps: 18,666.67 in the first, 666.67 a day.
  @Test func `the first of three steps, as a daily budget`() throws {
    #expect(
      try Self.text(Self.move("wigs, \"best\"", from: 2_800_000, to: 0))
        == "Campaign,Campaign daily budget,Campaign status\r\n\"wigs, \"\"best\"\"\",666.67,\r\n")
  }

  /// A change of a tenth is one step: 30,800.00 in 28 days.
  @Test func `a small change is made at once`() throws {
    #expect(
      try Self.text(Self.move("wigs", from: 2_800_000, to: 3_080_000))?
        .hasSuffix("wigs,1100.00,\r\n") == true)
  }

  @Test func `other platforms, and names that a spreadsheet would run, stay out`() throws {
    #expect(
      try Self.text(
        Self.move("wigs", from: 100, to: 0, platform: "yandex"),
        Self.move("=cmd()", from: 100, to: 0), Self.move("", from: 100, to: 0)) == nil)
  }
}
