import TributaryModel

/// Takes the records of one file while its transaction is open; valid in the load's closure only.
public final class FileLoader {
  /// The ledger's number of the file.
  public let fileID: Int64
  private(set) var firstRejections: [Rejection] = []

  private let file: FileDescription
  /// Whether nothing of the file was read before.
  private let isNew: Bool
  private let warehouse: Warehouse
  private var rejected = 0
  private var events: EventLoader?
  private var tables: [SourceKind: any TableLoader] = [:]
  private var money: FileMoney
  private let identities: OrderIdentities
  private let refunds: OrderRefunds
  private var notes: [FileNote] = []
  private var oddities: [SourceKind: TableOddities] = [:]
  /// Columns that the pipeline file gives one value: no wonder that they have it.
  public var constants: Set<String> = []

  init(file: FileDescription, warehouse: Warehouse) throws(WarehouseError) {
    self.file = file
    self.warehouse = warehouse
    fileID = try LedgerEntry.open(file, in: warehouse)
    isNew =
      try warehouse.connection.integer(
        "select read from source_file where source_file_id = ?", [.integer(fileID)]) == 0
    money = FileMoney(file.kind)
    identities = OrderIdentities(warehouse)
    refunds = try OrderRefunds(warehouse, file: fileID)
    try LedgerEntry.withdrawRejections(of: fileID, file.reading, in: warehouse)
    try FileNotes.withdraw(of: fileID, file.reading, in: warehouse)
  }

  /// Adds requests of a log.
  public func append(_ batch: EventBatch) throws(WarehouseError) {
    let loader: EventLoader
    if let events {
      loader = events
    } else {
      loader = try EventLoader(
        warehouse: warehouse, sourceFile: fileID, hasIDs: !batch.eventIDs.isEmpty)
      events = loader
    }
    try loader.append(batch)
  }

  /// Adds rows of a table; a file may fill several tables.
  public func append(_ given: TableBatch, shape: TableShape) throws(WarehouseError) {
    let batch = try placed(given, shape)
    let loader: any TableLoader
    if let known = tables[shape.kind] {
      loader = known
    } else {
      loader = try TableLoading.loader(of: shape, warehouse: warehouse, sourceFile: fileID)
      tables[shape.kind] = loader
    }
    try loader.append(batch)
    money.read(batch, shape)
    oddities[shape.kind, default: TableOddities(shape, zone: warehouse.settings.zone)].read(batch)
  }

  /// The batch with the orders that its rows are of; what it gives back is taken in.
  private func placed(
    _ batch: TableBatch, _ shape: TableShape
  ) throws(WarehouseError) -> TableBatch {
    guard [.orders, .orderLines, .orderStatuses].contains(shape.kind) else { return batch }
    var batch = batch
    try identities.resolve(&batch.rows)
    guard shape.kind == .orders else { return batch }
    try identities.resolve(&batch.leftOut)
    batch.rows += try LeftOutOrders.withdrawn(batch.leftOut, in: warehouse)
    try refunds.lift(batch.rows)
    try identities.resolve(&batch.refunds)
    try refunds.take(batch.refunds)
    return batch
  }

  /// What orders became of by their ids and refunds, once all rows are placed.
  private func settleOrders(_ counts: inout FileCounts) throws(WarehouseError) {
    try refunds.settle()
    if identities.moved > 0 {
      // Persons are found by what their orders were called.
      try warehouse.run("delete from fingerprint where name = 'journeys'")
    }
    guard file.kind == .orders || file.kind == .orderLines else { return }
    money.giveBack(refunds.money, netted: refunds.netted)
    counts.loaded += refunds.loaded
    counts.duplicate += refunds.duplicate
  }

  /// Adds records that were refused; the first 1,000 are stored, all are counted.
  public func reject(_ rejections: [Rejection]) {
    rejected += rejections.count
    money.reject(rejections)
    firstRejections += rejections.prefix(RejectionWriter.limit - firstRejections.count)
  }

  /// Adds something odd about the file, beside what its reader tells in the summary.
  public func note(_ note: FileNote) { notes.append(note) }

  /// What became of the records, once the tables have settled theirs.
  func counts(with summary: LoadSummary) throws(WarehouseError) -> FileCounts {
    var counts = FileCounts()
    counts.read = summary.read
    counts.filtered = summary.filtered
    counts.pending = summary.pending
    counts.rejected = rejected + summary.rejectedUnlisted
    try events?.settle()
    counts.loaded = events?.loaded ?? 0
    counts.duplicate = events?.duplicate ?? 0
    notes += events?.notes ?? []
    money.reject(unknown: summary.rejectedUnlisted)
    for kind in tables.keys.sorted() {
      guard let loader = tables[kind] else { continue }
      try loader.settle()
      money.settle(loader.tally.money, kind)
      // A file that fills two tables (orders from their lines) is counted by its own kind.
      guard kind == file.kind else { continue }
      counts.loaded += loader.tally.loaded
      counts.restated += loader.tally.restated
      counts.duplicate += loader.tally.duplicate
    }
    try settleOrders(&counts)
    return counts
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
    try RejectionWriter(warehouse.connection, sourceFile: fileID).write(firstRejections)
    let orderDays = identities.movedDays.union(refunds.days)
    try warehouse.note(orderDays, touchesAllDays: false, of: .orders, by: fileID)
    var dirty = (events?.dirtyDays ?? []).union(orderDays)
    var data = events?.dirtyDays ?? []
    for loader in tables.values {
      dirty.formUnion(loader.tally.dirtyDays)
      data.formUnion(loader.tally.dataDays)
    }
    try LedgerEntry.close(
      fileID, summary: summary, counts: counts, days: data.sorted(), in: warehouse)
    try MoneyEntry.close(fileID, money, stated: summary, in: warehouse)
    var odd = notes + summary.notes
    for table in oddities.values { odd += try table.notes(in: warehouse, constants: constants) }
    if let nothing = NothingNew(file, counts, isNew: isNew, days: data) { odd.append(nothing.note) }
    let told = try FileNotes.write(odd, of: fileID, in: warehouse)
    var stale = StaleDays()
    stale.days = dirty
    stale.clickstreamDays = events?.dirtyDays ?? []
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

  /// The money of all records when the file is refused whole.
  var refusedMoney: FileMoney { money.refused }

  static func refuses(_ counts: FileCounts, maxRejected: Double) -> Bool {
    counts.read >= 1000 && Double(counts.rejected) > maxRejected * Double(counts.read)
  }

  static func refusal(_ path: FileName, _ counts: FileCounts, maxRejected: Double) -> String {
    "\(path): expected at most \(Int((maxRejected * 100).rounded()))% rejected records, found "
      + "\(counts.rejected) of \(counts.read); correct the file or its format, or raise max_rejected"
  }
}
