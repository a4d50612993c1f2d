import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

@Suite struct MorningPageTests {
  let english = Words(.english, currency: .rub)
  let russian = Words(.russian, currency: .rub)

  private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

  @Test(
    arguments: [
      (0, true, "Nothing asks for attention this morning."),
      (0, false, "Nothing can be judged without figures yet."),
      (1, true, "One thing asks for attention."),
      (2, true, "Two things, the most urgent first."),
      (3, true, "Three things, the most urgent first."),
      (4, true, "Four things, the most urgent first."),
      (5, true, "Five things, the most urgent first."),
    ])
  func `attention is counted in words`(count: Int, isJudged: Bool, claim: String) {
    #expect(english.attentionClaim(count, isJudged: isJudged) == claim)
    #expect(russian.attentionClaim(count, isJudged: isJudged) != claim)
  }

  @Test func `what waits names its money and its largest status`() {
    let new = StatusFlow.Waiting(status: "new", orders: 1, money: 1_400_000, oldestDays: 2)
    let sent = StatusFlow.Waiting(status: "sent", orders: 4, money: 600_000, oldestDays: 9)
    #expect(
      plain(english.waitingClaim([new, sent])) == "₽20k waits in 5 orders; “new” holds the most.")
    #expect(plain(english.waitingClaim([new])) == "₽14k waits in 1 order, all in “new”.")
    #expect(
      plain(russian.waitingClaim([new, sent]))
        == "20 тыс. ₽ ждут действия: 5 заказов, больше всего в статусе «new».")
    #expect(english.nothingWaits(hasStatuses: true) == "No order waits for anybody.")
    #expect(
      english.nothingWaits(hasStatuses: false)
        == "What waits cannot be told without order statuses.")
  }

  @Test(arguments: [true, false])
  func `a figure without data shows only when the pipeline names its source`(isNamed: Bool) {
    let shop = CarnivalShop(.english).report
    let letters = Indicator(
      name: .letters, value: nil, lastWeek: nil, fourWeeksAgo: nil, lastYear: nil, expected: nil,
      verdict: .incomplete, history: [], missingDays: 7)
    let source = SourceQuality(
      kind: .letters, counts: FileCounts(), files: 0, dataTo: nil, coverage: [], refused: [],
      rejections: [], isMissing: true)
    let report = shop.replacing(
      sources: isNamed ? [source] : [], indicators: [letters])
    let page = IndicatorTable(report, english).markup.rendered
    #expect(page.contains("! incomplete") == isNamed)
  }

  @Test func `sources are whole, behind, all behind, or none`() {
    #expect(english.sourcesClaim(behind: [], of: 0) == "No source is loaded.")
    #expect(english.sourcesClaim(behind: [], of: 3) == "All sources are whole.")
    #expect(
      english.sourcesClaim(behind: [.calls, .stock], of: 3)
        == "Not whole: calls and stock; the rest is.")
    #expect(english.sourcesClaim(behind: [.calls], of: 1) == "No source is whole.")
  }

  @Test func `each kind of attention says what and what then`() throws {
    let low = try #require(
      CarnivalShop(.english).indicators.first { $0.verdict == .below })
    let high = Indicator(
      name: .orders, value: 400, lastWeek: nil, fourWeeksAgo: nil, lastYear: nil,
      expected: Estimate(300, Interval(lower: 250, upper: 350)), verdict: .above, history: [],
      missingDays: 0)
    let stop = try #require(
      CarnivalShop(.english).campaigns.ratings.first { $0.advice == .stop })
    let leak = StatusFlow.CancellationSource(
      status: "stock", entered: 1_000, cancelled: 400,
      share: Estimate(0.4, Interval(lower: 0.37, upper: 0.43)))
    let peak = try #require(SeasonPageTests.curve(daysToStart: 17, daysToTop: 42).next)
    let begun = try #require(SeasonPageTests.curve(daysToStart: -3, daysToTop: 1).next)
    let items: [(Finding.Judgement, String)] = [
      (
        .statusLoses(leak, all: 800),
        "“<bdi>stock</bdi>” loses orders: 400 of the 1,000 that entered it in a year."
      ),
      (
        .peakComes(peak, outOfStock: 0),
        "“New Year” starts in 17 days and tops out on 26 December."
      ),
      (
        .peakComes(begun, outOfStock: 2),
        "“New Year” has begun and tops out on 15 November."
      ),
      (
        .indicator(low),
        "Conversion: below the usual range, 1.84% against 2.36% expected."
      ),
      (.indicator(high), "Orders: above the usual range, 400 against 300 expected."),
      (.source(.calls, .missing), "Calls: nothing was found."),
      (.source(.calls, .refused(2)), "Calls: 2 files refused whole."),
      (
        .source(.calls, .stops(CarnivalShop.asOf.adding(-1))),
        "Calls: data stop on 13 November."
      ),
      (
        .campaign(stop),
        "Stop 2 campaigns: ₽604k spent, and less comes back."
      ),
      (
        .ordersWait(
          StatusFlow.Waiting(status: "new", orders: 3, money: 100, oldestDays: 9)),
        "Orders wait in “<bdi>new</bdi>” for up to 9 days."
      ),
    ]
    for (item, claim) in items {
      let finding = Finding(item)
      #expect(plain(english.claim(finding, stops: [stop, stop]).rendered) == claim)
      #expect(
        english.detail(finding) != russian.detail(finding)
          || english.claim(finding) != russian.claim(finding))
    }
  }

  @Test func `the details hold a count, a range and what goes with it`() throws {
    let leak = StatusFlow.CancellationSource(
      status: "stock", entered: 1_000, cancelled: 400,
      share: Estimate(0.4, Interval(lower: 0.37, upper: 0.43)))
    #expect(
      english.detail(Finding(.statusLoses(leak, all: 800))).rendered
        == "It loses 40.0% (37.0% to 43.0%) of its orders: 400 of 800 cancellations.")
    let peak = try #require(SeasonPageTests.curve(daysToStart: 17, daysToTop: 42).next)
    #expect(
      english.detail(Finding(.peakComes(peak, outOfStock: 3))).rendered
        .hasSuffix("Goods were out of stock on 3 of the last 28 days."))
    #expect(!english.detail(Finding(.peakComes(peak, outOfStock: 0))).rendered.contains("stock"))
  }
}
