import TributaryModel
import TributaryWarehouse

/// What a warehouse holds as sorted text, for comparison.
enum WarehouseDump {
  /// Every table as it is stored, but for the runs with their clocks.
  static func everything(_ warehouse: Warehouse) throws -> [String] {
    let names = try warehouse.rows(
      """
      select name from sqlite_master
      where type = 'table' and name not in ('run', 'job_run') and name not like 'sqlite_%'
      """
    ).map { try $0.text("name") }
    return try names.sorted().flatMap { try lines(warehouse, $0, "select * from \"\($0)\"") }
  }

  /// What the rows mean: without rowids, dictionary codes, hashes, and which file told it.
  static func meaning(_ warehouse: Warehouse) throws -> [String] {
    let derived = try warehouse.rows(
      """
      select name from sqlite_master
      where type = 'table' and (name like 'mart_%' or name in (
        'campaign', 'conversion', 'person', 'campaign_rating', 'seasonal_index', 'peak',
        'geodomain_rating', 'indicator', 'table_money'))
      """
    ).map { try $0.text("name") }
    let plain = try derived.sorted().flatMap {
      try lines(warehouse, $0, "select * from \"\($0)\"")
    }
    return try plain + tables.flatMap { try lines(warehouse, $0.name, $0.sql) }
  }

  private static func lines(
    _ warehouse: Warehouse, _ name: String, _ sql: String
  ) throws -> [String] {
    let rows = try warehouse.rows(sql).map { row in
      name + ": " + row.cells.map(\.plain).joined(separator: "|")
    }
    return rows.sorted()
  }

  private static let tables = [
    (
      name: "event",
      sql: """
      select at, host.text, path.text, query, referrer.text, status
      from event
      left join text_value as host on host.text_id = host
      left join text_value as path on path.text_id = path
      left join text_value as referrer on referrer.text_id = referrer
      """
    ),
    (
      name: "request_day",
      sql: """
      select day, text, kind, is_bot, sum(requests)
      from request_day
      left join text_value on text_id = host
      group by day, text, kind, is_bot
      """
    ),
    (
      name: "session",
      sql: """
      select person_id, day, started_at, ended_at, host, geodomain, landing_path, referrer_host,
        source, medium, campaign, campaign_id, keyword, content, click_id, channel, campaign_key,
        pages, seconds, reached_product, reached_cart, reached_checkout, reached_order, device,
        is_new
      from session
      """
    ),
    (
      name: "session_order",
      sql:
        """
      select started_at, person_id, order_id, session_order.host
      from session_order join session using (session_id)
      """
    ),
    (
      name: "person_member",
      sql: "select kind, member, person_id from person_member where kind <> 'visitor'"
    ),
    (
      name: "touchpoint",
      sql: """
      select iif(touchpoint_id < 0, '', person_id), at, day, kind,
        iif(kind = 'session', '', member), channel, source, medium,
        campaign_key, keyword, geodomain, probability
      from touchpoint
      """
    ),
    (
      name: "call_session",
      sql: """
      select call_id, started_at, host, round(probability, 9)
      from call_session
      left join session using (session_id)
      """
    ),
    (
      name: "attribution_credit",
      sql: """
      select conversion_id, model, attribution_credit.day, attribution_credit.campaign_key,
        credit, value, margin, at, kind, channel
      from attribution_credit
      left join touchpoint using (touchpoint_id)
      """
    ),
    (
      name: "call_session",
      sql: """
      select call_id, started_at, host, channel, probability
      from call_session
      left join session using (session_id)
      """
    ),
    (
      name: "orders",
      sql: "select order_id, placed_at, total, currency, status, channel from orders"
    ),
    (name: "call", sql: "select call_id, started_at, talk_seconds from call"),
    (
      name: "spend",
      sql: "select date, source, medium, campaign, campaign_id, cost, clicks from spend"
    ),
  ]
}
