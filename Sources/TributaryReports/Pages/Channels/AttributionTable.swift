import TributaryAnalysis
import TributaryModel

/// Channels or keywords of one kind of conversion by every model side by side.
struct AttributionTable {
  let table: Table

  init(
    _ report: AttributionReport, _ kind: Conversion.Kind, by grain: AttributionGrain,
    _ words: Words
  ) {
    let isKeywords = grain == .keyword
    let name: ShownColumn<AttributionComparison> =
      isKeywords
      ? .column("keyword", words.keywordHead)
      : .drawn(words.channelHead) { .text(AttributionTable.channel($0, words)) }
    table = Table(
      isKeywords ? AttributionComparison.keywordResults : AttributionComparison.channelResults,
      isKeywords ? report.keywords : report.channels,
      ResultSelection(conditions: [("kind", .text(kind.rawValue))]), asOf: report.window.last,
      file: "\(grain.rawValue)-\(kind.rawValue)s", label: words.attributionTopic(kind, grain),
      columns: [name]
        + AttributionModel.allCases.map { model in
          .drawn(words.name(model), .number(decimals: 0)) {
            .value($0.credits[model]?.conversions.value)
          }
        } + [
          .drawn(words.apartHead, .share) { $0.isUnattributed ? .blank : .value($0.apart) },
          .drawn(words.byChanceHead) {
            $0.credits[.linear]?.conversions.interval.map { .text(words.chance($0)) } ?? .blank
          },
        ], isWide: true, words: words)
  }

  private static func channel(_ row: AttributionComparison, _ words: Words) -> String {
    row.isUnattributed
      ? words.unattributed : words.name(Channel(rawValue: row.name) ?? .unassigned)
  }
}
