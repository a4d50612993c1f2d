import TributaryModel

/// Gives all that is stored of an order another id.
final class OrderMoves {
  private let warehouse: Warehouse
  /// Days of orders that have another id now.
  private(set) var days: Set<Day> = []
  /// Rows that were moved.
  private(set) var count = 0

  init(_ warehouse: Warehouse) { self.warehouse = warehouse }

  /// Tables of what orders are and have; those that only mention a number mean the number.
  private static let tables = [
    "orders", "order_line", "order_status", "order_refund", "refunded_order",
  ]

  /// Moves the order's rows, and the lines of a file that is being read.
  func move(_ old: String, to new: String) throws(WarehouseError) {
    let names: [Cell] = [.text(new), .text(old)]
    try note(
      """
      select zoned_day(placed_at) from orders where order_id = ?2
      union
      select zoned_day(at) from order_status where order_id = ?2
      """, names)
    for table in OrderMoves.tables + (try staged()) {
      try change("update or ignore \(table) set order_id = ?1 where order_id = ?2", names)
    }
  }

  /// Moves what belongs to another order of the number than it was taken for.
  ///
  /// - Parameter rows: a condition on the table's rows; its parameters begin with ?3.
  func move(
    _ old: String, to new: String, in table: String, where rows: String, _ cells: [Cell]
  ) throws(WarehouseError) {
    try note(
      "select zoned_day(placed_at) from orders where order_id in (?1, ?2)",
      [.text(new), .text(old)])
    try change(
      "update or ignore \(table) set order_id = ?1 where order_id = ?2 and \(rows)",
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
    let found = try warehouse.connection.integer(
      "select count(*) from temp.sqlite_schema where name = 'staged_order_line'")
    return found > 0 ? ["temp.staged_order_line"] : []
  }

  private func change(_ sql: String, _ cells: [Cell]) throws(WarehouseError) {
    try warehouse.connection.prepare(sql).run(cells)
    count += warehouse.connection.changes
  }

  private func note(_ sql: String, _ cells: [Cell]) throws(WarehouseError) {
    try warehouse.forEachRow(sql, cells) { row throws(WarehouseError) in
      if let day = Day(row.text(0)) { days.insert(day) }
    }
  }
}
