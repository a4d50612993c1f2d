import TributaryModel

/// What one channel brought in a window by every model side by side, with its visits and spend.
public struct ChannelCredit: Sendable, Hashable {
  /// Nil for orders that no touchpoint explains.
  public let channel: Channel?
  public let credits: [AttributionModel: CampaignCredit]
  /// What chance alone explains, with 90%. Units: orders.
  public let ranges: [AttributionModel: Interval]
  /// Half the distance between the models over the middle of them; nil without orders.
  public let apart: Double?
  /// Nil for calls and letters, which are no visits.
  public let sessions: Int?
  /// Minor units; nil where nobody pays.
  public let spend: Int64?

  /// Spend over orders by equal shares; nil without either. Units: minor units.
  public var spendPerOrder: Double? {
    guard let spend, spend > 0, let orders = credits[.linear]?.conversions, orders > 0 else {
      return nil
    }
    return Double(spend) / orders
  }

  public static let results = ResultTable<ChannelCredit>(
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
        ) { $0.credits[model]?.conversions }
      }
      + [
        .share("models_apart", "half the distance of the models over the middle of them") {
          $0.apart
        },
        .count("sessions", "visits; null for calls and letters") { $0.sessions },
        .money("spend", "what the platforms charged; null where nobody pays") { $0.spend },
        .number("spend_per_order", unit: .money, "spend over linear_orders") { $0.spendPerOrder },
      ] + AttributionModel.allCases.flatMap(details))

  private static func details(_ model: AttributionModel) -> [ResultField<ChannelCredit>] {
    let (column, name) = (model.columnName, model.rawValue)
    return [
      .number("\(column)_lower", unit: .count, "lower end of the 90% range of chance, \(name)") {
        $0.ranges[model]?.lower
      },
      .number("\(column)_upper", unit: .count, "upper end of the 90% range of chance, \(name)") {
        $0.ranges[model]?.upper
      },
      .money("\(column)_revenue", "revenue that model \(name) credits") {
        $0.credits[model]?.revenue
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
  public func credits(_ part: AttributionReport.Part?) -> [ChannelCredit] {
    let standings = ChannelContrast(self).standings
    return rows.map { row in
      let chances = part?.rows.first { $0.player == row.channel.rawValue }?.credits ?? [:]
      return ChannelCredit(
        channel: row.channel, credits: row.credits,
        ranges: chances.compactMapValues(\.conversions.interval),
        apart: standings.first { $0.channel == row.channel }?.apart,
        sessions: ChannelContrast.origin(row.channel) == .own ? nil : row.sessions,
        spend: row.spend > 0 || row.channel.isPaid ? row.spend : nil)
    } + [
      ChannelCredit(
        channel: nil,
        credits: Dictionary(
          uniqueKeysWithValues: AttributionModel.allCases.map { ($0, unattributed) }),
        ranges: [:], apart: nil, sessions: nil, spend: nil)
    ]
  }
}
