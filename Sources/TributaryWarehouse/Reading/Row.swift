import TributaryModel

/// One row of an answer, read by the names of its columns.
///
/// Errors: a column that is not there, or a value of another type, is an error of kind `other`;
/// the optional readers give nil for null and nothing else.
public struct Row: Sendable, Hashable {
  /// In the order of the statement.
  public let cells: [Cell]
  let names: ColumnNames

  /// The whole number of that column; throws where it holds none.
  public func int64(_ name: String) throws(WarehouseError) -> Int64 {
    guard let value = try optionalInt64(name) else { throw names.unexpectedNull(name) }
    return value
  }

  /// The number of that column; throws where it holds none.
  public func double(_ name: String) throws(WarehouseError) -> Double {
    guard let value = try optionalDouble(name) else { throw names.unexpectedNull(name) }
    return value
  }

  /// The text of that column; throws where it holds none.
  public func text(_ name: String) throws(WarehouseError) -> String {
    guard let value = try optionalText(name) else { throw names.unexpectedNull(name) }
    return value
  }

  /// The whole number of that column, nil for null.
  public func optionalInt64(_ name: String) throws(WarehouseError) -> Int64? {
    switch try cell(name) {
    case .null: nil
    case .integer(let value): value
    case let other: throw names.unexpected(other, in: name, expected: "an integer")
    }
  }

  /// Integers are widened.
  public func optionalDouble(_ name: String) throws(WarehouseError) -> Double? {
    switch try cell(name) {
    case .null: nil
    case .integer(let value): Double(value)
    case .real(let value): value
    case let other: throw names.unexpected(other, in: name, expected: "a number")
    }
  }

  /// The text of that column, nil for null.
  public func optionalText(_ name: String) throws(WarehouseError) -> String? {
    switch try cell(name) {
    case .null: nil
    case .text(let value): value
    case let other: throw names.unexpected(other, in: name, expected: "a text")
    }
  }

  /// The value as it is stored.
  public func cell(_ name: String) throws(WarehouseError) -> Cell {
    guard let position = names.positions[name] else { throw names.missing(name) }
    return cells[position]
  }
}

/// The column names of one answer, shared by its rows.
struct ColumnNames: Sendable, Hashable {
  let list: [String]
  let positions: [String: Int]
  let path: String
  let sql: String

  init(_ list: [String], path: String, sql: String) {
    self.list = list
    self.path = path
    self.sql = sql
    positions = Dictionary(
      list.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func missing(_ name: String) -> WarehouseError {
    error("expected a column \(name), found \(list.joined(separator: ", "))")
  }

  func unexpectedNull(_ name: String) -> WarehouseError {
    error("expected a value in column \(name), found null")
  }

  func unexpected(_ cell: Cell, in name: String, expected: String) -> WarehouseError {
    let found =
      switch cell {
      case .null: "null"
      case .integer: "an integer"
      case .real: "a real number"
      case .text: "a text"
      }
    return error("expected \(expected) in column \(name), found \(found)")
  }

  private func error(_ message: String) -> WarehouseError {
    WarehouseError(
      kind: .other, path: path, attempted: "read an answer", message: message, sql: sql)
  }
}
