import TributaryModel
import TributaryWarehouse

extension ReadOnlyWarehouse {
  /// Runs a person's own query and hands over its column names, then row after row.
  ///
  /// Errors: `usage` for a statement that is wrong or would change something; those of the
  /// warehouse; and what the closures throw.
  public func query(
    _ sql: String, columns: ([String]) throws(RunError) -> Void,
    row: ([Cell]) throws(RunError) -> Void
  ) throws(RunError) {
    var stopped: RunError?
    do throws(WarehouseError) {
      try warehouse.answer(
        sql,
        columns: { names throws(WarehouseError) in
          do throws(RunError) { try columns(names) } catch {
            stopped = error
            throw interruption
          }
        },
        row: { cursor throws(WarehouseError) in
          do throws(RunError) { try row(cursor.cells) } catch {
            stopped = error
            throw interruption
          }
        })
    } catch {
      if let stopped { throw stopped }
      guard error.kind == .other else { throw RunError(error) }
      throw RunError(.usage, error.description)
    }
  }

  private var interruption: WarehouseError {
    WarehouseError(
      kind: .interrupted, path: pipeline.warehouse, attempted: "run the query",
      message: "the rows could not be written")
  }
}
