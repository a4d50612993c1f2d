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

extension Warehouse {
  /// What the results of that name were last made with, such as the rules of sessions; nil before
  /// the first time.
  public func fingerprint(_ name: String) throws(WarehouseError) -> String? {
    var found: String?
    try forEachRow("select value from fingerprint where name = ?", [.text(name)]) { row in
      found = row.text(0)
    }
    return found
  }

  /// Notes what the results of that name are made with, in the transaction that makes them.
  public func setFingerprint(_ name: String, _ value: String) throws(WarehouseError) {
    try run("insert or replace into fingerprint values (?, ?)", [.text(name), .text(value)])
  }
}
