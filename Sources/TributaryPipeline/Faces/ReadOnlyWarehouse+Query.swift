import TributaryModel
import TributaryWarehouse

extension ReadOnlyWarehouse {
  /// Runs a person's own query and hands over its column names, then row after row.
  ///
  /// Errors: `usage` for a statement that is wrong or would change something; those of the
  /// warehouse; and what the closures throw.
  public func query(
    _ sql: String, columns: ([String]) throws(NightError) -> Void,
    row: ([Cell]) throws(NightError) -> Void
  ) throws(NightError) {
    var stopped: NightError?
    do throws(WarehouseError) {
      try warehouse.answer(
        sql,
        columns: { names throws(WarehouseError) in
          do throws(NightError) { try columns(names) } catch {
            stopped = error
            throw interruption
          }
        },
        row: { cursor throws(WarehouseError) in
          do throws(NightError) { try row(cursor.cells) } catch {
            stopped = error
            throw interruption
          }
        })
    } catch {
      if let stopped { throw stopped }
      guard error.kind == .other else { throw NightError(error) }
      throw NightError(.usage, error.description)
    }
  }

  private var interruption: WarehouseError {
    WarehouseError(
      kind: .interrupted, path: pipeline.warehouse, attempted: "run the query",
      message: "the rows could not be written")
  }
}
