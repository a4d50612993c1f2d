import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

@Suite struct LedgerSectionsTests {
  private static func page(_ ledger: LedgerAnswers) -> Page {
    QualityPage(PageContext(CarnivalShop(.english).report.replacing(ledger: ledger))).page
  }

  private static func file(
    _ path: String = "a.csv", loaded: Int64 = 100_00, rejected: Int64 = 0, unknown: Int = 0,
    lost: Int64 = 0, stated: Int64? = nil, currency: String = "RUB"
  ) -> FileMoney {
    var counts = MoneyCounts()
    counts.read = loaded + rejected + lost
    counts.loaded = loaded
    counts.rejected = rejected
    counts.unknownAmounts = unknown
    return FileMoney(
      path: path, kind: .orders, currency: currency, counts: counts, listed: counts.read,
      statedTotal: stated)
  }

  @Test(arguments: [
    ([file()], "All money that was read is in."),
    ([file(rejected: 12_50)], "₽12.50 was refused, the rest is in."),
    ([file(unknown: 2)], "All readable money is in; 2\u{A0}rows refused without an amount."),
    (
      [file(rejected: 1_00, unknown: 1)],
      "₽1.00 was refused, and 1\u{A0}row without a readable amount."
    ),
    (
      // 100.00 in rows, 101.00 stated: nearly 1%.
      [file(stated: 101_00)], "The total that a.csv states is not the sum of its rows."
    ),
    (
      // 100.00 against 100.50 is within half a percent.
      [file(stated: 100_50)], "All money that was read is in."
    ),
    ([file(lost: 5)], "Orders: money read and its fates do not add up."),
    (
      [file(rejected: 3_00, currency: "USD"), file(rejected: 2_00)],
      "₽2.00 was refused, the rest is in."
    ),
  ])
  func `the money's worst fate is the claim`(files: [FileMoney], claim: String) throws {
    let page = Self.page(LedgerAnswers(money: files))
    let section = try #require(page.sections.first { $0.topic == "All money accounted for" })
    #expect(section.claim == claim)
  }

  @Test func `money that is not where it should be is the page's answer`() {
    let page = Self.page(LedgerAnswers(money: [Self.file()], astray: [.orders]))
    #expect(
      page.answer
        == "Do not trust orders: the warehouse does not hold the money that the files brought.")
    #expect(
      page.sections[1].claim
        == "Orders: the warehouse does not hold the money that the files brought.")
  }

  @Test func `files that ask for a look stand first, exact to the kopeck in their currency`() throws
  {
    let page = Self.page(
      LedgerAnswers(money: [
        Self.file("whole.csv"), Self.file("=wrong.csv", stated: 200_00, currency: "KWD"),
        Self.file("refused.csv", rejected: 7_05),
      ]))
    let table = try #require(page.tables.first { $0.file == "source-file-money" })
    let lines = CSVTable(table, .english).text.split(separator: "\r\n").dropFirst()
    #expect(
      Array(lines) == [
        "'=wrong.csv,orders,KWD,20,10,10,10,0,0,0,0,0",
        "refused.csv,orders,RUB,,107.05,107.05,100,0,7.05,0,0,0",
        "whole.csv,orders,RUB,,100,100,100,0,0,0,0,0",
      ])
    #expect(table.markup(.english).rendered.contains("KWD\u{A0}10.000"))
  }

  private static let asOf = CarnivalShop.asOf

  private static func change(
    _ measure: Restatement.Measure, _ before: Int64, _ after: Int64, daysAgo: Int = 2
  ) -> Restatement.Change {
    Restatement.Change(
      day: asOf.adding(-daysAgo), measure: measure, before: before, after: after,
      files: ["orders.csv"])
  }

  @Test(arguments: [
    (
      Restatement(), "This is the first night: there is nothing to compare past days with."
    ),
    (
      Restatement(since: asOf.adding(-1)),
      "No past day changed since the report of 13\u{A0}November."
    ),
    (
      Restatement(
        since: asOf.adding(-1),
        days: [change(.revenue, 100_00, 40_00), change(.spend, 10_00, 15_00, daysAgo: 3)]),
      "2\u{A0}past days changed since the report of 13\u{A0}November: revenue \u{2212}₽60 and "
        + "ad spend +₽5."
    ),
    (
      Restatement(since: asOf.adding(-1), days: [change(.orders, 3, 4)]),
      "1\u{A0}past day changed since the report of 13\u{A0}November."
    ),
  ])
  func `changed days are counted and summed`(restatement: Restatement, claim: String) throws {
    let page = Self.page(LedgerAnswers(restatement: restatement))
    let section = try #require(page.sections.first { $0.topic == "What changed in past days" })
    #expect(section.claim == claim)
    #expect(section.tables.isEmpty == restatement.days.isEmpty)
  }

  @Test func `a changed day stands in the CSV with what was, what is and from which file`() throws {
    let restatement = Restatement(
      since: Self.asOf.adding(-1),
      days: [Self.change(.orders, 3, 2), Self.change(.revenue, 100_50, 40_25)])
    let table = try #require(
      Self.page(LedgerAnswers(restatement: restatement)).tables.first {
        $0.file == "restated-days"
      })
    #expect(
      CSVTable(table, .english).text.split(separator: "\r\n").dropFirst() == [
        "2026-11-13,2026-11-12,revenue,100.5,40.25,orders.csv",
        "2026-11-13,2026-11-12,orders,3,2,orders.csv",
      ])
  }

  /// 2,000.00 of revenue in four weeks: from 20.00 on a change is material.
  @Test(arguments: [(Int64(2_000), true), (1_999, false), (-2_000, true)])
  func `a material change is a line in the morning`(moved: Int64, isShown: Bool) {
    let restatement = Restatement(
      since: Self.asOf.adding(-1), days: [Self.change(.revenue, 50_00, 50_00 + moved)],
      usual: [.revenue: 2_000_00])
    let report = CarnivalShop(.english).report.replacing(
      sources: [], indicators: [], ledger: LedgerAnswers(restatement: restatement))
    let words = Words.english
    let claims = Attention(report).findings.map { words.claim($0).rendered }
    let sum = moved > 0 ? "+₽20" : "\u{2212}₽20"
    let line = "Past figures changed: revenue \(sum) on 1\u{A0}past day."
    #expect(claims.contains(line) == isShown)
  }

  private static func accounts(spent: Int64, paid: Int64, lastSpend: Int = 0) -> [AdAccount] {
    AdAccount.balancing(
      [
        AdAccount.Entry(
          source: "yandex", currency: "RUB", month: asOf.adding(-lastSpend), spent: spent,
          paid: paid, lastSpend: asOf.adding(-lastSpend), lastPaid: asOf.adding(-lastSpend))
      ], platforms: AdPlatforms(), asOf: asOf)
  }

  @Test(arguments: [
    (accounts(spent: 10_00, paid: 30_00), "The ad account agrees with its payments."),
    (
      accounts(spent: 10_00, paid: 30_00, lastSpend: 70),
      "₽20.00 lies in yandex, and nothing was spent for two months."
    ),
    (
      accounts(spent: 10_00, paid: 3_50, lastSpend: 70),
      "Check yandex: it spent ₽6.50 more than was ever paid to it."
    ),
  ])
  func `an ad account says whether it agrees`(accounts: [AdAccount], claim: String) throws {
    let page = Self.page(LedgerAnswers(accounts: accounts))
    let section = try #require(page.sections.first { $0.topic == "Ad accounts" })
    #expect(section.claim == claim)
  }

  @Test func `without payments for ads there is no word of accounts`() {
    #expect(!Self.page(LedgerAnswers()).sections.contains { $0.topic == "Ad accounts" })
  }

  @Test(arguments: [
    LedgerSummary.Money.unreconciled([.orders]), .astray([.orders]), .misstated(1, first: "a"),
    .misstated(2, first: "a"), .refused(minor: 1, currency: "RUB", unknown: 0),
    .refused(minor: 0, currency: "RUB", unknown: 1),
    .refused(minor: 1, currency: "RUB", unknown: 1), .whole,
  ])
  func `every claim on money is said in both languages`(money: LedgerSummary.Money) {
    #expect(speaksBoth { $0.moneyClaim(money) })
  }

  @Test func `every claim on days and accounts is said in both languages`() {
    let since = Self.asOf.adding(-1)
    for restatement in [
      Restatement(), Restatement(since: since),
      Restatement(since: since, days: [Self.change(.revenue, 1_00, 2_00)]),
    ] {
      #expect(speaksBoth { $0.restatedClaim(restatement) })
    }
    let account = Self.accounts(spent: 1, paid: 2)[0]
    for accounts in [
      LedgerSummary.Accounts.overspent(account), .idle(account), .fine(1), .fine(2),
    ] {
      #expect(speaksBoth { $0.accountsClaim(accounts) })
    }
    for measure in Restatement.Measure.allCases {
      #expect(Words.english.name(measure) != Words.russian.name(measure))
    }
  }
}
