import TributaryModel

/// The rows of sets that a table holds, each with the file version that told it.
final class StoredSets {
  private let target: TableTarget
  private let existing: Statement
  private let delete: Statement
  private let insert: Statement
  /// Of a line with columns that its file does not have.
  private let insertFilled: Statement
  private let update: Statement

  init(_ target: TableTarget) throws(WarehouseError) {
    self.target = target
    let table = target.shape.table
    let names = target.shape.columns.map(\.name)
    let list = names.joined(separator: ", ")
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    existing = try target.connection.prepare(
      "select \(list), line, version_id, told_before, rowid from \(table) where \(names[0]) = ?")
    delete = try target.connection.prepare(
      "delete from \(table) where \(names[0]) = ? and version_id = ?")
    insert = try target.connection.prepare(
      "insert into \(table) (\(list), source_file_id, line, version_id) "
        + "values (\(marks), ?, ?, ?)")
    insertFilled = try target.connection.prepare(
      "insert into \(table) (\(list), source_file_id, line, version_id, told_before) "
        + "values (\(marks), ?, ?, ?, ?)")
    let columns = names.indices.map { "\(names[$0]) = ?\($0 + 1)" }.joined(separator: ", ")
    update = try target.connection.prepare(
      "update \(table) set \(columns), told_before = ?\(names.count + 1) "
        + "where rowid = ?\(names.count + 2)")
  }

  /// What each version holds of a set, the oldest first.
  func parts(of key: Cell) throws(WarehouseError) -> [SetPart] {
    var parts: [Int64: SetPart] = [:]
    let count = target.shape.columns.count
    try existing.bind(key, at: 1)
    while try existing.step() {
      let version = try target.entry(existing.int64(count + 1))
      let file = version.firstLine.flatMap { first in
        version.lastLine.map { Int(first)...Int($0) }
      }
      let line = LineColumns.Stored(
        rowID: existing.int64(count + 3), cells: (0..<count).map(existing.cell),
        origins: ColumnOrigins(existing.cell(count + 2)), version: version)
      parts[version.id, default: SetPart(version: version)].lines.append(line)
      parts[version.id]?.add(line.cells, line: Int(existing.int64(count)), of: file)
    }
    return parts.values.sorted { $0.version.id < $1.version.id }
  }

  /// Adds a row of this file, with what told the columns that it lacks.
  func add(_ row: TableRow, _ origins: ColumnOrigins) throws(WarehouseError) {
    let (file, line, version) = (target.sourceFile, Int64(row.line), target.version.id)
    if origins == ColumnOrigins() {
      try insert.run(row.cells, file, line, version)
    } else {
      let place: [Cell] = [.integer(file), .integer(line), .integer(version), origins.cell]
      try insertFilled.run(row.cells + place)
    }
  }

  func replace(_ line: LineColumns.Stored) throws(WarehouseError) {
    try update.run(line.cells + [line.origins.cell, .integer(line.rowID)])
  }

  func remove(_ part: SetPart, of key: Cell) throws(WarehouseError) {
    try delete.run([key, .integer(part.version.id)])
  }
}
