import TributaryModel

extension OrderBreakdown {
  /// One value of a property with the property.
  public struct Entry: Sendable, Hashable {
    public let dimension: Dimension
    public let row: Row
    /// Of the orders of all values of the property; nil without orders.
    public let share: Double?
  }

  public var entries: [Entry] {
    let orders = rows.reduce(0) { $0 + $1.orders }
    return rows.map {
      Entry(
        dimension: dimension, row: $0,
        share: orders > 0 ? Double($0.orders) / Double(orders) : nil)
    }
  }

  /// Orders of 28 days to the as-of day by each of their properties, most orders first.
  public static let results = ResultTable<Entry>(
    "order_breakdown", grain: "property of orders and its value",
    [
      .text("dimension", isKey: true, "channel, method, status or payment") {
        $0.dimension.rawValue
      },
      .text("name", isKey: true, "the value as the shop writes it; '' when orders do not say") {
        $0.row.name
      },
      .estimate("cancelled_share", unit: .share, "cancelled over orders; null for statuses") {
        $0.row.cancelledShare
      },
      .count("orders", "that were placed") { $0.row.orders },
      .count("cancelled", "of them lost") { $0.row.cancelled },
      .share("share", "of the orders of all values") { $0.share },
      .money("revenue", "of those not lost") { $0.row.revenue },
    ])
}

extension StatusFlow.CancellationSource {
  /// From which status orders of 364 days to the as-of day were lost, most first.
  public static let results = ResultTable<StatusFlow.CancellationSource>(
    "status_cancellation", grain: "status from which orders were lost",
    [
      .text("status", isKey: true, "as the shop writes it") { $0.status },
      .estimate("cancelled_share", unit: .share, "cancelled over entered") { $0.share },
      .count("cancelled", "orders lost straight from it") { $0.cancelled },
      .count("entered", "orders that came into it") { $0.entered },
    ])
}

extension StatusFlow.Transition {
  /// How orders of 364 days to the as-of day went on, most first.
  public static let results = ResultTable<StatusFlow.Transition>(
    "status_transition", grain: "pair of statuses",
    [
      .text("from_status", isKey: true, "'' for the start") { $0.from },
      .text("to_status", isKey: true, "as the shop writes it") { $0.to },
      .count("orders", "that went so") { $0.orders },
      .number("median_hours", "spent in from_status; null for the start") { $0.medianHours },
    ])
}

extension StatusFlow.Waiting {
  /// Orders that stand in a status and wait for somebody, most money first.
  public static let results = ResultTable<StatusFlow.Waiting>(
    "waiting_order", grain: "status in which orders wait",
    [
      .text("status", isKey: true, "as the shop writes it") { $0.status },
      .count("orders", "that stand in it") { $0.orders },
      .money("money", "what they come to") { $0.money },
      .count("oldest_days", "since the first of them came into it") { $0.oldestDays },
    ])
}
