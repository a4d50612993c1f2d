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

  var table: Table {
    func row(_ name: Cell, _ calls: Estimate) -> [Cell] {
      [name, .estimate(calls), .value(calls.value / Double(max(1, report.calls)))]
    }
    return Table(
      file: "call-channels", label: words.callSourcesTopic,
      columns: [
        Column(words.channelHead, "channel", .text),
        Column(words.callsHead, "calls", .estimate(.count)),
        Column(words.shareHead, "share", .share),
      ],
      rows: report.channels.map { each in
        row(.markup("\(words.name(each.channel))", file: each.channel.rawValue), each.calls)
      } + [row(.markup("\(words.noneOfTheVisits)", file: ""), report.none)],
      total: [.text(words.together), .estimate(Estimate(Double(report.calls))), .value(1.0)],
      source: Table.Source(
        sql: """
          select coalesce(session.channel, '') as channel, sum(probability) as calls
          from call
          join call_session using (call_id)
          left join session using (session_id)
          where zoned_day(call.started_at) between '\(report.window.first)'
            and '\(report.window.last)'
          group by 1
          order by calls desc
          """))
  }
}
