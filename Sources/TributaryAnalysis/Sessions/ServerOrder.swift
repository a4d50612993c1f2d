import TributaryModel

/// An order that a server tells of in its visitor's name: no page view, and no visit of its own.
public struct ServerOrder: Sendable, Hashable {
  /// Unix milliseconds, UTC.
  public let at: Int64
  /// The hash of the visitor's id, or of the user's where the server knows it.
  public let visitor: Int64
  public let order: String

  public init(at: Int64, visitor: Int64, order: String) {
    self.at = at
    self.visitor = visitor
    self.order = order
  }
}

/// Gives servers' orders to the visits that they were made in.
///
/// ```
///  a1       |-- visit of vk --|        userId u1 is said beside anonymousId a1
///  u1                            A-1   the server knows the user only: A-1 is of the visit
/// ```
///
/// An order belongs to its visitor's last visit that began at most 24 hours before it; one without
/// such a visit makes none.
public struct ServerOrders: Sendable {
  /// Milliseconds from the start of a visit to an order that it made.
  static let reach: Int64 = 86_400_000
  /// A user of more visitors than that within days is none: a word such as `guest`.
  static let mostVisitors = 10

  private let orders: [ServerOrder]
  private var visitors: [Int64: [Int64]] = [:]

  /// - Parameter links: visitors who are users, within the days of the orders.
  public init(_ orders: [ServerOrder], links: [(visitor: Int64, user: Int64)]) {
    self.orders = orders.sorted { ($0.at, $0.order) < ($1.at, $1.order) }
    for link in links { visitors[link.user, default: []].append(link.visitor) }
    for (user, known) in visitors {
      let different = Set(known).sorted()
      visitors[user] = different.count > ServerOrders.mostVisitors ? nil : different
    }
  }

  /// Notes each order in its visit.
  ///
  /// - Parameter sessions: in their order; they are brought into it again.
  public func place(in sessions: inout [Session]) {
    guard !orders.isEmpty else { return }
    let wanted = Set(orders.flatMap { [$0.visitor] + (visitors[$0.visitor] ?? []) })
    var places: [Int64: [Int]] = [:]
    for (index, session) in sessions.enumerated() where wanted.contains(session.visitor) {
      places[session.visitor, default: []].append(index)
    }
    var isChanged = false
    for order in orders {
      let known = [order.visitor] + (visitors[order.visitor] ?? [])
      // Sessions are in the order of time: the greatest place is the last.
      let last = known.compactMap { places[$0]?.last { begins(sessions[$0], before: order) } }.max()
      guard let last else { continue }
      sessions[last].confirm(order.order)
      isChanged = true
    }
    if isChanged { sessions = SessionBuilder.ordered(sessions) }
  }

  private func begins(_ session: Session, before order: ServerOrder) -> Bool {
    let (wait, isFar) = order.at.subtractingReportingOverflow(session.startedAt.milliseconds)
    return !isFar && wait >= 0 && wait <= ServerOrders.reach
  }
}
