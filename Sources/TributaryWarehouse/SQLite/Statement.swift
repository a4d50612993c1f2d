import CSQLite
import TributaryModel

/// One prepared statement: bind, step, read.
///
/// Ownership: finalized when it goes; it keeps its connection open. Parameters count from 1,
/// columns from 0, as in SQLite.
@safe final class Statement {
  let sql: String
  // Safety: prepared by `connection`, finalized once in deinit, never handed out of this folder.
  private let handle: OpaquePointer
  private let connection: Connection

  // Safety: the caller gives up `handle`, which `connection` prepared.
  init(handle: OpaquePointer, sql: String, connection: Connection) {
    unsafe self.handle = handle
    self.sql = sql
    self.connection = connection
  }

  deinit {
    // Safety: finalizing never touches memory of ours; the connection is still open.
    unsafe sqlite3_finalize(handle)
  }

  // MARK: Binding

  // Safety: SQLite checks the position against the statement's parameters and
  // answers SQLITE_RANGE; texts are copied before the call returns (SQLITE_TRANSIENT).

  func bind(_ cells: [Cell]) throws(WarehouseError) {
    for (offset, cell) in cells.enumerated() { try bind(cell, at: Int32(offset + 1)) }
  }

  func bind(_ cell: Cell, at position: Int32) throws(WarehouseError) {
    switch cell {
    case .null: try bindNull(at: position)
    case .integer(let value): try bind(value, at: position)
    case .real(let value): try check(unsafe sqlite3_bind_double(handle, position, value))
    case .text(let value): try bind(value, at: position)
    }
  }

  func bind(_ value: Int64, at position: Int32) throws(WarehouseError) {
    try check(unsafe sqlite3_bind_int64(handle, position, value))
  }

  func bindNull(at position: Int32) throws(WarehouseError) {
    try check(unsafe sqlite3_bind_null(handle, position))
  }

  func bind(_ text: String, at position: Int32) throws(WarehouseError) {
    var text = text
    // Safety: the length is the buffer's own and SQLite copies the bytes within the call.
    let code = text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters -> Int32 in
        guard let start = characters.baseAddress else {
          return unsafe sqlite3_bind_text(handle, position, "", 0, Statement.transient)
        }
        return unsafe sqlite3_bind_text64(
          handle, position, start, UInt64(characters.count), Statement.transient,
          UInt8(SQLITE_UTF8))
      }
    }
    try check(code)
  }

  // MARK: Running

  /// Goes to the next row; false at the end, when the statement is ready to be run again.
  func step() throws(WarehouseError) -> Bool {
    // Safety: the handle is live as long as self.
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      reset()
      return false
    default:
      let failure = connection.lastFailure("run a statement", sql: sql)
      reset()
      throw failure
    }
  }

  /// Runs to the end with these parameters.
  func run(_ cells: [Cell] = []) throws(WarehouseError) {
    try bind(cells)
    while try step() {}
  }

  /// The same with two whole numbers behind the cells.
  func run(_ cells: [Cell], _ first: Int64, _ second: Int64) throws(WarehouseError) {
    try bind(cells)
    try bind(first, at: Int32(cells.count + 1))
    try bind(second, at: Int32(cells.count + 2))
    while try step() {}
  }

  /// The same with three whole numbers behind the cells.
  func run(
    _ cells: [Cell], _ first: Int64, _ second: Int64, _ third: Int64
  ) throws(WarehouseError) {
    try bind(cells)
    try bind(first, at: Int32(cells.count + 1))
    try bind(second, at: Int32(cells.count + 2))
    try bind(third, at: Int32(cells.count + 3))
    while try step() {}
  }

  /// Makes the statement ready to be run again; bound values stay.
  func reset() {
    // Safety: the handle is live as long as self.
    unsafe sqlite3_reset(handle)
  }

  // MARK: Reading

  // Safety: SQLite answers null for a column outside the row; texts are copied
  // at once, by their own length.

  var columnCount: Int { Int(unsafe sqlite3_column_count(handle)) }

  var columnNames: [String] {
    (0..<Int32(columnCount)).map { column in
      unsafe sqlite3_column_name(handle, column).map { unsafe String(cString: $0) } ?? ""
    }
  }

  /// Whether it changes nothing in the file.
  var isReadOnly: Bool { unsafe sqlite3_stmt_readonly(handle) != 0 }

  func isNull(_ column: Int) -> Bool {
    unsafe sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  func int64(_ column: Int) -> Int64 { unsafe sqlite3_column_int64(handle, Int32(column)) }

  func double(_ column: Int) -> Double { unsafe sqlite3_column_double(handle, Int32(column)) }

  func text(_ column: Int) -> String {
    guard let start = unsafe sqlite3_column_text(handle, Int32(column)) else { return "" }
    let count = Int(unsafe sqlite3_column_bytes(handle, Int32(column)))
    return unsafe String(
      decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func cell(_ column: Int) -> Cell {
    switch unsafe sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER: .integer(int64(column))
    case SQLITE_FLOAT: .real(double(column))
    case SQLITE_NULL: .null
    default: .text(text(column))
    }
  }

  private func check(_ code: Int32) throws(WarehouseError) {
    guard code == SQLITE_OK else { throw connection.lastFailure("bind a value", sql: sql) }
  }

  // Safety: the documented value -1 of SQLITE_TRANSIENT, which Swift cannot import.
  private static let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
