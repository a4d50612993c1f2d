import TributaryAnalysis
import TributaryModel

/// Which phones, addresses, cards and browsers are held to be nobody's, and why.
struct UnjoinedSection {
  let keys: [UnjoinedKeys]
  let asOf: Day
  let words: Words

  /// Nil when every key is somebody's.
  var section: Section? {
    guard !keys.isEmpty else { return nil }
    return Section(
      topic: words.unjoinedTopic, claim: words.unjoinedClaim(keys), blocks: [.table(table)],
      notes: [Section.Note(words.howToRead, words.unjoinedNote)])
  }

  private var table: Table {
    Table(
      UnjoinedKeys.results, keys, asOf: asOf, file: "unjoined-keys", label: words.unjoinedTopic,
      columns: [
        .drawn(words.whyNobodyHead) { .text(words.capitalised(words.why($0.reason))) },
        .drawn(words.unjoinedKindHead) { .text(words.capitalised(words.contact($0.kind))) },
        .column("keys", words.unjoinedKeysHead), .column("members", words.unjoinedMembersHead),
        .column("example", words.unjoinedExampleHead),
      ], isWide: true, words: words)
  }
}
