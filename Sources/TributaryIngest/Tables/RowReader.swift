import TributaryModel

/// Turns the cells of a record into a row, or says why not.
struct RowReader {
  let columns: [Column]
  let header: TableHeader
  var cells: CellReader
  /// Reads numbers of programs, which have a point and no groups.
  private let exactCells: CellReader
  let options: TableOptions
  /// By column: what to put for a value of the file, and the value of every row.
  private let maps: [[String: String]?]
  private let constants: [String?]
  /// By column: how its cells are read from bytes; nil where only their texts can be read.
  private let plainKinds: [PlainCells.Kind?]
  var plain: PlainCells
  /// By column: the zone of its times that name none, where it is not the source's.
  private let zones: [Zone?]
  /// By column: the value of every row.
  private let fixed: [Cell?]
  let amountColumn: Int?
  let currencyColumn: Int?
  private let totals: TotalsRows
  var lastCurrency = RowCurrency()
  private let lineAmounts: LineAmounts?
  private let rules: [(position: Int, rule: CancelRule)]
  private let leaveOutRules: [(position: Int, rule: CancelRule)]
  private let refundRules: [(position: Int, rule: CancelRule)]
  /// An article without a code is known by its name.
  private let article: (code: Int, name: Int)?
  /// Finds out what the whole file shows, once a cell may be meant in two ways; nil where that is
  /// known or cannot be found out.
  var proof: (() -> FileEvidence?)? { didSet { cells.isSettled = proof == nil } }
  /// What makes the whole file unfit; the path is filled in by the reader.
  var fault: IngestError?

  enum Outcome {
    case row([Cell], isCancelled: Bool)
    /// An order without lines in a table of lines.
    case order([Cell], isCancelled: Bool)
    case filtered
    /// Money of an order that was given back.
    case refund([Cell])
    /// What the source leaves out; a cell that cannot be read is unknown.
    case leftOut([Cell])
    /// It sums up others: the text of its amount, where it has one.
    case totals(String?, rows: Int?)
    case rejected(Rejection)
  }

  /// - Parameter amount: the column of the row's money.
  init(
    _ columns: [Column], _ header: TableHeader, _ options: TableOptions, amount: String?
  ) {
    self.columns = columns
    self.header = header
    self.options = options
    let cells = CellReader(options)
    self.cells = cells
    exactCells = cells.reading(.point)
    plain = PlainCells(options)
    maps = columns.map { options.values[$0.name] }
    constants = columns.map { options.constants[$0.name] }
    // What the source declares outweighs what its headers say.
    let isDeclared = options.shopZone.map { $0 != options.zone } ?? false
    let zones = isDeclared ? [] : header.zones.map { $0 == options.zone ? nil : $0 }
    self.zones = zones
    plainKinds = columns.indices.map { index in
      let (column, position) = (columns[index], header.positions[index])
      if index < zones.count, zones[index] != nil { return nil }
      let takesWritten = options.builder?.takesWrittenValues ?? false
      let isBuilt = takesWritten && (column.type == .money || column.type == .day)
      return position == nil || options.values[column.name] != nil || column.name == "currency"
        || isBuilt ? nil : PlainCells.Kind(column, cells.contactRule(column.name))
    }
    fixed = zip(columns, header.positions).map { column, position in
      guard position == nil, column.type == .text, column.name != "currency",
        let text = options.constants[column.name],
        case .cell(let cell) = cells.read(text, as: .text, column.name, options.currency)
      else { return nil }
      return cell
    }
    amountColumn = columns.firstIndex { $0.name == amount }
    currencyColumn = columns.firstIndex { $0.name == "currency" }
    totals = TotalsRows(columns, header, options.report)
    lineAmounts = LineAmounts(columns)
    func placed(_ rules: [CancelRule]) -> [(position: Int, rule: CancelRule)] {
      rules.compactMap { rule in
        columns.firstIndex { $0.name == rule.column }.map { ($0, rule) }
      }
    }
    func sorted(_ patterns: [String: String]) -> [CancelRule] {
      patterns.sorted { $0.key < $1.key }.map { CancelRule(column: $0.key, pattern: $0.value) }
    }
    rules = placed(sorted(options.cancelledWhen))
    leaveOutRules = placed(sorted(options.leaveOutWhen) + options.leftOut)
    refundRules = placed(sorted(options.refundWhen))
    func place(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }
    article =
      if place("quantity") != nil, let code = place("sku"), let name = place("name") {
        (code, name)
      } else { nil }
  }

  /// The trimmed and mapped text of a column, or nil where it means "unknown".
  func text(_ record: Record, _ index: Int) -> String? {
    guard let position = header.positions[index] else { return constants[index] }
    guard position < record.count else { return nil }
    let trimmed = record.text(CellBytes.trimmed(record.bytes.span, record.place(position)))
    let mapped = maps[index].map { $0[trimmed] ?? $0[trimmed.lowercased()] ?? trimmed } ?? trimmed
    return CellReader.isNull(mapped) ? nil : mapped
  }

  /// Reads a record whose bytes are UTF-8.
  mutating func read(_ record: Record) -> Outcome {
    let first = (0..<record.count).lazy
      .map { CellBytes.trimmed(record.bytes.span, record.place($0)) }.first { !$0.isEmpty }
    guard let first else { return .filtered }
    if isTotals(record, first) {
      noteHeader(record)
      return .totals(statedAmount(record), rows: TotalsRows.count(in: record.text(first)))
    }
    if record.count < header.count, mayLackLast(record) {
      var whole = record
      whole.fill(to: header.count)
      return makeRow(whole)
    }
    guard record.count >= header.count,
      (header.count..<record.count).allSatisfy({ record.place($0).isEmpty })
    else {
      noteHeader(record)
      return .rejected(
        refusal(
          record, .raggedRow, nil,
          "expected \(header.count) cells as in the header, found \(record.count); "
            + (record.isCut
              ? "look whether the file's last line was cut short"
              : "look for a delimiter inside an unquoted cell")))
    }
    return makeRow(record)
  }

  /// Whether the cells that a record lacks at its end are ones that may be empty. In a last line
  /// that is cut short nobody knows what the last cell was to be.
  private func mayLackLast(_ record: Record) -> Bool {
    !record.isCut
      && columns.indices.allSatisfy { index in
        !columns[index].isRequired || (header.positions[index] ?? 0) < record.count
      }
  }

  private mutating func makeRow(_ record: Record) -> Outcome {
    noteCurrency(record)
    return makeNotedRow(record)
  }

  /// Reads a record again that names no currency, in that of its order.
  mutating func read(_ record: Record, in currency: Currency) -> Outcome {
    var whole = record
    whole.fill(to: header.count)
    lastCurrency = RowCurrency(currency)
    lastCurrency.cell = .text(currency.code)
    defer { lastCurrency = RowCurrency() }
    return makeNotedRow(whole)
  }

  private mutating func makeNotedRow(_ record: Record) -> Outcome {
    if !leaveOutRules.isEmpty, matches(leaveOutRules, record) {
      return .leftOut(
        columns.indices.map { index in
          if let cell = plainCell(record, index) { return cell }
          if case .cell(let cell) = readText(record, index) { return cell }
          return .null
        })
    }
    return makeRow(record, mayBeForeign: !lastCurrency.isStated)
  }

  /// - Parameter mayBeForeign: whether a sign beside an amount says what the row's currency is.
  private mutating func makeRow(_ record: Record, mayBeForeign: Bool) -> Outcome {
    let isRefund = !refundRules.isEmpty && matches(refundRules, record)
    var row: [Cell] = []
    row.reserveCapacity(columns.count)
    for index in columns.indices {
      if let cell = plainCell(record, index) {
        row.append(cell)
        continue
      }
      var outcome = readText(record, index)
      if case .doubtful = outcome {
        settle()
        outcome = readText(record, index)
      }
      switch outcome {
      case .cell(let cell): row.append(cell)
      // A refund may name no order.
      case .refused(.missingValue, _) where isRefund && columns[index].name == "order_id":
        row.append(.text(""))
      case .refused(.missingValue, _)
      where record.hasNoItems && columns[index].name != "order_id":
        row.append(.null)
      case .foreign(let currency) where mayBeForeign:
        return makeForeignRow(record, currency)
      case .foreign(let currency): return .rejected(contradiction(record, index, currency))
      case .refused(let reason, let message):
        noteFault(record, index, reason)
        noteHeader(record)
        return .rejected(
          refusal(record, reason, columns[index].name, message, money: money(record)))
      case .doubtful:
        return .rejected(refusal(record, .malformed, columns[index].name, "expected a clear cell"))
      }
    }
    if isRefund { return .refund(row) }
    if record.hasNoItems {
      return .order(row, isCancelled: record.isCancelled || matches(rules, record))
    }
    lineAmounts?.fill(&row, lastCurrency.currency) { exactNumber(record, $0) }
    return .row(row, isCancelled: record.isCancelled || matches(rules, record))
  }

  private func matches(_ rules: [(position: Int, rule: CancelRule)], _ record: Record) -> Bool {
    rules.contains { position, rule in text(record, position).map(rule.matches) ?? false }
  }

  /// The text of a column of a record that may be unreadable elsewhere.
  func word(_ record: Record, _ name: String) -> String? {
    columns.firstIndex { $0.name == name }.flatMap { text(record, $0) }
  }

  /// The number of a column to its last digit; nil where there is none.
  private func exactNumber(_ record: Record, _ index: Int) -> ExactNumber? {
    if plainKinds[index] != nil, let position = header.positions[index],
      case let place = CellBytes.trimmed(record.bytes.span, record.place(position)),
      let number = PlainNumber(record.bytes.span, place, decimal: cells.decimal)
    {
      return ExactNumber(digits: Int128(number.value), scale: number.decimals)
    }
    return text(record, index).flatMap {
      reader(record, index).exactNumber($0, as: columns[index].type, lastCurrency.currency)
    }
  }

  /// The row of a record whose amount names a currency that the row's own column does not.
  private mutating func makeForeignRow(_ record: Record, _ currency: Currency) -> Outcome {
    lastCurrency = RowCurrency(currency)
    lastCurrency.cell = .text(currency.code)
    defer { lastCurrency = RowCurrency() }
    return makeRow(record, mayBeForeign: false)
  }

  /// The value that shows without making a text of the cell; nil where that has to be done.
  private mutating func plainCell(_ record: Record, _ index: Int) -> Cell? {
    guard let kind = plainKinds[index], let position = header.positions[index] else {
      if index == currencyColumn { return lastCurrency.cell }
      if header.positions[index] == nil, constants[index] == nil, !columns[index].isRequired {
        return .null
      }
      return fixed[index]
    }
    let place = CellBytes.trimmed(record.bytes.span, record.place(position))
    let cell: Cell? =
      CellBytes.isNull(record.bytes.span, place)
      ? .null
      : plain.read(
        record.bytes.span, place, as: kind, decimal: cells.decimal,
        minorDigits: lastCurrency.minorDigits)
    if case .some(.null) = cell, columns[index].isRequired { return nil }
    return cell
  }

  private enum TextOutcome {
    case cell(Cell)
    case refused(Rejection.Reason, String)
    case foreign(Currency)
    case doubtful
  }

  /// The value of any cell, by its text.
  private func readText(_ record: Record, _ index: Int) -> TextOutcome {
    let column = columns[index]
    guard let word = text(record, index) else {
      if column.name == "currency", !column.isRequired { return .cell(.text(fileCurrency.code)) }
      if let article, index == article.code, let name = text(record, article.name),
        case .cell(let cell) = cells.read(name, as: .text, column.name, lastCurrency.currency)
      {
        return .cell(cell)
      }
      return column.isRequired ? missing(column) : .cell(.null)
    }
    switch read(word, record, index) {
    case .cell(.null) where column.isRequired: return missing(column)
    case .cell(let cell): return .cell(cell)
    case .foreign(let currency): return .foreign(currency)
    case .doubtful: return .doubtful
    case .refused(let reason, let expected):
      return .refused(
        reason, "expected \(expected), found '\(Redaction.text(word, named: column.name))'")
    }
  }

  private func read(_ word: String, _ record: Record, _ index: Int) -> CellReader.Outcome {
    let column = columns[index]
    if isExact(record, index) {
      return exactCells.read(word, as: column.type, column.name, lastCurrency.currency)
    }
    guard index < zones.count, let zone = zones[index] else {
      return cells.read(word, as: column.type, column.name, lastCurrency.currency)
    }
    var cells = cells
    cells.zone = zone
    return cells.read(word, as: column.type, column.name, lastCurrency.currency)
  }

  /// Whether a cell is a program's number, which needs no other cells to be told.
  private func isExact(_ record: Record, _ index: Int) -> Bool {
    header.positions[index].map(record.isExactNumber) ?? false
  }

  /// What reads a cell.
  func reader(_ record: Record, _ index: Int) -> CellReader {
    isExact(record, index) ? exactCells : cells
  }

  private func missing(_ column: Column) -> TextOutcome {
    .refused(
      .missingValue, "expected a value in the required column \(column.name), found none")
  }

  /// Whether the row sums up others: its first word says so and it is no whole row of its own.
  private func isTotals(_ record: Record, _ first: Range<Int>) -> Bool {
    let isWhole = record.count >= header.count
    if isWhole,
      totals.isUnnamed({ text(record, $0) }) || totals.isTotalCampaign({ text(record, $0) })
    {
      return true
    }
    let isLabelled = totals.isLabelled(record)
    guard
      isLabelled || CellBytes.mayBeTotals(record.bytes.span, first) || !options.totals.isEmpty
    else { return false }
    let word = record.text(first)
    guard
      isLabelled || TotalsRows.isWord(word) || options.totals.contains(where: word.hasPrefix)
    else { return false }
    guard isWhole else { return true }
    return columns.indices.contains { index in
      guard columns[index].isRequired else { return false }
      guard let word = text(record, index) else { return true }
      guard columns[index].type == .day || columns[index].type == .instant else { return false }
      switch cells.read(word, as: columns[index].type, "", options.currency) {
      case .refused, .cell(.null): return true
      default: return false
      }
    }
  }

  func refusal(
    _ record: Record, _ reason: Rejection.Reason, _ column: String?, _ message: String,
    money: Money? = nil
  ) -> Rejection {
    Rejection(
      line: record.line, byteOffset: record.byteOffset, reason: reason, column: column,
      message: message, sample: sample(record), money: money)
  }

  /// The start of a record. Cells that hold contacts are blotted; where it cannot be told which those
  /// are, whatever looks like one.
  private func sample(_ record: Record) -> String {
    let isWhole = record.problem == nil && record.count >= header.count
    return Redaction.sample(
      record.start, encoding: options.encoding,
      contacts: isWhole ? header.contacts.filter { $0 < record.count }.map(record.text) : [],
      strictly: !isWhole && !header.contacts.isEmpty)
  }
}
