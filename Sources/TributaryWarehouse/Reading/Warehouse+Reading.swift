import TributaryModel

extension Warehouse {
  /// All rows of a query; for answers that fit in memory.
  public func rows(_ sql: String, _ cells: [Cell] = []) throws(WarehouseError) -> [Row] {
    let statement = try connection.prepare(sql)
    try statement.bind(cells)
    let names = ColumnNames(statement.columnNames, path: path, sql: sql)
    var rows: [Row] = []
    while try statement.step() {
      rows.append(Row(cells: RowCursor(statement: statement).cells, names: names))
    }
    return rows
  }

  /// All rows of a query that travels in the binary.
  public func rows(_ query: NamedSQL, _ cells: [Cell] = []) throws(WarehouseError) -> [Row] {
    try rows(query.text, cells)
  }

  /// Hands over one row after the other; for answers of any size.
  public func forEachRow(
    _ sql: String, _ cells: [Cell] = [], _ body: (RowCursor) throws(WarehouseError) -> Void
  ) throws(WarehouseError) {
    let statement = try connection.prepare(sql)
    try statement.bind(cells)
    let cursor = RowCursor(statement: statement)
    while try statement.step() { try body(cursor) }
  }

  /// The days of a query's first column, in its order; what is no day is left out.
  public func days(_ sql: String, _ cells: [Cell] = []) throws(WarehouseError) -> [Day] {
    var days: [Day] = []
    try forEachRow(sql, cells) { row in
      if let day = Day(row.text(0)) { days.append(day) }
    }
    return days
  }

  /// The days of a query that travels in the binary.
  func days(_ query: NamedSQL) throws(WarehouseError) -> [Day] { try days(query.text) }

  /// The answer to a user's own query: column names, then one row after the other.
  ///
  /// Errors: `other` for a statement that would change something.
  public func answer(
    _ sql: String, columns: ([String]) throws(WarehouseError) -> Void,
    row: (RowCursor) throws(WarehouseError) -> Void
  ) throws(WarehouseError) {
    let statement = try connection.prepare(sql)
    guard statement.isReadOnly else {
      throw connection.failure(
        .other, attempted: "run the query",
        message: "expected a query that only reads, found one that changes the warehouse",
        sql: sql)
    }
    try columns(statement.columnNames)
    let cursor = RowCursor(statement: statement)
    while try statement.step() { try row(cursor) }
  }
}
