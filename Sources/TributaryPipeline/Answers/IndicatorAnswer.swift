import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// Key figures of the last seven days beside their past and what the season expects.
  func indicators(season: SeasonalCurve?) throws(WarehouseError) -> [Indicator] {
    var numerators: [String: [Day: Double]] = [:]
    var denominators: [String: [Day: Double]] = [:]
    for row in try history(.indicatorDays) {
      guard let day = try row.day("day") else { continue }
      let name = try row.text("indicator")
      numerators[name, default: [:]][day] = try row.double("numerator")
      denominators[name, default: [:]][day] = try row.double("denominator")
    }
    let present = try presentDays()
    let expected = Dictionary(
      season?.days.map { ($0.day, $0.expected) } ?? [], uniquingKeysWith: { first, _ in first })
    return Indicator.Name.allCases.map { name in
      let covered = name.sources.map { present[$0] ?? [] }
      let all = covered.dropFirst().reduce(covered.first ?? []) { $0.intersection($1) }
      return Indicator.reading(
        IndicatorHistory(
          name: name, numerators: numerators[name.rawValue] ?? [:],
          denominators: denominators[name.rawValue] ?? [:], present: all,
          expected: name == .orders ? expected : [:]),
        asOf: asOf)
    }
  }

  /// Between a source's first and last day every day counts as covered: a day without a call is a
  /// quiet day, not a missing one.
  private func presentDays() throws(WarehouseError) -> [SourceKind: Set<Day>] {
    var present: [SourceKind: Set<Day>] = [:]
    for row in try history(.sourceSpans) {
      guard let kind = SourceKind(rawValue: try row.text("kind")),
        let first = try row.day("first_day"), let last = try row.day("last_day"), first <= asOf
      else { continue }
      present[kind] = Set(DayRange(first: first, last: min(last, asOf)).days)
    }
    return present
  }
}

extension Indicator.Name {
  /// The sources that must cover a day for the figure to be whole.
  fileprivate var sources: [SourceKind] {
    switch self {
    case .revenue, .orders, .margin, .averageOrder, .cancelledShare: [.orders]
    case .visits: [.clickstream]
    case .conversion: [.clickstream, .orders]
    case .calls: [.calls]
    case .letters: [.letters]
    case .spend: [.spend]
    case .returnOnSpend: [.spend, .orders]
    case .paidInvoiceShare: [.invoices]
    }
  }
}
