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
      file: "identity-matches", label: words.identityTopic,
      columns: [
        Column(words.memberHead, "member", .text), Column(words.keyHead, "key", .text),
        Column(words.joinedShareHead, "joined_share", .share),
        Column(words.joinedHead, "joined", .count), Column(words.withKeyHead, "with_key", .count),
        Column(words.allHead, "members", .count),
        Column(words.sharedKeysHead, "shared_keys", .count),
      ],
      rows: report.matches.map { match in
        [
          .markup("\(words.memberName(match.member))", file: match.member),
          .markup("\(words.name(match.key))", file: match.key?.rawValue ?? ""),
          .value(match.rate), .value(match.joined), .value(match.withKey), .value(match.members),
          match.sharedKeys > 0 ? .value(match.sharedKeys) : .blank,
        ]
      },
      source: Table.Source(
        sql: """
          select member, key, joined, with_key, members, shared_keys
          from identity_match
          where as_of = '\(report.window.last)'
          order by member, key
          """))
  }
}
