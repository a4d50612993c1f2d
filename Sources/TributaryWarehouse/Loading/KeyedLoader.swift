import TributaryModel

/// Loads rows whose newest version wins, column by column: a version whose file lacks a column says
/// nothing of it.
final class KeyedLoader: TableLoader {
  /// A row that the table holds.
  struct Stored {
    let cells: [Cell]
    let line: Int64
    let version: FileVersions.Entry
    /// Columns that other versions told than that one.
    let origins: ColumnOrigins
    /// Whether that version is left out, so that the table has no such row.
    var isLeftOut = false
  }

  let target: TableTarget
  private let insert: Statement
  private let select: Statement
  private let update: Statement
  private let delete: Statement
  private let beside: RowsBeside?
  private let reused: ReusedNumbers?
  private let leftOut: LeftOutRows?

  var tally: TableTally { target.tally }

  init(_ target: TableTarget) throws(WarehouseError) {
    self.target = target
    let shape = target.shape
    let columns = shape.columns.map(\.name)
    let names = columns + ["source_file_id", "line", "version_id", "told_before"]
    let numbered = names.indices.map { "?\($0 + 1)" }
    let file = shape.keepsFiles ? ["source_file_id = ?\(columns.count + 1)"] : []
    let isKey = (shape.key.map { "\(names[$0]) = ?\($0 + 1)" } + file).joined(separator: " and ")
    let keys = Set(shape.key)
    let changed = names.indices.filter { !keys.contains($0) }
      .map { "\(names[$0]) = ?\($0 + 1)" }
    insert = try target.connection.prepare(
      "insert into \(shape.table) (\(names.dropLast().joined(separator: ", "))) "
        + "values (\(numbered.dropLast().joined(separator: ", "))) on conflict do nothing")
    select = try target.connection.prepare(
      "select \(names.joined(separator: ", ")) from \(shape.table) where \(isKey)")
    update = try target.connection.prepare(
      "update \(shape.table) set \(changed.joined(separator: ", ")) where \(isKey)")
    delete = try target.connection.prepare("delete from \(shape.table) where \(isKey)")
    reused = ReusedNumbers(shape)
    beside = shape.keepsFiles ? try RowsBeside(target) : nil
    leftOut = shape.merge == .replace ? try LeftOutRows(target) : nil
  }

  func append(_ batch: TableBatch) throws(WarehouseError) {
    for row in batch.rows {
      try put(try target.stored(row), line: Int64(row.line), records: row.records)
    }
    for row in batch.leftOut { try leaveOut(try target.stored(row), line: Int64(row.line)) }
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
    if let row = try leftOut?.row(cells) {
      return try settle(cells, row, line: line, records: records)
    }
    try insert.run(cells, target.sourceFile, line, target.version.id)
    if target.connection.changes > 0 { return try noteNew(cells, records: records) }
    guard let existing = try stored(cells) else { return }
    if target.waits(existing.version) {
      return try displace(existing, cells, line: line, records: records)
    }
    if existing.version.file == target.sourceFile, existing.version.id != target.version.id {
      target.tally.retold += 1
    }
    if reused?.areOther(cells, existing.cells) == true {
      target.tally.reused[cells[0].words, default: 0] += records
    }
    let isDisplaced = displaces(existing.version)
    let wins =
      isDisplaced || target.wins(cells, over: existing.cells, of: existing.version)
    if existing.cells != cells, !isDisplaced, existing.version.file != target.sourceFile,
      target.isTied(cells, existing)
    {
      target.noteTie(with: existing.version, records: records)
    }
    let merged =
      wins ? try target.merged(cells, over: existing) : try target.merged(cells, under: existing)
    if wins {
      try overwrite(merged.cells, line: line, merged.origins)
    } else if merged.origins != existing.origins {
      try rewrite(merged.cells, existing, merged.origins)
    }
    guard merged.cells != existing.cells else {
      target.tally.duplicate += records
      target.noteDuplicate(cells)
      if wins { try target.noteAdopted(cells, from: existing.version) }
      if wins || merged.origins != existing.origins {
        try target.noteRetold(cells, before: existing)
      }
      return
    }
    target.tally.loaded += records
    target.tally.restated += records
    target.noteRestated(existing.cells, cells, as: merged.cells, wins: wins)
    try target.noteChange(existing.cells)
    try target.noteChange(merged.cells)
  }

  /// Takes in a version of a row that the source leaves out; its record is counted as filtered.
  func leaveOut(_ cells: [Cell], line: Int64) throws(WarehouseError) {
    guard let leftOut else { return }
    var known = try leftOut.row(cells)
    if known == nil { known = try stored(cells) }
    guard let existing = known else {
      return try leftOut.put(
        Stored(
          cells: cells, line: line, version: target.version, origins: ColumnOrigins(),
          isLeftOut: true))
    }
    try settle(cells, existing, line: line, records: nil)
  }

  /// Stores a version of a row where it, or the one that is stored, is left out.
  ///
  /// - Parameter records: of the file that the row stands for; nil for one that is left out.
  private func settle(
    _ cells: [Cell], _ existing: Stored, line: Int64, records: Int?
  ) throws(WarehouseError) {
    let wins = target.wins(cells, over: existing.cells, of: existing.version)
    let merged =
      wins ? try target.merged(cells, over: existing) : try target.merged(cells, under: existing)
    let row = Stored(
      cells: merged.cells, line: wins ? line : existing.line,
      version: wins ? target.version : existing.version, origins: merged.origins,
      isLeftOut: wins ? records == nil : existing.isLeftOut)
    try move(existing, to: row)
    if !existing.isLeftOut {
      if target.waits(existing.version) {
        target.noteWithdrawn(existing.cells)
      } else {
        target.noteRemoved(existing.cells)
      }
      if wins { try target.noteAdopted(existing.cells, from: existing.version) }
      try target.noteChange(existing.cells)
    }
    if let records {
      if row.isLeftOut {
        target.tally.duplicate += records
        target.noteDuplicate(cells)
      } else {
        target.tally.loaded += records
        target.noteLoaded(cells, as: row.cells)
      }
    } else if !row.isLeftOut {
      target.noteReturned(row.cells)
    }
    if !row.isLeftOut { try target.noteChange(row.cells) }
  }

  /// Puts a row where it belongs, into its table or beside it.
  private func move(_ existing: Stored, to row: Stored) throws(WarehouseError) {
    guard let leftOut else { return }
    switch (existing.isLeftOut, row.isLeftOut) {
    case (_, true):
      try leftOut.put(row)
      if !existing.isLeftOut { try erase(row.cells) }
    case (true, false):
      try leftOut.remove(row.cells)
      try insert.run(row.cells, row.version.file, row.line, row.version.id)
      try rewrite(row.cells, row, row.origins)
    case (false, false):
      try rewrite(row.cells, row, row.origins)
    }
  }

  /// Counts a row of a new key, which says again what another file says where rows are kept by file.
  private func noteNew(_ cells: [Cell], records: Int) throws(WarehouseError) {
    switch try beside?.compare(cells) ?? .none {
    case .same:
      target.tally.duplicate += records
      target.noteKeptDuplicate(cells)
    case .older:
      target.tally.duplicate += records
      target.noteKeptDuplicate(cells)
      try target.noteChange(cells)
    case .newer(let other):
      target.tally.loaded += records
      target.tally.restated += records
      target.noteRestated(other, cells, as: cells, wins: true)
      target.keep(other)
      try target.noteChange(cells)
    case .none:
      target.tally.loaded += records
      target.noteLoaded(cells)
      try target.noteChange(cells)
    }
  }

  /// Stores a row in place of one whose file waits to be read again: it counts as new. What a file
  /// that is gone told of it stays.
  private func displace(
    _ existing: Stored, _ cells: [Cell], line: Int64, records: Int
  ) throws(WarehouseError) {
    let merged = try target.merged(cells, over: existing)
    try overwrite(merged.cells, line: line, merged.origins)
    target.tally.loaded += records
    target.noteWithdrawn(existing.cells)
    target.noteLoaded(cells, as: merged.cells)
    guard existing.cells != merged.cells else {
      try target.noteAdopted(merged.cells, from: existing.version)
      return try target.noteRetold(merged.cells, before: existing)
    }
    try target.noteChange(existing.cells)
    try target.noteChange(merged.cells)
  }

  /// The row of the same key; nil for none.
  func stored(_ cells: [Cell]) throws(WarehouseError) -> Stored? {
    try bindKey(of: cells, to: select)
    guard try select.step() else { return nil }
    let existing = cells.indices.map(select.cell)
    let line = select.int64(cells.count + 1)
    let version = select.int64(cells.count + 2)
    let origins = ColumnOrigins(select.cell(cells.count + 3))
    select.reset()
    return Stored(
      cells: existing, line: line, version: try target.entry(version), origins: origins)
  }

  /// Stores the row in place of the one that is there.
  func overwrite(
    _ cells: [Cell], line: Int64, _ origins: ColumnOrigins
  ) throws(WarehouseError) {
    try update.run(
      cells + [
        .integer(target.sourceFile), .integer(line), .integer(target.version.id), origins.cell,
      ])
  }

  /// Stores columns that an older version told, which leave the row the newer one's.
  private func rewrite(
    _ cells: [Cell], _ existing: Stored, _ origins: ColumnOrigins
  ) throws(WarehouseError) {
    try update.run(
      cells + [
        .integer(existing.version.file), .integer(existing.line), .integer(existing.version.id),
        origins.cell,
      ])
  }

  /// Removes the row of the same key, and notes that totals change.
  func remove(_ cells: [Cell]) throws(WarehouseError) {
    try erase(cells)
    target.noteRemoved(cells)
    try target.noteChange(cells)
  }

  private func erase(_ cells: [Cell]) throws(WarehouseError) {
    try bindKey(of: cells, to: delete)
    while try delete.step() {}
  }

  private func bindKey(of cells: [Cell], to statement: Statement) throws(WarehouseError) {
    for position in target.shape.key {
      try statement.bind(cells[position], at: Int32(position + 1))
    }
    if target.shape.keepsFiles {
      try statement.bind(.integer(target.sourceFile), at: Int32(cells.count + 1))
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
