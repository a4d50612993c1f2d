import TributaryAnalysis
import TributaryModel

/// Where calls to static and toll-free numbers probably came from.
struct CallSourceSection {
  let report: CallSourceReport
  let words: Words

  var section: Section {
    Section(
      topic: words.callSourcesTopic, claim: words.callSourcesClaim(report.answer),
      blocks: [report.calls > 0 ? .table(table) : .nothing(words.callSourcesMissing)],
      notes: report.calls > 0
        ? [
          Section.Note(words.howToRead, words.callSourcesRead),
          Section.Note(words.howSure, words.callSourcesSure(report.certainty ?? 0)),
        ] : [])
  }

  private var table: Table {
    Table(
      CallChannelShare.results, report.channelShares, asOf: report.window.last,
      file: "call-channels", label: words.callSourcesTopic,
      columns: [
        .drawn(words.channelHead) {
          .text($0.channel.map { words.name($0) } ?? words.noneOfTheVisits)
        },
        .column("calls", words.callsHead), .column("share", words.shareHead),
      ],
      total: [.text(words.together), .estimate(Estimate(Double(report.calls))), .value(1.0)],
      words: words)
  }
}
