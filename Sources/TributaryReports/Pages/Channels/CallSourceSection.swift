import TributaryAnalysis
import TributaryModel

/// Where calls to static and toll-free numbers probably came from.
struct CallSourceSection {
  let report: CallSourceReport
  let words: Words

  /// Fewer calls than these say nothing of channels.
  static let enough = 20
  /// Below this part of the calls hardly any come from the site.
  static let hardlyAny = 0.05

  /// What the section says.
  enum Claim: Sendable, Hashable {
    case unknown
    case few(Int)
    case hardlyAny(Int)
    case fromSite(Double, of: Int, most: Channel, Double)
  }

  var claim: Claim {
    guard report.calls > 0 else { return .unknown }
    guard report.calls >= Self.enough else { return .few(report.calls) }
    guard let first = report.channels.first,
      report.fromSite >= Self.hardlyAny * Double(report.calls)
    else { return .hardlyAny(report.calls) }
    return .fromSite(
      report.fromSite, of: report.calls, most: first.channel, first.calls.value)
  }

  var section: Section {
    Section(
      topic: words.callSourcesTopic, claim: words.callSourcesClaim(claim),
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
