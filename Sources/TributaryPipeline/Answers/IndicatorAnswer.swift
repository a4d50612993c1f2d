import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// Key figures of the last seven days beside their past and what the season expects; no margin
  /// where no cost is known.
  ///
  /// - Parameter gaps: stretches whose orders are missing.
  func indicators(
    season: SeasonalCurve?, sources: [SourceQuality], gaps: [DayRange]
  ) throws(WarehouseError) -> [Indicator] {
    var numerators: [String: [Day: Double]] = [:]
    var denominators: [String: [Day: Double]] = [:]
    for row in try history(.indicatorDays) {
      guard let day = try row.day("day") else { continue }
      let name = try row.text("indicator")
      numerators[name, default: [:]][day] = try row.double("numerator")
      denominators[name, default: [:]][day] = try row.double("denominator")
    }
    let costed = (numerators["cost_coverage"] ?? [:]).reduce(
      into: [Day: IndicatorHistory.Costed]()
    ) { costed, known in
      costed[known.key] = IndicatorHistory.Costed(
        known: known.value, all: denominators["cost_coverage"]?[known.key] ?? 0)
    }
    let present = try presentDays(sources).merging(
      gapDays(gaps, numerators, denominators), uniquingKeysWith: { $0.subtracting($1) })
    let curve = Dictionary(
      season?.days.map { ($0.day, $0.expected) } ?? [], uniquingKeysWith: { first, _ in first })
    let ripening = try ripening()
    let open = try history(.openInvoices).first?.int("invoices")
    return try names(numerators).map { name in
      let covered = name.sources.map { present[$0] ?? [] }
      let all = covered.dropFirst().reduce(covered.first ?? []) { $0.intersection($1) }
      let sums = numerators[name.rawValue] ?? [:]
      return Indicator.reading(
        IndicatorHistory(
          name: name, numerators: sums, denominators: denominators[name.rawValue] ?? [:],
          present: all, expected: name.followsDemand ? scaled(curve, to: sums, on: all) : [:],
          costed: name == .margin ? costed : [:],
          ripening: name.ripens ? ripening[name.rawValue] ?? [:] : nil,
          open: name == .paidInvoiceShare ? open : nil),
        asOf: asOf)
    }
  }

  /// All figures but those of which nothing is known: a margin without any cost, paid invoices
  /// without any payment.
  private func names(
    _ numerators: [String: [Day: Double]]
  ) throws(WarehouseError) -> [Indicator.Name] {
    let knowsCosts = try knowsCosts()
    let paid = numerators[Indicator.Name.paidInvoiceShare.rawValue] ?? [:]
    let knowsPayments = paid.values.contains { $0 > 0 }
    return Indicator.Name.allCases.filter { name in
      switch name {
      case .margin: knowsCosts
      case .paidInvoiceShare: knowsPayments
      default: true
      }
    }
  }

  /// By indicator and day, as far back as a week of last year and its level look.
  private func ripening() throws(WarehouseError) -> [String: [Day: Ripening]] {
    var ripening: [String: [Day: Ripening]] = [:]
    for row in try rows(.ripeningDays, DayRange(last: asOf, count: 500)) {
      guard let day = try row.day("day") else { continue }
      ripening[try row.text("indicator"), default: [:]][day, default: Ripening()].add(
        try row.double("events"), age: try row.optionalInt64("age").map { Int($0) })
    }
    return ripening
  }

  /// Whether the cost of any order is known.
  func knowsCosts() throws(WarehouseError) -> Bool {
    try warehouse.rows(.costKnowledge).first?.int("knows_costs") == 1
  }

  /// The curve of demand brought to the level of a figure by their totals of the past year.
  ///
  /// Empty below 300 days of both: a level needs most of a year.
  private func scaled(
    _ curve: [Day: Double], to sums: [Day: Double], on present: Set<Day>
  ) -> [Day: Double] {
    let year = DayRange(last: asOf.adding(-7), count: 364).days.filter {
      present.contains($0) && curve[$0] != nil
    }
    let expected = year.reduce(0) { $0 + (curve[$1] ?? 0) }
    let actual = year.reduce(0) { $0 + (sums[$1] ?? 0) }
    guard year.count >= 300, expected > 0, actual > 0 else { return [:] }
    return curve.mapValues { $0 * actual / expected }
  }

  /// Days between records of a source whose own records are missing. Ads rest for months, so spend
  /// has none.
  private func gapDays(
    _ orders: [DayRange], _ numerators: [String: [Day: Double]],
    _ denominators: [String: [Day: Double]]
  ) -> [SourceKind: Set<Day>] {
    func gaps(_ counts: [Day: Double]?) -> Set<Day> {
      Set(RecordGaps.finding(in: counts ?? [:]).flatMap(\.days))
    }
    return [
      .orders: Set(orders.flatMap(\.days)),
      .clickstream: gaps(numerators[Indicator.Name.visits.rawValue]),
      .calls: gaps(numerators[Indicator.Name.calls.rawValue]),
      .letters: gaps(numerators[Indicator.Name.letters.rawValue]),
      .invoices: gaps(denominators[Indicator.Name.paidInvoiceShare.rawValue]),
    ]
  }

  /// Between a source's first and last day every day counts as covered: a day without a call is a
  /// quiet day, not a missing one.
  private func presentDays(
    _ sources: [SourceQuality]
  ) throws(WarehouseError) -> [SourceKind: Set<Day>] {
    let ends = Dictionary(
      sources.map { ($0.kind, $0.dataTo) }, uniquingKeysWith: { first, _ in first })
    var present: [SourceKind: Set<Day>] = [:]
    for row in try history(.sourceSpans) {
      guard let kind = SourceKind(rawValue: try row.text("kind")),
        let first = try row.day("first_day"), let last = ends[kind] ?? nil, first <= last
      else { continue }
      present[kind] = Set(DayRange(first: first, last: min(last, asOf)).days)
    }
    return present
  }
}

extension Indicator.Name {
  /// Whether the figure rises and falls with the orders.
  fileprivate var followsDemand: Bool {
    switch self {
    case .orders, .revenue, .margin, .calls: true
    default: false
    }
  }
}
