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

extension ResultSet {
  /// Stores all results in place of those of that as-of day. Expects their tables.
  ///
  /// Returns: rows stored.
  func store(in warehouse: Warehouse, asOf: Day) throws(WarehouseError) -> Int {
    try warehouse.write { () throws(WarehouseError) in
      var rows = 0
      for entry in entries { rows += try warehouse.store(entry.shape, entry.cells, asOf: asOf) }
      return rows
    }
  }
}
