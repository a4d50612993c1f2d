import CSQLite
import TributaryModel

/// One open SQLite file, with the settings that keep it safe.
///
/// Ownership: the connection closes the file when it goes; statements hold their connection, so
/// none outlives it. Not Sendable: one thread at a time.
@safe final class Connection {
  let path: String
  let access: Access
  // Safety: set once at opening, closed once in deinit, never handed out of this folder.
  let handle: OpaquePointer

  enum Access {
    /// Creates the file when it is missing.
    case readWrite
    /// Sees the last committed state and can change nothing.
    case readOnly
  }

  /// Opens the file and applies the settings; reads nothing of the schema yet.
  init(path: String, access: Access) throws(WarehouseError) {
    let flags =
      access == .readOnly
      ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    _ = Connection.library
    var opened: OpaquePointer?
    // Safety: `path` is a C string for the call only; `opened` is written before the call returns.
    let code = unsafe sqlite3_open_v2(
      path, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard let handle = unsafe opened, code == SQLITE_OK else {
      // Safety: static text of the library; closing nil does nothing.
      let message = unsafe String(cString: sqlite3_errstr(code))
      let kind = unsafe ResultCode.kind(of: code, system: sqlite3_system_errno(opened))
      unsafe sqlite3_close_v2(opened)
      throw WarehouseError(
        kind: kind, code: code, path: path, attempted: "open the warehouse", message: message)
    }
    self.path = path
    self.access = access
    unsafe self.handle = handle
    try configure()
  }

  /// Set up before the first connection, once.
  private static let library: Void = {
    // A library that is in use already refuses it, which is harmless.
    tributary_count_no_memory()
  }()

  deinit {
    // Safety: the handle was opened by init; close_v2 waits for statements that still live.
    unsafe sqlite3_close_v2(handle)
  }

  /// Runs every statement of a script, one after the other.
  func execute(_ script: String) throws(WarehouseError) {
    var rest = script
    while let (statement, tail) = try prepareFirst(of: rest) {
      while try statement.step() {}
      rest = tail
    }
  }

  /// The script's only statement, ready to bind.
  func prepare(_ sql: String) throws(WarehouseError) -> Statement {
    guard let (statement, tail) = try prepareFirst(of: sql) else {
      throw failure(.other, attempted: "prepare a statement", message: "it is empty", sql: sql)
    }
    guard try prepareFirst(of: tail) == nil else {
      throw failure(
        .other, attempted: "prepare a statement", message: "expected one statement, found more",
        sql: sql)
    }
    return statement
  }

  /// Runs the body in a transaction, or in the one that is already open; a throw rolls back.
  func transaction<Result>(
    _ body: () throws(WarehouseError) -> Result
  ) throws(WarehouseError) -> Result {
    if isInTransaction { return try body() }
    try execute("begin immediate")
    do {
      let result = try body()
      try execute("commit")
      return result
    } catch {
      rollBack()
      throw error
    }
  }

  /// Undoes the open transaction; does nothing when SQLite has already done so.
  func rollBack() {
    if isInTransaction { try? execute("rollback") }
  }

  // Safety: the handle is open as long as the connection lives.
  var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }
  var lastInsertRowID: Int64 { unsafe sqlite3_last_insert_rowid(handle) }
  /// Rows that the last statement inserted, changed or deleted.
  var changes: Int { Int(unsafe sqlite3_changes(handle)) }
  /// Whether the system let the file be opened for reading only.
  var isReadOnly: Bool { unsafe sqlite3_db_readonly(handle, "main") == 1 }

  /// The error of the last call that failed.
  func lastFailure(_ attempted: String, sql: String? = nil) -> WarehouseError {
    // Safety: the message belongs to the connection and is copied before the next call.
    let code = unsafe sqlite3_extended_errcode(handle)
    let message = unsafe String(cString: sqlite3_errmsg(handle))
    let kind = unsafe ResultCode.kind(of: code, system: sqlite3_system_errno(handle))
    return WarehouseError(
      kind: kind, code: code, path: path, attempted: attempted,
      message: message, sql: sql)
  }

  func failure(
    _ kind: WarehouseError.Kind, attempted: String, message: String, sql: String? = nil
  ) -> WarehouseError {
    WarehouseError(kind: kind, path: path, attempted: attempted, message: message, sql: sql)
  }

  /// The first statement and the text after it; nil when only blanks and comments are left.
  private func prepareFirst(
    of script: String
  ) throws(WarehouseError) -> (Statement, tail: String)? {
    var rest = script
    while !rest.isEmpty {
      var prepared: OpaquePointer?
      var used = 0
      let text = Array(rest.utf8)
      // Safety: the length is the buffer's own; the tail points into the buffer, which lives
      // through the closure, so their distance is at most the length.
      let code = unsafe text.withUnsafeBytes { bytes -> Int32 in
        let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        var tail: UnsafePointer<CChar>?
        let code = unsafe sqlite3_prepare_v3(
          handle, start, Int32(clamping: bytes.count), 0, &prepared, &tail)
        if let start = unsafe start, let tail = unsafe tail { used = unsafe tail - start }
        return code
      }
      guard code == SQLITE_OK else { throw lastFailure("prepare a statement", sql: rest) }
      let sql = String(decoding: text[..<used], as: UTF8.self)
      let tail = String(decoding: text[used...], as: UTF8.self)
      if let handle = unsafe prepared {
        return (unsafe Statement(handle: handle, sql: sql, connection: self), tail)
      }
      rest = tail
    }
    return nil
  }
}
