import TributaryModel

/// Loads rows whose newest version wins.
final class KeyedLoader: TableLoader {
  private let target: TableTarget
  private let insert: Statement
  private let select: Statement
  private let update: Statement

  var tally: TableTally { target.tally }

  init(_ target: TableTarget) throws(WarehouseError) {
    self.target = target
    let shape = target.shape
    let names = shape.columns.map(\.name) + ["source_file_id", "line"]
    let numbered = names.indices.map { "?\($0 + 1)" }
    let isKey = shape.key.map { "\(names[$0]) = ?\($0 + 1)" }.joined(separator: " and ")
    let keys = Set(shape.key)
    let changed = names.indices.filter { !keys.contains($0) }
      .map { "\(names[$0]) = ?\($0 + 1)" }
    insert = try target.connection.prepare(
      "insert into \(shape.table) (\(names.joined(separator: ", "))) "
        + "values (\(numbered.joined(separator: ", "))) on conflict do nothing")
    select = try target.connection.prepare(
      "select \(names.joined(separator: ", ")) from \(shape.table) where \(isKey)")
    update = try target.connection.prepare(
      "update \(shape.table) set \(changed.joined(separator: ", ")) where \(isKey)")
  }

  func append(_ batch: TableBatch) throws(WarehouseError) {
    for row in batch.rows {
      try put(try target.stored(row), line: Int64(row.line), records: row.records)
    }
  }

  func settle() throws(WarehouseError) {}

  /// Stores one row that stands for that many records of the file.
  func put(_ cells: [Cell], line: Int64, records: Int) throws(WarehouseError) {
    target.noteData(cells)
    try insert.run(cells, target.sourceFile, line)
    if target.connection.changes > 0 {
      target.tally.loaded += records
      target.noteLoaded(cells)
      try target.noteChange(cells)
      return
    }
    for position in target.shape.key {
      try select.bind(cells[position], at: Int32(position + 1))
    }
    guard try select.step() else { return }
    let existing = cells.indices.map(select.cell)
    let file = select.int64(cells.count)
    select.reset()
    guard target.wins(cells, over: existing, of: file) else {
      target.tally.duplicate += records
      target.noteDuplicate(cells)
      return
    }
    try update.run(cells, target.sourceFile, line)
    if existing == cells {
      target.tally.duplicate += records
      target.noteDuplicate(cells)
    } else {
      target.tally.loaded += records
      target.noteRestated(existing, cells)
      target.tally.restated += records
      try target.noteChange(existing)
      try target.noteChange(cells)
    }
  }
}
