import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// From which channels the calls of the window probably came.
  func callSources() throws(WarehouseError) -> CallSourceReport {
    let counts = try rows(.callCounts, window).first
    return CallSourceReport(
      window: window,
      shares: try rows(.callChannels, window).map { row throws(WarehouseError) in
        let channel = try row.text("channel")
        return CallSourceReport.Share(
          callID: try row.text("call_id"),
          channel: channel.isEmpty ? nil : Channel(rawValue: channel) ?? .unassigned,
          probability: try row.double("probability"), highest: try row.double("highest"))
      }, all: try counts?.int("calls"), qualified: try counts?.int("qualified") ?? 0)
  }
}
