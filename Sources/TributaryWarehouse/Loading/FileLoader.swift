import TributaryModel

/// Takes the records of one file while its transaction is open; valid in the load's closure only.
public final class FileLoader {
  /// The ledger's number of the file.
  public let fileID: Int64
  private(set) var firstRejections: [Rejection] = []

  let file: FileDescription
  /// Whether nothing of the file was read before.
  private let isNew: Bool
  let warehouse: Warehouse
  private var rejected = 0
  private var events: EventLoader?
  var tables: [SourceKind: any TableLoader] = [:]
  /// Orders built from the file's lines, which wait until their lines are placed.
  var derived: [TableRow] = []
  /// Those of them that are left out for one of their lines.
  var derivedLeftOut: [TableRow] = []
  private var money: FileMoney
  let identities: OrderIdentities
  /// Nil for files whose rows have no numbers that begin anew.
  let anew: NumbersAnew?
  /// The invoices that the file's rows name; nil for files that name none.
  let bills: NumbersAnew?
  private let moves: OrderMoves
  let hasNamesakes: Bool
  let refunds: OrderRefunds
  private var notes: [FileNote] = []
  private var oddities: [SourceKind: TableOddities] = [:]
  private var dayColumns: [SourceKind: DayColumns] = [:]
  /// Columns that the pipeline file gives one value: no wonder that they have it.
  public var constants: Set<String> = []
  /// The columns that the file has; nil: its rows say all.
  private var columns: Set<String>?
  /// Whether a path is one of the source that the file belongs to.
  public var isOfSource: (String) -> Bool {
    get { anew?.isOfSource ?? { _ in true } }
    set { anew?.isOfSource = newValue }
  }
  /// The version that a table's file is read as; 0 for logs.
  let version: Int64
  /// Days whose requests were taken back.
  private var withdrawnDays: Set<Day> = []
  private let hadRows: Bool

  init(file: FileDescription, warehouse: Warehouse) throws(WarehouseError) {
    self.file = file
    self.warehouse = warehouse
    fileID = try LedgerEntry.open(file, in: warehouse)
    isNew =
      try warehouse.connection.integer(
        "select read from source_file where source_file_id = ?", [.integer(fileID)]) == 0
    money = FileMoney(file.kind)
    hasNamesakes = try Namesakes.exist(in: warehouse)
    let numbered = NumberedKind.of(file.kind)
    moves = OrderMoves(warehouse, numbered ?? .orders)
    identities = OrderIdentities(warehouse, moves)
    anew =
      if let numbered {
        try NumbersAnew(warehouse, numbered, moves, file: fileID, kind: file.kind)
      } else { nil }
    bills =
      TableShape.of(file.kind).flatMap(NumberedKind.invoices.part) == nil
      ? nil
      : try NumbersAnew(
        warehouse, .invoices, OrderMoves(warehouse, .invoices), file: fileID, kind: file.kind)
    refunds = try OrderRefunds(warehouse, file: fileID)
    version =
      file.kind == .clickstream ? 0 : try FileVersions.open(file, id: fileID, in: warehouse)
    if [.clickstream, .spend].contains(file.kind) {
      try LedgerEntry.note(prefix: file.idPrefix, of: fileID, in: warehouse)
    }
    if file.reading == .anew {
      hadRows = file.isContinued
      try withdraw()
    } else {
      hadRows =
        try warehouse.connection.integer(
          """
          select loaded + duplicate + (?2 and content_offset > 0) from source_file
          where source_file_id = ?1
          """, [.integer(fileID), .integer(file.reading == .appended ? 1 : 0)]) > 0
      try LedgerEntry.withdrawRejections(of: fileID, file.reading, in: warehouse)
      try FileNotes.withdraw(of: fileID, file.reading, in: warehouse)
    }
  }

  /// Takes back what earlier readings of the file stored.
  private func withdraw() throws(WarehouseError) {
    try refunds.withdraw()
    try anew?.withdraw()
    try LeftOutRows.withdraw(fileID, in: warehouse)
    for shape in Withdrawal.shapes(of: file.kind) {
      let target = try target(shape)
      tables[shape.kind] = try TableLoading.loader(of: target)
      try Withdrawal(warehouse, file: fileID).rows(of: target)
    }
    if file.kind == .clickstream {
      for entry in Set(file.replaces + [fileID]).sorted() {
        withdrawnDays.formUnion(try Withdrawal(warehouse, file: entry).requests())
        try LedgerEntry.reset(entry, keys: file.keys, in: warehouse)
      }
    } else {
      try LedgerEntry.reset(fileID, keys: file.keys, in: warehouse)
    }
    // Persons are found by what members say now; those that are gone say nothing.
    try warehouse.run("delete from fingerprint where name = 'journeys'")
  }

  /// Adds requests of a log.
  public func append(_ batch: EventBatch) throws(WarehouseError) {
    if events == nil {
      events = try EventLoader(
        warehouse: warehouse, sourceFile: fileID, hasIDs: !batch.eventIDs.isEmpty)
    }
    try events?.append(batch)
  }

  /// Adds rows of a table; a file of order lines may bring the orders that were built from them.
  public func append(_ given: TableBatch, shape: TableShape) throws(WarehouseError) {
    let batch = try placed(given, shape)
    columns = given.columns?.union(constants)
    let loader: any TableLoader
    if let known = tables[shape.kind] {
      loader = known
    } else {
      loader = try TableLoading.loader(of: try target(shape))
      tables[shape.kind] = loader
    }
    loader.target.state(columns)
    if shape.kind == .orders, file.kind == .orderLines {
      derived += batch.rows
      derivedLeftOut += batch.leftOut
    } else {
      try loader.append(batch)
    }
    money.read(batch, shape)
    oddities[shape.kind, default: TableOddities(shape, zone: warehouse.settings.zone)].read(batch)
    var days = dayColumns[shape.kind] ?? DayColumns(shape, zone: warehouse.settings.zone)
    for row in batch.rows { days.read(row.cells) }
    dayColumns[shape.kind] = days
  }

  /// What orders became of by their ids and refunds, once all rows are placed.
  private func settleOrders(_ counts: inout FileCounts) throws(WarehouseError) {
    try refunds.settle()
    if moves.count > 0 {
      // Persons are found by what their orders were called.
      try warehouse.run("delete from fingerprint where name = 'journeys'")
    }
    guard file.kind == .orders || file.kind == .orderLines else { return }
    money.giveBack(refunds.money, netted: refunds.netted)
    counts.loaded += refunds.loaded
    counts.duplicate += refunds.duplicate
  }

  func target(_ shape: TableShape) throws(WarehouseError) -> TableTarget {
    try TableTarget(shape: shape, warehouse: warehouse, sourceFile: fileID, version: version)
  }

  /// Adds records that were refused; the first 1,000 are stored, all are counted.
  public func reject(_ rejections: [Rejection]) {
    rejected += rejections.count
    money.reject(rejections)
    keep(rejections)
  }

  private func keep(_ rejections: [Rejection]) {
    firstRejections += rejections.prefix(max(0, RejectionWriter.limit - firstRejections.count))
  }

  /// Adds something odd about the file, beside what its reader tells in the summary.
  public func note(_ note: FileNote) { notes.append(note) }

  /// What became of the records, once the tables have settled theirs.
  func counts(with summary: LoadSummary) throws(WarehouseError) -> FileCounts {
    money.reject(unknown: summary.rejectedUnlisted)
    try nameOrders()
    let isWhole = rejected + summary.rejectedUnlisted == 0
    for kind in tables.keys.sorted() { try tables[kind]?.settle(isWhole: isWhole) }
    try settleDerivedOrders()
    var counts = FileCounts()
    counts.read = summary.read
    counts.filtered = summary.filtered
    counts.pending = summary.pending
    counts.rejected = rejected + summary.rejectedUnlisted
    try events?.settle()
    counts.loaded = events?.loaded ?? 0
    counts.duplicate = events?.duplicate ?? 0
    notes += events?.notes ?? []
    for kind in tables.keys.sorted() {
      guard let loader = tables[kind] else { continue }
      money.settle(loader.tally.money, kind)
      // A file that fills two tables (orders from their lines) is counted by its own kind.
      guard kind == file.kind else { continue }
      counts.loaded += loader.tally.loaded
      counts.restated += loader.tally.restated
      counts.duplicate += loader.tally.duplicate
    }
    try settleOrders(&counts)
    try anew?.finish()
    return counts
  }

  private func settleDerivedOrders() throws(WarehouseError) {
    guard let sets = tables[.orderLines] as? SetLoader else { return }
    rejected += sets.rejections.count
    keep(sets.rejections)
    try FileVersions.close(version, sets.lines, in: warehouse)
    guard !derived.isEmpty || !derivedLeftOut.isEmpty || !sets.fates.isEmpty else { return }
    let orders = try loader(of: .orders)
    orders.target.state(columns)
    var settling = try DerivedOrders(orders, sets)
    try settling.leaveOut(derivedLeftOut)
    try settling.put(derived)
  }

  /// Writes what was held back and advances the ledger.
  func finish(
    _ summary: LoadSummary, _ counts: FileCounts
  ) throws(WarehouseError) -> LoadOutcome {
    guard counts.reconciles else {
      throw warehouse.failure(
        .other, "load \(file.path)",
        "expected read = loaded + duplicate + filtered + rejected, found \(counts.read) = "
          + "\(counts.loaded) + \(counts.duplicate) + \(counts.filtered) + \(counts.rejected)")
    }
    try money.check(file.path, in: warehouse)
    try events?.finish()
    if !tables.isEmpty { try FileVersions.state(columns, of: version, in: warehouse) }
    try RejectionWriter(warehouse.connection, sourceFile: fileID).write(firstRejections)
    for kind in dayColumns.keys.sorted() {
      guard let found = dayColumns[kind]?.found, let loader = tables[kind] as? KeyedLoader else {
        continue
      }
      try DayColumns.write(found, of: fileID, isNew: isNew, loader, in: warehouse)
    }
    let orderDays = moves.days.union(refunds.days)
    try warehouse.note(
      orderDays, touchesAllDays: false, of: anew?.numbered.shape.kind ?? .orders, by: fileID)
    let requests = (events?.dirtyDays ?? []).union(withdrawnDays)
    var dirty = requests.union(orderDays)
    var data = events?.dirtyDays ?? []
    for loader in tables.values {
      dirty.formUnion(loader.tally.dirtyDays)
      data.formUnion(loader.tally.dataDays)
    }
    try LedgerEntry.close(
      fileID, summary: summary, counts: counts, days: data.sorted(), keys: file.keys,
      in: warehouse)
    try MoneyEntry.close(fileID, money, stated: summary, in: warehouse)
    try withdrawMoney()
    var odd = notes + summary.notes + versionNotes
    for table in oddities.values { odd += try table.notes(in: warehouse, constants: constants) }
    if let nothing = NothingNew(file, counts, isNew: isNew, days: data) { odd.append(nothing.note) }
    let told = try FileNotes.write(odd, of: fileID, in: warehouse)
    var stale = StaleDays()
    stale.days = dirty
    stale.clickstreamDays = requests
    stale.touchesAllDays = tables.values.contains { $0.tally.touchesAllDays }
    try warehouse.note(stale)
    try warehouse.note(
      stale.clickstreamDays, touchesAllDays: false, of: .clickstream, by: fileID)
    for kind in tables.keys.sorted() {
      guard let tally = tables[kind]?.tally else { continue }
      try warehouse.note(
        tally.dirtyDays, touchesAllDays: tally.touchesAllDays, of: kind, by: fileID)
    }
    return LoadOutcome(
      fileID: fileID, counts: counts, dirtyDays: dirty.sorted(),
      touchesAllDays: stale.touchesAllDays, notes: told, refusal: nil)
  }

  /// Takes the money of rows that were taken back, or gave way, out of the tables' totals.
  private func withdrawMoney() throws(WarehouseError) {
    var totals: [FileMoney.Key: Int64] = [:]
    for (kind, loader) in tables {
      guard let table = TableShape.of(kind)?.table else { continue }
      for (currency, minor) in loader.tally.withdrawnMoney {
        totals[FileMoney.Key(table: table, currency: currency)] = minor
      }
    }
    for (currency, minor) in refunds.withdrawn {
      totals[FileMoney.Key(table: "order_refund", currency: currency)] = minor
    }
    try MoneyEntry.withdraw(totals, in: warehouse)
  }

  /// What other files, or older versions of this one, say otherwise.
  private var versionNotes: [FileNote] {
    var notes: [FileNote] = []
    for loader in tables.values {
      notes += loader.tally.ties.map { FileNote(.equalVersions, count: $0.value, about: $0.key) }
      if let first = loader.tally.reused.keys.min() {
        let count = loader.tally.reused.values.reduce(0, +)
        notes.append(FileNote(.reusedNumber, count: count, about: first))
      }
      if loader.tally.keepsOtherReport > 0 {
        notes.append(FileNote(.otherReport, count: loader.tally.keepsOtherReport))
      }
      if loader.tally.vanished > 0 {
        notes.append(
          FileNote(.takenBack, count: loader.tally.vanished, about: loader.tally.vanishedSum))
      }
    }
    let disputed = (tables[.orderLines] as? SetLoader)?.disputed ?? [:]
    return notes + (anew?.notes ?? [])
      + disputed.map { FileNote(.severalFiles, count: $0.value, about: $0.key.words) }
  }

  /// The money of all records when the file is refused whole.
  var refusedMoney: FileMoney { money.refused }

  /// Why the file is refused whole; nil when it is not.
  func refusal(_ counts: FileCounts, maxRejected: Double) -> String? {
    if counts.rejected > 0, counts.loaded + counts.duplicate == 0, !hadRows {
      return "\(file.path): expected records in the source's format, found \(counts.read) of which "
        + "none can be read; `tributary rejections` shows why; check the source's keys, such as "
        + "`format`, `columns` and `date_order`"
    }
    guard counts.read >= 1000, Double(counts.rejected) > maxRejected * Double(counts.read) else {
      return nil
    }
    return
      "\(file.path): expected at most \(Int((maxRejected * 100).rounded()))% rejected records, found "
      + "\(counts.rejected) of \(counts.read); correct the file or its format, or raise max_rejected"
  }
}
