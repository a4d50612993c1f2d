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
  func replace(_ days: DayRange, with sessions: [Session]) throws(WarehouseError) {
    let range: [Cell] = [.text(days.first.description), .text(days.last.description)]
    // Whether an order was made on the site may follow from the sessions that saw it.
    try warehouse.run(
      """
      insert or ignore into temp.fact_order (order_id)
      select order_id from session_order where session_id in (
        select session_id from session where day between ?1 and ?2
      )
      """, range)
    try warehouse.run(
      """
      insert or ignore into temp.retold_visitor (visitor)
      select s.visitor
      from session s
      where s.day between ?1 and ?2
        and exists (select 1 from session_order seen where seen.session_id = s.session_id)
      """, range)
    try warehouse.run(
      """
      delete from session_order where session_id in (
        select session_id from session where day between ?1 and ?2
      )
      """, range)
    try warehouse.run("delete from session where day between ?1 and ?2", range)
    var next =
      try warehouse.rows("select coalesce(max(session_id), 0) as last from session")
      .first?.int64("last") ?? 0
    var rows: [[Cell]] = []
    var orders: [[Cell]] = []
    for session in sessions {
      next += 1
      rows.append(cells(of: session, id: next))
      orders += session.orderIDs.map { [.integer(next), .text($0)] }
    }
    try warehouse.replace(table: "session", columns: Self.columns, part: .none, rows: rows)
    try warehouse.replace(
      table: "session_order", columns: ["session_id", "order_id"], part: .none, rows: orders)
    try warehouse.run(Self.newness, range)
  }

  private func cells(of session: Session, id: Int64) -> [Cell] {
    let traffic = session.traffic
    let day = warehouse.settings.zone.day(of: session.startedAt)
    func flag(_ step: FunnelSteps) -> Cell { .integer(session.steps.contains(step) ? 1 : 0) }
    return [
      .integer(id), .integer(session.visitor), .text(day.description),
      .integer(session.startedAt.milliseconds), .integer(session.endedAt.milliseconds),
      .text(session.host), geodomains.contains(session.host) ? .text(session.host) : .null,
      .text(session.landingPath), Cell(session.referrerHost), .text(traffic.source),
      .text(traffic.medium), Cell(traffic.campaign), Cell(traffic.campaignID),
      Cell(traffic.keyword), Cell(traffic.content), Cell(traffic.clickID?.kind.rawValue),
      .text(session.channel.rawValue),
      Cell(
        campaigns.key(
          source: traffic.source, medium: traffic.medium, campaign: traffic.campaign,
          campaignID: traffic.campaignID)),
      .integer(Int64(session.pages)), .integer(session.seconds), flag(.product), flag(.cart),
      flag(.checkout), flag(.order), .text(session.device.rawValue), .integer(0),
      .text(MetricaSource(session).rawValue),
    ]
  }

  private static let columns = [
    "session_id", "visitor", "day", "started_at", "ended_at", "host", "geodomain", "landing_path",
    "referrer_host", "source", "medium", "campaign", "campaign_id", "keyword", "content",
    "click_id", "channel", "campaign_key", "pages", "seconds", "reached_product", "reached_cart",
    "reached_checkout", "reached_order", "device", "is_new", "metrica_source",
  ]

  /// A visitor's later sessions are looked at too: an earlier one may just have arrived.
  private static let newness = """
    update session
    set is_new = not exists (
      select 1 from session as earlier
      where earlier.visitor = session.visitor and earlier.started_at < session.started_at
    )
    where visitor in (select visitor from session where day between ?1 and ?2)
    """
}

extension Cell {
  /// A text, or null for nil.
  init(_ text: String?) {
    self = text.map { .text($0) } ?? .null
  }
}
