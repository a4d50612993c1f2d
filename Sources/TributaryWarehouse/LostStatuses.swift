import TributaryModel

/// Whether orders of a status are lost, remembered: a shop has few statuses, and many orders.
struct LostStatuses {
  private var known: [String: Bool] = [:]
  /// Anybody may make up statuses.
  private static let most = 1000

  mutating func contain(_ status: String) -> Bool {
    if let isLost = known[status] { return isLost }
    if known.count >= LostStatuses.most { known = [:] }
    let isLost = OrderStatus.isLost(status)
    known[status] = isLost
    return isLost
  }
}
