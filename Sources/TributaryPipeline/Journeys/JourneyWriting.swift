import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// Writes persons, touchpoints, conversions and credit of the taken members in place of what stood,
/// and tells which days' credit moved.
struct JourneyWriting {
  let warehouse: Warehouse
  let members: [PersonMember]
  let identities: Identities
  let touchpoints: [Touchpoint]
  let conversions: [Conversion]
  let credits: [AttributionCredit]

  /// Returns: the days of conversions whose credit differs from what was written before.
  func write() throws(WarehouseError) -> Set<Day> {
    var digests = CreditDigests()
    try noteOld(in: &digests)
    try warehouse.forgetTakenJourneys()
    let next = "select coalesce(max(touchpoint_id), 0) + 1 as next from person_touchpoint"
    let first = try warehouse.rows(next).first?.int64("next") ?? 1
    try writePersons()
    try writeTouchpoints(from: first)
    try writeConversions()
    try writeCredits(touchpointsFrom: first, &digests)
    return digests.changed
  }

  private func noteOld(in digests: inout CreditDigests) throws(WarehouseError) {
    let sql = """
      select
        credit.day, credit.conversion_id, credit.model, coalesce(touchpoint.channel, ''),
        coalesce(credit.campaign_key, ''), credit.credit, credit.value, credit.margin,
        conversion.is_sale
      from temp.journey_person person
      cross join conversion on conversion.person_id = person.person_id
      cross join attribution_credit credit on credit.conversion_id = conversion.conversion_id
      left join person_touchpoint touchpoint on touchpoint.touchpoint_id = credit.touchpoint_id
      """
    try warehouse.forEachRow(sql) { row in
      guard let day = Day(row.text(0)) else { return }
      digests.noteOld(
        CreditDigests.Line(
          conversionID: row.text(1), isSale: row.int64(8) != 0, model: row.text(2),
          channel: row.text(3), campaignKey: row.text(4), credit: row.double(5),
          value: row.int64(6), margin: row.int64(7)), on: day)
    }
  }

  private func writePersons() throws(WarehouseError) {
    try warehouse.replace(
      table: "person",
      columns: ["person_id", "first_seen_at", "sessions", "orders", "calls", "letters"],
      part: .sameKeys, rows: persons())
    let times = Dictionary(
      members.map { ($0.identity, $0.at.milliseconds) }, uniquingKeysWith: { min($0, $1) })
    try warehouse.replace(
      table: "person_member", columns: ["person_id", "kind", "member", "at"], part: .sameKeys,
      rows: identities.persons.lazy.flatMap { person in
        person.members.map {
          [
            .text(person.id), .text($0.kind), .text($0.member),
            .integer(times[$0] ?? person.firstSeenAt.milliseconds),
          ]
        }
      })
    // `session` carries the person too, so that a query needs no join through the visitor.
    try warehouse.run(
      """
      update session
      set person_id = (
        select person_id from person_member
        where kind = 'visitor' and member = cast(session.visitor as text)
      )
      where visitor in (
        select cast(member as integer) from temp.journey_member where kind = 'visitor'
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

  private func writeTouchpoints(from first: Int64) throws(WarehouseError) {
    let zone = warehouse.settings.zone
    try warehouse.replace(
      table: "person_touchpoint",
      columns: [
        "touchpoint_id", "person_id", "at", "day", "kind", "member", "channel", "source",
        "medium", "campaign_key", "keyword", "geodomain", "probability",
      ], part: .nothing,
      rows: touchpoints.enumerated().lazy.map { offset, touchpoint in
        [
          .integer(first + Int64(offset)), .text(touchpoint.personID),
          .integer(touchpoint.at.milliseconds), .text(zone.day(of: touchpoint.at).description),
          .text(touchpoint.kind.rawValue), .text(touchpoint.member),
          .text(touchpoint.channel.rawValue), Cell(touchpoint.source), Cell(touchpoint.medium),
          Cell(touchpoint.campaignKey), Cell(touchpoint.keyword), Cell(touchpoint.geodomain),
          .real(touchpoint.probability),
        ]
      })
  }

  private func writeConversions() throws(WarehouseError) {
    let zone = warehouse.settings.zone
    try warehouse.replace(
      table: "conversion",
      columns: [
        "conversion_id", "person_id", "at", "day", "kind", "member", "value", "margin",
        "geodomain", "is_counted", "is_bridged", "is_sale",
      ], part: .sameKeys,
      rows: conversions.lazy.map { conversion in
        [
          .text(conversion.id), .text(conversion.personID), .integer(conversion.at.milliseconds),
          .text(zone.day(of: conversion.at).description), .text(conversion.kind.rawValue),
          .text(conversion.member), .integer(conversion.value), .integer(conversion.margin),
          Cell(conversion.geodomain), .integer(conversion.isCounted ? 1 : 0),
          .integer(conversion.isBridged ? 1 : 0), .integer(conversion.isSale ? 1 : 0),
        ]
      })
  }

  private func writeCredits(
    touchpointsFrom first: Int64, _ digests: inout CreditDigests
  ) throws(WarehouseError) {
    let zone = warehouse.settings.zone
    let days = Dictionary(
      conversions.map { ($0.id, (day: zone.day(of: $0.at), isSale: $0.isSale)) },
      uniquingKeysWith: { first, _ in first })
    var rows: [[Cell]] = []
    rows.reserveCapacity(credits.count)
    var position: Int64 = 0
    var last: AttributionCredit?
    for credit in inOrderOfKey() {
      guard let (day, isSale) = days[credit.conversionID] else { continue }
      let isNext = credit.conversionID == last?.conversionID && credit.model == last?.model
      position = isNext ? position + 1 : 1
      last = credit
      let touchpoint = credit.touchpoint.map { touchpoints[$0] }
      digests.noteNew(
        CreditDigests.Line(
          conversionID: credit.conversionID, isSale: isSale, model: credit.model.rawValue,
          channel: touchpoint?.channel.rawValue ?? "", campaignKey: touchpoint?.campaignKey ?? "",
          credit: credit.credit, value: credit.value, margin: credit.margin), on: day)
      rows.append([
        .text(credit.conversionID), .text(credit.model.rawValue), .integer(position),
        credit.touchpoint.map { .integer(first + Int64($0)) } ?? .null,
        .text(day.description), Cell(touchpoint?.campaignKey),
        .real(credit.credit), .integer(credit.value), .integer(credit.margin),
      ])
    }
    try warehouse.replace(
      table: "attribution_credit",
      columns: [
        "conversion_id", "model", "position", "touchpoint_id", "day", "campaign_key", "credit",
        "value", "margin",
      ], part: .nothing, rows: rows)
  }

  /// The credits by conversion: rows that come in the order of their key fill one page after another.
  private func inOrderOfKey() -> [AttributionCredit] {
    var parts: [Range<Int>] = []
    for (index, credit) in credits.enumerated() {
      if let open = parts.last, credits[open.lowerBound].conversionID == credit.conversionID {
        parts[parts.count - 1] = open.lowerBound..<index + 1
      } else {
        parts.append(index..<index + 1)
      }
    }
    return parts.sorted {
      credits[$0.lowerBound].conversionID < credits[$1.lowerBound].conversionID
    }.flatMap { credits[$0] }
  }
}
