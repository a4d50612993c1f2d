import TributaryAnalysis
import TributaryModel

/// How well orders, calls, letters and invoices are tied to the visits and contacts of one person.
struct IdentitySection {
  private let report: IdentityReport
  private let words: Words

  init(_ context: PageContext) {
    report = context.report.identity
    words = context.words
  }

  /// Nil when there is nobody to tie.
  var section: Section? {
    guard !report.matches.isEmpty else { return nil }
    return Section(
      topic: words.identityTopic, claim: words.identityClaim(report), blocks: [.table(table)],
      notes: [Section.Note(words.howToRead, words.identityRead(report))])
  }

  private var table: Table {
    Table(
      KeyMatch.results, report.matches, asOf: report.window.last, file: "identity-matches",
      label: words.identityTopic,
      columns: [
        .drawn(words.memberHead) { .text(words.memberName($0.member)) },
        .drawn(words.keyHead) { .text(words.name($0.key)) },
        .column("joined_share", words.joinedShareHead), .column("joined", words.joinedHead),
        .column("with_key", words.withKeyHead), .column("members", words.allHead),
        .drawn(words.sharedKeysHead, .count) {
          $0.sharedKeys > 0 ? .value($0.sharedKeys) : .blank
        },
      ], words: words)
  }
}
