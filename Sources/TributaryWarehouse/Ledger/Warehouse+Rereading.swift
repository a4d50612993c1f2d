import TributaryModel

/// Reading files again whose keys, or whose place among the versions, are not what they were.
///
/// ```
///  the keys changed ──► at hand: reading = ''  ──► each file takes back its rows and is read anew
///                   └─► gone:    kept as it was read
/// ```
/// Rows of files that wait give way to those of any other, whatever their version: what comes out is
/// what a first run would make of the files at hand, beside the rows of those that are gone.
extension Warehouse {
  /// Marks files that are at hand to be read again.
  public func markToReread(
    _ files: [Int64], of kinds: [SourceKind]
  ) throws(WarehouseError) {
    try write { () throws(WarehouseError) in
      let update = try connection.prepare(
        "update source_file set reading = '' where source_file_id = ?")
      for file in files.sorted() { try update.run([.integer(file)]) }
      for kind in kinds { try run(Self.forgetQuestion, [.text(Self.question(kind))]) }
      if kinds.contains(.orderLines) { try run("delete from disputed_order") }
    }
    try staleRows.forget(in: connection)
  }

  /// Takes back all rows of a file, as if it had never been read as that kind.
  public func withdraw(_ file: FileDescription) throws(WarehouseError) {
    var file = file
    file.reading = .anew
    do {
      let outcome = try load(file) { _ in
        LoadSummary(read: 0, contentOffset: 0, contentHash: "", headHash: "")
      }
      // Should it be of that kind again, nothing tells that it was seen.
      try run(
        "update source_file set modified = 0, inode = 0, reading = 'new' where source_file_id = ?",
        [.integer(outcome.fileID)])
      try run(
        "update file_version set content_hash = '' where source_file_id = ?",
        [.integer(outcome.fileID)])
    } catch LoadFailure.warehouse(let error) {
      throw error
    } catch {
      throw failure(.other, "take back the rows of \(file.path)", "\(error)")
    }
  }

  /// Notes that a file that is gone keeps the rows of other keys than its source has now.
  public func noteKept(
    _ file: Int64, reading: String, _ note: FileNote
  ) throws(WarehouseError) {
    try write { () throws(WarehouseError) in
      try run(
        "update source_file set reading = ? where source_file_id = ?",
        [.text(reading), .integer(file)])
      try run(
        "delete from file_note where source_file_id = ? and note = ?",
        [.integer(file), .text(note.kind.rawValue)])
      _ = try FileNotes.write([note], of: file, in: self)
    }
  }

  /// Whether the versions of a kind's files stand in another order than when they were read.
  public func mustReread(_ kind: SourceKind) throws(WarehouseError) -> Bool {
    try fingerprint(Self.question(kind)) != nil
  }

  /// Asks to read all files of the kind again that are at hand.
  public func askToReread(_ kind: SourceKind) throws(WarehouseError) {
    try setFingerprint(Self.question(kind), "asked")
  }

  /// Notes what the names of files say now.
  public func note(
    _ names: [Int64: NamedDay?], of kind: SourceKind
  ) throws(WarehouseError) {
    var told: [Int64: NamedDay?] = [:]
    try forEachRow(
      """
      select source_file_id, max(named_day), max(named_second), max(is_span)
      from file_version join source_file using (source_file_id)
      where kind = ? group by source_file_id
      """, [.text(kind.rawValue)]
    ) { row throws(WarehouseError) in
      told[row.int64(0)] = .some(
        Day(row.text(1)).map {
          NamedDay($0, second: row.optionalInt64(2).map(Int.init), isSpan: row.int64(3) == 1)
        })
    }
    let other = told.filter { id, named in names[id].map { $0 != named } ?? false }
    guard !other.isEmpty else { return }
    let changed = names.filter { other[$0.key] != nil }
    try write { () throws(WarehouseError) in
      try FileVersions.rename(changed, kind, in: self)
    }
  }

  private static func question(_ kind: SourceKind) -> String { "reread \(kind.rawValue)" }
  private static let forgetQuestion = "delete from fingerprint where name = ?"
}

/// Lists of the rows that files which wait to be read again have in the tables: found by one pass
/// over each table, for tables have no index by file.
struct StaleRows {
  private var listed: [String: Set<Int64>] = [:]

  mutating func forget(in connection: Connection) throws(WarehouseError) {
    for table in listed.keys.sorted() {
      try connection.execute("drop table if exists \(Self.name(table))")
    }
    listed = [:]
  }

  static func name(_ table: String) -> String { "temp.stale_\(table)" }

  /// What finds one row of the shape again.
  static func place(_ shape: TableShape) -> [String] {
    shape.hasPrimaryKey ? shape.key.map { shape.columns[$0].name } : ["rowid"]
  }

  /// Lists the rows of that file in the shape's table, and of all others that wait.
  ///
  /// Must not be called within a transaction, whose end would take the list along.
  mutating func list(
    _ file: Int64, _ shape: TableShape, in warehouse: Warehouse
  ) throws(WarehouseError) {
    guard listed[shape.table]?.contains(file) != true else { return }
    let table = Self.name(shape.table)
    let place = Self.place(shape)
    let columns = place.enumerated().map { "\($1) as place_\($0)" }.joined(separator: ", ")
    try warehouse.connection.execute("drop table if exists \(table)")
    var waiting: Set<Int64> = [file]
    try warehouse.forEachRow("select source_file_id from source_file where reading = ''") {
      row throws(WarehouseError) in waiting.insert(row.int64(0))
    }
    try warehouse.run(
      """
      create temp table stale_\(shape.table) as
      select source_file_id, \(columns) from \(shape.table)
      where source_file_id = ?
        or source_file_id in (select source_file_id from source_file where reading = '')
      """, [.integer(file)])
    try warehouse.connection.execute(
      "create index temp.stale_\(shape.table)_file on stale_\(shape.table) (source_file_id)")
    listed[shape.table] = waiting
  }
}
