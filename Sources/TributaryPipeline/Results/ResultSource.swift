import TributaryAnalysis
import TributaryModel
import TributaryReports
import TributaryWarehouse

/// A result with what gives its rows: every run stores those in `all`, in this order.
struct ResultSource: Sendable {
  let shape: ResultShape
  private let add:
    @Sendable (inout ResultSet, AnswerContext, RunReport) throws(WarehouseError) -> Void

  /// - Parameter rows: all rows in the order in which pages show them.
  init<Row>(
    _ table: ResultTable<Row>,
    _ rows: @escaping @Sendable (AnswerContext, RunReport) throws(WarehouseError) -> [Row]
  ) {
    shape = table.shape
    add = { results, context, report throws(WarehouseError) in
      results.set(table, try rows(context, report))
    }
  }

  /// Of what the report holds.
  init<Row>(_ table: ResultTable<Row>, _ rows: @escaping @Sendable (RunReport) -> [Row]) {
    self.init(table) { _, report in rows(report) }
  }

  /// The rows of all results.
  static func results(
    _ context: AnswerContext, _ report: RunReport
  ) throws(WarehouseError) -> ResultSet {
    var results = ResultSet()
    for source in all { try source.add(&results, context, report) }
    return results
  }
}
