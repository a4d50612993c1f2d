import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

@Suite struct QualityPageTests {
  private static func source(
    _ kind: SourceKind, read: Int = 100, loaded: Int = 100, duplicate: Int = 0, filtered: Int = 0,
    rejected: Int = 0, behind: Int = 0,
    gaps: Int = 0, parts: Int = 0, refused: [String] = [], isMissing: Bool = false,
    reasons: [(Rejection.Reason, Int)] = []
  ) -> SourceQuality {
    var counts = FileCounts()
    counts.read = read
    counts.loaded = loaded
    counts.duplicate = duplicate
    counts.filtered = filtered
    counts.rejected = rejected
    return SourceQuality(
      kind: kind, counts: counts, files: 2,
      dataTo: isMissing ? nil : CarnivalShop.asOf.adding(-behind),
      coverage: isMissing
        ? []
        : (0..<14).map { day in
          day >= 14 - behind || day < gaps ? .missing : day - gaps < parts ? .part : .full
        },
      refused: refused.map { SourceQuality.RefusedFile(path: $0, message: "send it again") },
      rejections: reasons.map {
        SourceQuality.RejectionGroup(
          reason: $0.0, count: $0.1, example: "a.csv:4", message: "expected a date")
      }, isMissing: isMissing)
  }

  private static func page(_ sources: [SourceQuality]) -> Page {
    let report = CarnivalShop(.english).report.replacing(
      sources: sources, ledger: LedgerAnswers())
    return QualityPage(PageContext(report)).page
  }

  /// The section of that topic.
  private static func section(_ page: Page, _ topic: String) throws -> Section {
    try #require(page.sections.first { $0.topic == topic })
  }

  @Test func `without sources the page says what to name`() {
    let page = Self.page([])
    #expect(page.answer == "No source is loaded; name the first files.")
    #expect(page.sections.map(\.claim) == ["No row has been read."])
    #expect(page.sections[0].blocks.contains { $0.isMissing })
  }

  @Test(arguments: [
    (
      [source(.orders), source(.calls)],
      "The data can be trusted: 2\u{A0}sources whole, 200\u{A0}rows accounted for."
    ),
    (
      // 100 read, 90 loaded, 3 refused: 7 are nowhere.
      [source(.orders, loaded: 90, rejected: 3)],
      "Do not trust orders: 7\u{A0}rows cannot be accounted for; load again."
    ),
    (
      [source(.orders), source(.stock, isMissing: true)],
      "Find the files of stock: the pipeline file names them, but nothing was found."
    ),
    (
      [source(.orders, refused: ["a.csv", "b.csv"])],
      "Send 2\u{A0}files again: refused whole, first in orders."
    ),
    (
      [source(.orders), source(.calls, behind: 2)],
      "Bring calls up to 14\u{A0}November: data stop before its end."
    ),
    (
      [source(.clickstream, gaps: 10), source(.orders)],
      "Find the files of site log: 10\u{A0}days of the last 14 are missing."
    ),
    (
      [source(.orders), source(.spend, gaps: 1, parts: 2)],
      "Find the files of ad spend: 1\u{A0}day of the last 14 is missing."
    ),
    (
      [source(.orders, gaps: 2, parts: 1), source(.calls, gaps: 1)],
      "Find the files of orders and calls: days of the last 14 are missing."
    ),
    (
      [source(.orders), source(.letters, parts: 2)],
      "Check the files of letters: of a day of the last 14 only a part is there."
    ),
    (
      [source(.orders), source(.calls, behind: 2), source(.letters, gaps: 3)],
      "Bring calls up to 14\u{A0}November: data stop before its end."
    ),
    (
      [source(.orders, loaded: 96, rejected: 4)],
      "Mend the export of orders: 4.00% of its rows are refused."
    ),
  ])
  func `the most urgent fault is the answer`(sources: [SourceQuality], answer: String) {
    #expect(Self.page(sources).answer == answer)
  }

  /// The headline is the verdict on the block beneath it, in both languages.
  @Test(arguments: [
    [source(.clickstream, gaps: 10), source(.orders)], [source(.orders, parts: 1)],
    [source(.orders, gaps: 1), source(.calls, gaps: 2)], [source(.orders, behind: 1)],
  ])
  func `nothing is to be trusted beside a block that warns`(sources: [SourceQuality]) {
    for language in [RunReport.Language.english, .russian] {
      let context = PageContext(
        CarnivalShop(language).report.replacing(sources: sources, ledger: LedgerAnswers()))
      let page = QualityPage(context).page
      #expect(!page.trust.isWhole)
      #expect(!page.answer.contains("can be trusted") && !page.answer.contains("можно верить"))
      let morning = MorningPage(context).page
      #expect(!morning.sections.contains { $0.claim == "All sources are whole." })
    }
  }

  @Test func `money in no figure is not to be trusted`() {
    let ledger = LedgerAnswers(
      unrated: [UnratedMoney(kind: .orders, currency: "USD", records: 3, amount: 9_000)])
    let report = CarnivalShop(.english).report.replacing(
      sources: [Self.source(.orders)], ledger: ledger)
    #expect(
      QualityPage(PageContext(report)).page.answer
        == "Add exchange rates of USD: money of orders is in no figure.")
  }

  @Test(arguments: [
    ([source(.orders)], "All 100\u{A0}rows read were loaded."),
    (
      [source(.orders, loaded: 90, duplicate: 6, filtered: 1, rejected: 3)],
      "Of 100\u{A0}rows read: 90 loaded, 6 repeats, 1 left out and 3 refused."
    ),
    (
      [source(.orders, loaded: 90)], "Orders: rows read and their fates do not add up."
    ),
  ])
  func `every row read has one fate`(sources: [SourceQuality], claim: String) {
    #expect(Self.page(sources).sections[0].claim == claim)
  }

  @Test(arguments: [
    ([source(.orders)], "The last 14\u{A0}days are complete in every source."),
    (
      [source(.orders), source(.calls, behind: 1)], "Days are missing or in part: calls."
    ),
    (
      [source(.stock, isMissing: true)],
      "No source has days, so nothing can be said about gaps."
    ),
  ])
  func `days that are not there are named by source`(
    sources: [SourceQuality], claim: String
  ) throws {
    #expect(try Self.section(Self.page(sources), "Every day there").claim == claim)
  }

  @Test func `refused files and rows are listed with what to do`() throws {
    let page = Self.page([
      Self.source(
        .orders, loaded: 95, rejected: 5, refused: ["=evil.csv"],
        reasons: [(.badDate, 3), (.badMoney, 2)])
    ])
    #expect(
      try Self.section(page, "Files refused whole").claim
        == "1\u{A0}file refused whole; nothing of it was loaded.")
    #expect(
      try Self.section(page, "Rows refused").claim
        == "5\u{A0}rows refused, 3 of them for one reason: wrong date.")
    let files = try #require(page.tables.first { $0.file == "refused-files" })
    #expect(CSVTable(files, .english).text.contains("'=evil.csv,orders,send it again"))
    let rows = try #require(page.tables.first { $0.file == "refused-rows" })
    #expect(CSVTable(rows, .english).text.contains("orders,bad-date,3,a.csv:4,expected a date"))
  }

  @Test func `nothing refused is said, not shown`() throws {
    let page = Self.page([Self.source(.orders)])
    let files = try Self.section(page, "Files refused whole")
    let rows = try Self.section(page, "Rows refused")
    #expect(files.claim == "No file was refused whole.")
    #expect(rows.claim == "No row was refused.")
    #expect(files.blocks.isEmpty && rows.blocks.isEmpty)
  }

  @Test func `one reason is enough for all rows`() throws {
    let source = Self.source(.calls, loaded: 98, rejected: 2, reasons: [(.tooLong, 2)])
    #expect(
      try Self.section(Self.page([source]), "Rows refused").claim
        == "2\u{A0}rows refused, all for one reason: too long.")
  }

  @Test func `the coverage chart draws a box a day and marks half days`() {
    let chart = CoverageChart(
      rows: [CoverageChart.Row(label: "Calls", days: [.full, .part, .missing])],
      asOf: CarnivalShop.asOf, words: .english)
    let text = chart.draw(358).marks.rendered
    // A full day is one box, a half day a frame and a box, a missing day a frame.
    #expect(text.components(separatedBy: #"<rect class="h3""#).count - 1 == 2)
    #expect(text.components(separatedBy: #"<rect class="ho""#).count - 1 == 2)
  }

  @Test(arguments: [
    QualitySummary.Answer.empty, .unreconciled([.orders], rows: 2), .missing([.orders, .calls]),
    .refusedFiles(2, first: .orders), .behind([.calls], day: CarnivalShop.asOf),
    .refusesMuch(.calls, share: 0.1), .moneyAstray([.orders]), .misstated(1, first: .spend),
    .whole(sources: 2, read: 10),
  ])
  func `every answer is said in both languages`(answer: QualitySummary.Answer) {
    #expect(speaksBoth { $0.answer(answer) })
  }

  @Test func `every reason has a name in both languages`() {
    for reason in Rejection.Reason.allCases {
      #expect(!Words.english.name(reason).isEmpty)
      #expect(Words.english.name(reason) != Words.russian.name(reason))
    }
  }
}
