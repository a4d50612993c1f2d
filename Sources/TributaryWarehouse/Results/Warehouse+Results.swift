import TributaryModel

extension Warehouse {
  /// Creates the tables of these results where they are missing, and brings those of another version
  /// to today's columns: rows of earlier as-of days stay, as far as the columns are the same.
  public func prepareResults(_ shapes: [ResultShape]) throws(WarehouseError) {
    try write { () throws(WarehouseError) in
      for shape in shapes where shape.lifetime != .kept { try prepare(shape) }
    }
  }

  /// Stores the rows of a result in their order, in place of those of that as-of day.
  ///
  /// - Parameter rows: cells in the order of the shape's columns.
  /// - Returns: rows stored.
  public func store(
    _ shape: ResultShape, _ rows: [[Cell]], asOf: Day
  ) throws(WarehouseError) -> Int {
    let day = Cell.text(asOf.description)
    let names = ["as_of"] + shape.columns.map(\.name)
    let part: ReplacedPart =
      shape.lifetime == .latest ? .whole : .matching(column: "as_of", day)
    guard shape.lifetime != .kept else {
      return try replace(
        table: shape.table, columns: names, part: part, rows: rows.map { [day] + $0 })
    }
    return try replace(
      table: shape.table, columns: names + ["position"], part: part,
      rows: rows.enumerated().map { [day] + $0.element + [.integer(Int64($0.offset + 1))] })
  }

  private func prepare(_ shape: ResultShape) throws(WarehouseError) {
    let table = shape.table
    let statement = shape.createStatement
    guard let known = try connection.definition(of: table) else {
      return try connection.execute(statement)
    }
    // SQLite keeps a statement from the name on.
    let start = "create table ".count
    guard known.dropFirst(start) != statement.dropFirst(start) else { return }
    try connection.execute("alter table \"\(table)\" rename to \"\(table)_before\"")
    try connection.execute(statement)
    let before = Set(try connection.columns(of: "\(table)_before"))
    let place = "row_number() over (partition by as_of)"
    var names = ["as_of", "position"]
    var values = ["as_of", before.contains("position") ? "position" : place]
    for column in shape.columns where before.contains(column.name) || column.isKey {
      names.append(column.name)
      let unknown = column.storage == .text ? "''" : "0"
      let known = "cast(\(column.name) as \(column.storage.rawValue))"
      values.append(
        !before.contains(column.name)
          ? unknown : column.isKey ? "coalesce(\(known), \(unknown))" : known)
    }
    try connection.execute(
      """
      insert into "\(table)" (\(names.joined(separator: ", ")))
        select \(values.joined(separator: ", ")) from "\(table)_before";
      drop table "\(table)_before";
      """)
  }
}
