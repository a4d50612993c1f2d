import TributaryModel

/// Rows and rejections on their way to the caller, and the counts of the file.
struct RowBatch {
  private let shape: TableShape
  private let statedColumns: Set<String>?
  private var orders: OrderBuilder?
  private var builder: (any RowBuilding)?
  private var identities: IdentityColumns?
  private var batch = TableBatch()
  private var rejections: [Rejection] = []
  private var counts = FileCounts()
  private var stated: StatedTotals
  private var statedRows: Int?
  private var leftOut = LeftOutRecords()
  private var first = Int64.max
  private var last = Int64.min
  private let width: Int
  private let dayColumn: Int?
  /// The day noted last.
  private var lastDay = ""
  /// Finds the currencies of lines that name none; nil for tables that have no such lines.
  private let orderCurrencies: ((RowReader) -> OrderCurrencies?)?
  private var currencies: OrderCurrencies?

  init(
    shape: TableShape, orders: OrderBuilder?, builder: (any RowBuilding)?,
    identities: IdentityColumns?, columns: Set<String>?,
    orderCurrencies: ((RowReader) -> OrderCurrencies?)?
  ) {
    statedColumns = columns
    batch.columns = columns
    self.orderCurrencies = orderCurrencies
    self.identities = identities
    self.shape = shape
    stated = StatedTotals(shape)
    width = shape.columns.count
    dayColumn = shape.dayColumn.flatMap(shape.position(of:))
    self.orders = orders
    self.builder = builder
  }

  var count: Int {
    batch.rows.count + batch.refunds.count + batch.leftOut.count + rejections.count
  }
  /// Whether the rows should be handed over before the next record.
  var isFull: Bool { count >= TableReader.batchRows || bytes > TableReader.batchBytes }
  private var bytes = 0

  /// Takes a record in UTF-8, or one that could not be read.
  mutating func take(_ record: Record, _ rows: inout RowReader) {
    counts.read += 1
    bytes += record.bytes.count
    if let problem = record.problem {
      refuseLine(
        rows.refusal(record, problem, nil, record.complaint ?? problem.message), record, rows)
      return
    }
    switch orderCurrencies == nil ? rows.read(record) : readLine(record, &rows) {
    case .filtered: counts.filtered += 1
    case .totals(let amount, let stated):
      counts.filtered += 1
      if let stated { statedRows = (statedRows ?? 0) + stated }
      if let amount { noteTotal(amount, rows.cells) }
    case .rejected(let rejection):
      refuseLine(rejection, record, rows)
    case .leftOut(var cells):
      let identity = identities?.take(&cells)
      counts.filtered += 1
      orders?.leaveOut(cells, identity)
      let row = cut(cells, record, identity)
      leftOut.add(row, shape)
      batch.leftOut.append(row)
    case .refund(var cells):
      let identity = identities?.take(&cells)
      giveBack(cut(cells, record, identity))
    case .order(var cells, let isCancelled):
      let identity = identities?.take(&cells)
      counts.filtered += 1
      orders?.add(
        cells, line: record.line, isCancelled: isCancelled,
        statesCurrency: rows.lastCurrency.isStated, identity)
    case .row(var cells, let isCancelled):
      let identity = identities?.take(&cells)
      if builder != nil {
        var row = TableRow(line: record.line, cells: cells, identity: identity)
        if isCancelled, shape.kind == .orders { OrderBuilder.cancel(&row.cells) }
        return build(row, record, rows)
      }
      orders?.add(
        cells, line: record.line, isCancelled: isCancelled,
        statesCurrency: rows.lastCurrency.isStated, identity)
      var row = cut(cells, record, identity)
      if isCancelled, shape.kind == .orders { OrderBuilder.cancel(&row.cells) }
      add(row)
    }
  }

  /// Reads a line; one that names no currency in that of its order, where it is another than the
  /// shop's.
  private mutating func readLine(_ record: Record, _ rows: inout RowReader) -> RowReader.Outcome {
    let outcome = rows.read(record)
    guard !rows.lastCurrency.isStated else { return outcome }
    switch outcome {
    case .filtered, .totals: return outcome
    case .rejected(let rejection) where rejection.reason == .raggedRow: return outcome
    default: break
    }
    if currencies == nil { currencies = orderCurrencies?(rows) ?? OrderCurrencies() }
    guard let currency = currencies?.currency(ofRecord: counts.read) else { return outcome }
    return rows.read(record, in: currency)
  }

  /// Refuses a record, and the order that would lack it.
  private mutating func refuseLine(_ rejection: Rejection, _ record: Record, _ rows: RowReader) {
    guard orders != nil else { return refuse(rejection) }
    let before = orders?.breakOrder(
      rows.word(record, "order_id"), rows.word(record, "external_id"))
    guard let before else { return refuse(rejection) }
    refuse(
      rejection.adding(
        "; order \(Redaction.text(before)) before it is left out, as this may be a line of it"))
  }

  private func cut(_ cells: [Cell], _ record: Record, _ identity: OrderIdentity?) -> TableRow {
    var row = TableRow(line: record.line, cells: cells, identity: identity)
    if cells.count > width { row.cells.removeSubrange(width...) }
    return row
  }

  private mutating func giveBack(_ row: TableRow) {
    note(row.cells)
    batch.refunds.append(row)
  }

  private mutating func noteTotal(_ amount: String, _ cells: CellReader) {
    stated.state(amount)
    if case .number(let number, _) = NumberText.read(amount, decimal: cells.decimal) {
      builder?.noteTotal(number)
    }
  }

  private mutating func build(_ row: TableRow, _ record: Record, _ rows: RowReader) {
    switch builder?.take(row, of: record) {
    case .refund(let row): giveBack(row)
    case .rows(let built): for row in built { add(row) }
    case .held, nil: break
    case .filtered: counts.filtered += 1
    case .refused(let reason, let column, let message):
      refuse(rows.refusal(record, reason, column, message))
    }
  }

  /// Takes the rows that building held back.
  mutating func finishBuilding() throws(IngestError) {
    try orders?.checkTotals()
    guard let built = try builder?.finish() else { return }
    for row in built { add(row) }
    guard let leftover = builder?.leftover else { return }
    counts.filtered += leftover.filtered
    for rejection in leftover.rejections { refuse(rejection) }
  }

  private mutating func add(_ row: TableRow) {
    note(row.cells)
    stated.add(row.cells)
    batch.rows.append(row)
  }

  /// Hands over what has gathered, if anything has.
  mutating func hand(to emit: (TableBatch, [Rejection]) throws -> Void) throws {
    guard count > 0 else { return }
    try emit(batch, rejections)
    batch = TableBatch()
    batch.columns = statedColumns
    rejections = []
    bytes = 0
  }

  mutating func close(_ summary: inout FileSummary, _ rows: RowReader) {
    summary.counts = counts
    stated.close(&summary, rows)
    if let total = builder?.statedTotal {
      summary.statedTotal = total.minor
      summary.statedCurrency = total.currency
    }
    summary.derivedOrders = orders?.finish()
    summary.derivedOrders?.columns = statedColumns
    summary.notes += orders?.notes ?? []
    summary.notes += leftOut.notes
    let rowCount = counts.read - counts.filtered
    if let statedRows, statedRows != rowCount {
      summary.notes.append(FileNote(.otherCount, count: statedRows, about: String(rowCount)))
    }
    if first <= last {
      summary.cover(first)
      summary.cover(last)
    }
  }

  private mutating func refuse(_ rejection: Rejection) {
    counts.rejected += 1
    rejections.append(rejection)
  }

  private mutating func note(_ row: [Cell]) {
    guard let dayColumn else { return }
    switch row[dayColumn] {
    case .integer(let at):
      first = min(first, at)
      last = max(last, at)
    case .text(let text):
      guard text != lastDay, let day = Day(text) else { return }
      lastDay = text
      first = min(first, Int64(day.number) * 86_400_000)
      last = max(last, Int64(day.number) * 86_400_000)
    default: return
    }
  }
}

extension Rejection {
  /// The same with more to tell.
  fileprivate func adding(_ words: String) -> Rejection {
    Rejection(
      line: line, byteOffset: byteOffset, reason: reason, column: column,
      message: message + words, sample: sample, money: money)
  }
}

extension Rejection.Reason {
  /// What is told of a record that could not be read.
  fileprivate var message: String {
    switch self {
    case .tooLong:
      "expected a line of at most 1 MiB, found a longer one; look whether the file is a table"
    case .unclosedQuote:
      "expected a closing quote, found none; double the quotes inside a quoted cell"
    default:
      "expected letters of one encoding as before in this file, found other bytes; "
        + "export it again as UTF-8, or set `encoding` for this source"
    }
  }
}
