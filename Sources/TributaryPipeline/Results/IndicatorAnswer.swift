import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// Key figures of the last seven days beside their past and what the season expects.
  ///
  /// - Parameter gaps: stretches whose orders are missing.
  func indicators(
    season: SeasonalCurve?, sources: [SourceQuality], gaps: [DayRange]
  ) throws(WarehouseError) -> [Indicator] {
    var data = IndicatorData()
    for row in try history(.indicatorDays) {
      guard let day = try row.day("day") else { continue }
      let name = try row.text("indicator")
      data.numerators[name, default: [:]][day] = try row.double("numerator")
      data.denominators[name, default: [:]][day] = try row.double("denominator")
    }
    // As far back as a week of last year and its level look.
    for row in try rows(.ripeningDays, DayRange(last: asOf, count: 500)) {
      guard let day = try row.day("day") else { continue }
      data.ripening[try row.text("indicator"), default: [:]][day, default: Ripening()].add(
        try row.double("events"), age: try row.optionalInt64("age").map { Int($0) })
    }
    data.spans = try sourceSpans(sources)
    data.orderGaps = gaps
    data.curve = Dictionary(
      season?.days.map { ($0.day, $0.expected) } ?? [], uniquingKeysWith: { first, _ in first })
    data.knowsCosts = try knowsCosts()
    data.openInvoices = try history(.openInvoices).first?.int("invoices")
    return data.indicators(asOf: asOf)
  }

  /// Whether the cost of any order is known.
  func knowsCosts() throws(WarehouseError) -> Bool {
    try warehouse.rows(.costKnowledge).first?.int("knows_costs") == 1
  }

  /// From each source's first record to where its data end.
  private func sourceSpans(
    _ sources: [SourceQuality]
  ) throws(WarehouseError) -> [SourceKind: DayRange] {
    let ends = Dictionary(
      sources.map { ($0.kind, $0.dataTo) }, uniquingKeysWith: { first, _ in first })
    var spans: [SourceKind: DayRange] = [:]
    for row in try history(.sourceSpans) {
      guard let kind = SourceKind(rawValue: try row.text("kind")),
        let first = try row.day("first_day"), let last = ends[kind] ?? nil, first <= last
      else { continue }
      spans[kind] = DayRange(first: first, last: min(last, asOf))
    }
    return spans
  }
}
