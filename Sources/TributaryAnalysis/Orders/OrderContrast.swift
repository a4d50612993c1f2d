import TributaryModel

/// What the orders say: how many, how many are lost, and where the loss differs.
public struct OrderContrast: Sendable {
  /// The page's answer.
  public enum Answer: Sendable, Hashable {
    case empty
    /// One status stands out among those that cancellations come from.
    case leaks(status: String, cancelled: Int, of: Int, share: Double)
    /// Ways of ordering or paying that lose clearly more than the others together.
    case losesMore(OrderBreakdown.Dimension, OrderBreakdown.Contrast)
    case plain(orders: Int, revenue: Int64, cancelled: Double?)
  }

  /// What one breakdown says.
  public enum Claim: Sendable, Hashable {
    case unknown
    case single(name: String, orders: Int)
    case losesMore(OrderBreakdown.Contrast)
    case losesFewer(OrderBreakdown.Contrast)
    case alike(first: String, share: Double)
    /// Only how many: for statuses.
    case counts(first: String, orders: Int, all: Int)
  }

  /// What the moves between statuses say about cancellations.
  public enum Leak: Sendable, Hashable {
    case unknown
    case none
    case few(Int)
    /// It gives the most, and either over half of all or the range of its share lies above those
    /// of all other statuses.
    case most(status: String, cancelled: Int, of: Int, share: Estimate)
    case spread(status: String, cancelled: Int, of: Int)
  }

  /// Cancellations below which a status cannot be named.
  public static let fewestCancelled = 10

  public let answers: OrderAnswers

  package init(_ answers: OrderAnswers) {
    self.answers = answers
  }

  public var answer: Answer {
    guard answers.orders > 0 else { return .empty }
    if case .most(let status, let cancelled, let all, let share) = leak {
      return .leaks(status: status, cancelled: cancelled, of: all, share: share.value)
    }
    for dimension in [OrderBreakdown.Dimension.method, .channel, .payment] {
      if case .losesMore(let contrast) = claim(dimension) {
        return .losesMore(dimension, contrast)
      }
    }
    return .plain(
      orders: answers.orders, revenue: answers.revenue,
      cancelled: OrderBreakdown.Dimension.allCases.lazy.compactMap { cancelledShare($0) }.first)
  }

  /// Nil when there is no such breakdown, or all its orders do not say.
  public func breakdown(_ dimension: OrderBreakdown.Dimension) -> OrderBreakdown? {
    answers.breakdowns.first { $0.dimension == dimension }
      .flatMap { each in each.rows.contains { !$0.name.isEmpty } ? each : nil }
  }

  /// Cancelled of all orders of the breakdown; nil when it does not count them.
  public func cancelledShare(_ dimension: OrderBreakdown.Dimension) -> Double? {
    guard dimension != .status, let rows = breakdown(dimension)?.rows else { return nil }
    let orders = rows.reduce(0) { $0 + $1.orders }
    return orders > 0 ? Double(rows.reduce(0) { $0 + $1.cancelled }) / Double(orders) : nil
  }

  /// What may be said of the values of a dimension.
  public func claim(_ dimension: OrderBreakdown.Dimension) -> Claim {
    guard let breakdown = breakdown(dimension), let first = breakdown.rows.first else {
      return .unknown
    }
    let rows = breakdown.rows
    let all = rows.reduce(0) { $0 + $1.orders }
    guard rows.count > 1 else { return .single(name: first.name, orders: first.orders) }
    guard cancelledShare(dimension) != nil else {
      return .counts(first: first.name, orders: first.orders, all: all)
    }
    if let more = breakdown.contrast(.more) { return .losesMore(more) }
    if let fewer = breakdown.contrast(.fewer) { return .losesFewer(fewer) }
    return .alike(first: first.name, share: all > 0 ? Double(first.orders) / Double(all) : 0)
  }

  public var leak: Leak {
    let sources = answers.statuses.cancellations
    guard !answers.statuses.transitions.isEmpty else { return .unknown }
    let all = sources.reduce(0) { $0 + $1.cancelled }
    guard let first = sources.first, all > 0 else { return .none }
    guard all >= OrderContrast.fewestCancelled else { return .few(all) }
    return first.cancelled * 2 > all || OrderContrast.losesMost(first, sources.dropFirst())
      ? .most(status: first.status, cancelled: first.cancelled, of: all, share: first.share)
      : .spread(status: first.status, cancelled: first.cancelled, of: all)
  }

  /// Whether the range of its share lies above the ranges of all others.
  private static func losesMost(
    _ first: StatusFlow.CancellationSource, _ others: ArraySlice<StatusFlow.CancellationSource>
  ) -> Bool {
    guard let lower = first.share.interval?.lower, !others.isEmpty else { return false }
    return others.allSatisfy { other in other.share.interval.map { $0.upper < lower } ?? false }
  }

  /// The move before which orders stay longest, of at least ten orders that are not lost by it; nil
  /// without one.
  public var slowest: StatusFlow.Transition? {
    answers.statuses.transitions.filter {
      $0.orders >= 10 && ($0.medianHours ?? 0) > 0 && !OrderStatus.isLost($0.to)
    }
    .max { ($0.medianHours ?? 0, $1.from) < ($1.medianHours ?? 0, $0.from) }
  }
}

extension OrderContrast.Leak {
  /// The status from which most cancellations come; nil when none stands out.
  public var status: String? {
    if case .most(let status, _, _, _) = self { status } else { nil }
  }
}
