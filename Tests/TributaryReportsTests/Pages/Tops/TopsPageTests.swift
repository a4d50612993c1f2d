import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

@Suite struct TopsPageTests {
  private static let window = DayRange(last: CarnivalShop.asOf, count: 28)

  private static func row(
    _ label: String, _ volume: Double, _ conversions: Double?, reach: Double = 0.005,
    money: Int64 = 100_000, margin: Int64? = nil
  ) -> TopList.Row {
    let rate = conversions.map { $0 / volume }
    return TopList.Row(
      label: label, volume: volume, money: money, conversions: conversions,
      rate: rate.map { Estimate($0, Interval(lower: $0 - reach, upper: $0 + reach)) },
      margin: margin)
  }

  private static func page(_ lists: [(TopList.Name, [TopList.Row])]) -> Page {
    let tops = lists.map { TopList(name: $0.0, window: window, rows: $0.1) }
    return TopsPage(PageContext(CarnivalShop(.english).report.replacing(tops: tops))).page
  }

  @Test func `without lists the page says what to load`() {
    let page = Self.page([])
    #expect(
      page.answer == "No pages, queries or categories yet; load the site log and orders.")
    #expect(
      page.sections.map(\.claim) == [
        "Landing pages: nothing to show for these days.",
        "Search queries: nothing to show for these days.",
        "Categories: nothing to show for these days.",
      ])
    #expect(page.sections.allSatisfy { $0.blocks.contains { $0.isMissing } })
  }

  @Test func `a page below the rest is the answer`() {
    // 5 of 1,000 beside 25 of 1,000 on the other page.
    let page = Self.page([(.landingPages, [Self.row("/a/", 1000, 5), Self.row("/b/", 1000, 25)])])
    #expect(
      page.answer == "Mend the page “/a/”: fewer orders per visit than the rest.")
    #expect(
      page.sections[0].claim
        == "“/a/” below the rest: 0.50% (0.00% to 1.00%) orders per visit, 2.50% in the rest.")
  }

  @Test func `dear queries that convert badly are the answer with their money`() {
    let rows = [Self.row("a", 1000, 5), Self.row("b", 1000, 5), Self.row("c", 1000, 80)]
    let page = Self.page([(.searchQueries, rows)])
    #expect(
      page.answer == "Lower bids on 2 queries, “a” first: ₽2,000 spent on poor clicks.")
  }

  /// 20 leaders convert 100 of 1,000; ten times as many clicks below them convert nothing: together
  /// 100 of 11,000.
  @Test func `all together are all rows, not those on show`() {
    let leaders = (0..<20).map { Self.row("dear \($0)", 50, 5, reach: 0.06, money: 900) }
    let others = (0..<100).map { Self.row("cheap \($0)", 100, 0, reach: 0.001, money: 10) }
    let page = Self.page([(.searchQueries, leaders + others)])
    let text = page.sections[1].markup(.english).rendered
    #expect(text.contains("all together: 0.91%"))
    #expect(!text.contains("all together: 10%"))
    #expect(text.contains("20 of 120"))
    #expect(
      page.sections[1].claim
        == "“dear 0”, and 19 more above the rest: 10.0% (4.0% to 16.0%) conversions per click, "
        + "0.00% in the rest.")
  }

  /// Of the leaders the first converts like the other nineteen, yet above the hundred below them.
  @Test func `a leader is compared with the rows that are not on show`() {
    let leaders = (0..<20).map { Self.row("/\($0)/", 1000, 50, reach: 0.01) }
    let others = (0..<100).map { Self.row("/x\($0)/", 900, 9, reach: 0.01) }
    let list = TopList(name: .landingPages, window: Self.window, rows: leaders + others)
    #expect(leaders.allSatisfy { list.standing(of: $0) == .above })
    let alone = TopList(name: .landingPages, window: Self.window, rows: leaders)
    #expect(leaders.allSatisfy { alone.standing(of: $0) == .cannotTell })
  }

  /// 99 of 100 visits are on one page: the mean of all is its own, and says nothing of the rest.
  @Test func `a page that is most of the list is held against the rest alone`() {
    let rows = [
      Self.row("/a/", 99_000, 990, reach: 0.0005), Self.row("/b/", 1000, 30, reach: 0.01),
    ]
    let list = TopList(name: .landingPages, window: Self.window, rows: rows)
    #expect(list.standing(of: rows[0]) == .below)
    #expect(list.standing(of: rows[1]) == .above)
  }

  @Test func `a page above the rest is to get more visitors`() {
    let rows = [Self.row("/a/", 1000, 40), Self.row("/b/", 1000, 20, reach: 0.02)]
    let page = Self.page([(.landingPages, rows)])
    #expect(
      page.answer
        == "Send more visitors to “/a/”: it sells better than the rest.")
  }

  @Test(arguments: [
    (
      [row("/a/", 100, 1), row("/b/", 100, 2)],
      "“/a/” leads; too little data to compare: 3 conversions in all."
    ),
    (
      [row("/a/", 3000, 30, reach: 0.02), row("/b/", 1000, 10, reach: 0.02)],
      "“/a/” takes 75% of visits; rates do not differ beyond chance."
    ),
  ])
  func `a list that cannot be compared says so`(rows: [TopList.Row], claim: String) {
    #expect(Self.page([(.landingPages, rows)]).sections[0].claim == claim)
  }

  @Test(arguments: [
    (nil, nil, "“hats” sells the most, 75% of revenue; margins are not known."),
    (
      Int64(90_000), Int64(20_000),
      "“hats” sells the most, 75% of revenue, and earns the most: margin 30%."
    ),
    (
      Int64(30_000), Int64(50_000),
      "“hats” sells the most, 75% of revenue, but “wigs” earns the most: margin 50%."
    ),
  ])
  func `what sells most need not earn most`(hats: Int64?, wigs: Int64?, claim: String) {
    let rows = [
      Self.row("hats", 10, nil, money: 300_000, margin: hats),
      Self.row("wigs", 10, nil, money: 100_000, margin: wigs),
    ]
    #expect(Self.page([(.categories, rows)]).sections[2].claim == claim)
  }

  @Test func `a long path keeps its end`() {
    #expect(
      Words.english.label("/catalogue/carnival/costumes-1/", of: .landingPages)
        == "…/costumes-1/")
    #expect(Words.english.label("/a/", of: .landingPages) == "/a/")
  }

  @Test(arguments: TopList.Name.allCases)
  func `every claim is said in both languages`(list: TopList.Name) {
    let rate = Estimate(0.1, Interval(lower: 0.05, upper: 0.2))
    let claims: [TopContrast.Claim] = [
      .empty, .tooLittle(first: "a", conversions: 2),
      .below(first: "a", rate: rate, rest: 0.2, count: 1, money: 1),
      .below(first: "a", rate: rate, rest: 0.2, count: 3, money: 1),
      .above(first: "a", rate: rate, rest: 0.2, count: 1), .alike(first: "a", share: 0.5),
      .sells(first: "a", share: 0.5, earns: nil, margin: nil),
    ]
    for claim in claims {
      #expect(speaksBoth { $0.claim(claim, of: list) })
      #expect(speaksBoth { $0.topsAnswer([(list, claim)]) })
    }
  }
}
