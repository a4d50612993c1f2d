import TributaryModel

/// One entry of an order's status history.
public struct StatusChange: Sendable, Hashable {
  public let orderID: String
  public let at: Instant
  public let status: String

  package init(orderID: String, at: Instant, status: String) {
    self.orderID = orderID
    self.at = at
    self.status = status
  }
}

/// The status histories of many orders, followed step by step.
///
/// Changes may come in any order; equal instants of one order go by status. A repeated status is no
/// move: its time counts from the first.
public struct StatusHistory: Sendable {
  /// Counted moves with the median hours spent before each.
  public let moves: [StatusMove]
  /// The last status of each order with the instant it began, by order.
  private let current: [(orderID: String, status: String, since: Instant)]

  package init(_ changes: [StatusChange]) {
    let sorted = changes.sorted {
      ($0.orderID, $0.at, $0.status) < ($1.orderID, $1.at, $1.status)
    }
    var hours: [Step: [Double]] = [:]
    var current: [(orderID: String, status: String, since: Instant)] = []
    for change in sorted {
      guard let last = current.last, last.orderID == change.orderID else {
        hours[Step(from: "", to: change.status), default: []].append(0)
        current.append((change.orderID, change.status, change.at))
        continue
      }
      guard last.status != change.status else { continue }
      let spent = change.at.seconds(since: last.since) / 3600
      hours[Step(from: last.status, to: change.status), default: []].append(spent)
      current[current.count - 1] = (change.orderID, change.status, change.at)
    }
    self.current = current
    moves = hours.map { step, hours in
      StatusMove(
        from: step.from, to: step.to, orders: hours.count,
        medianHours: step.from.isEmpty ? nil : Quantiles.median(hours))
    }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  private struct Step: Hashable {
    let from: String
    let to: String
  }

  /// Statuses after which nobody waits, besides those of lost orders; '' says nothing.
  static let ended: Set<String> = ["delivered", "paid", "completed", ""]

  /// Orders whose last status is neither of the lost nor of the ended ones, with their money and
  /// oldest age.
  ///
  /// `money`: minor units by order; an order without an entry adds none.
  public func waiting(lost: Set<String>, money: [String: Int64], asOf: Day, zone: Zone)
    -> [StatusFlow.Waiting]
  {
    let ended = StatusHistory.ended.union(lost)
    return Dictionary(grouping: current.filter { !ended.contains($0.status) }, by: \.status)
      .map { status, orders in
        StatusFlow.Waiting(
          status: status, orders: orders.count,
          money: orders.reduce(0) { $0 + (money[$1.orderID] ?? 0) },
          oldestDays: orders.map { max(0, asOf.days(since: zone.day(of: $0.since))) }.max() ?? 0)
      }.sorted { $0.money == $1.money ? $0.status < $1.status : $0.money > $1.money }
  }
}
