import TributaryModel

extension Warehouse {
  /// Makes the tables that follow from loaded ones anew, empty, where another version made them; then
  /// every day waits.
  ///
  /// In the transaction that fills them: a run that is cut leaves those that were there.
  /// - Parameter results: tables of results, which an older version counted among them.
  public func remakeDerivedTables(
    sparing results: [ResultShape] = []
  ) throws(WarehouseError) {
    guard try !Schema.isDerivedCurrent(connection) else { return }
    try write { () throws(WarehouseError) in
      try Schema.remakeDerived(connection, sparing: results.map(\.table))
    }
  }
}
