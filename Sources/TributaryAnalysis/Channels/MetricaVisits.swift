import TributaryModel

/// Visits of a window as Yandex Metrica would name where they came from, to be held against its own
/// reports.
public struct MetricaVisits: Sendable, Hashable {
  public let source: MetricaSource
  public let sessions: Int
  /// Of them those that ordered.
  public let orders: Int

  package init(source: MetricaSource, sessions: Int, orders: Int) {
    self.source = source
    self.sessions = sessions
    self.orders = orders
  }

  public static let results = ResultTable<MetricaVisits>(
    "metrica_source", grain: "traffic source of Yandex Metrica",
    [
      .text("source", isKey: true, "as Metrica's Logs API names it: lastTrafficSource") {
        $0.source.rawValue
      },
      .count("sessions", "visits of 28 days to the as-of day") { $0.sessions },
      .count("orders", "visits that ordered") { $0.orders },
    ])
}
