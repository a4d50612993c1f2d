/// What went wrong in the warehouse, where, and what to do about it.
///
/// Shape: a value; `description` is one sentence for people. `sql` never holds bound values.
public struct WarehouseError: Error, Hashable, Sendable, CustomStringConvertible {
  public let kind: Kind
  /// SQLite's extended result code; 0 when the error is the warehouse's own.
  public let code: Int32
  /// The file, as it was given.
  public let path: String
  /// What was attempted, such as `open the warehouse`.
  public let attempted: String
  /// What was found.
  public let message: String
  /// The statement, where one was running.
  public let sql: String?

  package init(
    kind: Kind, code: Int32 = 0, path: String, attempted: String, message: String,
    sql: String? = nil
  ) {
    self.kind = kind
    self.code = code
    self.path = path
    self.attempted = attempted
    self.message = message
    self.sql = sql
  }

  /// What sort of failure; the exit code follows from it.
  public enum Kind: String, Sendable, CaseIterable {
    /// Another run or program holds the warehouse.
    case busy
    /// The disk or a limit is full, or a write failed.
    case full
    /// Reading or writing the file failed.
    case inputOutput = "input-output"
    /// The file is damaged or is no warehouse.
    case corrupt
    /// The file or its folder cannot be written.
    case readOnly = "read-only"
    /// The file cannot be opened.
    case cannotOpen = "cannot-open"
    /// The system forbids it.
    case permission
    /// A row breaks a rule of the schema.
    case constraint
    /// The file was made with another key.
    case otherKey = "other-key"
    /// An older version of Tributary wrote the file, and no run has brought it up to date yet.
    case olderSchema = "older-schema"
    /// A newer version of Tributary wrote the file.
    case newerSchema = "newer-schema"
    /// The work was stopped from outside.
    case interrupted
    /// A wrong statement, or a fault of the program.
    case other
  }

  /// What to do about it.
  public var advice: String {
    switch kind {
    case .busy: "wait until the other run has finished, or give --wait SECONDS"
    case .full: "free space on the disk that holds the warehouse, then run again"
    case .inputOutput: "check the disk, then run again; what was written before stays"
    case .corrupt: "restore the warehouse from a backup, or move it aside and run again"
    case .readOnly, .permission: "give this user the right to write the file and its folder"
    case .cannotOpen: "check that the folder exists and that the path names a warehouse"
    case .otherKey: "put the key back that it was made with"
    case .olderSchema: "the next run brings it up to date: tributary run PIPELINE"
    case .newerSchema: "update Tributary"
    case .interrupted: "run again; what was written before stays"
    case .constraint, .other: "check the statement"
    }
  }

  public var description: String {
    // The statement helps only where it is at fault; a full disk has nothing to do with it.
    let isAtFault = kind == .other || kind == .constraint
    let words = (sql ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let statement = isAtFault && !words.isEmpty ? " in: " + words.prefix(300) : ""
    return "\(path): could not \(attempted): \(message)\(statement); \(advice)"
  }
}
