import TributaryModel

/// Makes rows by day out of the rows of an advertising platform's report: spreads periods over
/// their days, reads costs exactly, in millionths where the file has them, and adds VAT.
///
/// A period's cost and counts are divided evenly, whole units left over going to its first days,
/// so that nothing is lost. Costs are rounded as `ExactCosts` says.
struct SpendBuilder: RowBuilding {
  static let workColumns = [
    Column("day", .day, "The day, where the file names the report's period besides."),
    Column("until", .day, "The last day of the period that the row is about."),
    Column("source", .text, "Not kept for search queries."),
    Column("medium", .text, "Not kept for search queries."),
    Column("currency", .text, "The currency of the row's cost."),
  ]

  static func columns(of shape: TableShape) -> [Column] {
    shape.columns + workColumns.filter { shape.position(of: $0.name) == nil }
  }

  static let takesWrittenValues = true

  private let columns: SpendColumns
  private let options: TableOptions
  private var costs: ExactCosts
  /// Nil while the file has not shown it.
  private var isInMicros: Bool?
  private var evidence = MicrosEvidence()
  private var sums = SpendTotals()

  init(_ columns: [Column], _ options: TableOptions) {
    self.columns = SpendColumns(columns)
    self.options = options
    costs = ExactCosts(vatRate: options.vatRate)
    isInMicros = options.report.mayBeMicros ? options.micros : false
  }

  mutating func take(_ row: TableRow) -> BuiltRow {
    let draft: SpendDraft
    switch self.draft(row) {
    case .success(let made): draft = made
    case .failure(let problem):
      return .refused(problem.reason, column: problem.column, message: problem.message)
    }
    guard let cost = draft.cost else { return .rows(draft.rows(cost: nil, columns)) }
    if isInMicros == nil, let waiting = weigh(draft, cost) { return waiting }
    guard let millionths = millionths(cost, draft.currency) else {
      return .refused(.badMoney, column: "cost", message: moneyProblem)
    }
    return .rows(released() + rows(draft, millionths))
  }

  mutating func noteTotal(_ cost: NumberText) { sums.state(cost) }

  var statedTotal: Money? { sums.nearest(isInMicros: isInMicros ?? false, options) }

  mutating func finish() throws(IngestError) -> [TableRow] {
    if isInMicros == nil, !evidence.held.isEmpty {
      guard evidence.showsMicros else { throw evidence.refusal }
      isInMicros = true
    }
    return released()
  }

  /// What becomes of a row while the file has not shown its unit; nil when this row shows it.
  private mutating func weigh(_ draft: SpendDraft, _ cost: NumberText) -> BuiltRow? {
    guard cost.fraction.isEmpty else {
      isInMicros = false
      return nil
    }
    guard let value = cost.scaled(by: 0), abs(value) < MicrosEvidence.impossible else {
      isInMicros = true
      return nil
    }
    if value == 0 { return .rows(draft.rows(cost: 0, columns)) }
    guard !evidence.isFull else {
      return .refused(.badMoney, column: "cost", message: evidence.refusal.message)
    }
    evidence.hold(draft, cost: value)
    guard evidence.isFull, evidence.showsMicros else { return .held }
    isInMicros = true
    return .rows(released())
  }

  /// The rows that waited for the file to show its unit.
  private mutating func released() -> [TableRow] {
    guard let isInMicros else { return [] }
    return evidence.release().flatMap { rows($0.draft, $0.cost * (isInMicros ? 1 : 1_000_000)) }
  }

  private mutating func rows(_ draft: SpendDraft, _ millionths: Int64) -> [TableRow] {
    sums.add(millionths, draft.currency)
    let cost = costs.minorUnits(millionths, group: draft.group, draft.currency)
    return draft.rows(cost: cost, columns)
  }

  /// Nil for fractions of millionths and for what no shop's row costs.
  private func millionths(_ cost: NumberText, _ currency: Currency) -> Int64? {
    let isInMicros = isInMicros ?? false
    guard !isInMicros || !cost.hasFraction,
      let value = cost.scaled(by: isInMicros ? 0 : 6),
      abs(value) < MicrosEvidence.impossible * 1_000_000
    else { return nil }
    return value
  }

  private var moneyProblem: String {
    isInMicros == true
      ? "expected a cost in whole millionths below 10^17, as in the rows before, found another; "
        + "set `micros` if the file is not in millionths"
      : "expected a cost below 100,000,000,000, found a greater one; look whether the column is "
        + "the cost"
  }
}

extension SpendBuilder {
  private struct Problem: Error {
    let reason: Rejection.Reason
    let column: String
    let message: String
  }

  private func draft(_ row: TableRow) -> Result<SpendDraft, Problem> {
    let currency =
      columns.text("currency", row.cells).flatMap { Currency($0) } ?? options.currency
    let isKept =
      columns.shape.position(of: "currency") != nil || options.currency == .unknown
    guard isKept || currency == options.currency else {
      return .failure(
        Problem(
          reason: .badCurrency, column: "cost",
          message: "expected \(options.currency.code), the shop's currency, in which the cost of "
            + "search queries is kept, found \(currency.code); leave the cost out of the report"))
    }
    guard let span = span(row.cells), span.days <= DaySpan.most else {
      return .failure(
        Problem(
          reason: .badDate, column: "date",
          message: "expected a day, or a period of \(DaySpan.most) days at most, found neither; "
            + "report by day"))
    }
    var row = row
    if let id = columns.text("campaign_id", row.cells) {
      columns.set("campaign_id", .text(SpendBuilder.campaignID(id)), &row.cells)
    }
    let names = ["campaign_id", "campaign"].map { columns.text($0, row.cells) ?? "" }
    return .success(
      SpendDraft(
        row: row, span: span, currency: currency, cost: cost(row.cells),
        group: ([span.first.description, currency.code] + names).joined(separator: "\u{1f}")))
  }

  private func cost(_ cells: [Cell]) -> NumberText? {
    guard let text = columns.text("cost", cells),
      case .number(let number, _) = NumberText.read(text, decimal: .point)
    else { return nil }
    return number
  }

  private func span(_ cells: [Cell]) -> DaySpan? {
    guard let text = columns.text("date", cells), let span = DaySpan(text) else { return nil }
    guard span.days == 1, columns.text("day", cells) == nil,
      let until = columns.text("until", cells)
    else { return span }
    return Day(until).flatMap { DaySpan(span.first, through: $0) }
  }

  /// The number of a campaign without the `M-` that Yandex Direct's pages put before it.
  private static func campaignID(_ text: String) -> String {
    let number = text.dropFirst(2)
    let isNumber = !number.isEmpty && number.utf8.allSatisfy { (48...57).contains($0) }
    let isMarked = ["M-", "m-", "М-", "м-"].contains(String(text.prefix(2)))
    return isMarked && isNumber ? String(number) : text
  }
}
