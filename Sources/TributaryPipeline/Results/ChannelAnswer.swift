import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// Channels by every model side by side: those of the marts, and the Markov chain of the window.
  func channels(_ attribution: AttributionReport) throws(WarehouseError) -> ChannelReport {
    var credits: [String: [AttributionModel: Credit]] = [:]
    var totals: [AttributionModel: Credit] = [:]
    for row in try rows(.channelCredits, window) {
      guard let model = AttributionModel(rawValue: try row.text("model")) else { continue }
      let credit = try row.credit()
      credits[try row.text("channel"), default: [:]][model] = credit
      totals[model] = (totals[model] ?? .none) + credit
    }
    for row in attribution.part(.order, by: .channel)?.rows ?? [] {
      guard let markov = row.credits[.markov] else { continue }
      credits[row.dimension, default: [:]][.markov] = markov
    }
    var visits: [String: (sessions: Int, spend: Int64)] = [:]
    for row in try rows(.channelSessions, window) {
      visits[try row.text("channel")] = (try row.int("sessions"), try row.int64("spend"))
    }
    return ChannelReport.counting(
      credits: credits, totals: totals, visits: visits, window: window)
  }

  /// Visits of the window by Metrica's sources.
  func metricaVisits() throws(WarehouseError) -> [MetricaVisits] {
    var visits: [MetricaVisits] = []
    for row in try rows(.metricaSources, window) {
      guard let source = MetricaSource(rawValue: try row.text("source")) else { continue }
      visits.append(
        MetricaVisits(
          source: source, sessions: try row.int("sessions"), orders: try row.int("orders")))
    }
    return visits
  }
}
