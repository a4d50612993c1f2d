import TributaryModel

/// Loads rows whose newest version wins.
final class KeyedLoader: TableLoader {
  /// A row that the table holds.
  struct Stored {
    let cells: [Cell]
    let version: FileVersions.Entry
  }

  let target: TableTarget
  private let insert: Statement
  private let select: Statement
  private let update: Statement
  private let delete: Statement

  var tally: TableTally { target.tally }

  init(_ target: TableTarget) throws(WarehouseError) {
    self.target = target
    let shape = target.shape
    let names = shape.columns.map(\.name) + ["source_file_id", "line", "version_id"]
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
    delete = try target.connection.prepare("delete from \(shape.table) where \(isKey)")
  }

  func append(_ batch: TableBatch) throws(WarehouseError) {
    for row in batch.rows {
      try put(try target.stored(row), line: Int64(row.line), records: row.records)
    }
  }

  func settle(isWhole: Bool) throws(WarehouseError) {}

  /// Stores one row that stands for that many records of the file.
  ///
  /// - Parameter displaces: a row of the table that gives way whatever else its version says.
  func put(
    _ cells: [Cell], line: Int64, records: Int,
    displaces: (FileVersions.Entry) -> Bool = { _ in false }
  ) throws(WarehouseError) {
    target.noteData(cells)
    try insert.run(cells, target.sourceFile, line, target.version.id)
    if target.connection.changes > 0 {
      target.tally.loaded += records
      target.noteLoaded(cells)
      try target.noteChange(cells)
      return
    }
    guard let existing = try stored(cells) else { return }
    if target.waits(existing.version) {
      return try displace(existing, cells, line: line, records: records)
    }
    if existing.version.file == target.sourceFile, existing.version.id != target.version.id {
      target.tally.retold += 1
    }
    let isDisplaced = displaces(existing.version)
    let wins =
      isDisplaced || target.wins(cells, over: existing.cells, of: existing.version)
    if existing.cells != cells, !isDisplaced, existing.version.file != target.sourceFile,
      target.isTied(cells, existing)
    {
      target.noteTie(with: existing.version, records: records)
    }
    guard wins else {
      target.tally.duplicate += records
      target.noteDuplicate(cells)
      return
    }
    try overwrite(cells, line: line)
    if existing.cells == cells {
      target.tally.duplicate += records
      target.noteDuplicate(cells)
      try target.noteAdopted(cells, from: existing.version)
    } else {
      target.tally.loaded += records
      target.noteRestated(existing.cells, cells)
      target.tally.restated += records
      try target.noteChange(existing.cells)
      try target.noteChange(cells)
    }
  }

  /// Stores a row in place of one whose file waits to be read again: it counts as new.
  private func displace(
    _ existing: Stored, _ cells: [Cell], line: Int64, records: Int
  ) throws(WarehouseError) {
    try overwrite(cells, line: line)
    target.tally.loaded += records
    target.noteWithdrawn(existing.cells)
    target.noteLoaded(cells)
    guard existing.cells != cells else {
      return try target.noteAdopted(cells, from: existing.version)
    }
    try target.noteChange(existing.cells)
    try target.noteChange(cells)
  }

  /// The row of the same key; nil for none.
  func stored(_ cells: [Cell]) throws(WarehouseError) -> Stored? {
    try bindKey(of: cells, to: select)
    guard try select.step() else { return nil }
    let existing = cells.indices.map(select.cell)
    let version = select.int64(cells.count + 2)
    select.reset()
    return Stored(cells: existing, version: try target.entry(version))
  }

  /// Stores the row in place of the one that is there.
  func overwrite(_ cells: [Cell], line: Int64) throws(WarehouseError) {
    try update.run(cells, target.sourceFile, line, target.version.id)
  }

  /// Removes the row of the same key, and notes that totals change.
  func remove(_ cells: [Cell]) throws(WarehouseError) {
    try bindKey(of: cells, to: delete)
    while try delete.step() {}
    target.noteRemoved(cells)
    try target.noteChange(cells)
  }

  private func bindKey(of cells: [Cell], to statement: Statement) throws(WarehouseError) {
    for position in target.shape.key {
      try statement.bind(cells[position], at: Int32(position + 1))
    }
  }
}

extension TableTarget {
  /// Whether neither a time of the row nor one of its file tells two versions apart.
  fileprivate func isTied(_ cells: [Cell], _ other: KeyedLoader.Stored) -> Bool {
    guard other.version.version.isAsOld(as: version.version) else { return false }
    guard let updatedAt = shape.position(of: "updated_at") else { return true }
    return cells[updatedAt] == other.cells[updatedAt]
  }
}
