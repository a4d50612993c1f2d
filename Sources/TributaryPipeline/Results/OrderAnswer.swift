import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
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
    let (history, money, lost) = try statusHistory()
    return OrderAnswers.counting(
      orders: byChannel.reduce(0) { $0 + $1.orders },
      revenue: byChannel.reduce(0) { $0 + $1.revenue }, groups: groups, moves: history.moves,
      lost: lost,
      waiting: history.waiting(
        lost: lost, money: money, asOf: asOf, zone: warehouse.settings.zone),
      window: window)
  }

  /// The changes of a year of orders, so that rare statuses show; the window alone holds too few.
  /// With each order's money, and the statuses of lost ones.
  private func statusHistory() throws(WarehouseError)
    -> (StatusHistory, money: [String: Int64], lost: Set<String>)
  {
    var changes: [StatusChange] = []
    var money: [String: Int64] = [:]
    for row in try rows(.orderChanges, DayRange(last: asOf, count: StatusFlow.days)) {
      let order = try row.text("order_id")
      money[order] = try row.optionalInt64("total")
      changes.append(
        StatusChange(orderID: order, at: try row.instant("at"), status: try row.text("status")))
    }
    let lost = Set(changes.map(\.status)).filter { OrderStatus.isLost($0) }
    return (StatusHistory(changes), money, lost)
  }
}
