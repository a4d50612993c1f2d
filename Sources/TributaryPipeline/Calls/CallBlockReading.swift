import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// Reads the calls to place and the sessions that they may have come from, of some days.
struct CallBlockReading {
  let warehouse: Warehouse
  let days: DayRange
  let mostSharers: Int

  /// The first millisecond of those days and the one after the last.
  func instants(of days: DayRange) -> [Cell] {
    let zone = warehouse.settings.zone
    return [
      .integer(zone.instant(of: days.first).milliseconds),
      .integer(zone.instant(of: days.last.adding(1)).milliseconds),
    ]
  }

  private var names: [Cell] { [.text(days.first.description), .text(days.last.description)] }

  func calls() throws(WarehouseError) -> [CallToPlace] {
    try warehouse.rows(.callsToPlace, instants(of: days)).map { row throws(WarehouseError) in
      CallToPlace(
        id: try row.text("call_id"), at: try row.instant("started_at"),
        hosts: try row.optionalText("geodomain").map { [$0] },
        caller: try row.optionalText("caller"))
    }
  }

  func sessions() throws(WarehouseError) -> [CallCandidateSession] {
    let phones = try phones()
    let contacts = try contactViews()
    var sessions: [CallCandidateSession] = []
    for row in try warehouse.rows(.callCandidates, names) {
      let visitor = try row.int64("visitor")
      let start = try row.instant("started_at")
      let end = try row.instant("ended_at")
      let views = contacts[visitor] ?? []
      let sawContacts = views.contains { start.milliseconds <= $0 && $0 <= end.milliseconds }
      let sawProduct = try row.int64("reached_product") == 1
      sessions.append(
        CallCandidateSession(
          id: try row.int64("session_id"), startedAt: start, endedAt: end,
          host: try row.optionalText("host") ?? "",
          interest: sawContacts ? .contacts : sawProduct ? .product : .other,
          origin: try row.text("origin"),
          phones: phones[visitor] ?? []))
    }
    return sessions
  }

  private func phones() throws(WarehouseError) -> [Int64: Set<String>] {
    var phones: [Int64: Set<String>] = [:]
    let cells = names + instants(of: days) + [.integer(Int64(mostSharers))]
    for row in try warehouse.rows(.visitorPhones, cells) {
      phones[try row.int64("visitor"), default: []].insert(try row.text("customer_phone"))
    }
    return phones
  }

  /// The milliseconds at which each visitor looked at a page of contacts or delivery.
  private func contactViews() throws(WarehouseError) -> [Int64: [Int64]] {
    var views: [Int64: [Int64]] = [:]
    try warehouse.forEachRow(NamedSQL.contactViews.text, names) { row in
      views[row.int64(0), default: []].append(row.int64(1))
    }
    return views
  }
}
