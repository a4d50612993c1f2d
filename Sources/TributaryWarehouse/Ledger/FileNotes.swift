import TributaryModel

/// The odd things that the ledger keeps of a file.
///
/// They follow the rows that they speak of: read whole a file says all anew, a log that grows adds
/// to what it said.
enum FileNotes {
  /// Notes kept of one reading: enough to see what is odd, bounded whatever comes.
  static let limit = 100

  /// Forgets what an earlier reading of the same records said.
  static func withdraw(
    of file: Int64, _ reading: FileDescription.Reading, in warehouse: Warehouse
  ) throws(WarehouseError) {
    guard reading == .whole else { return try withdrawEnd(of: file, in: warehouse) }
    // What facts and journeys tell of its rows, they take back.
    try warehouse.connection
      .prepare("delete from file_note where source_file_id = ? and note not in (?, ?)")
      .run([
        .integer(file), .text(FileNote.Kind.clockBehind.rawValue),
        .text(FileNote.Kind.paymentsOfVoid.rawValue),
      ])
  }

  /// A log that has grown says nothing any more of where it ended.
  private static func withdrawEnd(
    of file: Int64, in warehouse: Warehouse
  ) throws(WarehouseError) {
    try warehouse.connection
      .prepare("delete from file_note where source_file_id = ? and note = ?")
      .run([.integer(file), .text(FileNote.Kind.unfinishedLine.rawValue)])
  }

  /// Adds the notes of a reading to those that stand; of too many, each kind keeps its first.
  ///
  /// - Returns: what was written.
  static func write(
    _ notes: [FileNote], of file: Int64, in warehouse: Warehouse
  ) throws(WarehouseError) -> [FileNote] {
    guard !notes.isEmpty else { return [] }
    var kept: [FileNote] = []
    var ofKind: [FileNote.Kind: Int] = [:]
    for note in FileNote.addedUp(notes) {
      guard ofKind[note.kind, default: 0] < limit else { continue }
      ofKind[note.kind, default: 0] += 1
      kept.append(note)
    }
    let insert = try warehouse.connection.prepare(
      """
      insert into file_note (source_file_id, note, about, count) values (?1, ?2, ?3, ?4)
      on conflict do update set count = count + excluded.count
      """)
    for note in kept {
      try insert.run([
        .integer(file), .text(note.kind.rawValue), .text(note.about), .integer(Int64(note.count)),
      ])
    }
    return kept
  }
}

extension Warehouse {
  /// Tells, of each file of orders, how many were placed by a clock behind that of the visits.
  public func noteClocksBehind() throws(WarehouseError) {
    try tell(
      .clockBehind,
      """
      select orders.source_file_id, '', count(*)
      from conversion
      cross join orders on orders.order_id = conversion.member
      where conversion.is_bridged = 1 and conversion.kind = 'order'
      group by orders.source_file_id
      """)
  }

  /// Tells, of each file of invoices, how many say that they are paid of which no file tells when.
  public func notePaidWithoutDay() throws(WarehouseError) {
    try tell(
      .paidWithoutDay,
      """
      select invoice.source_file_id, min(invoice.invoice_id), count(*)
      from invoice
      cross join invoice_fact fact on fact.invoice_id = invoice.invoice_id
      where fact.paid_at is null and invoice.paid_at is null and invoice.status is not null
        and says_paid(invoice.status)
        and not exists (select 1 from payment where payment.invoice_id = invoice.invoice_id)
      group by invoice.source_file_id
      """)
  }

  /// Tells, of each file of payments, how many are of invoices that were taken back.
  public func noteVoidPayments() throws(WarehouseError) {
    try tell(
      .paymentsOfVoid,
      """
      select payment.source_file_id, min(payment.invoice_id), count(*)
      from invoice_fact fact
      cross join payment on payment.invoice_id = fact.invoice_id
      where fact.is_void = 1
      group by payment.source_file_id
      """)
  }

  /// Writes what a query tells of files now, where it is anything else than before.
  ///
  /// - Parameter sql: gives file, what it is about, and count.
  private func tell(_ note: FileNote.Kind, _ sql: String) throws(WarehouseError) {
    try tell(note, try rows(sql).map(\.cells))
  }

  /// Writes what is told of files now, where it is anything else than before.
  ///
  /// - Parameter told: file, what it is about, and count, in any order.
  public func tell(_ note: FileNote.Kind, _ told: [[Cell]]) throws(WarehouseError) {
    let name = Cell.text(note.rawValue)
    let known = try rows(
      "select source_file_id, about, count from file_note where note = ?", [name])
    guard Set(known.map(\.cells)) != Set(told) else { return }
    try run("delete from file_note where note = ?", [name])
    for row in told {
      try run(
        "insert into file_note (source_file_id, note, about, count) values (?, ?, ?, ?)",
        [row[0], name, row[1], row[2]])
    }
  }

  /// Notes one thing of those files of a kind and of no others, with the records they loaded.
  ///
  /// - Returns: the notes that did not stand before.
  public func note(
    _ note: FileNote.Kind, of files: [KnownLedgerFile], kind: SourceKind
  ) throws(WarehouseError) -> [SourceNote] {
    var known: Set<Int64> = []
    try forEachRow(
      """
      select source_file_id from file_note join source_file using (source_file_id)
      where note = ? and kind = ?
      """, [.text(note.rawValue), .text(kind.rawValue)]
    ) { row in known.insert(row.int64(0)) }
    let fresh = files.filter { !known.contains($0.id) }
    for id in known.subtracting(files.map(\.id)).sorted() {
      try run(
        "delete from file_note where source_file_id = ? and note = ?",
        [.integer(id), .text(note.rawValue)])
    }
    return try fresh.map { file throws(WarehouseError) in
      let found = FileNote(note, count: file.counts.loaded)
      _ = try FileNotes.write([found], of: file.id, in: self)
      return SourceNote(source: kind, path: file.path.spelling, note: found)
    }
  }

  /// Notes that a log has not grown since its last line was left for later.
  ///
  /// - Returns: the note, once; nothing where it stands already.
  public func noteUnfinished(_ file: KnownLedgerFile) throws(WarehouseError) -> [FileNote] {
    let note = FileNote(.unfinishedLine, count: file.counts.pending)
    let added = try run(
      "insert or ignore into file_note (source_file_id, note, about, count) values (?, ?, '', ?)",
      [.integer(file.id), .text(note.kind.rawValue), .integer(Int64(note.count))])
    return added > 0 ? [note] : []
  }

  /// What is odd about the files as they were last read, in the order of kinds, files and notes.
  public func fileNotes() throws(WarehouseError) -> [SourceNote] {
    var notes: [SourceNote] = []
    let sql = """
      select kind, path, note, about, count
      from file_note join source_file using (source_file_id)
      order by kind, natural_path, path, source_file_id, note, about
      """
    try forEachRow(sql, []) { row throws(WarehouseError) in
      guard let source = SourceKind(rawValue: row.text(0)),
        let kind = FileNote.Kind(rawValue: row.text(2))
      else { return }
      notes.append(
        SourceNote(
          source: source, path: row.text(1),
          note: FileNote(kind, count: Int(row.int64(4)), about: row.text(3))))
    }
    return notes
  }
}
