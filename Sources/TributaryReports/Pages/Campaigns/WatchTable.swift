import TributaryAnalysis
import TributaryModel

/// What became of orders after campaigns got less money, the latest first.
struct WatchTable {
  let table: Table

  init(_ watches: [SpendWatch], asOf: Day, _ words: Words) {
    table = Table(
      SpendWatch.results, watches, asOf: asOf, file: "spend-watch", label: words.watchTopic,
      caption: words.watchCaption,
      columns: [
        .drawn(words.campaignHead) { watch in
          watch.name.isEmpty
            ? .user(words.allAdvertising, note: words.cutDone(watch))
            : .user(watch.name, note: words.cutDone(watch))
        },
        .drawn(words.verdictHead) { .text(words.verdict($0)) },
        .drawn(words.actualHead, .count) { .value($0.actual) },
        .column("expected", words.expectedHead),
        .column("assumed_loss", words.assumedLossHead),
        .drawn(words.spendBeforeHead, .money) { .value($0.change.before * 7) },
        .drawn(words.spendAfterHead, .money) { .value($0.change.after * 7) },
      ], isWide: true, words: words)
  }
}
