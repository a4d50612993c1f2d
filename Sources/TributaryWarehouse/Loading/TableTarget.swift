import TributaryModel

/// One canonical table as the target of one file: its statements, its order of versions, its
/// tally.
///
/// Version of a row: `updated_at` where the shape has it (unknown is oldest), then the natural
/// order of the file's path, then the line. The highest wins, whatever the order of arrival. A
/// file that is read again supersedes its own earlier rows.
final class TableTarget {
  let shape: TableShape
  let sourceFile: Int64
  var tally = TableTally()

  private let warehouse: Warehouse
  /// Files whose rows beat this file's: later in the natural order of paths.
  private let laterFiles: Set<Int64>
  private let key: [Int]
  private let updatedAt: Int?
  private let dayColumn: Int?
  /// A second day whose totals the row changes: an invoice is paid on a day of its own.
  private let paidColumn: Int?
  private let amount: Amount?
  private var days: DayCache
  /// When that which the row is a part of happened: a line's order, a payment's invoice.
  private let whole: (column: Int, at: Statement)?
  // Neighbours in a file mostly share their day.
  private var lastDataDay: Day?
  private var lastDirtyDay: Day?
  private var lastText: (text: String, day: Day?) = ("", nil)

  init(shape: TableShape, warehouse: Warehouse, sourceFile: Int64) throws(WarehouseError) {
    self.shape = shape
    self.warehouse = warehouse
    self.sourceFile = sourceFile
    key = shape.key
    updatedAt = shape.position(of: "updated_at")
    dayColumn = shape.dayColumn.flatMap(shape.position(of:))
    paidColumn = shape.kind == .invoices ? shape.position(of: "paid_at") : nil
    amount = Amount(shape)
    days = DayCache(zone: warehouse.settings.zone)
    whole = try Self.whole(of: shape, warehouse.connection)
    var later: Set<Int64> = []
    try warehouse.forEachRow(
      """
      select other.source_file_id
      from source_file this
      join source_file other on (other.natural_path, other.path) > (this.natural_path, this.path)
      where this.source_file_id = ?
      """, [.integer(sourceFile)]
    ) { row throws(WarehouseError) in later.insert(row.int64(0)) }
    laterFiles = later
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

  /// Whether this file's version of a row beats the one stored.
  func wins(_ incoming: [Cell], over existing: [Cell], of file: Int64) -> Bool {
    if let updatedAt {
      let mine = incoming[updatedAt].instant
      let theirs = existing[updatedAt].instant
      if mine != theirs { return mine > theirs }
    }
    return !laterFiles.contains(file)
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

  private static func whole(
    of shape: TableShape, _ connection: Connection
  ) throws(WarehouseError) -> (column: Int, at: Statement)? {
    let sql =
      switch shape.kind {
      case .orderLines: ("order_id", "select placed_at from orders where order_id = ?")
      case .payments: ("invoice_id", "select issued_at from invoice where invoice_id = ?")
      default: ("", "")
      }
    guard let column = shape.position(of: sql.0) else { return nil }
    return (column, try connection.prepare(sql.1))
  }

  /// Notes that a row with a new key was stored.
  func noteLoaded(_ cells: [Cell]) {
    guard let (currency, minor) = amount?.of(cells) else { return }
    tally.money[currency, default: MoneyCounts()].loaded &+= minor
  }

  /// Notes that a newer version of a row was stored.
  func noteRestated(_ existing: [Cell], _ cells: [Cell]) {
    if let (currency, minor) = amount?.of(existing) {
      tally.money[currency, default: MoneyCounts()].restatedFrom &+= minor
    }
    guard let (currency, minor) = amount?.of(cells) else { return }
    tally.money[currency, default: MoneyCounts()].loaded &+= minor
    tally.money[currency, default: MoneyCounts()].restatedTo &+= minor
  }

  /// Notes that the row was known, or is an older version.
  func noteDuplicate(_ cells: [Cell]) {
    guard let (currency, minor) = amount?.of(cells) else { return }
    tally.money[currency, default: MoneyCounts()].duplicate &+= minor
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

extension Cell {
  /// Milliseconds; the far past for anything else.
  fileprivate var instant: Int64 {
    if case .integer(let value) = self { value } else { .min }
  }
}
