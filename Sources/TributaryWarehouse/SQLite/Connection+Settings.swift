import CSQLite

extension Connection {
  /// Settings of every opening; see DESIGN, "Warehouse", for the why of journal and synchronous.
  func configure() throws(WarehouseError) {
    // Safety: the handle is open; the limits take plain numbers.
    unsafe sqlite3_busy_timeout(handle, 60_000)
    guard unsafe tributary_set_defensive(handle) == SQLITE_OK else {
      throw lastFailure("set the warehouse's defences")
    }
    for (limit, value) in Connection.limits { unsafe sqlite3_limit(handle, limit, value) }
    // The page size counts only for a file that is still empty.
    try execute(
      """
      pragma trusted_schema = off;
      pragma cell_size_check = on;
      pragma foreign_keys = off;
      pragma cache_size = -24576;
      pragma temp_store = file;
      """)
    switch access {
    case .readOnly:
      unsafe sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
      try execute("pragma query_only = on")
    case .readWrite:
      try execute(
        """
        pragma page_size = 8192;
        pragma synchronous = extra;
        pragma secure_delete = off;
        """)
    }
  }

  /// Ceilings that no honest statement or value of the warehouse reaches.
  private static let limits: [(Int32, Int32)] = [
    (SQLITE_LIMIT_LENGTH, 16 << 20),
    (SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
    (SQLITE_LIMIT_COLUMN, 200),
    (SQLITE_LIMIT_COMPOUND_SELECT, 100),
    (SQLITE_LIMIT_FUNCTION_ARG, 32),
    (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000),
    (SQLITE_LIMIT_TRIGGER_DEPTH, 10),
    (SQLITE_LIMIT_WORKER_THREADS, 0),
  ]
}
