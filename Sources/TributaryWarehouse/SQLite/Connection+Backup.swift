import CSQLite

extension Connection {
  /// Writes the last committed state of the file over that of another connection, by SQLite's own
  /// backup, page by page in one go.
  ///
  /// A connection of the file that holds the write lock, and has not written yet, is no hindrance.
  /// Errors: `full` when the disk has no room; the other file is then as it was.
  func copy(to other: Connection) throws(WarehouseError) {
    // Safety: both handles are open as long as their connections live, which is past the call; the
    // backup is finished here, whatever the step says.
    guard let backup = unsafe sqlite3_backup_init(other.handle, "main", handle, "main") else {
      throw other.lastFailure("begin a copy of the warehouse")
    }
    let step = unsafe sqlite3_backup_step(backup, -1)
    let end = unsafe sqlite3_backup_finish(backup)
    guard step == SQLITE_DONE, end == SQLITE_OK else {
      throw other.lastFailure("copy the warehouse")
    }
  }
}
