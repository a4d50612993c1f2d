import CSQLite
import Foundation

/// SQLite's result codes, as kinds of failure.
enum ResultCode {
  /// The kind of a failure: SQLite says only that it cannot open what the system forbids.
  static func kind(of code: Int32, system: Int32) -> WarehouseError.Kind {
    let kind = kind(of: code)
    guard kind == .cannotOpen else { return kind }
    return switch system {
    case EACCES, EPERM: .permission
    case EROFS: .readOnly
    default: kind
    }
  }

  /// The kind of a primary or extended result code.
  ///
  /// Source: https://www.sqlite.org/rescode.html
  static func kind(of code: Int32) -> WarehouseError.Kind {
    switch code & 0xff {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_FULL: .full
    case SQLITE_IOERR: .inputOutput
    case SQLITE_CORRUPT, SQLITE_NOTADB: .corrupt
    case SQLITE_READONLY: .readOnly
    case SQLITE_CANTOPEN: .cannotOpen
    case SQLITE_PERM, SQLITE_AUTH: .permission
    case SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_TOOBIG: .constraint
    case SQLITE_INTERRUPT: .interrupted
    default: .other
    }
  }
}
