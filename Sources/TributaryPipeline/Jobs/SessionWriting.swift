import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// Writes sessions and the order numbers seen in them.
struct SessionWriting {
  private let warehouse: Warehouse
  private let campaigns: CampaignNames
  private let geodomains: Set<String>

  init(_ warehouse: Warehouse, campaigns: CampaignNames, geodomains: Set<String>) {
    self.warehouse = warehouse
    self.campaigns = campaigns
    self.geodomains = geodomains
  }

  /// Replaces the sessions that start on those days.
  ///
  /// - Parameter sessions: in the order of their start.
  func replace(_ days: DayRange, with sessions: [Session]) throws(WarehouseError) {
    let range: [Cell] = [.text(days.first.description), .text(days.last.description)]
    let before = try visitors(of: range)
    if !before.isEmpty { try remove(range) }
    let sql = "select coalesce(max(session_id), 0) + 1 as next from session"
    let first = try warehouse.rows(sql).first?.int64("next") ?? 1
    try warehouse.replace(
      table: "session", columns: SessionRows.columns, part: .nothing,
      rows: SessionRows(
        sessions, from: first, zone: warehouse.settings.zone, campaigns: campaigns,
        geodomains: geodomains))
    try warehouse.replace(
      table: "session_order", columns: ["session_id", "order_id"], part: .sameKeys,
      rows: sessions.enumerated().lazy.flatMap { offset, session in
        session.orderIDs.map { [.integer(first + Int64(offset)), .text($0)] }
      })
    try warehouse.run(Self.newness, range)
    for visitor in before.subtracting(sessions.map(\.visitor)).sorted() {
      try warehouse.run(Self.newnessOfVisitor, [.integer(visitor)])
    }
  }

  private func visitors(of range: [Cell]) throws(WarehouseError) -> Set<Int64> {
    var found: Set<Int64> = []
    let sql = "select visitor from session where day between ?1 and ?2"
    try warehouse.forEachRow(sql, range) { row in found.insert(row.int64(0)) }
    return found
  }

  private func remove(_ range: [Cell]) throws(WarehouseError) {
    // Whether an order was made on the site may follow from the sessions that saw it, and who
    // somebody is from the orders that they saw.
    for sql in [
      """
      insert or ignore into temp.fact_order (order_id)
      select seen.order_id
      from session s
      cross join session_order seen on seen.session_id = s.session_id
      where s.day between ?1 and ?2 and s.reached_order = 1
      """,
      """
      insert or ignore into temp.retold_visitor (visitor)
      select s.visitor
      from session s
      where s.day between ?1 and ?2 and s.reached_order = 1
      """,
      """
      delete from session_order where session_id in (
        select session_id from session where day between ?1 and ?2 and reached_order = 1
      )
      """,
      "delete from session where day between ?1 and ?2",
    ] { try warehouse.run(sql, range) }
  }

  /// A visitor's later sessions are looked at too: an earlier one may just have arrived.
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
