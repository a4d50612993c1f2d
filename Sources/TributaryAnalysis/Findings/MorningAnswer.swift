import TributaryModel

/// The answer of the day: the state of the week, then the one thing to do.
public struct MorningAnswer: Sendable {
  public let week: Week
  public let action: Action?

  /// How the last seven days stand to what the season expects.
  public enum Week: Hashable, Sendable {
    /// No orders and no figures at all.
    case empty
    /// No figure of the week, because orders end before it, or long ago.
    case ordersEnd(Day)
    /// Figures, but nothing to compare them with.
    case tooLittle
    case usual
    case weaker([Indicator.Name])
    case stronger([Indicator.Name])
    case mixed(below: [Indicator.Name], above: [Indicator.Name])
  }

  /// What to do first.
  public enum Action: Hashable, Sendable {
    case loadOrders
    /// The orders of the days since they end.
    case loadNewerOrders
    case mendSources(Int)
    case stopCampaigns(Int)
    case prepare(name: String?, days: Int)
  }

  package init(_ report: RunReport) {
    let summary = IndicatorSummary(report.indicators)
    let last = report.sources.first { $0.kind == .orders }.flatMap { orders in
      let ends = orders.dataTo.flatMap { $0 < report.asOf ? $0 : nil }
      return summary.isEmpty ? ends : orders.staleSince(asOf: report.asOf)
    }
    if let last {
      week = .ordersEnd(last)
      action = .loadNewerOrders
      return
    }
    week = MorningAnswer.week(summary)
    action = MorningAnswer.action(report, summary)
  }

  private static func week(_ summary: IndicatorSummary) -> Week {
    switch (summary.below.isEmpty, summary.above.isEmpty) {
    case _ where summary.isEmpty: .empty
    case _ where summary.isUnjudged: .tooLittle
    case (true, true): .usual
    case (false, true): .weaker(summary.below)
    case (true, false): .stronger(summary.above)
    case (false, false): .mixed(below: summary.below, above: summary.above)
    }
  }

  private static func action(_ report: RunReport, _ summary: IndicatorSummary) -> Action? {
    let hasOrders = report.sources.contains { $0.kind == .orders && $0.dataTo != nil }
    if summary.isEmpty, !hasOrders { return .loadOrders }
    let broken = report.sources.filter { source in
      switch SourceState(source, asOf: report.asOf) {
      case .missing, .refused: true
      default: false
      }
    }
    if !broken.isEmpty { return .mendSources(broken.count) }
    let stops = report.campaigns.ratings.filter { $0.advice == .stop }.count
    if stops > 0 { return .stopCampaigns(stops) }
    guard let next = report.season?.next, (0...30).contains(next.daysToStart) else { return nil }
    return .prepare(name: next.name, days: next.daysToStart)
  }
}
