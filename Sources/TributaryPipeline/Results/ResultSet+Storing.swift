import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

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
