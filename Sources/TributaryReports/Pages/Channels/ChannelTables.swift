import TributaryAnalysis
import TributaryModel

/// The tables of the channels' page.
struct ChannelTables {
  let report: ChannelReport
  let contrast: ChannelContrast
  /// Ranges of chance; nil when nothing was worked out for the window.
  let part: AttributionReport.Part?
  let words: Words

  /// Every channel by every model; what has no known way and the total beneath.
  var channels: Table {
    Table(
      file: "channels", label: words.channelsTopic,
      columns: [Column(words.channelHead, "channel", .text)] + modelColumns + [
        Column(words.apartHead, "models_apart", .share),
        Column(words.byChanceHead, "", .text, place: .page),
        Column(words.visitsHead, "sessions", .count), Column(words.spendHead, "spend", .money),
        Column(words.costPerOrderHead, "spend_per_order", .money),
      ] + moneyColumns,
      rows: report.rows.map(row) + [unattributed],
      total: [.text(words.together)]
        + AttributionModel.allCases.map { _ in
          .value(contrast.total)
        } + [
          .blank, .blank, .value(report.rows.reduce(0) { $0 + $1.sessions }),
          .value(report.rows.reduce(0) { $0 + $1.spend }),
        ], isWide: true, source: source)
  }

  /// What moves from the first click to the last; the largest move first.
  var moves: Table {
    let rows = contrast.standings.sorted { abs($0.last - $0.first) > abs($1.last - $1.first) }
    return Table(
      file: "channel-models", label: words.disputesTopic,
      columns: [
        Column(words.channelHead, "channel", .text),
        Column(words.movedHead, "last_less_first", .number(decimals: 0)),
        Column(words.name(.first), "first", .number(decimals: 0)),
        Column(words.name(.lastNonDirect), "last_non_direct", .number(decimals: 0)),
        Column(words.apartHead, "models_apart", .share),
      ],
      rows: rows.map { each in
        [
          name(each.channel), .value(each.last - each.first), .value(each.first),
          .value(each.last), .value(each.apart),
        ]
      }, source: source)
  }

  /// Orders by how they were found.
  var origins: Table {
    Table(
      file: "channel-origins", label: words.originsTopic,
      columns: [
        Column(words.originHead, "origin", .text),
        Column(words.ordersHead, "orders", .number(decimals: 0)),
        Column(words.shareHead, "share", .share),
      ],
      rows: ChannelContrast.Origin.allCases.map { origin in
        [
          .markup("\(words.name(origin))", file: origin.rawValue),
          .value(contrast.orders(of: origin)), .value(contrast.share(of: origin)),
        ]
      }, source: source)
  }

  private var modelColumns: [Column] {
    AttributionModel.allCases.map {
      Column(words.name($0), $0.columnName + "_orders", .number(decimals: 0))
    }
  }

  private var moneyColumns: [Column] {
    AttributionModel.allCases.flatMap { model in
      [
        Column("", model.columnName + "_lower", .number(decimals: 2), place: .file),
        Column("", model.columnName + "_upper", .number(decimals: 2), place: .file),
        Column("", model.columnName + "_revenue", .money, place: .file),
        Column("", model.columnName + "_margin", .money, place: .file),
      ]
    }
  }

  private func row(_ row: ChannelReport.Row) -> [Cell] {
    let standing = contrast.standings.first { $0.channel == row.channel }
    let equal = row.credits[.linear]?.conversions ?? 0
    let orders = AttributionModel.allCases.map { Cell.value(row.credits[$0]?.conversions) }
    let chances = part?.rows.first { $0.player == row.channel.rawValue }?.credits ?? [:]
    let money = AttributionModel.allCases.flatMap { model -> [Cell] in
      [
        .value(chances[model]?.conversions.interval?.lower),
        .value(chances[model]?.conversions.interval?.upper),
        row.credits[model].map { .value($0.revenue) } ?? .blank,
        row.credits[model].map { .value($0.margin) } ?? .blank,
      ]
    }
    let cost: Cell = row.spend > 0 && equal > 0 ? .value(Double(row.spend) / equal) : .blank
    let spend: Cell = row.spend > 0 || row.channel.isPaid ? .value(row.spend) : .blank
    let visits: Cell =
      ChannelContrast.origin(row.channel) == .own ? .blank : .value(row.sessions)
    let chance = chances[.linear]?.conversions.interval.map { words.chance($0) }
    return [name(row.channel)] + orders
      + [.value(standing?.apart), chance.map { .text($0) } ?? .blank, visits, spend, cost] + money
  }

  private var unattributed: [Cell] {
    let credit = report.unattributed
    return [.markup("\(words.unattributed)", file: "")]
      + AttributionModel.allCases.map { _ in .value(credit.conversions) }
      + [.blank, .blank, .blank, .blank, .blank]
      + AttributionModel.allCases.flatMap { _ -> [Cell] in
        [.blank, .blank, .value(credit.revenue), .value(credit.margin)]
      }
  }

  private func name(_ channel: Channel) -> Cell {
    .markup("\(words.name(channel))", file: channel.rawValue)
  }

  private var source: Table.Source {
    Table.Source(
      sql: """
        select player as channel, model, conversions, conversions_lower, conversions_upper, value, margin
        from attribution_result
        where as_of = '\(report.window.last)' and kind = 'order' and grain = 'channel'
        order by model, conversions desc
        """)
  }
}
