import TributaryModel

/// What belongs to the orders of a number that began anew: lines, statuses, refunds; payments and
/// letters of an invoice.
extension NumbersAnew {
  /// Gives statuses, payments, lines and the like to the order of the number that they belong to.
  func spread(
    _ id: String, _ ids: [String], _ orders: [PlacedOrder]
  ) throws(WarehouseError) {
    guard !ids.isEmpty else { return }
    for part in numbered.parts {
      let instants = try numbers(
        "select distinct \(part.at) from \(part.table) where \(numbered.id) = ?", id)
      for at in instants {
        let to = ids[orders.index(of: part, at: at)]
        guard to != id else { continue }
        try moves.move(id, to: to, in: part.table, where: "\(part.at) = ?3", [.integer(at)])
      }
    }
    guard numbered.shape.kind == .orders else { return }
    // Lines of the file that tells of the order itself are the order's, whenever it was written.
    let own = try placings.stored(id)?.file
    var files = try FileVersions(warehouse)
    for version in try versions(of: id) {
      let entry = try files.entry(version)
      let to = ids[orders.latest(at: end(of: entry.version.day))]
      guard to != id, entry.file != own else { continue }
      try moves.move(id, to: to, in: "order_line", where: "version_id = ?3", [.integer(version)])
    }
  }

  private func numbers(_ sql: String, _ id: String) throws(WarehouseError) -> [Int64] {
    var found: [Int64] = []
    try warehouse.forEachRow(sql, [.text(id)]) { row throws(WarehouseError) in
      found.append(row.int64(0))
    }
    return found
  }

  private func end(of day: Day) -> Int64 {
    warehouse.settings.zone.instant(of: day.adding(1)).milliseconds - 1
  }

  /// The versions of files that an order's stored lines are of.
  func versions(of id: String) throws(WarehouseError) -> [Int64] {
    guard numbered.shape.kind == .orders else { return [] }
    return try numbers("select distinct version_id from order_line where order_id = ?", id)
  }

  /// Puts the ids of the orders that they belong to into rows that tell when they happened, such as
  /// statuses.
  func find(
    _ rows: inout [TableRow], of part: NumberedKind.Part, in shape: TableShape
  ) throws(WarehouseError) {
    guard placings.exist, let named = shape.position(of: numbered.id),
      let column = shape.position(of: part.at)
    else { return }
    for index in rows.indices where rows[index].identity == nil {
      guard case .integer(let at) = rows[index].cells[column] else { continue }
      let number = rows[index].cells[named].words
      let orders = try known(number)
      guard orders.count > 1 else { continue }
      rows[index].cells[named] = .text(ids(number, orders)[orders.index(of: part, at: at)])
    }
  }

  /// Names the lines of the file after the orders that were built from them, else after the last order
  /// of the number placed until the file's day.
  func findLines(_ version: FileVersions.Entry) throws(WarehouseError) {
    guard placings.exist, let table = try moves.staged().first else { return }
    var numbers: [String] = []
    try warehouse.forEachRow(
      """
      select distinct order_id from \(table)
      where order_id in (select number from number_placing where kind = 'orders') order by 1
      """
    ) { row throws(WarehouseError) in numbers.append(row.text(0)) }
    for number in numbers {
      let orders = try known(number)
      guard orders.count > 1 else { continue }
      let ids = ids(number, orders)
      let parts =
        built[number] ?? [(0, ids[orders.latest(at: end(of: version.version.day))])]
      // From the last on, each takes the lines from its first one.
      let first = parts.map(\.line).min()
      for (line, id) in parts.sorted(by: { $0.line > $1.line }) {
        try moves.moveStaged(number, to: "\u{1f}" + id, from: line == first ? 0 : line)
      }
      for id in ids { try moves.moveStaged("\u{1f}" + id, to: id) }
    }
  }
}
