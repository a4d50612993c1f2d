import TributaryModel

extension Indicator.Name {
  /// The sources that must cover a day for the figure to be whole; without them there is none.
  public var sources: Set<SourceKind> {
    switch self {
    case .revenue, .orders, .margin, .averageOrder, .cancelledShare: [.orders]
    case .visits: [.clickstream]
    case .conversion: [.clickstream, .orders]
    case .calls: [.calls]
    case .letters: [.letters]
    case .spend: [.spend]
    // Without visits nothing is credited to any channel.
    case .returnOnAdSpend: [.spend, .orders, .clickstream]
    case .paidInvoiceShare: [.invoices]
    }
  }
}

extension RunReport {
  /// The key figures with a value, and those without whose sources the pipeline file names: what
  /// nobody loads is not incomplete.
  public var shownIndicators: [Indicator] {
    let named = Set(sources.map(\.kind))
    return indicators.filter { indicator in
      indicator.value != nil
        || indicator.missingDays > 0 && indicator.name.sources.isSubset(of: named)
    }
  }
}
