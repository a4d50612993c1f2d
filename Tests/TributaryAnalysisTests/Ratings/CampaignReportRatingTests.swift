import Testing
import TributaryAnalysis
import TributaryModel

struct CampaignReportRatingTests {
  static let window = DayRange(last: Day(number: 20_771), count: 28)

  func campaign(
    _ key: String, type: CampaignType = .generic, spend: Int64, clicks: Int,
    conversions: [Double], margin: Int64 = 100_000, sessions: Int? = nil
  ) -> CampaignFacts {
    var credits: [AttributionModel: Credit] = [:]
    for (model, count) in zip(AttributionModel.rating, conversions) {
      credits[model] = Credit(
        conversions: Estimate(count), value: Int64(count * 300_000),
        margin: Int64(count * Double(margin)))
    }
    return CampaignFacts(
      key: key, name: key, source: "yandex", medium: "cpc", type: type, spend: spend,
      impressions: clicks * 20, clicks: clicks, sessions: sessions ?? clicks, credits: credits)
  }

  func rate(_ campaigns: [CampaignFacts]) -> [String: CampaignRating] {
    let report = CampaignReport.rating(campaigns, window: Self.window, covered: Self.window)
    return Dictionary(uniqueKeysWithValues: report.ratings.map { ($0.facts.key, $0) })
  }

  /// Margin 1,000 a conversion. Spend 20,000 and 60 conversions: R about 3. Spend 60,000 and 1
  /// conversion of 3,000 clicks: R about 0.02.
  @Test func `campaigns planted useless land below the useful ones`() throws {
    let rated = rate([
      campaign("good", spend: 2_000_000, clicks: 2000, conversions: [60, 60, 60]),
      campaign("fair", spend: 2_000_000, clicks: 2000, conversions: [30, 31, 29]),
      campaign("dead", spend: 6_000_000, clicks: 3000, conversions: [1, 0, 2]),
      campaign("none", spend: 6_000_000, clicks: 3000, conversions: [0, 0, 0]),
    ])
    let good = try #require(rated["good"])
    let dead = try #require(rated["dead"])
    let none = try #require(rated["none"])
    #expect(good.grade == .a && good.advice == .raise)
    #expect(dead.grade == .e && dead.advice == .stop)
    #expect(none.grade == .e && none.advice == .stop)
    #expect(rated["fair"].flatMap(\.grade).map { $0 <= .b } == true)
    let best = try #require(good.marginReturn)
    let worst = try #require(none.marginReturn)
    #expect(abs(best.value - 3) < 0.3)
    #expect(worst.value < 0.2)
    #expect(none.costPerConversion == nil)
    let brought = try #require(none.conversions)
    #expect(brought.value == 0)
    #expect(brought.interval.map { $0.lower == 0 && $0.upper > 0 } == true)
  }

  /// Of 3,000 clicks no visit; 299 of 3,000, under a tenth; no clicks told, no visit, no call.
  @Test(arguments: [(3000, 0), (3000, 299), (0, 0), (19, 0)])
  func `a campaign whose visits are not recognised is not judged, and teaches its kind nothing`(
    clicks: Int, sessions: Int
  ) throws {
    let others = [
      campaign("good", spend: 2_000_000, clicks: 2000, conversions: [60, 60, 60]),
      campaign("fair", spend: 2_000_000, clicks: 2000, conversions: [30, 31, 29]),
      campaign("small", spend: 250_000, clicks: 120, conversions: [3, 3, 3]),
    ]
    let lost = campaign(
      "lost", spend: 6_000_000, clicks: clicks, conversions: [0, 0, 0], sessions: sessions)
    let rated = rate(others + [lost])
    let found = try #require(rated["lost"])
    #expect(found.grade == nil && found.advice == .mend)
    #expect(found.conversions == nil && found.marginReturn == nil && found.returnOnAdSpend == nil)
    #expect(rated.filter { $0.key != "lost" } == rate(others))
  }

  @Test(arguments: [(3000, 300, 0.0), (0, 0, 2.0), (19, 1, 0), (0, 5, 0)])
  func `visits of a tenth of the clicks, or calls, are enough to be judged`(
    clicks: Int, sessions: Int, conversions: Double
  ) {
    let rated = rate([
      campaign("good", spend: 2_000_000, clicks: 2000, conversions: [60, 60, 60]),
      campaign(
        "x", spend: 6_000_000, clicks: clicks,
        conversions: [conversions, conversions, conversions], sessions: sessions),
    ])
    #expect(rated["x"]?.grade != nil)
    #expect(rated["x"]?.conversions != nil)
  }

  @Test func `few conversions wait, and say how many more are needed`() throws {
    let rated = rate([
      campaign("small", spend: 200_000, clicks: 120, conversions: [3, 3, 3]),
      campaign("large", spend: 5_000_000, clicks: 4000, conversions: [60, 60, 60]),
    ])
    let small = try #require(rated["small"])
    #expect(small.grade == .c)
    #expect(small.advice == .wait)
    let needed = try #require(small.conversionsNeeded)
    let days = try #require(small.daysNeeded)
    let rate = try #require(small.conversions).value / 28
    #expect(needed >= 1 && Double(days) >= Double(needed) / rate / 2 && days <= needed * 10)
    #expect(rated["large"]?.conversionsNeeded == nil)
  }

  @Test func `a campaign without spend has no grade and no ratios`() throws {
    let free = try #require(
      rate([
        campaign("free", spend: 0, clicks: 0, conversions: [2, 2, 2]),
        campaign("paid", spend: 100_000, clicks: 100, conversions: [2, 2, 2]),
      ])["free"])
    #expect(free.grade == nil)
    #expect(free.marginReturn == nil)
    #expect(free.returnOnAdSpend == nil)
    #expect(free.advice == .keep)
    #expect(free.conversions?.value == 2)
  }

  @Test func `models that disagree widen the range`() throws {
    let agreed = try #require(
      rate([campaign("x", spend: 1_000_000, clicks: 1000, conversions: [20, 20, 20])])["x"])
    let disputed = try #require(
      rate([campaign("x", spend: 1_000_000, clicks: 1000, conversions: [5, 20, 35])])["x"])
    let narrow = try #require(agreed.conversions?.interval)
    let wide = try #require(disputed.conversions?.interval)
    #expect(wide.lower < narrow.lower && wide.upper > narrow.upper)
    #expect(disputed.grade == .c)
    #expect(agreed.grade == .a)
  }

  /// By hand: 3,000 of revenue and 20 conversions for 10,000: 6 back a rouble, 500 each.
  @Test func `ratios are the counted ones and lie in their ranges`() throws {
    let rating = try #require(
      rate([campaign("x", spend: 1_000_000, clicks: 1000, conversions: [20, 20, 20])])["x"])
    #expect(rating.returnOnAdSpend?.value == 6)
    #expect(rating.costPerConversion?.value == 50_000)
    for estimate in [rating.returnOnAdSpend, rating.costPerConversion, rating.conversions] {
      let estimate = try #require(estimate)
      let interval = try #require(estimate.interval)
      #expect(interval.contains(estimate.value))
      #expect(interval.lower < interval.upper)
    }
  }

  @Test func `a brand campaign that earns well is kept, not raised`() throws {
    let rating = try #require(
      rate([
        campaign("b", type: .brand, spend: 100_000, clicks: 500, conversions: [50, 50, 50])
      ])["b"])
    #expect(rating.grade == .b)
    #expect(rating.advice == .keep)
  }

  @Test func `without clicks the spend takes their place`() throws {
    let rated = rate([
      campaign("good", spend: 1_000_000, clicks: 0, conversions: [40, 40, 40]),
      campaign("bad", spend: 4_000_000, clicks: 0, conversions: [1, 1, 1]),
    ])
    #expect(rated["good"]?.grade == .a)
    #expect(rated["bad"]?.grade == .e)
  }

  @Test func `nothing, and nothing but spend, is answered`() throws {
    #expect(CampaignReport.rating([], window: Self.window, covered: nil).ratings.isEmpty)
    let lone = try #require(
      rate([campaign("x", spend: 1_000_000, clicks: 1000, conversions: [])])["x"])
    #expect(lone.grade == .c)
    #expect(lone.marginReturn == Estimate(0))
    #expect(lone.conversionsNeeded == nil)
  }

  @Test func `most spend comes first, equal spend by key`() {
    let report = CampaignReport.rating(
      [
        campaign("b", spend: 10, clicks: 1, conversions: [0, 0, 0]),
        campaign("c", spend: 90, clicks: 1, conversions: [0, 0, 0]),
        campaign("a", spend: 10, clicks: 1, conversions: [0, 0, 0]),
      ], window: Self.window, covered: Self.window)
    #expect(report.ratings.map(\.facts.key) == ["c", "a", "b"])
  }
}
