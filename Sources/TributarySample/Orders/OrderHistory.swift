import TributaryModel

/// The way of an order from `new` to its end.
///
/// ```
///  new -> confirmed -> assembling -> shipped -> delivered
///    \        \    \       ^   \           \-> unclaimed   (cash on delivery only)
///     \        \    awaiting_stock          (24% wait; 38% of them are cancelled)
///      `--------`------------`----> cancelled
/// ```
struct OrderHistory {
  private(set) var changes: [Order.Change]
  private(set) var cancelReason: String?

  static let waitsForStock = 0.24
  static let cancelledWaiting = 0.38
  static let cancelledElsewhere = 0.015
  static let unclaimedOnDelivery = 0.14

  init(of order: Order, through lastDay: Day, _ random: inout SeededRandom) {
    changes = [Order.Change(at: order.placedAt, status: .new)]
    if order.method == .retail {
      step(.delivered, after: random.integer(in: 60...240))
    } else {
      walk(order, &random)
    }
    changes.removeAll { $0.at.day > lastDay }
    if changes.last?.status != .cancelled && changes.last?.status != .unclaimed {
      cancelReason = nil
    }
  }

  private mutating func walk(_ order: Order, _ random: inout SeededRandom) {
    if cancels(order, "changed_mind", &random) { return }
    let pause = order.method == .phone ? 60...900 : 300...50_000
    step(.confirmed, after: random.integer(in: pause))
    if cancels(order, "changed_mind", &random) { return }
    if order.method != .letter && random.chance(OrderHistory.waitsForStock) {
      step(.awaitingStock, after: random.integer(in: 600...20_000))
      let wait = random.integer(in: 80_000...520_000)
      if random.chance(OrderHistory.cancelledWaiting) {
        step(.cancelled, after: wait)
        cancelReason = "waited_too_long"
        return
      }
      step(.assembling, after: wait)
    } else {
      step(.assembling, after: random.integer(in: 900...40_000))
    }
    if cancels(order, "out_of_time", &random) { return }
    step(.shipped, after: random.integer(in: 7_000...90_000))
    if order.payment == .cashOnDelivery && random.chance(OrderHistory.unclaimedOnDelivery) {
      step(.unclaimed, after: random.integer(in: 1_000_000...1_400_000))
      cancelReason = "not_claimed"
    } else {
      step(.delivered, after: random.integer(in: 100_000...600_000))
    }
  }

  private mutating func cancels(
    _ order: Order, _ reason: String, _ random: inout SeededRandom
  ) -> Bool {
    guard order.method != .letter, random.chance(OrderHistory.cancelledElsewhere) else {
      return false
    }
    step(.cancelled, after: random.integer(in: 1_800...60_000))
    cancelReason = reason
    return true
  }

  private mutating func step(_ status: Order.Status, after seconds: Int) {
    let last = changes.last?.at ?? LocalTime(seconds: 0)
    changes.append(Order.Change(at: last.adding(seconds), status: status))
  }
}
