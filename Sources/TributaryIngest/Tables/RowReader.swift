import TributaryModel

/// Turns the cells of a record into a row, or says why not.
struct RowReader {
  let columns: [Column]
  let header: TableHeader
  var cells: CellReader
  private let options: TableOptions
  /// By column: what to put for a value of the file, and the value of every row.
  private let maps: [[String: String]?]
  private let constants: [String?]
  private let currencyColumn: Int?
  private let totals: TotalsRows
  private let rules: [(position: Int, rule: CancelRule)]

  enum Outcome {
    case row([Cell], isCancelled: Bool)
    case filtered
    case rejected(Rejection)
  }

  init(_ columns: [Column], _ header: TableHeader, _ options: TableOptions) {
    self.columns = columns
    self.header = header
    self.options = options
    cells = CellReader(options)
    maps = columns.map { options.values[$0.name] }
    constants = columns.map { options.constants[$0.name] }
    currencyColumn = columns.firstIndex { $0.name == "currency" }
    totals = TotalsRows(columns, header, options.report)
    rules = options.cancelledWhen.sorted { $0.key < $1.key }.compactMap { name, pattern in
      columns.firstIndex { $0.name == name }.map {
        ($0, CancelRule(column: name, pattern: pattern))
      }
    }
  }

  /// The trimmed and mapped text of a column, or nil where it means "unknown".
  func text(_ texts: [String], _ index: Int) -> String? {
    guard let position = header.positions[index] else { return constants[index] }
    let trimmed = CellReader.trimmed(texts[position])
    let mapped = maps[index]?[trimmed] ?? trimmed
    return CellReader.isNull(mapped) ? nil : mapped
  }

  func read(_ record: Record, _ texts: [String]) -> Outcome {
    if texts.allSatisfy({ CellReader.trimmed($0).isEmpty }) { return .filtered }
    if isTotals(texts) { return .filtered }
    let extra = texts.dropFirst(header.count)
    guard texts.count >= header.count, extra.allSatisfy(\.isEmpty) else {
      return .rejected(
        refusal(
          record, .raggedRow, nil,
          "expected \(header.count) cells as in the header, found \(texts.count); "
            + "look for a delimiter inside an unquoted cell"))
    }
    return makeRow(record, texts)
  }

  private func makeRow(_ record: Record, _ texts: [String]) -> Outcome {
    let words = columns.indices.map { text(texts, $0) }
    let currency =
      currencyColumn.flatMap { words[$0] }.flatMap(CellReader.currency) ?? fileCurrency
    var row: [Cell] = []
    row.reserveCapacity(columns.count)
    for (column, word) in zip(columns, words) {
      guard let word else {
        if column.name == "currency" {
          row.append(.text(fileCurrency.code))
        } else if column.isRequired {
          return .rejected(missing(record, column))
        } else {
          row.append(.null)
        }
        continue
      }
      switch cells.read(word, as: column.type, column.name, currency) {
      case .cell(.null) where column.isRequired: return .rejected(missing(record, column))
      case .cell(let cell): row.append(cell)
      case .refused(let reason, let expected):
        return .rejected(
          refusal(
            record, reason, column.name,
            "expected \(expected), found '\(Redaction.text(word))'"))
      }
    }
    let isCancelled = rules.contains { position, rule in
      words[position].map(rule.matches) ?? false
    }
    return .row(row, isCancelled: isCancelled)
  }

  /// Whether the row sums up others: its first word says so and it is no whole row of its own.
  private func isTotals(_ texts: [String]) -> Bool {
    let isWhole = texts.count >= header.count
    if isWhole, totals.isUnnamed({ text(texts, $0) }) { return true }
    guard let first = texts.lazy.map(CellReader.trimmed).first(where: { !$0.isEmpty }),
      TotalsRows.isWord(first) || options.totals.contains(where: first.hasPrefix)
        || totals.isLabelled(texts)
    else { return false }
    guard isWhole else { return true }
    return columns.indices.contains { index in
      guard columns[index].isRequired else { return false }
      guard let word = text(texts, index) else { return true }
      guard columns[index].type == .day || columns[index].type == .instant else { return false }
      if case .refused = cells.read(word, as: columns[index].type, "", options.currency) {
        return true
      }
      return false
    }
  }

  /// The currency of rows that name none.
  private var fileCurrency: Currency { header.currency ?? options.currency }

  private func missing(_ record: Record, _ column: Column) -> Rejection {
    refusal(
      record, .missingValue, column.name,
      "expected a value in the required column \(column.name), found none")
  }

  func refusal(
    _ record: Record, _ reason: Rejection.Reason, _ column: String?, _ message: String
  ) -> Rejection {
    Rejection(
      line: record.line, byteOffset: record.byteOffset, reason: reason, column: column,
      message: message, sample: Redaction.sample(record.start))
  }
}
