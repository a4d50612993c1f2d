import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

@Suite struct QuerySectionTests {
  private static let yandex = QueryCampaign(name: "поиск", number: "7011", platform: "yandex")
  private static let google = QueryCampaign(name: "search, wide", number: "20", platform: "google")

  private static func row(
    _ text: String, _ advice: QueryAdvice.Advice?, _ campaigns: [QueryCampaign] = [yandex, google],
    forms: [String]? = nil, held: QueryAdvice.Hold? = nil
  ) -> QueryAdvice {
    var row = QueryAdvice(
      subject: advice == .negativePhrase ? .word : .query, text: text, campaigns: campaigns,
      advice: advice, clicks: 40, cost: 100_000, conversions: 0, source: .platform, assisted: 0,
      rate: Estimate(0.001, Interval(lower: 0, upper: 0.004)), chance: 0.97)
    row.heldBy = held
    row.forms = forms ?? [text]
    if advice?.isNegative == true {
      row.replay = QueryAdvice.Replay(queries: 12, clicks: 90, lost: 0)
    }
    return row
  }

  private static func report(
    _ rows: [QueryAdvice], target: Int64? = 170_000,
    clicks: [ConversionSource?: Double] = [.platform: 90, nil: 10]
  ) -> QueryReport {
    QueryReport(
      window: DayRange(last: CarnivalShop.asOf, count: 28), rows: rows, target: target,
      clicks: clicks, blocked: QueryReport.Blocked(queries: 9, clicks: 843, cost: 2_738_900),
      replay: QueryAdvice.Replay(queries: 12, clicks: 3_000, lost: 0),
      replayedFrom: Day("2026-06-18"))
  }

  private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

  @Test(arguments: [
    (
      [QueryAdvice.Advice.negativePhrase, .negativePhrase, .negativePhrase, .negativePhrase],
      "Four words took 843 clicks and ₽27,389 in 28 days and brought nothing.",
      "На четыре слова за 28 дней ушло 843 клика и 27 389 ₽, и они не принесли ничего."
    ),
    (
      [.negativePhrase, .negativeExact, .negativeExact],
      "One word and two single queries took 843 clicks and ₽27,389 in 28 days and brought nothing.",
      "На одно слово и два отдельных запроса за 28 дней ушло 843 клика и 27 389 ₽, и они не "
        + "принесли ничего."
    ),
    (
      [.negativeExact],
      "One query took 843 clicks and ₽27,389 in 28 days and brought nothing.",
      "На один запрос за 28 дней ушло 843 клика и 27 389 ₽, и они не принесли ничего."
    ),
    (
      [.ownAd, .ownAd, .watch],
      "No word is sure to waste its clicks, and 2 queries are worth an advertisement of their own.",
      "Ни одно слово не тратит клики наверняка впустую; своего объявления достойны 2 запроса."
    ),
    (
      [.ownAd],
      "No word is sure to waste its clicks, and 1 query is worth an advertisement of its own.",
      "Ни одно слово не тратит клики наверняка впустую; своего объявления достоин 1 запрос."
    ),
    (
      [.watch], "No word is sure to waste its clicks.",
      "Ни одно слово не тратит клики наверняка впустую."
    ),
  ])
  func `the claim says the money`(
    _ advice: [QueryAdvice.Advice], _ english: String, _ russian: String
  ) {
    let report = Self.report(advice.map { Self.row("слово", $0) })
    #expect(plain(Words.english.queriesClaim(report)) == english)
    #expect(plain(Words.russian.queriesClaim(report)) == russian)
  }

  @Test func `where nothing can be judged the claim says what is missing`() {
    let rows = [Self.row("слово", nil)]
    #expect(speaksBoth { $0.queriesClaim(Self.report(rows, target: nil)) })
    #expect(speaksBoth { $0.queriesClaim(Self.report(rows, clicks: [nil: 30])) })
    #expect(
      Words.english.queriesClaim(Self.report(rows, clicks: [nil: 30]))
        == "No file tells what search queries brought, so none can be judged.")
  }

  private func files(_ rows: [QueryAdvice]) throws -> [String: String] {
    var night = CarnivalShop(.english).report
    night.queries = Self.report(rows)
    return Dictionary(
      uniqueKeysWithValues: ReportPages(report: night).files().map {
        ($0.name, String(decoding: $0.bytes, as: UTF8.self))
      })
  }

  @Test func `Direct Commander gets a row a campaign, to the byte`() throws {
    let files = try files([
      Self.row("своими руками", .negativePhrase), Self.row("костюм на заказ", .negativePhrase),
      Self.row("пустое слово", .negativeExact, [Self.yandex]), Self.row("другое", .watch),
      Self.row("а б в г д е ж з", .negativeExact, [Self.yandex]),
    ])
    #expect(
      files["negative-words-yandex.csv"]
        == "Название кампании\t№ заказа\tМинус-фразы на кампанию\r\n"
        + "поиск\t7011\t\"-своими руками -костюм +на заказ -\"\"пустое слово\"\"\"\r\n")
  }

  @Test func `Google Ads Editor gets a row a form, to the byte`() throws {
    let files = try files([
      Self.row("free pattern", .negativePhrase, forms: ["free pattern", "free patterns"]),
      Self.row("empty word", .negativeExact, [Self.google]),
    ])
    #expect(
      files["negative-words-google.csv"]
        == "Campaign,Keyword,Criterion Type\r\n"
        + "\"search, wide\",free pattern,Campaign Negative Phrase\r\n"
        + "\"search, wide\",free patterns,Campaign Negative Phrase\r\n"
        + "\"search, wide\",empty word,Campaign Negative Exact\r\n")
    let page = try #require(files["campaigns.html"])
    #expect(page.contains(#"<a href="negative-words-google.csv">"#))
  }

  @Test func `a campaign that a spreadsheet would run is in no file`() throws {
    let hostile = ["=cmd()", "+1", "a\u{202E}b", "a\tb"].map {
      QueryCampaign(name: $0, number: "1", platform: "yandex")
    }
    let files = try files([Self.row("даром", .negativePhrase, hostile)])
    #expect(files["negative-words-yandex.csv"] == nil)
    #expect(files["campaigns.html"]?.contains("negative-words") == false)
  }

  @Test func `a hostile query is text on the page`() throws {
    let files = try files([
      Self.row("<script>alert(1)</script>", .watch, held: .sale), Self.row("=1+1", nil),
    ])
    let page = try #require(files["campaigns.html"])
    #expect(!page.contains("<script>alert"))
    #expect(page.contains("&lt;script&gt;alert(1)"))
    let table = try #require(files["query-advice.csv"])
    #expect(table.contains("'=1+1"))
  }

  @Test func `without queries there is no section and no file`() throws {
    let files = try files([])
    #expect(files["campaigns.html"]?.contains(Words.english.queriesTopic) == false)
    #expect(!files.keys.contains { $0.hasPrefix("negative-words") || $0 == "query-advice.csv" })
  }

  @Test(arguments: [(nil, "–"), (0.002, "under 1%"), (0.93, "93%"), (0.999, "over 99%")])
  func `a probability is never 0 or 100%`(_ chance: Double?, _ text: String) {
    #expect(Words.english.tooDear(chance) == text)
  }

  @Test func `every row says why it stands there, in both languages`() {
    for hold in QueryAdvice.Hold.allCases {
      let row = Self.row("слово", .watch, held: hold)
      #expect(Words.english.note(of: row).contains("held"))
      #expect(Words.russian.note(of: row).contains("оставлено"))
    }
    for advice in QueryAdvice.Advice.allCases {
      let row = Self.row("слово", advice)
      #expect(Words.english.name(row) != Words.russian.name(row))
    }
    let report = Self.report([Self.row("слово", .negativePhrase)])
    let remark = plain((Words.english.replayRemark(report) ?? .empty).rendered)
    #expect(remark.contains("18 Jun 2026"))
    #expect(remark.contains("12 queries with 3,000 clicks, and not one"))
  }

  /// The carnival shop with the four words of its queries, which block 27,389 of spend.
  @Test func `words that only cost are worth a morning's attention`() throws {
    var shop = CarnivalShop(.english).report
    #expect(!shop.findings.contains { $0.code == "words-waste" })
    shop.queries = Self.report([
      Self.row("бесплатно", .negativePhrase), Self.row("скачать", .negativePhrase),
      Self.row("костюм пчелы", .ownAd),
    ])
    let finding = try #require(shop.findings.first { $0.code == "words-waste" })
    #expect(finding.about == "бесплатно" && finding.stake?.value == 2_738_900)
    #expect(finding.certainty == 0.97)
    #expect(finding.row.table == "query_advice")
    #expect(Attention(shop).findings.contains(finding))
    #expect(
      plain(Words.english.claim(finding).rendered)
        == "Search words that only cost: 2 took ₽27k and 843 clicks in 28 days.")
    #expect(
      plain(Words.russian.claim(finding).rendered)
        == "Слова поиска, которые только стоят денег: 2, за 28 дней 27 тыс. ₽ и 843 клика.")
    #expect(Words.russian.detail(finding).rendered.contains("бесплатно"))
    // Nothing is found where no word blocks anything.
    shop.queries = Self.report([Self.row("костюм пчелы", .ownAd)])
    #expect(!shop.findings.contains { $0.code == "words-waste" })
  }
}
