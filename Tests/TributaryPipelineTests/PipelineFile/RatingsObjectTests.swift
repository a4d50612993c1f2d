import Testing
import TributaryAnalysis
import TributaryModel

@testable import TributaryPipeline

@Suite struct RatingsObjectTests {
  /// By hand: 100.00 a week are 400.00 in 28 days; `rsya-msk` is the shop's word for Yandex.
  @Test func `limits hold for the days of the ratings, by the shop's own platforms`() throws {
    let text = """
      {name: 'shop', currency: 'RUB', channels: {platforms: {'rsya-msk': 'yandex'}}, 
       sources: [{kind: 'orders', paths: ['a']}],
       ratings: {budget: {platforms: {'rsya-msk': 100, fb: 50}, minimum: 2.5, frozen: ['VIP*']}}}
      """
    let pipeline = try PipelineFile.parse(Array(text.utf8), path: "/shop/pipeline.json5")
    let limits = BudgetLimits(
      pipeline.ratings.budget, days: 28, pipeline.currency,
      AdPlatforms(other: pipeline.channels.platforms))
    #expect(limits.platforms == ["yandex": 40_000, "facebook": 20_000])
    #expect(limits.least == 1000)
    #expect(limits.frozen.map { $0.matches("vip sale") } == [true])
  }
}
