import TributaryModel

/// Orders that share one value of a property.
public struct OrderGroup: Sendable, Hashable {
  public let dimension: OrderBreakdown.Dimension
  /// The value as the shop writes it; empty when the orders do not say.
  public let name: String
  public let orders: Int
  /// Minor units.
  public let revenue: Int64
  public let cancelled: Int

  package init(
    dimension: OrderBreakdown.Dimension, name: String, orders: Int, revenue: Int64, cancelled: Int
  ) {
    self.dimension = dimension
    self.name = name
    self.orders = orders
    self.revenue = revenue
    self.cancelled = cancelled
  }
}

/// Orders that went from one status to another.
public struct StatusMove: Sendable, Hashable {
  /// Empty for the start.
  public let from: String
  public let to: String
  public let orders: Int
  /// Median hours spent in `from`; nil for the start.
  public let medianHours: Double?

  /// A literal is taken as it stands.
  public init(from: String, to: String, orders: Int, medianHours: Double?) {
    self.from = from
    self.to = to
    self.orders = orders
    self.medianHours = medianHours
  }
}

extension OrderAnswers {
  /// Sorts the groups into breakdowns and follows the moves between statuses.
  ///
  /// Groups of one dimension and name are summed; a dimension without groups has no breakdown.
  /// `lost`: the statuses that end an order without a sale.
  public static func counting(
    orders: Int, revenue: Int64, groups: [OrderGroup], moves: [StatusMove], lost: Set<String>,
    waiting: [StatusFlow.Waiting], window: DayRange
  ) -> OrderAnswers {
    let breakdowns = OrderBreakdown.Dimension.allCases.compactMap { dimension in
      let mine = groups.filter { $0.dimension == dimension }
      return mine.isEmpty ? nil : OrderBreakdown(dimension: dimension, groups: mine)
    }
    return OrderAnswers(
      window: window, orders: orders, revenue: revenue, breakdowns: breakdowns,
      statuses: StatusFlow(moves: moves, lost: lost, waiting: waiting))
  }
}

extension OrderBreakdown {
  init(dimension: Dimension, groups: [OrderGroup]) {
    let rows = Dictionary(grouping: groups, by: \.name).map { name, same in
      let orders = same.reduce(0) { $0 + $1.orders }
      let cancelled = same.reduce(0) { $0 + $1.cancelled }
      return Row(
        name: name, orders: orders, revenue: same.reduce(0) { $0 + $1.revenue },
        cancelled: cancelled,
        cancelledShare: dimension == .status ? nil : .share(cancelled, of: orders))
    }
    self.init(
      dimension: dimension,
      rows: rows.sorted { left, right in
        left.orders == right.orders ? left.name < right.name : left.orders > right.orders
      })
  }
}

extension StatusFlow {
  /// Where orders go, from where they are lost, and where they wait.
  ///
  /// By hand: 10 entered "packed", 3 of them went on to "cancelled": 3 of 10 from "packed".
  public init(moves: [StatusMove], lost: Set<String>, waiting: [Waiting]) {
    var entered: [String: Int] = [:]
    var cancelled: [String: Int] = [:]
    for move in moves {
      entered[move.to, default: 0] += move.orders
      if lost.contains(move.to), !lost.contains(move.from) {
        cancelled[move.from, default: 0] += move.orders
      }
    }
    let sources = cancelled.compactMap { status, count -> CancellationSource? in
      // Orders whose first status lies before the history were never seen to enter.
      let all = max(entered[status] ?? 0, count)
      return Estimate.share(count, of: all).map {
        CancellationSource(status: status, entered: all, cancelled: count, share: $0)
      }
    }
    self.init(
      transitions: moves.map {
        Transition(from: $0.from, to: $0.to, orders: $0.orders, medianHours: $0.medianHours)
      }.sorted { left, right in
        left.orders == right.orders
          ? (left.from, left.to) < (right.from, right.to) : left.orders > right.orders
      },
      cancellations: sources.sorted { left, right in
        left.cancelled == right.cancelled
          ? left.status < right.status : left.cancelled > right.cancelled
      },
      waiting: waiting.sorted { left, right in
        left.money == right.money ? left.status < right.status : left.money > right.money
      })
  }
}
