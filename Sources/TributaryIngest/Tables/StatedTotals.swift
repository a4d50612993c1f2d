import TributaryModel

/// The totals that a file states of its money, and the sum that its rows have.
struct StatedTotals {
  private let amount: Int?
  private let currency: Int?
  private var sum: Int64 = 0
  private var code: String?
  private var hasSeveralCurrencies = false
  private var texts: [String] = []

  init(_ shape: TableShape) {
    amount = shape.amountColumn.flatMap(shape.position(of:))
    currency = shape.position(of: "currency")
  }

  /// Takes in a row that is handed over.
  mutating func add(_ row: [Cell]) {
    guard let amount, case .integer(let minor) = row[amount] else { return }
    sum &+= minor
    guard let currency, case .text(let code) = row[currency], code != self.code else { return }
    if self.code != nil { hasSeveralCurrencies = true }
    self.code = code
  }

  /// Takes in what a totals row says; a file has few.
  mutating func state(_ text: String) {
    if texts.count < 1000 { texts.append(text) }
  }

  /// Closes the book: the total nearest to the sum.
  func close(_ summary: inout FileSummary, _ rows: RowReader) {
    guard !texts.isEmpty, !hasSeveralCurrencies else { return }
    let currency = code.flatMap { Currency($0) } ?? rows.fileCurrency
    let totals = texts.compactMap { rows.amount($0, currency) }
    summary.statedTotal = totals.min {
      ($0 &- sum).magnitude < ($1 &- sum).magnitude
    }
    if summary.statedTotal != nil { summary.statedCurrency = currency }
  }
}
