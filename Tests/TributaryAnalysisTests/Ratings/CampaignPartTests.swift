import Foundation
import Testing
import TributaryModel

@testable import TributaryAnalysis

@Suite struct CampaignPartTests {
  private typealias Spent = CampaignPartFacts.Spent
  private typealias Seen = CampaignPartFacts.Seen

  @Test(arguments: [
    ("купить парик -бесплатно -ремонт", "купить парик"), ("\"!купить +парик\"", "купить парик"),
    ("[Купить  Парик]", "купить парик"), ("Ёлка (живая|пушистая)", "елка живаяпушистая"),
    ("+wig +shop", "wig shop"), ("t-shirt - red", "t-shirt - red"),
    ("---autotargeting", "---autotargeting"), ("", ""),
  ])
  func `a keyword is what a visit's tag has of it`(_ text: String, _ keyword: String) {
    #expect(CampaignPart.keyword(text) == keyword)
  }

  private func spent(
    _ spend: Int64, group: String = "", _ keyword: String = "", city: String = "",
    campaign: String = "c"
  ) -> Spent {
    Spent(
      campaign: campaign, adGroup: group, keyword: keyword, city: city, spend: spend,
      clicks: Int(spend / 10))
  }

  private func names(_ facts: CampaignPartFacts) -> [String] {
    facts.sums.keys.sorted().map { "\($0.kind.rawValue) \($0.name)" }
  }

  /// Half of the visits name no keyword: what those sold would be missing.
  @Test func `parts stand where spend and visits name them`() {
    let spend = [spent(600, group: "hats", "hat"), spent(400, group: "wigs", "wig -cheap")]
    let named = [
      Seen(campaign: "c", keyword: "hat", city: "", sessions: 50),
      Seen(campaign: "c", keyword: "Wig", city: "", sessions: 30),
    ]
    let unnamed = Seen(campaign: "c", keyword: "", city: "", sessions: 80)
    #expect(
      names(CampaignPartFacts(spend, named))
        == ["ad_group hats", "ad_group wigs", "keyword hat", "keyword wig"])
    #expect(names(CampaignPartFacts(spend, named + [unnamed])) == [])
    #expect(names(CampaignPartFacts(spend + [spent(900)], named)) == [])
    // One part is the campaign itself.
    #expect(names(CampaignPartFacts([spend[0]], [named[0]])) == [])
  }

  @Test func `a keyword of two ad groups tells none of them`() {
    let facts = CampaignPartFacts(
      [
        spent(600, group: "hats", "hat"), spent(100, group: "sale", "hat"),
        spent(400, group: "wigs", "wig"),
      ],
      [
        Seen(campaign: "c", keyword: "hat", city: "", sessions: 10),
        Seen(campaign: "c", keyword: "wig", city: "", sessions: 90),
      ])
    let parts = facts.parts(campaign: "c", keyword: "HAT", city: "").map(\.kind)
    #expect(parts == [.keyword])
    #expect(
      facts.parts(campaign: "c", keyword: "wig", city: "").map(\.name) == ["wigs", "wig"])
  }

  @Test func `cities share a spend that no file tells by city as visits are, to the last unit`() {
    let seen = [("msk", 50), ("spb", 33), ("nn", 17)].map {
      Seen(campaign: "c", keyword: "", city: $0.0, sessions: $0.1)
    }
    let facts = CampaignPartFacts([spent(1001)], seen)
    let sums = facts.sums.sorted { $0.key < $1.key }
    #expect(sums.map(\.key.name) == ["msk", "nn", "spb"])
    #expect(sums.map(\.value.spend) == [501, 170, 330])
    #expect(sums.reduce(0) { $0 + $1.value.spend } == 1001)
    #expect(sums.map(\.value.isShared) == [true, true, true])
    // Told by city: as told.
    let told = CampaignPartFacts([spent(700, city: "msk"), spent(300, city: "spb")], seen)
    #expect(told.sums.filter { $0.value.spend > 0 }.allSatisfy { !$0.value.isShared })
    #expect(told.sums.reduce(0) { $0 + $1.value.spend } == 1000)
  }

  private func sale(_ touches: [(campaign: String?, keyword: String)]) throws -> CreditedConversion
  {
    var sale = CreditedConversion(
      kind: .order, day: try #require(Day("2026-11-10")), isSale: true, value: 1000, margin: 600)
    for (index, touch) in touches.enumerated() {
      sale.touchpoints.append(
        Touchpoint(
          personID: "p", at: Instant(milliseconds: Int64(index)), kind: .session,
          member: "\(index)",
          channel: .paidSearch, campaignKey: touch.campaign, keyword: touch.keyword))
      let share = 1 / Double(touches.count)
      for (model, credit) in [
        (AttributionModel.shapley, share), (.first, index == 0 ? 1 : 0),
        (.lastNonDirect, index == touches.count - 1 ? 1 : 0), (.linear, share),
      ] where credit > 0 {
        sale.credits.append(
          AttributionCredit(
            conversionID: "x", touchpoint: index, model: model, credit: credit,
            value: Int64(1000 * credit), margin: Int64(600 * credit)))
      }
    }
    return sale
  }

  /// Three sales by c: one alone by `hat`, one by `hat` and `wig`, one by `wig` and another campaign.
  @Test func `the credit of parts adds up to their campaign's, the chain's too`() throws {
    let facts = CampaignPartFacts(
      [spent(600, "hat"), spent(400, "wig")],
      [
        Seen(campaign: "c", keyword: "hat", city: "", sessions: 6),
        Seen(campaign: "c", keyword: "wig", city: "", sessions: 4),
      ])
    var credits = PartCredits()
    credits.add(try sale([("c", "hat")]))
    credits.add(try sale([("c", "hat"), ("c", "wig")]))
    credits.add(try sale([("c", "wig"), ("d", "")]))
    let day = try #require(Day("2026-11-10"))
    let campaign: [AttributionModel: Credit] = [
      .shapley: Credit(conversions: Estimate(2.5), value: 2500, margin: 1500),
      .markov: Credit(conversions: Estimate(2.0), value: 2000, margin: 1200),
    ]
    let found = credits.credits(
      in: DayRange(last: day, count: 1), facts, campaigns: ["c": campaign])
    let hat = try #require(found[CampaignPart(campaign: "c", kind: .keyword, name: "hat")])
    let wig = try #require(found[CampaignPart(campaign: "c", kind: .keyword, name: "wig")])
    #expect(hat[.first]?.conversions.value == 2)
    #expect(wig[.first]?.conversions.value == 1)
    #expect(hat[.lastNonDirect]?.conversions.value == 1)
    #expect(wig[.lastNonDirect]?.conversions.value == 1)
    #expect(hat[.shapley]?.conversions.value == 1.5)
    #expect(wig[.shapley]?.conversions.value == 1)
    #expect(hat[.markov]?.conversions.value == 1.5 * 0.8)
    #expect(hat[.shapley]?.margin == 900)
    // Another day's, and what is no sale, count nothing.
    #expect(
      credits.credits(
        in: DayRange(last: day.adding(-1), count: 1), facts, campaigns: ["c": campaign]
      ).isEmpty)
  }

  /// Shops of 20 campaigns with 12 keywords each, whose true rates are those of their campaigns times
  /// a factor; of a third of them two clicks in three are wasted.
  @Test func `on shops whose truth is known letters are right and ranges cover`() throws {
    var (covered, all, lost, rightlyLost, won, rightlyWon) = (0, 0, 0, 0, 0, 0)
    for seed in 11...16 {
      let shop = KeywordShop(seed: UInt64(seed))
      for rating in shop.ratings() {
        let truth = try #require(shop.returns[rating.part.name])
        let range = try #require(rating.rating.incrementalReturn?.interval)
        all += 1
        if range.lower <= truth, truth <= range.upper { covered += 1 }
        guard let grade = rating.rating.grade else { continue }
        if grade > .c {
          lost += 1
          if truth < 1 { rightlyLost += 1 }
        } else if grade < .c {
          won += 1
          if truth > 1 { rightlyWon += 1 }
        }
      }
    }
    let coverage = Double(covered) / Double(all)
    print(
      "parts: \(all), covered \(coverage), D/E \(rightlyLost) of \(lost), A/B \(rightlyWon) of \(won)"
    )
    #expect((0.85...0.99).contains(coverage))
    #expect(Double(rightlyLost) >= 0.9 * Double(lost))
    #expect(Double(rightlyWon) >= 0.95 * Double(won))
    #expect(lost + won > all / 4)
  }
}

/// A shop whose keywords' returns are known.
private struct KeywordShop {
  private(set) var returns: [String: Double] = [:]
  private var spent: [CampaignPartFacts.Spent] = []
  private var seen: [CampaignPartFacts.Seen] = []
  private var sales: [CreditedConversion] = []
  private var campaigns: [CampaignFacts] = []
  private let day = Day(number: 20_000)

  init(seed: UInt64) {
    var stream = SeededStream(seed: seed)
    for campaign in 0..<20 {
      let key = "c\(campaign)"
      let rate = 0.02 * exp(0.5 * stream.normal())
      // Of sales of the kind `generic` 88% are brought, give or take.
      let share = min(1, 0.88 + 0.09 * stream.normal())
      var (clicks, spend, count): (Int, Int64, Int) = (0, 0, 0)
      for number in 0..<12 {
        let name = "\(key) word \(number)"
        let own = Int(exp(5 + 1.0 * stream.normal())) + 1
        let factor = (stream.share() < 1 / 3 ? 1 / 3 : 1.2) * exp(0.3 * stream.normal())
        let cost = Int64(Double(own) * 30 * exp(0.2 * stream.normal()))
        let sold = Int(stream.poisson(Double(own) * rate * factor))
        returns[name] = Double(own) * rate * factor * share * 2000 / Double(cost)
        spent.append(
          .init(
            campaign: key, adGroup: "", keyword: name, city: "", spend: cost, clicks: own))
        seen.append(.init(campaign: key, keyword: name, city: "", sessions: own))
        for sale in 0..<sold { sales.append(self.sale(key, name, sale)) }
        clicks += own
        spend += cost
        count += sold
      }
      let credit = Credit(
        conversions: Estimate(Double(count)), value: Int64(count * 4000),
        margin: Int64(count * 2000))
      campaigns.append(
        CampaignFacts(
          key: key, name: key, source: "s", medium: "cpc", type: .generic, spend: spend,
          impressions: 0, clicks: clicks, sessions: clicks,
          credits: Dictionary(
            uniqueKeysWithValues: AttributionModel.rating.map { ($0, credit) })))
    }
  }

  private func sale(_ campaign: String, _ keyword: String, _ number: Int) -> CreditedConversion {
    var sale = CreditedConversion(
      kind: .order, day: day, isSale: true, value: 4000, margin: 2000)
    sale.touchpoints = [
      Touchpoint(
        personID: "\(keyword) \(number)", at: Instant(milliseconds: 0), kind: .session, member: "1",
        channel: .paidSearch, campaignKey: campaign, keyword: keyword)
    ]
    sale.credits = AttributionModel.byTouchpoint.map {
      AttributionCredit(
        conversionID: "x", touchpoint: 0, model: $0, credit: 1, value: 4000, margin: 2000)
    }
    return sale
  }

  func ratings() -> [CampaignPartRating] {
    var credits = PartCredits()
    for sale in sales { credits.add(sale) }
    return CampaignReport.parts(
      of: campaigns, CampaignPartFacts(spent, seen), credits,
      in: DayRange(last: day, count: 28), .usual)
  }
}
