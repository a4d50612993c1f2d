import TributaryModel

/// What tables and columns the file has.
extension Connection {
  func has(table: String) throws(WarehouseError) -> Bool {
    try integer(
      "select count(*) from sqlite_schema where type = 'table' and name = ?", [.text(table)]) > 0
  }

  /// `table`, `view` or another word for what bears the name; nil for nothing.
  func type(of name: String) throws(WarehouseError) -> String? {
    let select = try prepare("select type from sqlite_schema where name = ?")
    try select.bind([.text(name)])
    return try select.step() ? select.text(0) : nil
  }

  /// The statement that made a table or view; nil for nothing.
  func definition(of name: String) throws(WarehouseError) -> String? {
    let select = try prepare("select sql from sqlite_schema where name = ?")
    try select.bind([.text(name)])
    return try select.step() ? select.text(0) : nil
  }

  /// The names of a table's columns in their order; none for no table.
  func columns(of table: String) throws(WarehouseError) -> [String] {
    let select = try prepare("select name from pragma_table_info(?)")
    try select.bind([.text(table)])
    var names: [String] = []
    while try select.step() { names.append(select.text(0)) }
    return names
  }

  /// Adds a column unless the table has one of that name.
  ///
  /// - Parameter definition: what stands behind the name, such as `integer not null default 0`.
  /// - Returns: whether it was added.
  @discardableResult
  func add(
    column: String, _ definition: String, to table: String
  ) throws(WarehouseError) -> Bool {
    guard try !columns(of: table).contains(column) else { return false }
    try execute("alter table \"\(table)\" add column \(column) \(definition)")
    return true
  }
}
