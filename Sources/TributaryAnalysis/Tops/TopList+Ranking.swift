import TributaryModel

/// The sums behind one row of a list.
public struct TopEntry: Sendable, Hashable {
  public let label: String
  /// Visits, clicks or pieces.
  public let volume: Double
  /// Minor units: revenue for pages and categories, cost for queries.
  public let money: Int64
  /// Orders or conversions; nil for a category.
  public let conversions: Double?
  /// Minor units of margin; categories only.
  public let margin: Int64?

  package init(
    label: String, volume: Double, money: Int64, conversions: Double? = nil, margin: Int64? = nil
  ) {
    self.label = label
    self.volume = volume
    self.money = money
    self.conversions = conversions
    self.margin = margin
  }
}

extension TopList {
  /// The entries by rank: pages by visits, queries by cost, categories by revenue.
  ///
  /// Entries of one label are summed. The rate of a page or a query is pulled to the list's mean by
  /// a gamma prior learned from all entries.
  public static func ranking(_ name: Name, entries: [TopEntry], window: DayRange) -> TopList {
    let merged = Dictionary(grouping: entries, by: \.label).map { label, same in
      TopEntry(
        label: label, volume: same.reduce(0) { $0 + $1.volume },
        money: same.reduce(0) { $0 + $1.money },
        conversions: same.compactMap(\.conversions).reduce(nil) { ($0 ?? 0) + $1 },
        margin: same.reduce(0) { sum, each in
          sum.flatMap { sum in each.margin.map { sum + $0 } }
        })
    }
    .sorted { left, right in
      let (a, b) = (name.measure(left), name.measure(right))
      return a == b ? left.label < right.label : a > b
    }
    let prior = name.prior(of: merged)
    let rows = merged.map { entry in
      Row(
        label: entry.label, volume: entry.volume, money: entry.money,
        conversions: entry.conversions, rate: prior.flatMap { rate(of: entry, $0) },
        margin: entry.margin)
    }
    return TopList(name: name, window: window, rows: rows)
  }

  private static func rate(of entry: TopEntry, _ prior: GammaPrior) -> Estimate? {
    guard let conversions = entry.conversions, entry.volume > 0 else { return nil }
    let after = prior.posterior(count: conversions, exposure: entry.volume)
    let interval = Interval.gamma(shape: after.shape, rate: after.rate)
    return Estimate(after.mean, interval)
  }
}

extension TopList.Name {
  fileprivate func measure(_ entry: TopEntry) -> Double {
    switch self {
    case .landingPages: entry.volume
    case .searchQueries, .categories: Double(entry.money)
    }
  }

  fileprivate func prior(of entries: [TopEntry]) -> GammaPrior? {
    let counted = entries.filter { $0.conversions != nil }
    return GammaPrior(
      counts: counted.map { $0.conversions ?? 0 }, exposures: counted.map(\.volume))
  }
}
