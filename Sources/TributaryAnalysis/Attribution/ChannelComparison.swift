import TributaryModel

/// What one channel brought in a window by every model side by side, with its visits and spend.
public struct ChannelComparison: Sendable, Hashable {
  /// Nil for orders that no touchpoint explains.
  public let channel: Channel?
  /// Conversions are orders.
  public let credits: [AttributionModel: Credit]
  /// Half the distance between the models over the middle of them; nil without orders.
  public let apart: Double?
  /// Nil for calls and letters, which are no visits.
  public let sessions: Int?
  /// Minor units; nil where nobody pays.
  public let spend: Int64?

  /// Spend over orders by equal shares; nil without either. Units: minor units.
  public var spendPerOrder: Double? {
    guard let spend, spend > 0, let orders = credits[.linear]?.conversions.value, orders > 0 else {
      return nil
    }
    return Double(spend) / orders
  }

  public static let results = ResultTable<ChannelComparison>(
    "channel_credit", grain: "channel with visits, spend or orders",
    [
      .text("channel", isKey: true, "'' is orders that no touchpoint explains") {
        $0.channel?.rawValue ?? ""
      }
    ]
      + AttributionModel.allCases.map { model in
        .number(
          "\(model.columnName)_orders", unit: .count,
          "of 28 days to the as-of day, that model \(model.rawValue) credits"
        ) { $0.credits[model]?.conversions.value }
      }
      + [
        .share("models_apart", "half the distance of the models over the middle of them") {
          $0.apart
        },
        .count("sessions", "visits; null for calls and letters") { $0.sessions },
        .money("spend", "what the platforms charged; null where nobody pays") { $0.spend },
        .number("spend_per_order", unit: .money, "spend over linear_orders") { $0.spendPerOrder },
      ] + AttributionModel.allCases.flatMap(details))

  private static func details(_ model: AttributionModel) -> [ResultField<ChannelComparison>] {
    let (column, name) = (model.columnName, model.rawValue)
    return [
      .number("\(column)_lower", unit: .count, "lower end of the 90% range of chance, \(name)") {
        $0.credits[model]?.conversions.interval?.lower
      },
      .number("\(column)_upper", unit: .count, "upper end of the 90% range of chance, \(name)") {
        $0.credits[model]?.conversions.interval?.upper
      },
      .money("\(column)_revenue", "revenue that model \(name) credits") {
        $0.credits[model]?.value
      },
      .money("\(column)_margin", "margin that model \(name) credits") {
        $0.credits[model]?.margin
      },
    ]
  }
}

extension ChannelReport {
  /// The channels in their order, then what no touchpoint explains.
  ///
  /// - Parameter part: orders by channel, for the ranges of chance; nil when there is none.
  public func credits(_ part: AttributionReport.Part?) -> [ChannelComparison] {
    let standings = ChannelContrast(self).standings
    return rows.map { row in
      let chances = part?.rows.first { $0.dimension == row.channel.rawValue }?.credits ?? [:]
      return ChannelComparison(
        channel: row.channel,
        credits: row.credits.reduce(into: [:]) { credits, credit in
          credits[credit.key] = credit.value.ranged(chances[credit.key]?.conversions.interval)
        },
        apart: standings.first { $0.channel == row.channel }?.apart,
        sessions: ChannelContrast.origin(row.channel) == .own ? nil : row.sessions,
        spend: row.spend > 0 || row.channel.isPaid ? row.spend : nil)
    } + [
      ChannelComparison(
        channel: nil,
        credits: Dictionary(
          uniqueKeysWithValues: AttributionModel.allCases.map { ($0, unattributed) }),
        apart: nil, sessions: nil, spend: nil)
    ]
  }
}
