import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// Writes sessions and the order numbers seen in them.
struct SessionWriting {
  private let warehouse: Warehouse
  private let campaigns: CampaignNames
  private let geodomains: Set<String>
  private let meant: MeantOrders

  init(
    _ warehouse: Warehouse, campaigns: CampaignNames, geodomains: Set<String>
  ) throws(WarehouseError) {
    meant = try warehouse.meantOrders()
    self.warehouse = warehouse
    self.campaigns = campaigns
    self.geodomains = geodomains
  }

  /// Replaces the sessions that start on those days.
  ///
  /// A visitor's sessions are written one after another: each page of the index by visitor, which is
  /// as long as the history, is then looked up and written once and not at random.
  ///
  /// - Parameter sessions: in the order of their start.
  func replace(_ days: DayRange, with sessions: [Session]) throws(WarehouseError) {
    let sessions = Self.byVisitor(sessions)
    let range: [Cell] = [.text(days.first.description), .text(days.last.description)]
    let before = try visitors(of: range)
    if !before.isEmpty { try remove(range) }
    let known = try visitors(of: sessions, before: days.first)
    let sql = "select coalesce(max(session_id), 0) + 1 as next from session"
    let first = try warehouse.rows(sql).first?.int64("next") ?? 1
    try warehouse.replace(
      table: "session", columns: SessionRows.columns, part: .nothing,
      rows: SessionRows(
        sessions, from: first, zone: warehouse.settings.zone, campaigns: campaigns,
        geodomains: geodomains, known: known))
    var seen: [[Cell]] = []
    for (offset, session) in sessions.enumerated() where !session.orderIDs.isEmpty {
      seen += try orders(of: session, first + Int64(offset))
    }
    try write(seen)
    // Later sessions of these visitors are looked at too: an earlier one may just have arrived, or gone.
    let later = try warehouse.rows(
      "select exists (select 1 from session where day > ?1) as found", [range[1]])
    guard try later.first?.int64("found") == 1 else { return }
    try warehouse.run(Self.newness, range)
    for visitor in before.subtracting(sessions.map(\.visitor)).sorted() {
      try warehouse.run(Self.newnessOfVisitor, [.integer(visitor)])
    }
  }

  /// The orders that a session saw, as rows of session_order.
  private func orders(of session: Session, _ id: Int64) throws(WarehouseError) -> [[Cell]] {
    try session.orderIDs.map { number throws(WarehouseError) in
      [
        .integer(id), .text(try meant.order(number, at: session.startedAt)),
        Cell(session.confirmingHosts[number]),
      ]
    }
  }

  private func write(_ seen: [[Cell]]) throws(WarehouseError) {
    try warehouse.replace(
      table: "session_order", columns: ["session_id", "order_id", "host"], part: .sameKeys,
      rows: seen)
  }

  /// Writes what has changed of sessions of a day that go on into the next: their page views until
  /// midnight are what they were, so that they begin as before.
  ///
  /// Returns: whether any has changed.
  func update(_ sessions: [Session], on day: Day) throws(WarehouseError) -> Bool {
    guard !sessions.isEmpty else { return false }
    var stored: [Start: (id: Int64, state: [Int64])] = [:]
    var orders: [Int64: Set<String>] = [:]
    try warehouse.forEachRow(
      "select session_id, order_id from session_order join session using (session_id) where day = ?1",
      [.text(day.description)]
    ) { row in orders[row.int64(0), default: []].insert(row.text(1)) }
    let visitors = Set(sessions.map(\.visitor))
    try warehouse.forEachRow(Self.ofDay, [.text(day.description)]) { row in
      guard visitors.contains(row.int64(0)) else { return }
      stored[Start(visitor: row.int64(0), at: row.int64(1))] = (
        row.int64(2), (3..<10).map(row.int64)
      )
    }
    var isChanged = false
    for session in sessions {
      let start = Start(visitor: session.visitor, at: session.startedAt.milliseconds)
      guard let known = stored[start] else { continue }
      let seen = try self.orders(of: session, known.id)
      let isSame =
        known.state == Self.state(of: session)
        && orders[known.id, default: []] == Set(seen.compactMap(\.[1].optionalText))
      guard !isSame else { continue }
      try update(known.id, to: session, seen)
      isChanged = true
    }
    return isChanged
  }

  private struct Start: Hashable {
    let visitor: Int64
    /// Unix milliseconds.
    let at: Int64
  }

  private func update(
    _ id: Int64, to session: Session, _ seen: [[Cell]]
  ) throws(WarehouseError) {
    try noteOrders(of: "s.session_id = ?1", [.integer(id)])
    try warehouse.run(
      """
      update session
      set ended_at = ?2, pages = ?3, seconds = ?4, reached_product = ?5, reached_cart = ?6,
        reached_checkout = ?7, reached_order = ?8
      where session_id = ?1
      """, [.integer(id)] + Self.state(of: session).map { .integer($0) })
    try warehouse.run("delete from session_order where session_id = ?1", [.integer(id)])
    try write(seen)
  }

  /// All of a session that later page views can change.
  private static func state(of session: Session) -> [Int64] {
    [session.endedAt.milliseconds, Int64(session.pages), session.seconds]
      + [FunnelSteps.product, .cart, .checkout, .order].map { session.steps.contains($0) ? 1 : 0 }
  }

  private static let ofDay = """
    select
      visitor, started_at, session_id, ended_at, pages, seconds, reached_product, reached_cart,
      reached_checkout, reached_order
    from session
    where day = ?1
    """

  private static func byVisitor(_ sessions: [Session]) -> [Session] {
    let places = sessions.indices.map { (visitor: sessions[$0].visitor, index: $0) }
    return places.sorted { ($0.visitor, $0.index) < ($1.visitor, $1.index) }.map {
      sessions[$0.index]
    }
  }

  /// Visitors of the sessions who have others before that day.
  ///
  /// - Parameter sessions: those of a visitor one after another, by visitor.
  private func visitors(
    of sessions: [Session], before day: Day
  ) throws(WarehouseError) -> Set<Int64> {
    var found: Set<Int64> = []
    var visitors: [String] = []
    for (index, session) in sessions.enumerated()
    where index == 0 || sessions[index - 1].visitor != session.visitor {
      visitors.append(String(session.visitor))
    }
    let start = warehouse.settings.zone.instant(of: day).milliseconds
    try warehouse.forEachRow(
      Self.earlierVisitors, [.text("[" + visitors.joined(separator: ",") + "]"), .integer(start)]
    ) { row in found.insert(row.int64(0)) }
    return found
  }

  private static let earlierVisitors = """
    select visitor.value
    from json_each(?1) visitor
    where exists (
      select 1 from session s where s.visitor = visitor.value and s.started_at < ?2
    )
    """

  private func visitors(of range: [Cell]) throws(WarehouseError) -> Set<Int64> {
    var found: Set<Int64> = []
    let sql = "select visitor from session where day between ?1 and ?2"
    try warehouse.forEachRow(sql, range) { row in found.insert(row.int64(0)) }
    return found
  }

  private func remove(_ range: [Cell]) throws(WarehouseError) {
    try noteOrders(of: "s.day between ?1 and ?2", range)
    for sql in [
      """
      delete from session_order where session_id in (
        select session_id from session where day between ?1 and ?2 and reached_order = 1
      )
      """,
      "delete from session where day between ?1 and ?2",
    ] { try warehouse.run(sql, range) }
  }

  /// Whether an order was made on the site may follow from the sessions that saw it, and who somebody
  /// is from the orders that they saw.
  private func noteOrders(of sessions: String, _ cells: [Cell]) throws(WarehouseError) {
    for sql in [
      """
      insert or ignore into temp.fact_order (order_id)
      select seen.order_id
      from session s
      cross join session_order seen on seen.session_id = s.session_id
      where \(sessions) and s.reached_order = 1
      """,
      """
      insert or ignore into temp.retold_visitor (visitor)
      select s.visitor
      from session s
      where \(sessions) and s.reached_order = 1
      """,
    ] { try warehouse.run(sql, cells) }
  }

  private static let newness = """
    update session
    set is_new = 1 - is_new
    where session_id in (
      select other.session_id
      from session mine
      cross join session other on other.visitor = mine.visitor
      where mine.day between ?1 and ?2 and other.is_new = \(hasEarlier)
    )
    """

  private static let newnessOfVisitor = """
    update session
    set is_new = 1 - is_new
    where session_id in (
      select session_id from session other where visitor = ?1 and is_new = \(hasEarlier)
    )
    """

  private static let hasEarlier = """
    exists (
      select 1
      from session earlier
      where earlier.visitor = other.visitor and earlier.started_at < other.started_at
    )
    """
}
