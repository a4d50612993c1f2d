import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// Writes persons, touchpoints, conversions and credit whole, and tells which days' credit moved.
struct JourneyWriting {
  let warehouse: Warehouse
  let identities: Identities
  let touchpoints: [Touchpoint]
  let conversions: [Conversion]
  let credits: [AttributionCredit]

  /// Returns: the days of conversions whose credit differs from what was written before.
  func write() throws(WarehouseError) -> Set<Day> {
    try writePersons()
    try writeTouchpoints()
    try writeConversions()
    return try writeCredits()
  }

  private func writePersons() throws(WarehouseError) {
    try warehouse.replace(
      table: "person",
      columns: ["person_id", "first_seen_at", "sessions", "orders", "calls", "letters"],
      part: .whole, rows: persons())
    try warehouse.replace(
      table: "person_member", columns: ["person_id", "kind", "member"], part: .whole,
      rows: identities.persons.lazy.flatMap { person in
        person.members.map { [.text(person.id), .text($0.kind), .text($0.member)] }
      })
    // `session` carries the person too, so that a query needs no join through the visitor.
    try warehouse.run(
      """
      update session
      set person_id = (
        select person_id from person_member
        where kind = 'visitor' and member = cast(session.visitor as text)
      )
      """)
  }

  private func persons() -> [[Cell]] {
    var sessions: [String: Int64] = [:]
    for touchpoint in touchpoints where touchpoint.kind == .session {
      sessions[touchpoint.personID, default: 0] += 1
    }
    return identities.persons.map { person in
      func count(_ kind: String) -> Cell {
        .integer(Int64(person.members.count { $0.kind == kind }))
      }
      return [
        .text(person.id), .integer(person.firstSeenAt.milliseconds),
        .integer(sessions[person.id] ?? 0), count("order"), count("call"), count("letter"),
      ]
    }
  }

  private func writeTouchpoints() throws(WarehouseError) {
    let zone = warehouse.settings.zone
    try warehouse.replace(
      table: "touchpoint",
      columns: [
        "touchpoint_id", "person_id", "at", "day", "kind", "member", "channel", "source",
        "medium", "campaign_key", "keyword", "geodomain",
      ], part: .whole,
      rows: touchpoints.indices.lazy.map { index in
        let touchpoint = touchpoints[index]
        return [
          .integer(Int64(index)), .text(touchpoint.personID),
          .integer(touchpoint.at.milliseconds), .text(zone.day(of: touchpoint.at).description),
          .text(touchpoint.kind.rawValue), .text(touchpoint.member),
          .text(touchpoint.channel.rawValue), Cell(touchpoint.source), Cell(touchpoint.medium),
          Cell(touchpoint.campaignKey), Cell(touchpoint.keyword), Cell(touchpoint.geodomain),
        ]
      })
  }

  private func writeConversions() throws(WarehouseError) {
    let zone = warehouse.settings.zone
    try warehouse.replace(
      table: "conversion",
      columns: [
        "conversion_id", "person_id", "at", "day", "kind", "member", "value", "margin",
        "geodomain", "is_counted",
      ], part: .whole,
      rows: conversions.lazy.map { conversion in
        [
          .text(conversion.id), .text(conversion.personID), .integer(conversion.at.milliseconds),
          .text(zone.day(of: conversion.at).description), .text(conversion.kind.rawValue),
          .text(conversion.member), .integer(conversion.value), .integer(conversion.margin),
          Cell(conversion.geodomain), .integer(conversion.isCounted ? 1 : 0),
        ]
      })
  }

  private func writeCredits() throws(WarehouseError) -> Set<Day> {
    let zone = warehouse.settings.zone
    let days = Dictionary(
      conversions.map { ($0.id, zone.day(of: $0.at)) }, uniquingKeysWith: { first, _ in first })
    var digests = CreditDigests()
    var rows: [[Cell]] = []
    rows.reserveCapacity(credits.count)
    for credit in credits {
      guard let day = days[credit.conversionID] else { continue }
      let touchpoint = credit.touchpoint.map { touchpoints[$0] }
      digests.add(credit, touchpoint: touchpoint, on: day)
      rows.append([
        .text(credit.conversionID), credit.touchpoint.map { .integer(Int64($0)) } ?? .null,
        .text(credit.model.rawValue), .text(day.description), Cell(touchpoint?.campaignKey),
        .real(credit.credit), .integer(credit.value), .integer(credit.margin),
      ])
    }
    try warehouse.replace(
      table: "attribution_credit",
      columns: [
        "conversion_id", "touchpoint_id", "model", "day", "campaign_key", "credit", "value",
        "margin",
      ], part: .whole, rows: rows)
    return try digests.changed(in: warehouse, job: JourneysJob.name)
  }
}
