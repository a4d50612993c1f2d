import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// What robots asked for in the window.
  func robots() throws(WarehouseError) -> RobotReport {
    let found = try rows(.robots, window).map { row throws(WarehouseError) in
      RobotReport.Row(
        reason: try row.text("reason"), visitors: try row.int("visitors"),
        requests: try row.int("requests"))
    }
    let all = try warehouse.rows(
      "select coalesce(sum(requests), 0) as n from request_day where day between ? and ?",
      [.text(window.first.description), .text(window.last.description)]
    ).first
    return RobotReport(window: window, rows: found, requests: try all?.int("n") ?? 0)
  }
}
