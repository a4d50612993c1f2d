import Foundation

/// The copy of a warehouse that is made before its tables are migrated.
///
/// ```
///  shop.sqlite ─(SQLite's backup)─► .before-migration.part ─(quick_check, rename)─► .before-migration
/// ```
/// One is kept, until the next migration makes another: a version that turns out wrong is left by
/// putting it in the warehouse's place and running the version before. A copy that is older than a
/// migration which masked contacts holds them still, and goes when that migration is committed.
struct MigrationBackup {
  /// Of the warehouse.
  let path: String
  /// Bytes that are free where a file lies; nil where the system does not say.
  var room: (_ path: String) -> Int64? = WarehouseFile.room

  /// Where the copy lies.
  var copy: String { WarehouseFile.beforeMigration(of: path) }
  private var part: String { WarehouseFile.growing(copy) }

  /// Makes the copy; the caller holds the write lock and has written nothing.
  ///
  /// - Parameter masked: as in `tidy`: the copy before is overwritten where it is older.
  /// Errors: `full` when the disk has no room, `corrupt` when the copy fails its check; the copy
  /// before stays, and of the new one nothing.
  func make(masked: Int) throws(WarehouseError) {
    do throws(WarehouseError) {
      try WarehouseFile.erase(part)
      try write()
      try check()
      try eraseCopy(before: masked)
      try WarehouseFile.move(part, to: copy)
    } catch {
      try? WarehouseFile.erase(part)
      throw WarehouseError(
        kind: error.kind, code: error.code, path: path,
        attempted: "copy it to \(copy) before its tables are migrated",
        message: error.message + "; nothing was migrated")
    }
  }

  /// Removes what a copy that was cut has left, and a copy of a version older than that.
  ///
  /// - Parameter masked: the first version whose texts are masked; the file has it.
  func tidy(masked: Int) throws(WarehouseError) {
    if exists(part) || exists(part + "-journal") { try WarehouseFile.erase(part) }
    try eraseCopy(before: masked)
  }

  private func eraseCopy(before masked: Int) throws(WarehouseError) {
    if exists(copy), let version = version(), version < masked { try WarehouseFile.erase(copy) }
  }

  private func write() throws(WarehouseError) {
    // A second connection: the one that holds the lock cannot be copied from.
    let source = try Connection(path: path, access: .readOnly)
    let size =
      try source.integer("pragma page_count") * source.integer("pragma page_size")
    if let room = room(path), room < size {
      throw source.failure(
        .full, attempted: "copy the warehouse",
        message: "expected \(size) bytes of room on the disk, found \(room)")
    }
    createAsPrivate()
    let copy = try Connection(path: part, access: .readWrite)
    try source.copy(to: copy)
    // Another program may have set the warehouse to write ahead; a copy with one file is whole.
    try copy.execute("pragma journal_mode = delete")
  }

  private func check() throws(WarehouseError) {
    let copy = try Connection(path: part, access: .readOnly)
    let check = try copy.prepare("pragma quick_check(1)")
    let answer = try check.step() ? check.text(0) : ""
    guard answer == "ok" else {
      throw copy.failure(
        .corrupt, attempted: "check the copy",
        message: "expected a sound file, SQLite's quick_check found: \(answer)")
    }
  }

  /// Nobody may read the copy who may not read the warehouse: its owner alone may.
  private func createAsPrivate() {
    // Where it fails SQLite says why.
    _ = FileManager.default.createFile(
      atPath: part, contents: nil, attributes: [.posixPermissions: 0o600])
  }

  /// That of the copy; nil for a file that is none.
  private func version() -> Int64? {
    guard let copy = try? Connection(path: copy, access: .readOnly),
      (try? copy.integer("pragma application_id")) == Schema.applicationID
    else { return nil }
    return try? copy.integer("pragma user_version")
  }

  private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
