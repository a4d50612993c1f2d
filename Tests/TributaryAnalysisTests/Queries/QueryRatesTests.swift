import Testing
import TributaryModel

@testable import TributaryAnalysis

@Suite struct QueryRatesTests {
  @Test func `the example worked by hand`() {
    let rate = QueryRates.pooled(
      campaign: 0.04, words: [(mean: 0.5, spread: 1)], likeness: 4, clicks: 100, conversions: 1)
    #expect(abs(rate.mean - 0.04 * 0.5 * 5 / 6) < 1e-12)
    #expect(abs(rate.shape - 5) < 1e-9)
  }

  /// A word known to 1 +- .5 (spread 1.25) and queries alike to b = 4 (1.25): 1.5625, shape 1 / .5625.
  @Test func `a word that is little known widens the range`() {
    let rate = QueryRates.pooled(
      campaign: 0.04, words: [(mean: 1, spread: 1.25)], likeness: 4, clicks: 0, conversions: 0)
    #expect(abs(rate.shape - 1 / 0.5625) < 1e-9)
    #expect(abs(rate.mean - 0.04) < 1e-12)
  }

  /// Forty queries of 10 clicks each in two kinds: half of them end with a word that never sells.
  @Test func `a rare query borrows from the queries that share its words`() throws {
    let campaign = QueryCampaign(name: "a", platform: "yandex")
    func query(_ text: String, _ clicks: Double, _ conversions: Double) -> SearchQuery {
      SearchQuery(text: text, campaign: campaign, clicks: clicks, cost: 0, conversions: conversions)
    }
    let found = (0..<40).flatMap {
      [query("вещь\($0) купить", 20, 2), query("вещь\($0) даром", 20, 0)]
    }
    let index = QueryIndex(
      found + [query("вещь7 синяя даром", 1, 0), query("вещь7 синяя купить", 1, 0)])
    let rates = QueryRates(index)
    func rate(_ text: String) throws -> Double {
      let place = try #require(index.queries.firstIndex { $0.text.text == text })
      return try #require(rates.rate(of: place)).mean
    }
    #expect(try rate("вещь7 синяя даром") < 0.01)
    #expect(try rate("вещь7 синяя купить") > 0.06)
  }

  /// Twenty seeds: of the true rates nine in ten lie inside.
  @Test func `the 90% range holds the known rates`() {
    var (inside, all) = (0.0, 0.0)
    for seed in 0..<20 as Range<UInt64> {
      let world = QueryWorld(seed: seed)
      for row in world.report().rows where row.subject == .query {
        guard let range = row.rate?.interval, let campaign = row.campaigns.first,
          let rate = world.rates[campaign.name + row.text], rate > 0
        else { continue }
        all += 1
        if range.contains(rate) { inside += 1 }
      }
    }
    #expect(all > 10_000)
    #expect(0.85 < inside / all && inside / all < 0.99, "\(inside / all)")
  }
}
