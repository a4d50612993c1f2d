import TributaryModel

/// The row of one file in the ledger, as a load opens, clears and closes it.
enum LedgerEntry {
  /// The number of the file's row, which is made when there is none; place and size are noted.
  ///
  /// A file without a number is the one that the ledger knows under its path, but for a log read
  /// whole where the entry holds content: that content has moved (rotated), and its entry waits to
  /// be found there.
  static func open(
    _ file: FileDescription, in warehouse: Warehouse
  ) throws(WarehouseError) -> Int64 {
    let connection = warehouse.connection
    let known =
      if let id = file.id {
        try connection.integer(
          "select source_file_id from source_file where source_file_id = ?", [.integer(id)])
      } else {
        try connection.integer(
          """
          select max(source_file_id) from source_file
          where kind = ?1 and path = ?2 and (?3 or kind <> 'clickstream' or content_offset = 0)
          """,
          [
            .text(file.kind.rawValue), .text(file.path.spelling),
            .integer(file.reading == .appended ? 1 : 0),
          ])
      }
    if known != 0 {
      var moved = file
      moved.id = known
      try warehouse.noteMoved(moved)
      return known
    }
    let insert = try connection.prepare(
      """
      insert into source_file (kind, path, natural_path, size, modified, inode, content_offset,
        content_hash, head_hash, read, loaded, restated, duplicate, filtered, rejected, pending,
        refused_records, reading, id_prefix)
      values (?, ?, ?, ?, ?, ?, 0, '', '', 0, 0, 0, 0, 0, 0, 0, 0, 'new', '')
      """)
    try insert.run([
      .text(file.kind.rawValue), .text(file.path.spelling), .text(file.naturalPath),
      .integer(file.size), .integer(file.modified), .integer(file.inode),
    ])
    return connection.lastInsertRowID
  }

  /// Notes what stands before the order numbers that a log's page views show, or whose spend it is.
  static func note(
    prefix: String, of id: Int64, in warehouse: Warehouse
  ) throws(WarehouseError) {
    try warehouse.run(
      "update source_file set id_prefix = ?2 where source_file_id = ?1 and id_prefix <> ?2",
      [.integer(id), .text(prefix)])
  }

  /// Takes back what an earlier reading refused of the part that is read now: the records are
  /// judged anew and would else count twice.
  static func withdrawRejections(
    of id: Int64, _ reading: FileDescription.Reading, in warehouse: Warehouse
  ) throws(WarehouseError) {
    try MoneyEntry.withdrawRejections(of: id, reading, in: warehouse)
    let withdrawn = reading == .whole ? "rejected" : "refused_records"
    let part =
      reading == .whole
      ? ""
      : """
      and byte_offset >= (
        select content_offset from source_file where source_file_id = ?1
      )
      """
    try warehouse.connection.prepare(
      "delete from rejection where source_file_id = ?1 \(part)"
    ).run([.integer(id)])
    try warehouse.connection.prepare(
      """
      update source_file
      set read = read - \(withdrawn), rejected = rejected - \(withdrawn), refused_records = 0,
        refusal = null
      where source_file_id = ?1
      """
    ).run([.integer(id)])
  }

  /// Begins the counts of a file anew, whose rows were taken back.
  ///
  /// - Parameter keys: those that its content is read with now.
  static func reset(_ id: Int64, keys: String, in warehouse: Warehouse) throws(WarehouseError) {
    for table in ["rejection", "file_money", "file_note", "day_column"] {
      try warehouse.run("delete from \(table) where source_file_id = ?", [.integer(id)])
    }
    try warehouse.run(
      """
      update source_file
      set read = 0, loaded = 0, restated = 0, duplicate = 0, filtered = 0, rejected = 0,
        pending = 0, refused_records = 0, refusal = null, data_from = null, data_to = null,
        reading = ?2
      where source_file_id = ?1
      """, [.integer(id), .text(keys)])
  }

  /// What the ledger says of the keys that refuse a file: `former` before them when the rows that it
  /// keeps were read by others, so that no later look takes those for what today's keys read.
  static func refusedReading(
    _ file: FileDescription, _ id: Int64, in warehouse: Warehouse
  ) throws(WarehouseError) -> String {
    var (reading, hasRows) = ("", false)
    try warehouse.forEachRow(
      "select reading, loaded + duplicate > 0 from source_file where source_file_id = ?",
      [.integer(id)]
    ) { row throws(WarehouseError) in (reading, hasRows) = (row.text(0), row.int64(1) == 1) }
    guard !file.refusingKeys.isEmpty else { return reading }
    let isOfToday = reading == file.keys || reading == file.refusingKeys
    return (hasRows && !isOfToday ? KnownLedgerFile.former : "") + file.refusingKeys
  }

  /// Advances the ledger by what was loaded.
  static func close(
    _ id: Int64, summary: LoadSummary, counts: FileCounts, days: [Day], keys: String,
    in warehouse: Warehouse
  ) throws(WarehouseError) {
    let update = try warehouse.connection.prepare(
      """
      update source_file
      set content_offset = ?2, content_hash = ?3, head_hash = ?4, read = read + ?5,
        loaded = loaded + ?6, restated = restated + ?7, duplicate = duplicate + ?8,
        filtered = filtered + ?9, rejected = rejected + ?10, pending = ?11,
        data_from = min(coalesce(data_from, ?12), coalesce(?12, data_from)),
        data_to = max(coalesce(data_to, ?13), coalesce(?13, data_to)),
        reading = case when ?14 = '' then reading else ?14 end
      where source_file_id = ?1
      """)
    try update.run([
      .integer(id), .integer(summary.contentOffset), .text(summary.contentHash),
      .text(summary.headHash), .integer(Int64(counts.read)), .integer(Int64(counts.loaded)),
      .integer(Int64(counts.restated)), .integer(Int64(counts.duplicate)),
      .integer(Int64(counts.filtered)), .integer(Int64(counts.rejected)),
      .integer(Int64(counts.pending)), days.first.map { .text($0.description) } ?? .null,
      days.last.map { .text($0.description) } ?? .null, .text(keys),
    ])
  }
}
