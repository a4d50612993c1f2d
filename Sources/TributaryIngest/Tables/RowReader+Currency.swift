import TributaryModel

extension RowReader {
  /// The currency of rows that name none.
  var fileCurrency: Currency { header.currency ?? options.currency }

  /// The amount of a record that is refused; nil where it, or its currency, cannot be read.
  func money(_ record: Record) -> Money? {
    guard let amountColumn, currencyColumn == nil || lastCurrency.cell != nil,
      let word = text(record, amountColumn)
    else { return nil }
    var currency = lastCurrency.currency
    let cells = reader(record, amountColumn)
    var outcome = cells.read(word, as: .money, columns[amountColumn].name, currency)
    if case .foreign(let other) = outcome, !lastCurrency.isStated {
      currency = other
      outcome = cells.read(word, as: .money, columns[amountColumn].name, other)
    }
    switch outcome {
    case .cell(.integer(let minor)): return Money(minor: minor, currency: currency)
    case .cell(.text(let written)) where !options.report.mayBeMicros:
      return options.writtenCost(written, currency)
    default: return nil
    }
  }

  /// Minor units of a text in the column of the row's money.
  func amount(_ text: String, _ currency: Currency) -> Int64? {
    guard let amountColumn,
      case .cell(.integer(let minor)) = cells.read(
        text, as: .money, columns[amountColumn].name, currency)
    else { return nil }
    return minor
  }

  func statedAmount(_ record: Record) -> String? {
    guard let amountColumn, let position = header.positions[amountColumn],
      position < record.count
    else { return nil }
    return text(record, amountColumn)
  }

  /// Finds the currency of a record; most have that of the one before.
  mutating func noteCurrency(_ record: Record) {
    guard let currencyColumn else {
      if !lastCurrency.isKnown { lastCurrency = RowCurrency(fileCurrency) }
      return
    }
    var written: UInt64 = 0
    var count = 0
    if let position = header.positions[currencyColumn] {
      let place = record.place(position)
      count = place.count
      written = ByteScan.tail(record.bytes.span, from: place.lowerBound, to: place.upperBound)
    }
    if lastCurrency.isKnown, count <= 8, count == lastCurrency.count,
      written == lastCurrency.written
    {
      return
    }
    lastCurrency = RowCurrency(currency(of: record))
    (lastCurrency.written, lastCurrency.count) = (written, count)
    guard let word = text(record, currencyColumn) else {
      lastCurrency.isStated = header.currency != nil
      if !columns[currencyColumn].isRequired { lastCurrency.cell = .text(fileCurrency.code) }
      return
    }
    if case .cell(let cell) = cells.read(word, as: .text, "currency", fileCurrency) {
      lastCurrency.cell = cell
    }
  }

  /// The currency that a record's own column says, else that of the file.
  func currency(of record: Record) -> Currency {
    guard let currencyColumn, let word = text(record, currencyColumn) else { return fileCurrency }
    return CurrencySign(word)?.currency(beside: fileCurrency) ?? fileCurrency
  }

  func contradiction(
    _ record: Record, _ index: Int, _ currency: Currency
  ) -> Rejection {
    let found = text(record, index).map { Redaction.text($0, named: columns[index].name) } ?? ""
    return refusal(
      record, .badCurrency, columns[index].name,
      "expected an amount of \(lastCurrency.currency.code), "
        + (currencyColumn == nil ? "the shop's currency" : "the currency of the row")
        + ", found '\(found)', which is \(currency.code); correct one of them")
  }
}

/// The currency of a record, as its cell was written.
struct RowCurrency {
  var isKnown = false
  /// Whether the row, or the header of its money, says so; else it is the shop's.
  var isStated = true
  var currency = Currency.rub
  var minorDigits = 2
  /// What the currency's own column holds; nil where it is refused.
  var cell: Cell?
  var written: UInt64 = 0
  var count = 0

  init() {}

  init(_ currency: Currency) {
    isKnown = true
    self.currency = currency
    minorDigits = currency.minorDigits
  }
}
