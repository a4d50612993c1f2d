extension Schema {
  /// Columns for the amounts of lines and for costs with more digits than the currency; rows that
  /// are there have none.
  static func keepLineAmounts(_ connection: Connection) throws(WarehouseError) {
    for (table, column, type) in [
      ("order_line", "line_total", "integer"), ("order_line", "line_cost", "integer"),
      ("product", "exact_unit_cost", "real"),
    ] {
      try connection.add(column: column, type, to: table)
    }
  }
}
