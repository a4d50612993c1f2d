import TributaryAnalysis
import TributaryModel

/// The tables of the channels' page.
struct ChannelTables {
  let report: ChannelReport
  let contrast: ChannelContrast
  let words: Words

  /// Every channel by every model; what has no known way and the total beneath.
  var channels: Table {
    Table(
      file: "channels", label: words.channelsTopic,
      columns: [Column(words.channelHead, "channel", .text)] + modelColumns + [
        Column(words.apartHead, "models_apart", .share),
        Column(words.visitsHead, "sessions", .count), Column(words.spendHead, "spend", .money),
        Column(words.costPerOrderHead, "spend_per_order", .money),
      ] + moneyColumns,
      rows: report.rows.map(row) + [unattributed],
      total: [.text(words.together)]
        + AttributionModel.nightly.map { _ in
          .value(contrast.total)
        } + [
          .blank, .value(report.rows.reduce(0) { $0 + $1.sessions }),
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
    AttributionModel.nightly.map {
      Column(words.name($0), $0.column + "_orders", .number(decimals: 0))
    }
  }

  private var moneyColumns: [Column] {
    AttributionModel.nightly.flatMap { model in
      [
        Column("", model.column + "_revenue", .money, place: .file),
        Column("", model.column + "_margin", .money, place: .file),
      ]
    }
  }

  private func row(_ row: ChannelReport.Row) -> [Cell] {
    let standing = contrast.standings.first { $0.channel == row.channel }
    let equal = row.credits[.linear]?.conversions ?? 0
    let orders = AttributionModel.nightly.map { Cell.value(row.credits[$0]?.conversions) }
    let money = AttributionModel.nightly.flatMap { model -> [Cell] in
      [
        row.credits[model].map { .value($0.revenue) } ?? .blank,
        row.credits[model].map { .value($0.margin) } ?? .blank,
      ]
    }
    let cost: Cell = row.spend > 0 && equal > 0 ? .value(Double(row.spend) / equal) : .blank
    let spend: Cell = row.spend > 0 || row.channel.isPaid ? .value(row.spend) : .blank
    let visits: Cell =
      ChannelContrast.origin(row.channel) == .own ? .blank : .value(row.sessions)
    return [name(row.channel)] + orders + [.value(standing?.apart), visits, spend, cost] + money
  }

  private var unattributed: [Cell] {
    let credit = report.unattributed
    return [.markup("\(words.unattributed)", file: "")]
      + AttributionModel.nightly.map { _ in .value(credit.conversions) }
      + [.blank, .blank, .blank, .blank]
      + AttributionModel.nightly.flatMap { _ -> [Cell] in
        [.value(credit.revenue), .value(credit.margin)]
      }
  }

  private func name(_ channel: Channel) -> Cell {
    .markup("\(words.name(channel))", file: channel.rawValue)
  }

  private var source: Table.Source {
    Table.Source(
      sql: """
        select channel, model, sum(conversions) as orders, sum(value) as revenue, sum(margin) as margin
        from mart_channel_credit_day
        where kind = 'order' and day between '\(report.window.first)' and '\(report.window.last)'
        group by channel, model
        order by channel, model
        """)
  }
}

extension AttributionModel {
  /// The model in the name of a column.
  var column: String { rawValue.replacing("-", with: "_") }
}
