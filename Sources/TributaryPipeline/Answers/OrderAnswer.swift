import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// Statuses that end an order without a sale.
  static let lostStatuses: Set<String> = ["cancelled", "unclaimed", "returned", "refunded"]
  /// Statuses after which nobody waits.
  private static let finalStatuses = lostStatuses.union(["delivered", "paid", "completed", ""])

  /// Orders of the window by how they were made, and how they move between statuses.
  func orders() throws(WarehouseError) -> OrderAnswers {
    var groups: [OrderGroup] = []
    for row in try rows(.orderBreakdown, window) {
      guard let dimension = OrderBreakdown.Dimension(rawValue: try row.text("dimension")) else {
        continue
      }
      groups.append(
        OrderGroup(
          dimension: dimension, name: try row.text("name"), orders: try row.int("orders"),
          revenue: try row.int64("revenue"), cancelled: try row.int("cancelled")))
    }
    let byChannel = groups.filter { $0.dimension == .channel }
    let changes = try orderChanges()
    return OrderAnswers.counting(
      orders: byChannel.reduce(0) { $0 + $1.orders },
      revenue: byChannel.reduce(0) { $0 + $1.revenue }, groups: groups,
      moves: StatusMoves(changes).moves, lost: Self.lostStatuses, waiting: waiting(changes),
      window: window)
  }

  private func orderChanges() throws(WarehouseError) -> [StatusMoves.Change] {
    // A year of orders, so that rare statuses show; the window alone holds too few.
    try rows(.orderChanges, DayRange(last: asOf, count: 364)).map { row throws(WarehouseError) in
      StatusMoves.Change(
        order: try row.text("order_id"), at: Instant(milliseconds: try row.int64("at")),
        status: try row.text("status"), total: try row.int64("total"))
    }
  }

  private func waiting(_ changes: [StatusMoves.Change]) -> [StatusFlow.Waiting] {
    let zone = warehouse.settings.zone
    var latest: [String: StatusMoves.Change] = [:]
    for change in changes { latest[change.order] = change }
    let open = latest.values.filter { !Self.finalStatuses.contains($0.status) }
    return Dictionary(grouping: open, by: \.status).map { status, orders in
      StatusFlow.Waiting(
        status: status, orders: orders.count, money: orders.reduce(0) { $0 + $1.total },
        oldestDays: orders.map { asOf.days(since: zone.day(of: $0.at)) }.max() ?? 0)
    }
  }
}

/// Changes of status, grouped into moves from one to another.
struct StatusMoves {
  struct Change {
    let order: String
    let at: Instant
    let status: String
    /// Minor units.
    let total: Int64
  }

  private struct Pair: Hashable {
    let from: String
    let to: String
  }

  let moves: [StatusMove]

  /// The changes of each order stand together, oldest first.
  init(_ changes: [Change]) {
    var hours: [Pair: [Double]] = [:]
    var before: Change?
    for change in changes {
      let from = before?.order == change.order ? before : nil
      if from?.status != change.status {
        hours[Pair(from: from?.status ?? "", to: change.status), default: []]
          .append(from.map { change.at.seconds(since: $0.at) / 3600 } ?? 0)
      }
      before = change
    }
    moves = hours.map { pair, spent in
      StatusMove(
        from: pair.from, to: pair.to, orders: spent.count,
        medianHours: pair.from.isEmpty ? nil : Quantiles.median(spent))
    }
  }
}
