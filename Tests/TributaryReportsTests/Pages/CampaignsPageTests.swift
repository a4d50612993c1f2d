import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

@Suite struct CampaignsPageTests {
  let english = Words(.english, currency: .rub)

  private func rating(
    _ grade: Grade?, _ advice: CampaignAdvice, needed: Int? = nil, key: String = "one",
    credits: [AttributionModel: Credit] = [:], isEnding: Bool = false
  ) -> CampaignRating {
    CampaignRating(
      facts: CampaignFacts(
        key: key, name: key, source: "s", medium: "cpc", type: .generic, spend: 10_000_000,
        impressions: 0, clicks: 0, sessions: 0, credits: credits, isEnding: isEnding),
      conversions: Estimate(10),
      costPerConversion: nil, returnOnAdSpend: nil, marginReturn: Estimate(1),
      incrementalReturn: Estimate(1), grade: grade,
      conversionsNeeded: needed, advice: advice)
  }

  private func report(
    _ ratings: [CampaignRating], isCovered: Bool = true, spend: Int64 = 0, sessions: Int = 0,
    macros: Int = 0
  ) -> CampaignReport {
    let window = DayRange(last: CarnivalShop.asOf, count: 28)
    return CampaignReport(
      window: window, covered: isCovered ? window : nil, ratings: ratings,
      audit: SpendAudit(
        spendAlone: spend, sessionsAlone: sessions, macroSessions: macros))
  }

  private func answer(_ report: CampaignReport) -> String {
    english.campaignAnswer(report, CampaignSummary(report.ratings))
      .replacing("\u{A0}", with: " ")
  }

  @Test func `the answer has a branch for every state`() {
    #expect(answer(report([])) == "No campaign can be rated yet: load ad spend.")
    #expect(
      answer(report([rating(.a, .raise)], isCovered: false))
        == "Spend and visits share no day, so no campaign can be rated.")
    #expect(
      answer(report([rating(.e, .stop), rating(.d, .cut), rating(.a, .raise)]))
        == "Stop 1 campaign, cut 1 and raise 1.")
    #expect(answer(report([rating(.d, .cut)])) == "Cut 1 campaign.")
    #expect(answer(report([rating(.a, .raise)])) == "Raise 1 campaign.")
    #expect(
      answer(report([rating(.c, .wait, needed: 40)]))
        == "Too little data for any verdict: leave the budget as it is.")
    #expect(
      answer(report([rating(.c, .keep)]))
        == "Leave the budget as it is: no campaign is sure to lose.")
  }

  @Test func `what pays is counted by verdict`() {
    func claim(_ ratings: [CampaignRating]) -> String {
      english.whatPaysClaim(CampaignSummary(ratings)).replacing("\u{A0}", with: " ")
    }
    #expect(claim([rating(nil, .keep)]) == "No campaign has spend to grade.")
    #expect(
      claim([rating(.c, .keep)])
        == "None of 1 campaigns can be told apart from break-even.")
    #expect(
      claim([rating(.a, .raise), rating(.b, .keep), rating(.e, .stop), rating(.c, .wait)])
        == "2 of 4 campaigns pay, 1 loses money and 1 cannot be told apart from break-even.")
    #expect(
      claim([rating(.a, .raise), rating(.b, .keep)])
        == "2 of 2 campaigns pay and none is sure to lose.")
  }

  @Test func `a campaign with too little data is never counted as a verdict`() {
    let summary = CampaignSummary([rating(.d, .wait, needed: 20)])
    #expect(summary.loses.isEmpty && summary.waits.count == 1)
  }

  @Test func `money is told by where it went`() {
    func claim(_ ratings: [CampaignRating]) -> String {
      english.ratingsClaim(CampaignSummary(ratings))
    }
    #expect(claim([]) == "Nothing was spent in these days.")
    #expect(
      claim([rating(.a, .raise), rating(.e, .stop)])
        == "Of ₽200k spent, ₽100k went to campaigns that pay and ₽100k to ones that lose.")
    #expect(
      claim([rating(.a, .raise)])
        == "Of ₽100k spent, ₽100k went to campaigns that pay and nothing to ones sure to lose.")
  }

  /// A plan of one stop and one raise over 28 days; a quarter of it is a week's.
  private func plan(
    stop: Int64 = 400_000, raise: Int64 = 400_000, profit: Double = 800_000, chance: Double = 0.9
  ) -> BudgetPlan {
    func move(_ key: String, from: Int64, to: Int64) -> BudgetPlan.Move {
      BudgetPlan.Move(
        rating: rating(.a, .raise, key: key), from: from, to: to,
        sales: Estimate(8, Interval(lower: 4, upper: 12)), margin: Estimate(400_000))
    }
    var moves: [BudgetPlan.Move] = []
    if stop > 0 { moves.append(move("bad", from: stop, to: 0)) }
    if raise > 0 { moves.append(move("good", from: 2 * raise, to: 3 * raise)) }
    return BudgetPlan(
      moves: moves, spend: 2_000_000, spendAfter: 2_000_000 - stop + raise,
      sales: Estimate(0.12, Interval(lower: 0.04, upper: 0.2)), margin: Estimate(profit),
      profit: Estimate(profit), chance: chance)
  }

  @Test func `the advice speaks of moving, taking, adding or nothing, by the week`() {
    func claim(_ plan: BudgetPlan?) -> String { plain(english.budgetClaim(plan, days: 28)) }
    #expect(claim(plan()) == "Moving ₽1,000 a week is expected to leave ₽2,000 more a week.")
    #expect(
      claim(plan(raise: 0))
        == "Taking ₽1,000 a week away is expected to leave ₽2,000 more a week.")
    #expect(
      claim(plan(stop: 0)) == "Adding ₽1,000 a week is expected to leave ₽2,000 more a week.")
    #expect(claim(nil) == "No budget is worth changing this night.")
    #expect(
      plain(Words.russian.budgetClaim(plan(), days: 28))
        == "Если переложить 1 000 ₽ в неделю, останется больше: 2 000 ₽ в неделю.")
  }

  @Test func `a change over a half is made in three steps, a small one at once`() {
    #expect(plan(raise: 0).stages == 3)
    #expect(plan(stop: 0).stages == 2)
    let asOf = CarnivalShop.asOf
    let three = plain(english.stages(plan(raise: 0), after: asOf).rendered)
    #expect(three.contains("In 3 equal steps"))
    #expect(three.contains("The chance that it pays is 90%."))
    #expect(
      plain(english.stages(plan(chance: 1), after: asOf).rendered).contains("pays is over 99%."))
  }

  @Test func `a cut alone tells its loss`() {
    let text = plain(english.cutRemark(plan(raise: 0), days: 28).rendered)
    #expect(text.contains("until 20% of the spend is saved (₽1,000 a week)"))
    #expect(text.contains("change by 12.0% (4.0% to 20.0%)"))
  }

  @Test func `models agree, part, or say nothing`() {
    #expect(english.modelsClaim(nil) == "No model gives any campaign credit.")
    #expect(
      english.modelsClaim(.init(campaign: "brand", sales: 9, largestSpread: 0.04))
        == "The ways of giving credit agree: no campaign is more than 4% apart.")
    #expect(
      plain(english.modelsClaim(.init(campaign: "brand", sales: 23.6, largestSpread: 0.71)))
        == "The ways of giving credit part most on “brand”: by 24 sales.")
    #expect(
      plain(
        Words.russian.modelsClaim(.init(campaign: "brand", sales: 23.6, largestSpread: 0.71)))
        == "Сильнее всего модели расходятся на кампании «brand»: на 24 продажи.")
  }

  @Test func `the models part most where most orders move, not where the share is largest`() throws
  {
    func moved(_ key: String, _ first: Double, _ last: Double) -> CampaignRating {
      let credits = [AttributionModel.first: first, .lastNonDirect: last].mapValues {
        Credit(conversions: Estimate($0), value: 0, margin: 0)
      }
      return rating(.c, .keep, key: key, credits: credits)
    }
    // 20 orders of 110 against 3 of 2.5: half of 3 over 2.5 is 60%.
    let parting = try #require(
      report([moved("big", 100, 120), moved("thin", 1, 4)]).parting)
    #expect(parting.campaign == "big" && parting.sales == 20)
    #expect(parting.largestSpread == 0.6)
  }

  @Test func `a campaign that pays well is kept with a reason when its season is over`() {
    let ended = rating(.a, .keep, isEnding: true)
    #expect(english.verdict(ended) == "pays well, but its season is over")
    #expect(Words.russian.verdict(ended) == "хорошо окупается, но её сезон прошёл")
    #expect(english.verdict(rating(.a, .keep)) == "pays well")
  }

  private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

  @Test func `the spread is half the distance over the mean`() {
    func credit(_ orders: Double) -> Credit {
      Credit(conversions: Estimate(orders), value: 0, margin: 0)
    }
    let facts = CampaignFacts(
      key: "k", name: "n", source: "", medium: "", type: .brand, spend: 0, impressions: 0,
      clicks: 0, sessions: 0,
      credits: [.first: credit(8), .lastNonDirect: credit(12), .linear: credit(10)])
    #expect(CampaignModels(facts)?.apart == 0.2)
  }

  @Test(
    arguments: [
      (Int64(620_000), 213, 0, "₽6,200 of spend brought no tagged visit, and 213 visits carry"),
      (620_000, 0, 0, "₽6,200 of spend brought no tagged visit."),
      (0, 213, 0, "213 visits carry a campaign’s tag without any spend."),
      (0, 0, 4, "Spend and tags meet; 4 visits carry a broken tag."),
      (0, 0, 0, "All spend and all tags meet."),
    ])
  func `what has no partner is told`(spend: Int64, sessions: Int, macros: Int, claim: String) {
    let report = report([], spend: spend, sessions: sessions, macros: macros)
    let text = english.unmatchedClaim(report).replacing("\u{A0}", with: " ")
    #expect(text.hasPrefix(claim))
  }

  @Test func `a thousand campaigns stay within the budget of a page`() throws {
    let base = CarnivalShop(.english, spell: CarnivalShop.hostile).report
    let ratings = (0..<50).flatMap { _ in base.campaigns.ratings }.prefix(1_000)
    let report = RunReport(
      shop: base.shop, asOf: base.asOf, sources: base.sources, indicators: [],
      campaigns: report(Array(ratings)), channels: base.channels, funnels: [], season: nil,
      geodomains: base.geodomains, orders: base.orders, tops: [])
    let files = ReportPages(report: report).files()
    let page = try #require(files.first { $0.name == "campaigns.html" })
    #expect(page.bytes.count < 300_000)
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(PageScan(text).tags.count < 2_500)
    #expect(text.contains("20 of 1,000; all in campaign-rating.csv."))
    let table = try #require(files.first { $0.name == "campaign-rating.csv" })
    #expect(table.bytes.split(separator: UInt8(ascii: "\n")).count == 1_001)
  }

  @Test func `each mark on the chart tells its campaign and leads to its page`() throws {
    let report = CarnivalShop(.english).report
    let files = ReportPages(report: report).files()
    let page = try #require(files.first { $0.name == "campaigns.html" })
    let text = String(decoding: page.bytes, as: UTF8.self)
    let chart = try #require(
      text.firstRange(of: #/(?s)<svg class="w" role="group".*?<\/svg>/#).map { text[$0] })
    let graded = report.campaigns.ratings.filter { $0.grade != nil && $0.incrementalReturn != nil }
    #expect(graded.count > 2)
    for rating in graded {
      let file = CampaignPage.fileName(rating.facts.key)
      #expect(files.contains { $0.name == file })
      #expect(chart.contains(#"<a href="\#(file)"><title>\#(rating.facts.name): "#))
    }
  }
}
