import TributaryAnalysis
import TributaryModel

/// Players of one kind of conversion by every model side by side.
struct AttributionTable {
  let table: Table

  init(_ part: AttributionReport.Part, asOf: Day, _ words: Words) {
    let isKeywords = part.grain == .keyword
    let rows = isKeywords ? part.keywords : part.rows
    let models = AttributionModel.allCases
    table = Table(
      file: "\(part.grain.rawValue)-\(part.kind.rawValue)s",
      label: words.attributionTopic(part.kind, part.grain),
      columns: [
        Column(isKeywords ? words.keywordHead : words.channelHead, part.grain.rawValue, .text)
      ] + models.map { Column(words.name($0), $0.columnName, .number(decimals: 0)) }
        + [
          Column(words.apartHead, "models_apart", .share),
          Column(words.byChanceHead, "", .text, place: .page),
        ]
        + models.flatMap { model in
          [
            Column("", model.columnName + "_lower", .number(decimals: 2), place: .file),
            Column("", model.columnName + "_upper", .number(decimals: 2), place: .file),
            Column("", model.columnName + "_value", .money, place: .file),
            Column("", model.columnName + "_margin", .money, place: .file),
          ]
        },
      rows: rows.map { AttributionTable.row($0, words) }
        + (isKeywords ? [] : [AttributionTable.unattributed(part.unattributed, words)]),
      isWide: true,
      source: Table.Source(
        sql: """
          select player, model, conversions, conversions_lower, conversions_upper, value, margin
          from attribution_result
          where as_of = '\(asOf)' and kind = '\(part.kind.rawValue)' and grain = '\(part.grain.rawValue)'
          order by model, conversions desc
          """))
  }

  private static func row(_ row: AttributionReport.Row, _ words: Words) -> [Cell] {
    let models = AttributionModel.allCases
    let values = row.credits.values.map(\.conversions.value)
    let (least, most) = (values.min() ?? 0, values.max() ?? 0)
    let chance = row.credits[.linear]?.conversions.interval
    return [name(row.player, words)] + models.map { .value(row.credits[$0]?.conversions.value) }
      + [
        .value(most > 0 ? (most - least) / (most + least) : nil),
        chance.map { .text(words.chance($0)) } ?? .blank,
      ]
      + models.flatMap { model -> [Cell] in
        let credit = row.credits[model]
        return [
          .value(credit?.conversions.interval?.lower), .value(credit?.conversions.interval?.upper),
          credit.map { .value($0.value) } ?? .blank, credit.map { .value($0.margin) } ?? .blank,
        ]
      }
  }

  private static func unattributed(_ credit: CampaignCredit, _ words: Words) -> [Cell] {
    let models = AttributionModel.allCases
    return [.markup("\(words.unattributed)", file: "")]
      + models.map { _ in .value(credit.conversions) } + [.blank, .blank]
      + models.flatMap { _ -> [Cell] in
        [.blank, .blank, .value(credit.revenue), .value(credit.margin)]
      }
  }

  private static func name(_ player: String, _ words: Words) -> Cell {
    guard !player.hasPrefix("keyword:") else { return .user(String(player.dropFirst(8))) }
    let channel = Channel(rawValue: player) ?? .unassigned
    return .markup("\(words.name(channel))", file: channel.rawValue)
  }
}
