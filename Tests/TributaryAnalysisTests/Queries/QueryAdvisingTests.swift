import Testing
import TributaryModel

@testable import TributaryAnalysis

@Suite struct QueryAdvisingTests {
  @Test func `in twenty made shops negative words are those that nobody buys with`() {
    var (right, all) = (0, 0)
    var found = 0
    for seed in 0..<20 as Range<UInt64> {
      let world = QueryWorld(seed: seed)
      let report = world.report()
      for row in report.rows where row.advice?.isNegative == true {
        all += 1
        let isBarren = QueryWorld.barren.contains { row.text.contains($0) }
        if isBarren { right += 1 }
        if QueryWorld.barren.contains(row.text) { found += 1 }
        #expect(row.replay?.lost == 0)
        #expect((row.chance ?? 0) >= 0.9)
        #expect(row.clicks >= 20)
      }
    }
    #expect(Double(right) / Double(all) >= 0.95, "\(right) of \(all)")
    #expect(found >= 54, "\(found) of 60")
  }

  @Test func `without barren words there is next to no negative word`() {
    var all = 0
    for seed in 100..<120 as Range<UInt64> {
      all += QueryWorld(seed: seed, barren: []).report().rows
        .count { $0.advice?.isNegative == true }
    }
    #expect(all <= 4, "\(all)")
  }

  @Test func `no query that converted or had a part in a sale would have been blocked`() {
    for seed in 0..<20 as Range<UInt64> {
      let world = QueryWorld(seed: seed)
      let keywords = [
        KeywordSales(keyword: "предмет3 вид3 фото", sales: 0, everAssisted: 1),
        KeywordSales(keyword: "+нигде -бесплатно \"напрокат\"", sales: 0, everAssisted: 2),
      ]
      let report = world.report(keywords)
      for row in report.rows where row.advice?.isNegative == true {
        let words = QueryText(row.text).words
        #expect(!words.contains("фото") || words.count > 1, "\(row.text)")
        #expect(words != ["напрокат"])
        for query in world.queries {
          let typed = QueryText(query.text).words
          let isBlocked =
            row.advice == .negativePhrase ? words.allSatisfy(typed.contains) : typed == words
          if isBlocked { #expect(query.everConversions == 0, "\(row.text): \(query.text)") }
        }
      }
      let held = report.rows.filter { $0.heldBy == .sale }
      #expect(held.allSatisfy { $0.advice == .watch })
    }
  }

  @Test func `words that few type and buy with get an advertisement of their own`() {
    var (right, all) = (0, 0)
    for seed in 0..<20 as Range<UInt64> {
      for row in QueryWorld(seed: seed).report().rows(.ownAd) {
        all += 1
        if row.text.hasSuffix(QueryWorld.strong) { right += 1 }
        #expect(row.atStake ?? 0 > 0)
      }
    }
    #expect(all >= 40)
    #expect(Double(right) / Double(all) >= 0.9, "\(right) of \(all)")
  }

  private static let campaign = QueryCampaign(name: "a", number: "7", platform: "yandex")

  /// 30 subjects that sell, and some of the words with which nobody buys.
  private static func shop(
    _ words: [String], clicks: Double = 8, conversions: Double? = 1, ever: Double = 0
  ) -> [SearchQuery] {
    (0..<30).flatMap { subject in
      [
        SearchQuery(
          text: "вещь\(subject) купить", campaign: campaign, clicks: 20, cost: 40_000,
          conversions: conversions)
      ]
        + words.map {
          SearchQuery(
            text: "вещь\(subject) \($0)", campaign: campaign, clicks: clicks,
            cost: Int64(clicks * 2_000), conversions: conversions.map { _ in 0 },
            everConversions: conversions.map { _ in subject == 0 ? ever : 0 })
        }
    }
  }

  private static func report(
    _ queries: [SearchQuery], keywords: [KeywordSales] = [], target: Int64? = 100_000,
    names: [String] = [], cities: [String] = []
  ) -> QueryReport {
    QueryReport.advising(
      queries, keywords: keywords, window: DayRange(last: Day(number: 20_771), count: 28),
      target: target, protected: ProtectedWords(names: names, cities: cities))
  }

  @Test func `a word that nobody buys with is blocked, with what it cost`() throws {
    let report = Self.report(Self.shop(["своими руками"]))
    let row = try #require(report.rows.first)
    #expect(row.advice == .negativePhrase)
    // Both words stand in the same queries: the phrase is narrower.
    #expect(row.text == "своими руками")
    #expect(row.clicks == 240 && row.cost == 480_000 && row.atStake == 480_000)
    #expect(row.replay == QueryAdvice.Replay(queries: 30, clicks: 240, lost: 0))
    #expect(report.blocked == QueryReport.Blocked(queries: 30, clicks: 240, cost: 480_000))
    #expect(report.rows.count { $0.advice?.isNegative == true } == 1)
    #expect(report.rows.count { $0.blockedBy == "своими руками" } == 30)
    #expect(row.campaigns == [Self.campaign])
    // By hand: -log .05 / 240.
    let upper = try #require(row.rate?.interval).upper
    #expect(abs(upper - 2.995_732 / 240) < 1e-6)
  }

  @Test func `one conversion long ago keeps the word`() throws {
    let report = Self.report(Self.shop(["даром"], ever: 1))
    #expect(!report.rows.contains { $0.advice == .negativePhrase && $0.text == "даром" })
    let row = try #require(report.rows.first { $0.text == "даром" })
    #expect(row.advice == .watch && row.heldBy == .sale)
  }

  @Test func `a part in a sale keeps the word, whatever the platform says`() {
    let report = Self.report(
      Self.shop(["даром"]),
      keywords: [KeywordSales(keyword: "вещи даром", sales: 0, everAssisted: 1)])
    #expect(!report.rows.contains { $0.advice == .negativePhrase && $0.text == "даром" })
  }

  @Test(arguments: [
    ("маскарад", "Maskarad"), ("maskarad", "Маскарад"), ("маскарада", "kazan.maskarad.example"),
  ])
  func `the shop's own names are never blocked`(_ word: String, _ name: String) {
    let report = Self.report(Self.shop([word]), names: [name])
    #expect(!report.rows.contains { $0.advice == .negativePhrase && $0.text == word })
    #expect(report.rows.contains { $0.text == word && $0.heldBy == .brand })
  }

  @Test(arguments: [
    ("казани", "Казань"), ("спб", "Санкт-Петербург"), ("питере", "Санкт-Петербург"),
    ("новгород", "Нижний Новгород"), ("екб", "Екатеринбург"),
  ])
  func `nor are its cities`(_ word: String, _ city: String) {
    let report = Self.report(Self.shop([word]), cities: [city])
    #expect(!report.rows.contains { $0.advice == .negativePhrase && $0.text == word })
    #expect(report.rows.contains { $0.text == word && $0.heldBy == .city })
  }

  @Test func `words of campaigns on the shop's own name are its own`() {
    let brand = QueryCampaign(name: "brand", platform: "yandex", isBrand: true)
    let queries = (0..<30).map {
      SearchQuery(
        text: "ромашка адрес\($0)", campaign: brand, clicks: 20, cost: 40_000, conversions: 0)
    }
    let report = Self.report(queries + Self.shop([]))
    #expect(!report.rows.contains { $0.advice == .negativePhrase && $0.text == "ромашка" })
  }

  @Test func `fewer than twenty clicks are no reason`() {
    let report = Self.report(Self.shop(["даром"], clicks: 0.6))
    #expect(!report.rows.contains { $0.advice?.isNegative == true })
  }

  @Test func `without a target nothing is too dear`() {
    let report = Self.report(Self.shop(["даром"]), target: nil)
    #expect(report.rows.allSatisfy { $0.advice == nil })
    #expect(report.rows.count == 60)
  }

  @Test func `where nobody tells conversions nothing is judged`() {
    let report = Self.report(Self.shop(["даром"], conversions: nil))
    #expect(report.rows.allSatisfy { $0.advice == nil && $0.rate == nil && $0.source == nil })
    // A file that says 0 everywhere tells nothing either.
    let zeros = Self.report(Self.shop(["даром"], conversions: 0))
    #expect(zeros.rows.allSatisfy { $0.advice == nil && $0.rate == nil })
  }

  @Test func `the shop's own sales tell where visits carry the queries`() throws {
    let queries = Self.shop(["даром"], conversions: nil)
    let keywords = (0..<30).map {
      KeywordSales(keyword: "вещь\($0) купить", sales: 1, everAssisted: 1)
    }
    let report = Self.report(queries, keywords: keywords)
    let row = try #require(report.rows.first)
    #expect(row.advice == .negativePhrase && row.text == "даром" && row.source == .shop)
    // Keywords that are no queries say nothing of them.
    let others = (0..<30).map {
      KeywordSales(keyword: "ключ\($0)", sales: 1, everAssisted: 1)
    }
    #expect(Self.report(queries, keywords: others).rows.allSatisfy { $0.advice == nil })
  }

  /// One query of which 60 conversions were expected, in a shop of unlike queries.
  @Test func `a query that no word explains is blocked by itself`() throws {
    let unlike = (0..<40).map {
      SearchQuery(
        text: "слово\($0)", campaign: Self.campaign, clicks: 100, cost: 200_000,
        conversions: Double([0, 1, 5, 12][$0 % 4]))
    }
    let report = Self.report(
      unlike + [
        SearchQuery(
          text: "Пустое слово!", campaign: Self.campaign, clicks: 900, cost: 1_800_000,
          conversions: 0)
      ])
    let row = try #require(report.rows.first)
    #expect(row.advice == .negativeExact && row.text == "Пустое слово!")
    #expect(row.forms == ["пустое слово"])
  }

  @Test func `the order of the rows does not hang on that of the files`() {
    let queries = QueryWorld(seed: 3).queries
    let window = DayRange(last: Day(number: 20_771), count: 28)
    let one = QueryReport.advising(queries, window: window, target: 100_000)
    let other = QueryReport.advising(queries.reversed(), window: window, target: 100_000)
    #expect(one.rows == other.rows)
  }
}
