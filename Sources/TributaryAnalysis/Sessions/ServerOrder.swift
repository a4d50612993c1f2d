import TributaryModel

/// An order that a server tells of in its visitor's name: no page view, and no visit of its own.
public struct ServerOrder: Sendable, Hashable {
  /// Unix milliseconds, UTC.
  public let at: Int64
  /// The hash of the visitor's id, or of the user's where the server knows it.
  public let visitor: Int64
  public let order: String

  package init(at: Int64, visitor: Int64, order: String) {
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
/// such a visit makes none. Who a user is, events of the order's day and of the days beside it say,
/// so that it does not matter which days are cut together.
public struct ServerOrders: Sendable {
  /// A visitor whom an event of that day calls by a user's id.
  public struct Link: Sendable, Hashable {
    public let day: Day
    public let visitor: Int64
    public let user: Int64

    package init(day: Day, visitor: Int64, user: Int64) {
      self.day = day
      self.visitor = visitor
      self.user = user
    }
  }

  /// Milliseconds from the start of a visit to an order that it made.
  static let reach: Int64 = 86_400_000
  /// A user of more visitors than that within the three days is none: a word such as `guest`.
  static let mostVisitors = 10

  private let orders: [ServerOrder]
  private let zone: Zone
  /// By user.
  private let links: [Int64: [Link]]

  /// - Parameter links: those of the orders' days and of the days beside them; others do not count.
  public init(_ orders: [ServerOrder], links: [Link], zone: Zone) {
    self.orders = orders.sorted { ($0.at, $0.order) < ($1.at, $1.order) }
    self.zone = zone
    self.links = Dictionary(grouping: links, by: \.user)
  }

  /// Notes each order in its visit.
  ///
  /// - Parameter sessions: in their order; they are brought into it again.
  public func place(in sessions: inout [Session]) {
    guard !orders.isEmpty else { return }
    let known = orders.map { [$0.visitor] + visitors(of: $0) }
    let wanted = Set(known.joined())
    var places: [Int64: [Int]] = [:]
    for (index, session) in sessions.enumerated() where wanted.contains(session.visitor) {
      places[session.visitor, default: []].append(index)
    }
    var isChanged = false
    for (order, known) in zip(orders, known) {
      // Sessions are in the order of time: the greatest place is the last.
      let last = known.compactMap { places[$0]?.last { begins(sessions[$0], before: order) } }.max()
      guard let last else { continue }
      sessions[last].confirm(order.order)
      isChanged = true
    }
    if isChanged { sessions = SessionBuilder.ordered(sessions) }
  }

  /// The visitors who are the order's user.
  private func visitors(of order: ServerOrder) -> [Int64] {
    guard let links = links[order.visitor] else { return [] }
    let day = zone.day(of: Instant(milliseconds: order.at))
    let near = day.adding(-1)...day.adding(1)
    let different = Set(links.lazy.filter { near.contains($0.day) }.map(\.visitor))
    return different.count > ServerOrders.mostVisitors ? [] : different.sorted()
  }

  private func begins(_ session: Session, before order: ServerOrder) -> Bool {
    let (wait, isFar) = order.at.subtractingReportingOverflow(session.startedAt.milliseconds)
    return !isFar && wait >= 0 && wait <= ServerOrders.reach
  }
}
