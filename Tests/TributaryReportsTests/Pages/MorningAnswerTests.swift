import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

@Suite struct MorningAnswerTests {
  let english = Words(.english, currency: .rub)
  let russian = Words(.russian, currency: .rub)

  private func indicator(_ name: Indicator.Name, _ verdict: Indicator.Verdict) -> Indicator {
    Indicator(
      name: name, value: 100, lastWeek: 90, fourWeeksAgo: 80, lastYear: 80,
      expected: Estimate(100, Interval(lower: 90, upper: 110)), verdict: verdict, history: [],
      missingDays: 0)
  }

  private func night(
    _ indicators: [Indicator], sources: [SourceQuality] = [],
    advice: [CampaignAdvice] = [], daysToPeak: Int? = nil
  ) -> RunReport {
    let shop = CarnivalShop(.english)
    let base = shop.empty
    let ratings = shop.campaigns.ratings
    let advised = advice.compactMap { advice in ratings.first { $0.advice == advice } }
    return RunReport(
      shop: base.shop, asOf: base.asOf, sources: sources, indicators: indicators,
      campaigns: CampaignReport(
        window: base.campaigns.window, covered: base.campaigns.window, ratings: advised),
      channels: base.channels, funnels: [],
      season: daysToPeak.map { SeasonPageTests.curve(daysToStart: $0, daysToTop: $0 + 20) },
      geodomains: base.geodomains, orders: base.orders, tops: [])
  }

  @Test func `without figures it asks for orders`() {
    #expect(MorningAnswer(night([])).text(english) == "No figures yet; load orders first.")
  }

  private func orders(to last: Day?) -> SourceQuality {
    SourceQuality(
      kind: .orders, counts: FileCounts(), files: 1, dataTo: last, coverage: [], refused: [],
      rejections: [], isMissing: false)
  }

  private func said(_ night: RunReport, _ language: RunReport.Language = .english) -> String {
    MorningAnswer(night).text(Words(language, currency: .rub, year: CarnivalShop.asOf.year))
      .replacing("\u{A0}", with: " ")
  }

  @Test func `orders that end before the week are said with their day, not asked for`() throws {
    let last = try #require(Day("2022-12-31"))
    let old = night([], sources: [orders(to: last)])
    #expect(said(old) == "The orders end on 31 December 2022; load those of the days since.")
    #expect(
      said(old, .russian)
        == "Заказы кончаются 31 декабря 2022 года; загрузите заказы за следующие дни.")
    let late = night([], sources: [orders(to: CarnivalShop.asOf.adding(-10))])
    #expect(said(late) == "The orders end on 4 November; load those of the days since.")
  }

  /// Visits may well be usual; orders that end more than four weeks ago come first all the same.
  @Test(arguments: [
    (3, "A usual week for the season."), (28, "A usual week for the season."),
    (29, "The orders end on 16 October; load those of the days since."),
  ])
  func `only orders that end long ago outweigh figures that are known`(days: Int, answer: String) {
    let source = orders(to: CarnivalShop.asOf.adding(-days))
    #expect(said(night([indicator(.visits, .inside)], sources: [source])) == answer)
  }

  @Test func `loaded orders are not asked for`() {
    #expect(said(night([], sources: [orders(to: CarnivalShop.asOf)])) == "No figures yet.")
    #expect(said(night([], sources: [orders(to: nil)])) == "No figures yet; load orders first.")
  }

  @Test func `a usual week without anything to do`() {
    let night = night([indicator(.orders, .inside)])
    #expect(MorningAnswer(night).text(english) == "A usual week for the season.")
    #expect(MorningAnswer(night).text(russian) == "Обычная для сезона неделя.")
  }

  @Test func `too little history`() {
    let night = night([indicator(.orders, .tooLittle)])
    #expect(MorningAnswer(night).text(english) == "Too little history to judge the week.")
  }

  @Test func `weaker, stronger and mixed weeks name their figures`() {
    let low = indicator(.orders, .below)
    let high = indicator(.visits, .above)
    #expect(
      MorningAnswer(night([low])).text(english) == "A weaker week than usual: orders low.")
    #expect(
      MorningAnswer(night([high])).text(english) == "A stronger week than usual: visits high.")
    #expect(
      MorningAnswer(night([low, high])).text(english)
        == "A mixed week: orders low, visits high.")
  }

  @Test func `the action is the source first, then the campaign, then the peak`() {
    let usual = [indicator(.orders, .inside)]
    let missing = SourceQuality(
      kind: .calls, counts: FileCounts(), files: 0, dataTo: nil, coverage: [], refused: [],
      rejections: [], isMissing: true)
    #expect(
      MorningAnswer(night(usual, sources: [missing], advice: [.stop], daysToPeak: 9)).action
        == .mendSources(1))
    #expect(
      MorningAnswer(night(usual, advice: [.stop], daysToPeak: 9)).action == .stopCampaigns(1))
    #expect(
      MorningAnswer(night(usual, advice: [.keep], daysToPeak: 9)).action
        == .prepare(name: "New Year", days: 9))
    #expect(MorningAnswer(night(usual, daysToPeak: 31)).action == nil)
  }

  @Test func `every action has words in both languages`() {
    let actions: [MorningAnswer.Action] = [
      .loadOrders, .loadNewerOrders, .mendSources(2), .stopCampaigns(3),
      .prepare(name: nil, days: 5),
    ]
    for action in actions {
      #expect(action.text(english) != action.text(russian))
    }
    #expect(
      MorningAnswer.Action.stopCampaigns(3).text(russian)
        == WordsNumbersTests.spaced("остановите 3_убыточные кампании"))
  }

  @Test func `the claim of the figures has a branch for every state`() {
    func claim(_ indicators: [Indicator]) -> String {
      english.indicatorClaim(IndicatorSummary(indicators))
        .replacing("\u{A0}", with: " ")
    }
    #expect(claim([]) == "No key figure can be formed yet.")
    #expect(
      claim([indicator(.orders, .inside), indicator(.visits, .inside)])
        == "100 orders, 25% more than a year ago; 2 indicators inside the usual range.")
    #expect(claim([indicator(.visits, .below)]) == "Below the usual range: visits.")
    #expect(claim([indicator(.visits, .above)]) == "Above it: visits.")
    #expect(
      claim([indicator(.visits, .tooLittle)])
        == "There is too little history to say what is usual.")
    #expect(
      claim([indicator(.visits, .inside), indicator(.calls, .incomplete)])
        == "1 indicator inside the usual range; incomplete: calls.")
  }

  /// The site log has a refused file, stock was not found, conversion is low, campaigns lose and
  /// orders have waited for 11 days; the peak in 17 days finds no room.
  @Test func `at most five things stand in order of urgency`() {
    let findings = Attention(CarnivalShop(.english).report).findings
    let kinds = findings.map { finding in
      switch finding.judgement {
      case .source: "source"
      case .indicator(let indicator): indicator.name.rawValue
      case .campaign: "campaigns"
      case .ordersWait: "waiting"
      default: "other"
      }
    }
    #expect(kinds == ["source", "source", "conversion", "campaigns", "waiting"])
    #expect(Attention(CarnivalShop(.english).empty).findings.isEmpty)
  }

  @Test(arguments: [(9, true), (60, true), (61, false)])
  func `a peak within 60 days asks for attention`(days: Int, isThere: Bool) {
    let night = night([indicator(.orders, .inside)], daysToPeak: days)
    #expect(Attention(night).namesPeak == isThere)
    // Beyond them it has a section of its own.
    let topics = MorningPage(PageContext(night)).page.sections.map(\.topic)
    #expect(topics.contains(english.nextPeakTopic) != isThere)
  }

  /// 40% to 60% of 20 is a leak; 4% to 8% is not; 9 cancellations are too few.
  @Test(arguments: [(20, 0.4, true), (20, 0.04, false), (9, 0.4, false)])
  func `a status that loses much asks for attention`(lost: Int, lower: Double, isThere: Bool) {
    let range = Interval(lower: lower, upper: lower * 1.5)
    let flow = StatusFlow(
      transitions: [
        StatusFlow.Transition(from: "stock", to: "cancelled", orders: lost, medianHours: 9)
      ],
      cancellations: [
        StatusFlow.CancellationSource(
          status: "stock", entered: 50, cancelled: lost, share: Estimate(lower * 1.2, range))
      ], waiting: [])
    let base = night([indicator(.orders, .inside)])
    let answers = OrderAnswers(
      window: base.campaigns.window, orders: 50, revenue: 1, breakdowns: [], statuses: flow)
    let items = Attention(base.replacing(orders: answers)).findings
    #expect(items.isEmpty != isThere)
  }
}
