import CSQLite

extension Connection {
  /// Rows that this connection has inserted, changed or deleted since it was opened, also in tables
  /// of its own.
  // Safety: the handle is open as long as the connection lives.
  var totalChanges: Int { Int(unsafe sqlite3_total_changes(handle)) }

  /// How many transactions have changed the file, whoever made them: what SQLite counts in the header.
  ///
  /// Source: "Database File Format", 1.3.7, file change counter, https://www.sqlite.org/fileformat2.html.
  /// Returns: nil for a file without a header, and for one with a write-ahead log, which does not count.
  var committedTransactions: UInt32? {
    var header = [UInt8](repeating: 0, count: 28)
    // Safety: the buffer has as many bytes as are asked for and lives through the call.
    let code = unsafe header.withUnsafeMutableBufferPointer { buffer in
      unsafe tributary_read_header(handle, buffer.baseAddress, Int32(buffer.count))
    }
    guard code == SQLITE_OK, header[18] == 1, header[19] == 1 else { return nil }
    return header[24..<28].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
