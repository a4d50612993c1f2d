extension Warehouse {
  /// Rows that this warehouse has inserted, changed or deleted since it was opened.
  public var writtenRows: Int { connection.totalChanges }

  /// How many transactions have changed the file since it was made, whichever program made them; nil
  /// where SQLite does not count them.
  ///
  /// Two moments of one file with the same number have the same rows.
  public var committedTransactions: UInt32? { connection.committedTransactions }

  /// A number that is another one after another program has written.
  public func foreignWrites() throws(WarehouseError) -> Int64 {
    try connection.integer("pragma data_version")
  }
}
