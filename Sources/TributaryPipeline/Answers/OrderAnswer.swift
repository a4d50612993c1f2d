import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// Statuses after which nobody waits.
  private static let endedStatuses = OrderStatus.lost.union(["delivered", "paid", "completed", ""])

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
    let (history, money) = try statusHistory()
    return OrderAnswers.counting(
      orders: byChannel.reduce(0) { $0 + $1.orders },
      revenue: byChannel.reduce(0) { $0 + $1.revenue }, groups: groups, moves: history.moves,
      lost: OrderStatus.lost,
      waiting: history.waiting(
        ended: Self.endedStatuses, money: money, asOf: asOf, zone: warehouse.settings.zone),
      window: window)
  }

  /// The changes of a year of orders, so that rare statuses show; the window alone holds too few.
  private func statusHistory() throws(WarehouseError) -> (StatusHistory, [String: Int64]) {
    var changes: [StatusChange] = []
    var money: [String: Int64] = [:]
    for row in try rows(.orderChanges, DayRange(last: asOf, count: StatusFlow.days)) {
      let order = try row.text("order_id")
      money[order] = try row.int64("total")
      changes.append(
        StatusChange(orderID: order, at: try row.instant("at"), status: try row.text("status")))
    }
    return (StatusHistory(changes), money)
  }
}
