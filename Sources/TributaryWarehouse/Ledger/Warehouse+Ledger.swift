import TributaryModel

extension Warehouse {
  /// The files of a kind that were read before, ordered by path (numbers as numbers).
  public func knownFiles(of kind: SourceKind) throws(WarehouseError) -> [KnownLedgerFile] {
    try ledgerFiles("where kind = ? order by natural_path, path", [.text(kind.rawValue)])
  }

  /// All files that were read before, ordered by kind, then path.
  public func knownFiles() throws(WarehouseError) -> [KnownLedgerFile] {
    try ledgerFiles("order by kind, natural_path, path", []).sorted { $0.kind < $1.kind }
  }

  /// What the ledger has of one file.
  public func knownFile(_ id: Int64) throws(WarehouseError) -> KnownLedgerFile? {
    try ledgerFiles("where source_file_id = ?", [.integer(id)]).first
  }

  /// Notes that a known file now stands under another path, size, time or inode, with the same
  /// content: nothing is read.
  public func noteMoved(_ file: FileDescription) throws(WarehouseError) {
    guard let id = file.id else {
      throw failure(.other, "note the new place of \(file.path)", "the ledger does not know it")
    }
    let update = try connection.prepare(
      """
      update source_file
      set path = ?, natural_path = ?, size = ?, modified = ?, inode = ?
      where source_file_id = ?
      """)
    try update.run([
      .text(file.path.spelling), .text(file.naturalPath), .integer(file.size),
      .integer(file.modified), .integer(file.inode), .integer(id),
    ])
  }

  /// Notes that a table lies elsewhere, or was touched, with the same content; its name or time may
  /// say that its version is another one.
  public func notePlaced(_ file: FileDescription) throws(WarehouseError) {
    try write { () throws(WarehouseError) in
      try noteMoved(file)
      guard let id = file.id, file.kind != .clickstream else { return }
      _ = try FileVersions.open(file, id: id, in: self)
    }
  }

  /// Records that a file was refused whole without loading anything, such as one that cannot be
  /// opened or parsed. It is tried again when it changes.
  ///
  /// - Parameter records: how many records were read, which all count as rejected.
  @discardableResult
  public func recordRefusal(
    _ file: FileDescription, message: String, records: Int = 0, rejections: [Rejection] = []
  ) throws(WarehouseError) -> LoadOutcome {
    try recordRefusal(
      file, message: message, records: records, rejections: rejections,
      money: FileMoney(file.kind))
  }

  /// As above, with the money of the records that were read.
  func recordRefusal(
    _ file: FileDescription, message: String, records: Int, rejections: [Rejection],
    money: FileMoney
  ) throws(WarehouseError) -> LoadOutcome {
    try write { () throws(WarehouseError) in
      let id = try LedgerEntry.open(file, in: self)
      let reading = try LedgerEntry.refusedReading(file, id, in: self)
      // Without a record read nothing is judged anew: earlier rejections stand beside their rows.
      let judged: FileDescription.Reading =
        records == 0 ? .appended : file.reading == .anew ? .whole : file.reading
      try LedgerEntry.withdrawRejections(of: id, judged, in: self)
      try FileNotes.withdraw(of: id, judged, in: self)
      try RejectionWriter(connection, sourceFile: id).write(rejections)
      if records > 0 { try MoneyEntry.close(id, money, stated: nil, in: self) }
      let update = try connection.prepare(
        """
        update source_file
        set read = read + ?1, rejected = rejected + ?1, refused_records = ?1, refusal = ?2,
          pending = 0, reading = ?4
        where source_file_id = ?3
        """)
      try update.run([
        .integer(Int64(records)), .text(message), .integer(id), .text(reading),
      ])
      var counts = FileCounts()
      counts.read = records
      counts.rejected = records
      return LoadOutcome(
        fileID: id, counts: counts, dirtyDays: [], touchesAllDays: false, refusal: message)
    }
  }

  private func ledgerFiles(
    _ condition: String, _ cells: [Cell]
  ) throws(WarehouseError) -> [KnownLedgerFile] {
    var files: [KnownLedgerFile] = []
    let sql = """
      select source_file_id, kind, path, size, modified, inode, content_offset, content_hash,
        head_hash, read, loaded, restated, duplicate, filtered, rejected, pending, refusal,
        data_from, data_to, reading
      from source_file \(condition)
      """
    try forEachRow(sql, cells) { row throws(WarehouseError) in
      guard let kind = SourceKind(rawValue: row.text(1)) else { return }
      var counts = FileCounts()
      counts.read = Int(row.int64(9))
      counts.loaded = Int(row.int64(10))
      counts.restated = Int(row.int64(11))
      counts.duplicate = Int(row.int64(12))
      counts.filtered = Int(row.int64(13))
      counts.rejected = Int(row.int64(14))
      counts.pending = Int(row.int64(15))
      files.append(
        KnownLedgerFile(
          id: row.int64(0), kind: kind, path: FileName(spelling: row.text(2)), size: row.int64(3),
          modified: row.int64(4), inode: row.int64(5), contentOffset: row.int64(6),
          contentHash: row.text(7), headHash: row.text(8), counts: counts,
          refusal: row.optionalText(16), dataFrom: Day(row.text(17)), dataTo: Day(row.text(18)),
          reading: row.text(19)))
    }
    return files
  }
}
