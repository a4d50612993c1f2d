import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// How well orders, calls, letters and invoices of the window are tied to others.
  func identity() throws(WarehouseError) -> IdentityReport {
    let zone = warehouse.settings.zone
    let cells: [Cell] = [
      .integer(zone.instant(of: window.first).milliseconds),
      .integer(zone.instant(of: window.last.adding(1)).milliseconds),
    ]
    let matches = try warehouse.rows(.identityMatches, cells).map { row throws(WarehouseError) in
      KeyMatch(
        member: try row.text("member"), key: IdentityKey.Kind(rawValue: try row.text("key")),
        members: try row.int("members"), withKey: try row.int("with_key"),
        joined: try row.int("joined"), sharedKeys: try row.int("shared_keys"))
    }
    let members = ["order", "call", "letter", "invoice"]
    let seen = try warehouse.rows(
      """
      select
        (select coalesce(sum(sessions), 0) from mart_channel_day where day between ?1 and ?2)
          as sessions,
        (
          select count(*)
          from person_touchpoint
          where kind = 'session' and day between ?1 and ?2
        ) as known
      """, [.text(window.first.description), .text(window.last.description)]
    ).first
    return IdentityReport(
      window: window,
      matches: members.flatMap { member in matches.filter { $0.member == member } },
      sessions: try seen?.int("sessions") ?? 0, knownSessions: try seen?.int("known") ?? 0,
      unjoined: try warehouse.unjoinedKeys())
  }

  /// Where spend and tagged visits of those days do not meet.
  func spendAudit(_ days: DayRange) throws(WarehouseError) -> SpendAudit {
    SpendAudit(
      try rows(.spendAudit, days).map { row throws(WarehouseError) in
        SpendAudit.Campaign(
          key: try row.text("campaign_key"), name: try row.text("name"),
          source: try row.text("source"), medium: try row.text("medium"),
          channel: Channel(rawValue: try row.text("channel")) ?? .unassigned,
          spend: try row.int64("spend"), clicks: try row.int("clicks"),
          sessions: try row.int("sessions"), isMacro: try row.int("is_macro") == 1,
          isShared: try row.int("is_shared") == 1)
      })
  }
}

extension Warehouse {
  /// The keys that join nobody and that somebody carries.
  func unjoinedKeys() throws(WarehouseError) -> [UnjoinedKeys] {
    try rows(.unjoinedKeys).map { row throws(WarehouseError) -> UnjoinedKeys? in
      guard let reason = UnjoinedKeys.Reason(rawValue: try row.text("reason")),
        let kind = IdentityKey.Kind(rawValue: try row.text("key_kind"))
      else { return nil }
      return UnjoinedKeys(
        reason: reason, kind: kind, keys: try row.int("keys"), members: try row.int("members"),
        example: try row.text("example"))
    }.compactMap(\.self)
  }
}
