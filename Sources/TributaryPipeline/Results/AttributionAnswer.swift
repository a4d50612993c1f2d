import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// What each model credits in the window by channel, campaign and keyword.
  func attribution(_ pipeline: Pipeline) throws(WarehouseError) -> AttributionReport {
    var attribution = WindowAttribution(
      window: window, markovOrder: pipeline.attribution.markovOrder)
    try addConversions(to: &attribution)
    try addClosedPaths(to: &attribution, pipeline)
    return attribution.report
  }

  private func addConversions(to attribution: inout WindowAttribution) throws(WarehouseError) {
    var open: (id: String, conversion: CreditedConversion)?
    var places: [Int64: Int] = [:]
    for row in try rows(.creditedConversions, window) {
      let id = try row.text("conversion_id")
      guard let kind = Conversion.Kind(rawValue: try row.text("kind")),
        let model = AttributionModel(rawValue: try row.text("model"))
      else { continue }
      if open?.id != id {
        if let open { attribution.add(open.conversion) }
        open = (
          id,
          CreditedConversion(
            kind: kind, value: try row.int64("value"), margin: try row.int64("margin"))
        )
        places = [:]
      }
      guard let touchpointID = try row.optionalInt64("touchpoint_id") else { continue }
      if places[touchpointID] == nil {
        places[touchpointID] = open?.conversion.touchpoints.count
        open?.conversion.touchpoints.append(try Touchpoint(row))
      }
      open?.conversion.credits.append(
        AttributionCredit(
          conversionID: id, touchpoint: places[touchpointID] ?? 0, model: model,
          credit: try row.double("credit"),
          value: try row.int64("credit_value"), margin: try row.int64("credit_margin")))
    }
    if let open { attribution.add(open.conversion) }
  }

  /// Ways that were closed in the window: their last touchpoint is a lookback older.
  private func addClosedPaths(
    to attribution: inout WindowAttribution, _ pipeline: Pipeline
  ) throws(WarehouseError) {
    let kinds = Conversion.Kind.allCases
    let longest = kinds.map(pipeline.lookbackDays(of:)).max() ?? 0
    let days = DayRange(first: window.first.adding(-2 * longest), last: window.last)
    let zone = warehouse.settings.zone
    var conversions: [Conversion.Kind: [String: [Instant]]] = [:]
    for row in try rows(.personConversions, days) {
      guard let kind = Conversion.Kind(rawValue: try row.text("kind")) else { continue }
      conversions[kind, default: [:]][try row.text("person_id"), default: []].append(
        try row.instant("at"))
    }
    let closed = kinds.filter { conversions[$0] != nil }.map { kind in
      (
        kind,
        ClosedPaths(
          lookbackDays: pipeline.lookbackDays(of: kind),
          start: zone.instant(of: window.first), end: zone.instant(of: window.last.adding(1)))
      )
    }
    guard !closed.isEmpty else { return }
    func add(_ person: [Touchpoint], to attribution: inout WindowAttribution) {
      guard let id = person.first?.personID else { return }
      for (kind, closed) in closed {
        attribution.addClosed(
          person, conversions: conversions[kind]?[id] ?? [], kind: kind, closed: closed)
      }
    }
    for touchpoints in [NamedSQL.personTouchpoints, .visitorTouchpoints] {
      var person: [Touchpoint] = []
      try warehouse.forEachRow(
        touchpoints.text, [.text(days.first.description), .text(days.last.description)]
      ) { row in
        let touchpoint = Touchpoint(row)
        if person.last?.personID != touchpoint.personID {
          add(person, to: &attribution)
          person = []
        }
        person.append(touchpoint)
      }
      add(person, to: &attribution)
    }
  }
}

extension Touchpoint {
  /// A row of `query_person_touchpoints` or `query_visitor_touchpoints`.
  fileprivate init(_ row: RowCursor) {
    self.init(
      personID: row.text(0), at: Instant(milliseconds: row.int64(1)),
      kind: Kind(rawValue: row.text(2)) ?? .session, member: row.text(3),
      channel: Channel(rawValue: row.text(4)) ?? .unassigned, source: row.optionalText(5),
      medium: row.optionalText(6), campaignKey: row.optionalText(7), keyword: row.optionalText(8),
      geodomain: row.optionalText(9), probability: row.double(10))
  }

  /// A row of `query_credited_conversions` that has a touchpoint.
  fileprivate init(_ row: Row) throws(WarehouseError) {
    self.init(
      personID: try row.text("person_id"), at: try row.instant("at"),
      kind: Kind(rawValue: try row.text("contact")) ?? .session, member: try row.text("member"),
      channel: Channel(rawValue: try row.text("channel")) ?? .unassigned,
      source: try row.optionalText("source"), medium: try row.optionalText("medium"),
      campaignKey: try row.optionalText("campaign_key"), keyword: try row.optionalText("keyword"),
      geodomain: try row.optionalText("geodomain"), probability: try row.double("probability"))
  }
}
