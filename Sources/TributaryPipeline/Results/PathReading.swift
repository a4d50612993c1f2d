import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// What led to the conversions of a window, and to the sales by which campaigns are rated.
struct PathReading {
  let context: AnswerContext
  let pipeline: Pipeline
  private(set) var attribution: WindowAttribution
  private(set) var sales: SaleAttribution
  /// Of the sales of the window.
  private(set) var ways = CampaignWayTally()
  private(set) var parts = PartCredits()
  /// The days of the sales, the window among them.
  private let days: DayRange

  /// Reads the paths that were resolved in the window, or in the nights that ratings replay.
  init(_ context: AnswerContext, _ pipeline: Pipeline) throws(WarehouseError) {
    self.context = context
    self.pipeline = pipeline
    let markovOrder = pipeline.attribution.markovOrder
    attribution = WindowAttribution(window: context.window, markovOrder: markovOrder)
    sales = SaleAttribution(zone: context.warehouse.settings.zone, markovOrder: markovOrder)
    days = CampaignReport.replayedDays(of: context.window)
    try addConversions()
    try addClosedPaths()
  }

  private mutating func add(_ conversion: CreditedConversion) {
    if context.window.contains(conversion.day) {
      attribution.add(conversion)
      ways.add(conversion)
      parts.add(conversion)
    }
    sales.add(conversion)
  }

  private mutating func addConversions() throws(WarehouseError) {
    var open: (id: String, conversion: CreditedConversion)?
    var places: [Int64: Int] = [:]
    for row in try context.rows(.creditedConversions, days) {
      let id = try row.text("conversion_id")
      guard let kind = Conversion.Kind(rawValue: try row.text("kind")),
        let model = AttributionModel(rawValue: try row.text("model")), let day = try row.day("day")
      else { continue }
      if open?.id != id {
        if let open { add(open.conversion) }
        open = (
          id,
          CreditedConversion(
            kind: kind, day: day, isSale: try row.int64("is_sale") != 0,
            value: try row.int64("value"), margin: try row.int64("margin"))
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
    if let open { add(open.conversion) }
  }

  /// When persons converted and bought.
  private struct Ends {
    var conversions: [Conversion.Kind: [String: [Instant]]] = [:]
    var sales: [String: [Instant]] = [:]
  }

  private func ends(_ days: DayRange) throws(WarehouseError) -> Ends {
    var ends = Ends()
    for row in try context.rows(.personConversions, days) {
      guard let kind = Conversion.Kind(rawValue: try row.text("kind")) else { continue }
      let (person, at) = (try row.text("person_id"), try row.instant("at"))
      ends.conversions[kind, default: [:]][person, default: []].append(at)
      if try row.int64("is_sale") != 0 { ends.sales[person, default: []].append(at) }
    }
    return ends
  }

  /// Ways that were closed: their last touchpoint is a lookback older.
  private mutating func addClosedPaths() throws(WarehouseError) {
    let kinds = Conversion.Kind.allCases
    let longest = kinds.map(pipeline.lookbackDays(of:)).max() ?? 0
    let read = DayRange(first: days.first.adding(-2 * longest), last: days.last)
    let ends = try ends(read)
    let closed = kinds.filter { ends.conversions[$0] != nil }.map { kind in
      (kind, self.closed(pipeline.lookbackDays(of: kind), in: context.window))
    }
    guard !closed.isEmpty else { return }
    let closedSales = self.closed(longest, in: days)
    for touchpoints in [NamedSQL.personTouchpoints, .visitorTouchpoints] {
      var person: [Touchpoint] = []
      func close() {
        guard let id = person.first?.personID else { return }
        for (kind, closed) in closed {
          attribution.addClosed(
            person, conversions: ends.conversions[kind]?[id] ?? [], kind: kind, closed: closed)
        }
        if !ends.sales.isEmpty {
          sales.addClosed(person, sales: ends.sales[id] ?? [], closed: closedSales)
        }
        person = []
      }
      try context.warehouse.forEachRow(
        touchpoints.text, [.text(read.first.description), .text(read.last.description)]
      ) { row in
        let touchpoint = Touchpoint(row)
        if person.last?.personID != touchpoint.personID { close() }
        person.append(touchpoint)
      }
      close()
    }
  }

  private func closed(_ lookbackDays: Int, in days: DayRange) -> ClosedPaths {
    let zone = context.warehouse.settings.zone
    return ClosedPaths(
      lookbackDays: lookbackDays, start: zone.instant(of: days.first),
      end: zone.instant(of: days.last.adding(1)))
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
