import TributaryModel

/// Which rows of a table a job writes anew.
public enum ReplacedPart: Hashable, Sendable {
  /// All of it.
  case whole
  /// Rows whose column `day` is one of these.
  case days([Day])
  /// Rows whose column of that name has that value, such as `as_of`.
  case matching(column: String, Cell)
  /// Rows with the same primary keys as new ones.
  case sameKeys
  /// None: all keys are new, which spares SQLite a journal of every page before each row.
  case nothing
}

extension Warehouse {
  /// Deletes that part of a table and inserts the rows, in one transaction or in the open one.
  ///
  /// - Parameter columns: the order of each row's cells; columns left out become null.
  /// - Returns: rows inserted.
  /// Errors: `other` for a table or column that the warehouse does not have, `constraint` for a
  /// row that breaks the schema.
  @discardableResult
  public func replace<Rows: Sequence<[Cell]>>(
    table: String, columns: [String], part: ReplacedPart, rows: Rows
  ) throws(WarehouseError) -> Int {
    try checkNames(table, columns)
    return try write { () throws(WarehouseError) in
      try delete(part, of: table)
      let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
      let marks = columns.map { _ in "?" }.joined(separator: ", ")
      let verb = part == .sameKeys ? "insert or replace" : "insert"
      let insert = try connection.prepare(
        "\(verb) into \"\(table)\" (\(names)) values (\(marks))")
      var count = 0
      for row in rows {
        guard row.count == columns.count else {
          throw failure(
            .other, "write \(table)", "expected \(columns.count) cells, found \(row.count)")
        }
        try insert.run(row)
        count += 1
      }
      return count
    }
  }

  /// Runs one statement that changes rows, such as a delete.
  ///
  /// - Returns: rows changed.
  @discardableResult
  public func run(_ sql: String, _ cells: [Cell] = []) throws(WarehouseError) -> Int {
    try connection.prepare(sql).run(cells)
    return connection.changes
  }

  private func delete(_ part: ReplacedPart, of table: String) throws(WarehouseError) {
    switch part {
    case .sameKeys, .nothing: break
    case .whole: try connection.execute("delete from \"\(table)\"")
    case .days(let days):
      try checkNames(table, ["day"])
      let delete = try connection.prepare("delete from \"\(table)\" where day = ?")
      for day in days { try delete.run([.text(day.description)]) }
    case .matching(let column, let value):
      try checkNames(table, [column])
      try connection.prepare("delete from \"\(table)\" where \"\(column)\" is ?").run([value])
    }
  }

  /// Names cannot be bound, so each must be one that the table has.
  private func checkNames(_ table: String, _ columns: [String]) throws(WarehouseError) {
    let known = Set(try connection.columns(of: table))
    guard !known.isEmpty else {
      throw failure(.other, "write \(table)", "the warehouse has no such table")
    }
    for column in columns where !known.contains(column) {
      throw failure(
        .other, "write \(table)",
        "expected one of \(known.sorted().joined(separator: ", ")), found column \(column)")
    }
  }
}
