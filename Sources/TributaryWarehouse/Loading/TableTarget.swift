import TributaryModel

/// One canonical table as the target of one file: its statements, its order of versions, its
/// tally.
///
/// Version of a row: `updated_at` where the shape has it (unknown is oldest), then that of its file,
/// then the line. The highest wins, whatever the order of arrival. Rows of files that wait to be read
/// again give way to all.
final class TableTarget {
  let shape: TableShape
  let sourceFile: Int64
  /// The version of the file.
  let version: FileVersions.Entry
  var tally = TableTally()
  /// By position: whether the file has the column; empty where its rows say all.
  private var isStated: [Bool] = []
  /// Whether totals of the file's orders are before refunds, which it does not tell.
  private(set) var isGross = false
  /// Whether the file marks cancelled orders otherwise than by their status.
  private(set) var isMarked = false

  private let warehouse: Warehouse
  private var versions: FileVersions
  private let key: [Int]
  private let updatedAt: Int?
  private let dayColumn: Int?
  /// A second day whose totals the row changes: an invoice is paid on a day of its own.
  private let paidColumn: Int?
  private let amount: Amount?
  private var days: DayCache
  /// When that which the row is a part of happened: a line's order, a payment's invoice.
  private let whole: (column: Int, at: Statement)?
  /// When the status history last told of an order; nil where no order has one.
  private let history: Statement?
  // Neighbours in a file mostly share their day.
  private var lastDataDay: Day?
  private var lastDirtyDay: Day?
  private var lastText: (text: String, day: Day?) = ("", nil)

  init(
    shape: TableShape, warehouse: Warehouse, sourceFile: Int64, version: Int64
  ) throws(WarehouseError) {
    self.shape = shape
    self.warehouse = warehouse
    self.sourceFile = sourceFile
    versions = try FileVersions(warehouse)
    self.version = try versions.entry(version)
    key = shape.key
    updatedAt = shape.position(of: "updated_at")
    dayColumn = shape.dayColumn.flatMap(shape.position(of:))
    paidColumn = shape.kind == .invoices ? shape.position(of: "paid_at") : nil
    amount = Amount(shape)
    days = DayCache(zone: warehouse.settings.zone)
    whole = try Self.whole(of: shape, warehouse.connection)
    history = try Self.history(of: shape, warehouse.connection)
  }

  var connection: Connection { warehouse.connection }

  /// The row's cells as they are stored: an unknown part of the key is ''.
  func stored(_ row: TableRow) throws(WarehouseError) -> [Cell] {
    guard row.cells.count == shape.columns.count else {
      throw warehouse.failure(
        .other, "load a row of \(shape.table)",
        "expected \(shape.columns.count) cells, found \(row.cells.count) in line \(row.line)")
    }
    var cells = row.cells
    for position in key {
      if case .null = cells[position] { cells[position] = .text("") }
    }
    return cells
  }

  /// Takes in which columns the file has: an empty cell of another says nothing. Nil: all.
  func state(_ columns: Set<String>?) {
    isStated = columns.map { columns in shape.columns.map { columns.contains($0.name) } } ?? []
    isGross = columns?.contains(TableBatch.grossTotal) ?? false
    isMarked = columns?.contains(TableBatch.cancelMark) ?? false
  }

  /// Whether the row says something of a column, were it that it has no value.
  func tells(_ column: Int, _ cells: [Cell]) -> Bool {
    isStated.isEmpty || isStated[column] || cells[column] != .null
  }

  /// A version by its number.
  func entry(_ id: Int64) throws(WarehouseError) -> FileVersions.Entry { try versions.entry(id) }

  /// Whether this file's version of a row beats the one stored, which is of that version.
  func wins(
    _ incoming: [Cell], over existing: [Cell], of other: FileVersions.Entry
  ) -> Bool {
    if waits(other) { return true }
    if let updatedAt {
      let mine = incoming[updatedAt].instant
      let theirs = existing[updatedAt].instant
      if mine != theirs { return mine > theirs }
    }
    return isNewer(than: other)
  }

  /// Whether that is a version of another file, which is to be read again: its rows are as good as
  /// not there.
  func waits(_ other: FileVersions.Entry) -> Bool { other.isStale && other.file != sourceFile }

  /// Whether the file's version is that one or newer.
  func isNewer(than other: FileVersions.Entry) -> Bool {
    if other.id == version.id || other.isStale { return true }
    if other.version != version.version { return version.version > other.version }
    // The same bytes twice: they say the same.
    return other.file == sourceFile ? version.id > other.id : version.path > other.path
  }

  /// Notes that the file has the row.
  func noteData(_ cells: [Cell]) {
    guard let day = day(of: cells), day != lastDataDay else { return }
    lastDataDay = day
    tally.dataDays.insert(day)
  }

  /// Notes that totals change with the row.
  func noteChange(_ cells: [Cell]) throws(WarehouseError) {
    if let day = day(of: cells), day != lastDirtyDay {
      lastDirtyDay = day
      tally.dirtyDays.insert(day)
    }
    if let paidColumn, case .integer(let paidAt) = cells[paidColumn] {
      tally.dirtyDays.insert(days.day(of: paidAt))
    }
    if shape.kind == .exchangeRates || (dayColumn == nil && whole == nil) {
      tally.touchesAllDays = true
    }
    guard let whole else { return }
    // A whole that comes later brings its own day.
    try whole.at.bind(cells[whole.column], at: 1)
    while try whole.at.step() { tally.dirtyDays.insert(days.day(of: whole.at.int64(0))) }
  }

  /// Notes that a row now is the file's which another told before: whether its day has a time may
  /// be another.
  func noteAdopted(_ cells: [Cell], from other: FileVersions.Entry) throws(WarehouseError) {
    guard other.file != sourceFile, DayColumns.names[shape.kind] != nil else { return }
    if let day = day(of: cells) { tally.adopted[other.file, default: []].insert(day) }
    guard let whole else { return }
    try whole.at.bind(cells[whole.column], at: 1)
    while try whole.at.step() {
      tally.adopted[other.file, default: []].insert(days.day(of: whole.at.int64(0)))
    }
  }

  /// Notes that another version tells now what a stored order says: a history that was newer than the
  /// one before may be older than this one.
  func noteRetold(_ cells: [Cell], before stored: KeyedLoader.Stored) throws(WarehouseError) {
    guard let history else { return }
    try history.bind(cells[0], at: 1)
    while try history.step() {
      guard case .integer(let at) = history.cell(0) else { continue }
      var former = [stored.version]
      if let origin = stored.origins["status"] { former.append(try entry(origin.version)) }
      let zone = warehouse.settings.zone
      if former.contains(where: { $0.version.instant(in: zone).milliseconds < at }) {
        try noteChange(cells)
      }
    }
  }

  private static func history(
    of shape: TableShape, _ connection: Connection
  ) throws(WarehouseError) -> Statement? {
    guard shape.kind == .orders,
      try connection.integer("select exists (select 1 from order_status)") > 0
    else { return nil }
    return try connection.prepare("select max(at) from order_status where order_id = ?")
  }

  private static func whole(
    of shape: TableShape, _ connection: Connection
  ) throws(WarehouseError) -> (column: Int, at: Statement)? {
    let sql =
      switch shape.kind {
      case .orderLines, .orderStatuses:
        ("order_id", "select placed_at from orders where order_id = ?")
      case .payments: ("invoice_id", "select issued_at from invoice where invoice_id = ?")
      default: ("", "")
      }
    guard let column = shape.position(of: sql.0) else { return nil }
    return (column, try connection.prepare(sql.1))
  }

  private func day(of cells: [Cell]) -> Day? {
    guard let dayColumn else { return nil }
    return switch cells[dayColumn] {
    case .integer(let milliseconds): days.day(of: milliseconds)
    case .text(let text): day(of: text)
    case .null, .real: nil
    }
  }

  private func day(of text: String) -> Day? {
    if lastText.text != text { lastText = (text, Day(text)) }
    return lastText.day
  }
}

extension TableTarget {
  /// Notes that a row with a new key was stored.
  func noteLoaded(_ cells: [Cell]) {
    guard let (currency, minor) = amount?.of(cells) else { return }
    tally.money[currency, default: MoneyCounts()].loaded &+= minor
  }

  /// Notes that a row was stored that is worth less than the file says, for what others gave back.
  func noteLoaded(_ cells: [Cell], as merged: [Cell]) {
    noteLoaded(cells)
    noteWithdrawn(cells)
    keep(merged)
  }

  /// Notes that a row is another by what the file says of it.
  ///
  /// - Parameters:
  ///   - merged: the row as it is stored now.
  ///   - wins: whether the file's version of it is the newest.
  func noteRestated(_ existing: [Cell], _ cells: [Cell], as merged: [Cell], wins: Bool) {
    guard let (currency, minor) = amount?.of(cells), let now = amount?.of(merged) else { return }
    let counts = wins || now == (currency, minor)
    noteRemoved(existing)
    if counts {
      tally.money[currency, default: MoneyCounts()].loaded &+= minor
      tally.money[currency, default: MoneyCounts()].restatedFrom &+= minor
    } else {
      noteDuplicate(cells)
    }
    tally.money[now.currency, default: MoneyCounts()].restatedFrom &-= now.minor
    if counts { tally.money[now.currency, default: MoneyCounts()].restatedTo &+= now.minor }
  }

  /// Notes that what the file says leaves no row of what was stored.
  func noteRemoved(_ existing: [Cell]) {
    guard let (currency, minor) = amount?.of(existing) else { return }
    tally.money[currency, default: MoneyCounts()].restatedFrom &+= minor
  }

  /// Notes that a row that was taken out is stored again, for no record of the file's.
  func noteReturned(_ cells: [Cell]) {
    guard let (currency, minor) = amount?.of(cells) else { return }
    tally.money[currency, default: MoneyCounts()].restatedFrom &-= minor
  }

  /// Notes that the row was known, or is an older version.
  func noteDuplicate(_ cells: [Cell]) {
    guard let (currency, minor) = amount?.of(cells) else { return }
    tally.money[currency, default: MoneyCounts()].duplicate &+= minor
  }

  /// Notes that the row is known of another file, and is kept beside that one's.
  func noteKeptDuplicate(_ cells: [Cell]) {
    noteDuplicate(cells)
    keep(cells)
  }

  /// Notes that a row adds to the table's total though it counts no more, or was counted before.
  func keep(_ cells: [Cell]) {
    guard let (currency, minor) = amount?.of(cells) else { return }
    tally.withdrawnMoney[currency, default: 0] &-= minor
  }

  /// Notes that the row is refused for what other files say.
  func noteRejected(_ cells: [Cell]) {
    guard let (currency, minor) = amount?.of(cells) else { return }
    tally.money[currency, default: MoneyCounts()].rejected &+= minor
  }

  /// Notes that a row of an earlier reading, of this file or of one that waits, is taken back.
  func noteWithdrawn(_ cells: [Cell]) {
    guard let (currency, minor) = amount?.of(cells) else { return }
    tally.withdrawnMoney[currency, default: 0] &+= minor
  }

  /// Notes that nothing but the content of two files tells which of two different rows counts.
  func noteTie(with other: FileVersions.Entry, records: Int) {
    tally.ties[other.path, default: 0] += records
  }

  /// Minor units of a row in its currency; nil when it has no amount.
  func amount(of cells: [Cell]) -> (currency: String, minor: Int64)? { amount?.of(cells) }
}

extension Cell {
  /// Milliseconds; the far past for anything else.
  fileprivate var instant: Int64 {
    if case .integer(let value) = self { value } else { .min }
  }
}
