import TributaryModel

/// Takes back what earlier readings of a file stored, so that it may be read anew.
struct Withdrawal {
  private let warehouse: Warehouse
  private let file: Int64

  init(_ warehouse: Warehouse, file: Int64) {
    self.warehouse = warehouse
    self.file = file
  }

  /// The tables that a file of that kind may have rows in.
  static func shapes(of kind: SourceKind) -> [TableShape] {
    guard let shape = TableShape.of(kind) else { return [] }
    return kind == .orderLines ? [shape, .orders] : [shape]
  }

  /// Deletes the rows of a table that are still the file's, and tells the target of them.
  func rows(of target: TableTarget) throws(WarehouseError) {
    let shape = target.shape
    let place = StaleRows.place(shape)
    let isPlace = place.enumerated().map { "\($1) = ?\($0 + 1)" }.joined(separator: " and ")
    let isOwn = "\(isPlace) and source_file_id = ?\(place.count + 1)"
    let list = shape.columns.map(\.name).joined(separator: ", ")
    let select = try warehouse.connection.prepare(
      "select \(list) from \(shape.table) where \(isOwn)")
    let delete = try warehouse.connection.prepare("delete from \(shape.table) where \(isOwn)")
    let places = try warehouse.connection.prepare(
      "select * from \(StaleRows.name(shape.table)) where source_file_id = ?")
    try places.bind(file, at: 1)
    while try places.step() {
      let cells = place.indices.map { places.cell($0 + 1) } + [.integer(file)]
      try select.bind(cells)
      guard try select.step() else { continue }
      let row = shape.columns.indices.map(select.cell)
      select.reset()
      try target.noteChange(row)
      target.noteWithdrawn(row)
      try delete.run(cells)
    }
  }

  /// Deletes the requests of a log.
  ///
  /// - Returns: the days that had some.
  func requests() throws(WarehouseError) -> Set<Day> {
    var days: Set<Day> = []
    var spans: [(first: Int64, last: Int64)] = []
    var from: Day?
    var to: Day?
    try warehouse.forEachRow(
      "select data_from, data_to from source_file where source_file_id = ?", [.integer(file)]
    ) { row throws(WarehouseError) in (from, to) = (Day(row.text(0)), Day(row.text(1))) }
    guard let from, let to else { return [] }
    let range: [Cell] = [.text(from.description), .text(to.description), .integer(file)]
    let isOwn = "day between ? and ? and source_file_id = ?"
    try warehouse.forEachRow(
      "select first_event_id, last_event_id from event_span where \(isOwn)", range
    ) { row throws(WarehouseError) in spans.append((row.int64(0), row.int64(1))) }
    try warehouse.forEachRow("select distinct day from request_day where \(isOwn)", range) {
      row throws(WarehouseError) in if let day = Day(row.text(0)) { days.insert(day) }
    }
    let delete = try warehouse.connection.prepare(
      "delete from event where event_id between ? and ?")
    for span in spans { try delete.run([.integer(span.first), .integer(span.last)]) }
    for table in [
      "event_span", "request_day", "request_hour", "visitor_habit", "visitor_user",
    ] {
      try warehouse.run("delete from \(table) where \(isOwn)", range)
    }
    return days
  }
}
