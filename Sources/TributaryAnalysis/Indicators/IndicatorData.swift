import TributaryModel

/// Everything that key figures are read from.
public struct IndicatorData: Sendable {
  /// By indicator and day; `cost_coverage` holds revenue of known cost over all.
  public var numerators: [String: [Day: Double]] = [:]
  public var denominators: [String: [Day: Double]] = [:]
  /// By indicator and day: how shares that ripen grew.
  public var ripening: [String: [Day: Ripening]] = [:]
  /// From each source's first record to the last that counts.
  public var spans: [SourceKind: DayRange] = [:]
  /// Stretches whose orders are missing.
  public var orderGaps: [DayRange] = []
  /// Orders a day that the season expects.
  public var curve: [Day: Double] = [:]
  /// Whether the cost of any order is known.
  public var knowsCosts = false
  /// Invoices neither paid nor due.
  public var openInvoices: Int?

  package init() {}

  /// Days of the past year below which a level cannot be told.
  static let levelDays = 300

  /// The key figures of the last seven days beside their past and what the season expects.
  public func indicators(asOf: Day) -> [Indicator] {
    let gaps = gapDays
    // Between its ends every day of a source counts as covered: a day without a call is a quiet day.
    let present = spans.mapValues { Set($0.days) }
      .merging(gaps) { days, gaps in days.subtracting(gaps) }
    let costed = (numerators["cost_coverage"] ?? [:]).reduce(
      into: [Day: IndicatorHistory.Costed]()
    ) { costed, known in
      costed[known.key] = IndicatorHistory.Costed(
        known: known.value, all: denominators["cost_coverage"]?[known.key] ?? 0)
    }
    return names.map { name in
      let covered = name.sources.map { present[$0] ?? [] }
      let all = covered.dropFirst().reduce(covered.first ?? []) { $0.intersection($1) }
      let sums = numerators[name.rawValue] ?? [:]
      let expected = name.followsDemand ? scaledCurve(to: sums, on: all, asOf: asOf) : [:]
      return Indicator.reading(
        IndicatorHistory(
          name: name, numerators: sums, denominators: denominators[name.rawValue] ?? [:],
          present: all, expected: expected, costed: name == .margin ? costed : [:],
          ripening: name.ripens ? ripening[name.rawValue] ?? [:] : nil,
          open: name == .paidInvoiceShare ? openInvoices : nil),
        asOf: asOf)
    }
  }

  /// All figures but those of which nothing is known: a margin without any cost, paid invoices
  /// without any payment.
  private var names: [Indicator.Name] {
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

  /// The curve of demand brought to the level of a figure by their totals of the past year; empty
  /// where too few days have both.
  private func scaledCurve(
    to sums: [Day: Double], on present: Set<Day>, asOf: Day
  ) -> [Day: Double] {
    let year = DayRange(last: asOf.adding(-7), count: 364).days.filter {
      present.contains($0) && curve[$0] != nil
    }
    let expected = year.reduce(0) { $0 + (curve[$1] ?? 0) }
    let actual = year.reduce(0) { $0 + (sums[$1] ?? 0) }
    guard year.count >= IndicatorData.levelDays, expected > 0, actual > 0 else { return [:] }
    return curve.mapValues { $0 * actual / expected }
  }

  /// Days between records of a source whose own records are missing. Ads rest for months, so spend
  /// has none.
  private var gapDays: [SourceKind: Set<Day>] {
    func gaps(_ counts: [Day: Double]?) -> Set<Day> {
      Set(RecordGaps.finding(in: counts ?? [:]).flatMap(\.days))
    }
    return [
      .orders: Set(orderGaps.flatMap(\.days)),
      .clickstream: gaps(numerators[Indicator.Name.visits.rawValue]),
      .calls: gaps(numerators[Indicator.Name.calls.rawValue]),
      .letters: gaps(numerators[Indicator.Name.letters.rawValue]),
      .invoices: gaps(denominators[Indicator.Name.paidInvoiceShare.rawValue]),
    ]
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
