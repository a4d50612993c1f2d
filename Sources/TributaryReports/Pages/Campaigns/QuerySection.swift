import TributaryAnalysis
import TributaryModel

/// Which words to block, which queries to advertise on by themselves, and the files that do it.
struct QuerySection {
  private let report: QueryReport
  private let asOf: Day
  private let knowsCosts: Bool
  private let words: Words
  private let files: [ImportFile]

  /// Nil without search queries.
  init?(_ context: PageContext) {
    guard let queries = context.report.queries, !queries.rows.isEmpty else { return nil }
    report = queries
    asOf = context.report.asOf
    knowsCosts = context.report.campaigns.knowsCosts
    words = context.words
    files = NegativeWordFile.all(context)
  }

  var section: Section {
    Section(
      topic: words.queriesTopic, claim: words.queriesClaim(report),
      blocks: [
        words.replayRemark(report).map { .remark($0) },
        .table(table),
        words.importRemark(files.map(\.name)).map { .remark($0) },
      ].compactMap(\.self),
      notes: [
        Section.Note(words.howSure, words.queriesHowSure),
        Section.Note(words.assumed, words.queriesAssumed(report, knowsCosts: knowsCosts)),
      ])
  }

  private var table: Table {
    Table(
      QueryAdvice.results, report.rows, asOf: asOf, file: "query-advice",
      label: words.queriesTopic, caption: words.queriesCaption(report),
      columns: [
        .drawn(words.wordHead) { [words] in .user($0.text, note: words.note(of: $0)) },
        .drawn(words.adviceHead) { [words] in .text(words.name($0)) },
        .column("cost", words.queryCostHead), .column("clicks", words.clicksHead),
        .column("conversions", words.queryOrdersHead),
        .column("conversions_per_click", words.rateOf(.searchQueries)),
        .drawn(words.tooDearHead, .share) { [words] in
          .markup("\(words.tooDear($0.chance))", sort: $0.chance)
        },
        .drawn(words.replayedHead) { [words] in .text(words.replayed($0)) },
      ], isWide: true, words: words)
  }
}
