import Foundation
import TributaryModel

/// Rows of one table whose newest version is left out by its source: they lie beside the table, for
/// an older version that comes later changes nothing of that, and a newer one may take the row in
/// again with all that was told of it.
final class LeftOutRows {
  /// Whether the table has such rows.
  private(set) var isEmpty: Bool

  private let target: TableTarget
  private let select: Statement
  private let insert: Statement
  private let delete: Statement

  init(_ target: TableTarget) throws(WarehouseError) {
    self.target = target
    let connection = target.connection
    isEmpty =
      try connection.integer(
        "select exists (select 1 from left_out_row where table_name = ?)",
        [.text(target.shape.table)]) == 0
    let isKey = "table_name = ? and key = ?"
    select = try connection.prepare(
      "select cells, line, version_id, told_before from left_out_row where \(isKey)")
    insert = try connection.prepare(
      "insert or replace into left_out_row values (?, ?, ?, ?, ?, ?, ?)")
    delete = try connection.prepare("delete from left_out_row where \(isKey)")
  }

  /// The row of the same key; nil for none.
  func row(_ cells: [Cell]) throws(WarehouseError) -> KeyedLoader.Stored? {
    guard !isEmpty else { return nil }
    try select.bind(place(cells))
    defer { select.reset() }
    guard try select.step() else { return nil }
    return KeyedLoader.Stored(
      cells: Self.cells(select.cell(0).words), line: select.int64(1),
      version: try target.entry(select.int64(2)), origins: ColumnOrigins(select.cell(3)),
      isLeftOut: true)
  }

  func put(_ row: KeyedLoader.Stored) throws(WarehouseError) {
    isEmpty = false
    try insert.run(
      place(row.cells) + [
        .text(Self.text(row.cells)), .integer(row.version.file), .integer(row.line),
        .integer(row.version.id), row.origins.cell,
      ])
  }

  func remove(_ cells: [Cell]) throws(WarehouseError) { try delete.run(place(cells)) }

  /// Forgets what earlier readings of the file left out.
  static func withdraw(_ file: Int64, in warehouse: Warehouse) throws(WarehouseError) {
    try warehouse.run("delete from left_out_row where source_file_id = ?", [.integer(file)])
  }

  private func place(_ cells: [Cell]) -> [Cell] {
    let key = target.shape.key.map { cells[$0].words }.joined(separator: "\u{1f}")
    return [.text(target.shape.table), .text(key)]
  }

  // MARK: Cells as a text

  /// A JSON array of strings, each with the initial of its type: SQLite's own JSON rounds reals.
  private static func text(_ cells: [Cell]) -> String {
    let words: [String?] = cells.map { cell in
      switch cell {
      case .null: nil
      case .integer(let value): "i\(value)"
      case .real(let value): "r\(value)"
      case .text(let value): "t\(value)"
      }
    }
    return (try? JSONEncoder().encode(words)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
  }

  private static func cells(_ text: String) -> [Cell] {
    let words = (try? JSONDecoder().decode([String?].self, from: Data(text.utf8))) ?? []
    return words.map { word in
      guard let word, let type = word.first else { return .null }
      let value = String(word.dropFirst())
      return switch type {
      case "i": Cell(Int64(value))
      case "r": Cell(Double(value))
      default: .text(value)
      }
    }
  }
}
