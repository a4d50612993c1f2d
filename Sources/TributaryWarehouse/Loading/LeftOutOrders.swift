import TributaryModel

/// Orders that are stored and that a file leaves out: thrown away, or found to be tests.
enum LeftOutOrders {
  /// Versions of the stored ones among these rows that are lost: as newer versions they win, and as
  /// older ones they say nothing. They stand for no record, for the file's own are filtered. What a
  /// file has stored that waits to be read again is as good as not there.
  static func withdrawn(
    _ rows: [TableRow], in warehouse: Warehouse
  ) throws(WarehouseError) -> [TableRow] {
    let shape = TableShape.orders
    guard !rows.isEmpty, let placed = shape.position(of: "placed_at"),
      let total = shape.position(of: "total"), let status = shape.position(of: "status"),
      let cancelled = shape.position(of: "cancelled_at")
    else { return [] }
    var withdrawn: [TableRow] = []
    for row in rows where row.cells[placed] != .null && row.cells[total] != .null {
      let stored = try warehouse.connection.integer(
        """
        select exists (
          select 1 from orders join source_file using (source_file_id)
          where order_id = ? and reading <> ''
        )
        """, [row.cells[0]])
      guard stored > 0 else { continue }
      var lost = row
      lost.records = 0
      lost.cells[status] = .text("cancelled")
      if lost.cells[cancelled] == .null { lost.cells[cancelled] = lost.cells[placed] }
      withdrawn.append(lost)
    }
    return withdrawn
  }
}
