import TributaryAnalysis
import TributaryModel

/// The tables of the channels' page.
struct ChannelTables {
  let report: ChannelReport
  let contrast: ChannelContrast
  /// Ranges of chance; nil when nothing was worked out for the window.
  let part: AttributionReport.Part?
  let words: Words

  private var asOf: Day { report.window.last }

  /// Every channel by every model; what has no known way and the total beneath.
  var channels: Table {
    func known(_ value: Double?) -> Cell { value.map { .value($0) } ?? .blank }
    return Table(
      ChannelComparison.results, report.credits(part), asOf: asOf, file: "channels",
      label: words.channelsTopic,
      columns: [
        .drawn(words.channelHead) { .text($0.channel.map { words.name($0) } ?? words.unattributed) }
      ]
        + AttributionModel.allCases.map { model in
          .drawn(words.name(model), .number(decimals: 0)) {
            .value($0.credits[model]?.conversions.value)
          }
        } + [
          .drawn(words.apartHead, .share) { $0.channel == nil ? .blank : .value($0.apart) },
          .drawn(words.byChanceHead) {
            $0.credits[.linear]?.conversions.interval.map { .text(words.chance($0)) } ?? .blank
          },
          .drawn(words.visitsHead, .count) { known($0.sessions.map(Double.init)) },
          .drawn(words.spendHead, .money) { known($0.spend.map(Double.init)) },
          .drawn(words.costPerOrderHead, .money) { known($0.spendPerOrder) },
        ],
      total: [.text(words.together)] + AttributionModel.allCases.map { _ in .value(contrast.total) }
        + [
          .blank, .blank, .value(report.rows.reduce(0) { $0 + $1.sessions }),
          .value(report.rows.reduce(0) { $0 + $1.spend }),
        ], isWide: true, words: words)
  }

  /// What moves from the first click to the last; the largest move first.
  var moves: Table {
    Table(
      ChannelContrast.Standing.results, contrast.moves, asOf: asOf, file: "channel-models",
      label: words.disputesTopic,
      columns: [
        .drawn(words.channelHead) { .text(words.name($0.channel)) },
        .drawn(words.movedHead, .number(decimals: 0)) { .value($0.last - $0.first) },
        .drawn(words.name(.first), .number(decimals: 0)) { .value($0.first) },
        .drawn(words.name(.lastNonDirect), .number(decimals: 0)) { .value($0.last) },
        .column("models_apart", words.apartHead),
      ], words: words)
  }

  /// Orders by how they were found.
  var origins: Table {
    Table(
      ChannelContrast.OriginShare.results, contrast.origins, asOf: asOf, file: "channel-origins",
      label: words.originsTopic,
      columns: [
        .drawn(words.originHead) { .text(words.name($0.origin)) },
        .drawn(words.ordersHead, .number(decimals: 0)) { .value($0.orders) },
        .column("share", words.shareHead),
      ], words: words)
  }
}
