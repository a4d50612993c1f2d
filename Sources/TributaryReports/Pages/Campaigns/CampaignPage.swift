import TributaryAnalysis
import TributaryModel

/// One campaign: its letter and what that rests on, its weeks, its ways to sales, where it lands.
struct CampaignPage {
  private let context: PageContext
  private let rating: CampaignRating
  private let tables: CampaignPageTables

  private var words: Words { context.words }
  private var report: CampaignReport { context.report.campaigns }
  private var key: String { rating.facts.key }

  /// A page for each campaign that a decision may need; see `CampaignReport.detailed`.
  static func all(_ context: PageContext) -> [Page] {
    let report = context.report.campaigns
    let tables = CampaignPageTables(report, asOf: context.report.asOf, context.words)
    return report.detailed.map { CampaignPage(context: context, rating: $0, tables: tables).page }
  }

  /// The tables that pages show parts of.
  static func wholeTables(_ context: PageContext) -> [Table] {
    let report = context.report.campaigns
    guard !report.detailed.isEmpty else { return [] }
    return CampaignPageTables(report, asOf: context.report.asOf, context.words).whole
  }

  /// `campaign-yandex-70110004.html`; of a campaign without a number by a hash of its key.
  static func fileName(_ key: String) -> String {
    let parts = key.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let platform = parts[0].dropFirst(3)
    func isPlain(_ text: Substring) -> Bool {
      !text.isEmpty && text.utf8.count <= 40
        && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
    }
    guard key.hasPrefix("id:"), parts.count == 2, isPlain(platform), isPlain(parts[1]) else {
      return "campaign-x\(String(TextHash.of(key), radix: 16)).html"
    }
    return "campaign-\(platform)-\(parts[1]).html"
  }

  private var page: Page {
    Page(
      name: .campaigns,
      subject: Page.Subject(fileName: CampaignPage.fileName(key), title: rating.facts.name),
      answer: words.campaignHeadline(rating),
      trust: Trust(
        context, uses: [.clickstream, .spend, .orders, .calls, .letters, .exchangeRates],
        requires: [.clickstream, .spend, .orders]),
      sections: [grade, weeks, parts, ways, entries].compactMap(\.self))
  }

  private var grade: Section {
    let letters = tables.lettersByKey[key] ?? []
    let cuts = report.cuts.first { $0.rating.facts.key == key }
    let watch = report.watches.first { $0.key == key }
    return Section(
      topic: words.ratingsTopic, claim: words.gradeClaim(rating),
      blocks: [
        .markup(
          words.campaignFacts(
            rating, days: (report.covered ?? report.window).count, letters: letters, cuts: cuts,
            watch: watch)),
        .markup(#"<p><a href="\#(PageName.campaigns.fileName)">\#(words.allCampaigns)</a></p>"#),
      ],
      notes: [
        Section.Note(words.lettersNote, words.gradeKey),
        Section.Note(words.assumed, words.campaignsAssumed(report.assumptions)),
      ])
  }

  private var weeks: Section? {
    let weeks = tables.weeksByKey[key] ?? []
    guard weeks.count > 1, let first = weeks.first, let last = weeks.last else { return nil }
    let units = Double(words.currency.minorUnits)
    func figure(_ id: String, _ caption: Markup, _ title: String, _ values: [Double?]) -> Figure {
      let chart = LineChart(
        days: DayRange(first: first.last.adding(-6), last: last.last),
        series: [
          LineChart.Series(kind: .now, first: first.last.adding(-3), values: values, step: 7)
        ],
        height: 190, words: words)
      return Figure(
        id: id, title: title, finding: words.weeksClaim(weeks), caption: caption,
        readout: weeks.map { words.weekReadout($0) }, draw: { chart.draw($0) })
    }
    return Section(
      topic: words.weeksTopic, claim: words.weeksClaim(weeks),
      blocks: [
        .figure(
          figure(
            "spend", words.spendWeeksCaption, words.spendHead,
            weeks.map { Double($0.spend) / units })),
        .figure(
          figure("sales", words.salesWeeksCaption, words.conversionsHead, weeks.map(\.sales))),
        .table(tables.weeks(of: key)),
      ])
  }

  private var parts: Section? {
    guard let own = tables.partsByKey[key] else { return nil }
    return Section(
      topic: words.partsTopic, claim: words.partsClaim(own),
      blocks: [.table(tables.parts(of: key))],
      notes: [Section.Note(words.partsNote, words.partsMethod(own))])
  }

  private var ways: Section? {
    guard tables.pathsByKey[key] != nil else { return nil }
    let ways = report.cuts.first { $0.rating.facts.key == key }?.ways
    return Section(
      topic: words.waysTopic, claim: words.waysClaim(ways), blocks: [.table(tables.paths(of: key))])
  }

  private var entries: Section? {
    guard let own = tables.entriesByKey[key] else { return nil }
    return Section(
      topic: words.entriesTopic, claim: words.entriesClaim(own),
      blocks: [.table(tables.entries(of: key))])
  }
}
