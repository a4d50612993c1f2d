import TributaryModel

/// Gives all that is stored of an order, an invoice or a payment another id.
final class OrderMoves {
  private let warehouse: Warehouse
  private let numbered: NumberedKind
  private let tables: [String]
  /// Days of records that have another id now.
  private(set) var days: Set<Day> = []
  /// Rows that were moved.
  private(set) var count = 0

  init(_ warehouse: Warehouse, _ numbered: NumberedKind = .orders) {
    self.warehouse = warehouse
    self.numbered = numbered
    tables = [numbered.shape.table] + numbered.followers + numbered.parts.map(\.table)
  }

  /// Moves the record's rows, and the lines of a file that is being read.
  func move(_ old: String, to new: String) throws(WarehouseError) {
    let names: [Cell] = [.text(new), .text(old)]
    try noteDays(of: "?2", names)
    for table in tables + (try staged()) {
      try change(
        "update or ignore \(table) set \(numbered.id) = ?1 where \(numbered.id) = ?2", names)
    }
  }

  /// Moves what belongs to another order of the number than it was taken for.
  ///
  /// - Parameter rows: a condition on the table's rows; its parameters begin with ?3.
  func move(
    _ old: String, to new: String, in table: String, where rows: String, _ cells: [Cell]
  ) throws(WarehouseError) {
    try noteDays(of: "?1, ?2", [.text(new), .text(old)])
    try change(
      "update or ignore \(table) set \(numbered.id) = ?1 where \(numbered.id) = ?2 and \(rows)",
      [.text(new), .text(old)] + cells)
  }

  /// Names the lines of the file that is being read after their order, from a line on.
  func moveStaged(_ old: String, to new: String, from line: Int = 0) throws(WarehouseError) {
    for table in try staged() {
      try warehouse.run(
        "update \(table) set order_id = ?1 where order_id = ?2 and line >= ?3",
        [.text(new), .text(old), .integer(Int64(line))])
    }
  }

  /// The table of lines that wait for the rest of their file, where there is one.
  func staged() throws(WarehouseError) -> [String] {
    guard numbered.shape.kind == .orders else { return [] }
    let found = try warehouse.connection.integer(
      "select count(*) from temp.sqlite_schema where name = 'staged_order_line'")
    return found > 0 ? ["temp.staged_order_line"] : []
  }

  private func change(_ sql: String, _ cells: [Cell]) throws(WarehouseError) {
    try warehouse.connection.prepare(sql).run(cells)
    count += warehouse.connection.changes
  }

  /// Notes the days of records and of what belongs to them.
  private func noteDays(of ids: String, _ cells: [Cell]) throws(WarehouseError) {
    let places =
      [(numbered.shape.table, numbered.placedAt)] + numbered.parts.map { ($0.table, $0.at) }
    let sql = places.map { table, at in
      "select zoned_day(\(at)) from \(table) where \(numbered.id) in (\(ids))"
    }.joined(separator: " union ")
    try warehouse.forEachRow(sql, cells) { row throws(WarehouseError) in
      if let day = Day(row.text(0)) { days.insert(day) }
    }
  }
}
