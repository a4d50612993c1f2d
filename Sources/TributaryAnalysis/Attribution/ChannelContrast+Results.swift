import TributaryModel

extension ChannelContrast {
  /// The channels by how much they move from the first click to the last; the largest move first.
  public var moves: [Standing] {
    func rank(_ standing: Standing) -> (Double, Double) {
      (abs(standing.last - standing.first), standing.equal)
    }
    return standings.sorted {
      rank($0) == rank($1) ? $0.channel.rawValue < $1.channel.rawValue : rank($0) > rank($1)
    }
  }

  /// The channels that move at all: those that finish ways first, those that start them last.
  public var movers: [Standing] {
    standings.filter { abs($0.last - $0.first) >= ChannelContrast.leastMove }
      .sorted { $0.last - $0.first > $1.last - $1.first }
  }

  /// Orders of one origin.
  public struct OriginShare: Sendable, Hashable {
    public let origin: Origin
    /// By equal shares.
    public let orders: Double
    /// Of all orders. Units: 0...1.
    public let share: Double

    public static let results = ResultTable<OriginShare>(
      "channel_origin", grain: "kind of origin of orders",
      [
        .text("origin", isKey: true, "paid; free; own: calls and letters; unknown: unattributed") {
          $0.origin.rawValue
        },
        .number("orders", unit: .count, "of 28 days to the as-of day, by model linear") {
          $0.orders
        },
        .share("share", "of all orders") { $0.share },
      ])
  }

  /// Orders by how they were found.
  public var origins: [OriginShare] {
    Origin.allCases.map {
      OriginShare(origin: $0, orders: orders(of: $0), share: share(of: $0))
    }
  }
}

extension ChannelContrast.Standing {
  public static let results = ResultTable<ChannelContrast.Standing>(
    "channel_move", grain: "channel with orders",
    [
      .text("channel", isKey: true, "that the orders are credited to") { $0.channel.rawValue },
      .number("last_less_first", unit: .count, "last_non_direct less first") {
        $0.last - $0.first
      },
      .number("first", unit: .count, "orders that model first credits") { $0.first },
      .number("last_non_direct", unit: .count, "orders that model last-non-direct credits") {
        $0.last
      },
      .share("models_apart", "half the distance of all models over the middle of them") {
        $0.apart
      },
    ])
}
