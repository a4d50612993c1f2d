import TributaryModel

/// Builds orders from their lines, which stand anywhere in one file.
///
/// `total` is the file's own where it has one, else the sum of quantity x unit price, each line
/// rounded to minor units half away from zero: 6 x 2.55 + 2 x 3.39 = 22.08. `placed_at` is the
/// earliest, `updated_at` the latest of the lines; other columns take their first known value. An
/// order whose lines state two currencies, or two totals, is left out: one of them is a line's own.
struct OrderBuilder {
  private let shape = TableShape.orders
  /// For each column of `orders`, its position in the rows that come in.
  private let sources: [Int?]
  private let lineTotal: Int?
  private let refunded: Int?
  /// For each column of `orders`, what becomes of the values of several lines.
  private let rules: [Rule]
  private let currency: Int
  private let placed: Int?
  private var positions: [String: Int] = [:]
  private var drafts: [Draft] = []

  private struct Draft {
    var row: TableRow
    var sum: Int64 = 0
    var fits = true
    var refunded: Int64 = 0
    var isCancelled = false
    /// Why nobody can tell what it came to.
    var fault: FileNote.Kind?
    /// Whether a line names its currency; else it is the shop's.
    var statesCurrency = false
    /// Whether two lines state its total.
    var repeatsTotal = false
    /// Whether a line of it is left out.
    var isLeftOut = false
  }

  private enum Rule { case first, earliest, latest, total, currency }

  /// Orders that are not whole; the first hundred are told by id.
  private(set) var notes: [FileNote] = []
  /// The order of the line that came last.
  private var last: String?
  /// Whether a line came after it that tells no order.
  private var isFollowed = false
  /// Whether lines of the file may be told by the ones before them; else each names its order.
  private let mayFollow: Bool
  /// For each number with ids of the exporting system, the only one; empty where it has several.
  private var ids: [String: String] = [:]

  /// Lines' columns, then those of `orders` that lines lack.
  static func columns(_ lines: TableShape) -> [Column] {
    let own = Set(lines.columns.map(\.name))
    return lines.columns
      + TableShape.orders.columns.filter { !own.contains($0.name) }.map {
        Column($0.name, $0.type, $0.summary)
      }
  }

  /// - Parameter mayFollow: whether a line without an order may be one of the order before it.
  init(_ columns: [Column], mayFollow: Bool) {
    self.mayFollow = mayFollow
    let names = columns.map(\.name)
    sources = shape.columns.map { names.firstIndex(of: $0.name) }
    lineTotal = names.firstIndex(of: "line_total")
    refunded = names.firstIndex(of: "refunded")
    rules = shape.columns.map { column in
      switch column.name {
      case "placed_at": .earliest
      case "updated_at": .latest
      case "total": .total
      case "currency": .currency
      default: .first
      }
    }
    currency = shape.position(of: "currency") ?? 0
    placed = shape.position(of: "placed_at")
  }

  /// - Parameter statesCurrency: whether the line, or the header of its money, names its currency.
  mutating func add(
    _ cells: [Cell], line: Int, isCancelled: Bool, statesCurrency: Bool,
    _ identity: OrderIdentity?
  ) {
    guard case .text(let number) = cells[0] else { return }
    let known = key(number, identity?.id)
    let id = identity == nil && ids.isEmpty ? begun(known, cells) : known
    if let identity { adopt(number, identity.id) }
    if isFollowed, last == id { drafts[position(of: id)].fault = .brokenOrder }
    isFollowed = false
    last = id
    if let position = positions[id] {
      if drafts[position].row.line == 0 { drafts[position].row.line = line }
      merge(cells, statesCurrency, into: &drafts[position])
    } else {
      positions[id] = drafts.count
      let row = sources.map { $0.map { cells[$0] } ?? .null }
      drafts.append(
        Draft(row: TableRow(line: line, cells: row), statesCurrency: statesCurrency))
    }
    let position = positions[id] ?? 0
    if drafts[position].row.identity == nil { drafts[position].row.identity = identity }
    if isCancelled { drafts[position].isCancelled = true }
    if let refunded, case .integer(let given) = cells[refunded] {
      drafts[position].refunded = max(drafts[position].refunded, abs(given))
    }
    guard let amount = amount(cells) else {
      drafts[position].fits = false
      return
    }
    let (sum, overflows) = drafts[position].sum.addingReportingOverflow(amount)
    drafts[position].sum = sum
    if overflows { drafts[position].fits = false }
  }

  /// Notes that a line cannot be read: its order would be a part of itself. One that does not even
  /// tell its order may be a line of the order before it, and is where the next line is one too.
  ///
  /// Returns: the number of the order before it, where that is given up for this line.
  mutating func breakOrder(_ number: String?, _ external: String?) -> String? {
    guard let number else {
      guard mayFollow, let last else {
        isFollowed = true
        return nil
      }
      let place = position(of: last)
      drafts[place].fault = .brokenOrder
      if case .text(let before) = drafts[place].row.cells[0] { return before }
      return nil
    }
    let place = position(of: key(number, external))
    drafts[place].fault = .brokenOrder
    drafts[place].row.cells[0] = .text(number)
    // The first row alone may have the id.
    if external == nil, let last, last.hasPrefix(number + "\u{1f}") {
      drafts[position(of: last)].fault = .brokenOrder
    }
    return nil
  }

  /// Notes that a line is left out, and its order with it.
  mutating func leaveOut(_ cells: [Cell], _ identity: OrderIdentity?) {
    guard case .text(let number) = cells[0] else { return }
    let position = self.position(of: key(number, identity?.id))
    drafts[position].isLeftOut = true
    drafts[position].row.cells[0] = cells[0]
    drafts[position].row.identity = drafts[position].row.identity ?? identity
  }

  /// Two orders of one number have ids of their own; a line without one is of the only one.
  private func key(_ number: String, _ external: String?) -> String {
    if let external { return number + "\u{1f}" + external }
    guard !ids.isEmpty, let only = ids[number], !only.isEmpty else { return number }
    return only
  }

  /// The key of the number's order that the line belongs to: one placed far from another is another
  /// order, for numbers begin anew. A line that tells no time is of the order before it.
  private func begun(_ key: String, _ cells: [Cell]) -> String {
    guard let placed, let source = sources[placed], positions[key] != nil else { return key }
    guard cells[source] != .null else {
      return last.map { $0.hasPrefix(key + "\u{1f}") } == true ? last ?? key : key
    }
    var (begun, count) = (key, 1)
    while let position = positions[begun],
      OrderNumber.isApart(cells[source], drafts[position].row.cells[placed])
    {
      count += 1
      begun = "\(key)\u{1f}\u{1f}\(count)"
    }
    return begun
  }

  /// Takes in the id of a number: lines of it that came before, and had none, are of that order.
  private mutating func adopt(_ number: String, _ external: String) {
    let id = number + "\u{1f}" + external
    guard let known = ids[number] else {
      ids[number] = id
      if positions[id] == nil, let position = positions.removeValue(forKey: number) {
        positions[id] = position
      }
      if last == number { last = id }
      return
    }
    if known != id { ids[number] = "" }
  }

  private mutating func position(of id: String) -> Int {
    if let position = positions[id] { return position }
    positions[id] = drafts.count
    drafts.append(Draft(row: TableRow(line: 0, cells: sources.map { _ in .null })))
    return drafts.count - 1
  }

  /// The orders, in the order of their first lines; one without a time or total is left out.
  mutating func finish() -> TableBatch {
    var batch = TableBatch()
    let total = shape.position(of: "total") ?? 0
    let placed = shape.position(of: "placed_at") ?? 0
    for draft in drafts {
      var row = draft.row
      if draft.isLeftOut {
        if row.cells[total] == .null, draft.fits { row.cells[total] = .integer(draft.sum) }
        batch.leftOut.append(row)
        continue
      }
      let isKnown = row.cells[placed] != .null && (row.cells[total] != .null || draft.fits)
      guard draft.fault == nil, isKnown else {
        note(draft)
        continue
      }
      if row.cells[total] == .null {
        row.cells[total] = .integer(draft.sum)
      }
      if case .integer(let asked) = row.cells[total] {
        giveBack(draft.refunded, of: asked, &row.cells)
      }
      if draft.isCancelled { OrderBuilder.cancel(&row.cells) }
      batch.rows.append(row)
    }
    return batch
  }

  private mutating func note(_ draft: Draft) {
    guard notes.count < 100, case .text(let id) = draft.row.cells[0] else { return }
    notes.append(FileNote(draft.fault ?? .brokenOrder, about: Redaction.text(id)))
  }

  /// What is given back lowers the total; an order given back in full is `refunded`, and lost.
  private func giveBack(_ refunded: Int64, of total: Int64, _ cells: inout [Cell]) {
    guard let sum = shape.position(of: "total"), let status = shape.position(of: "status"),
      let column = shape.position(of: "refunded")
    else { return }
    cells[column] = refunded > 0 ? .integer(refunded) : .null
    guard refunded > 0 else { return }
    cells[sum] = .integer(total - refunded)
    if refunded >= total { cells[status] = .text("refunded") }
  }

  /// Marks a row of `orders` as cancelled, at the time it was placed unless the file knows better.
  static func cancel(_ cells: inout [Cell]) {
    let shape = TableShape.orders
    guard let status = shape.position(of: "status"),
      let cancelled = shape.position(of: "cancelled_at"),
      let placed = shape.position(of: "placed_at")
    else { return }
    cells[status] = .text("cancelled")
    if cells[cancelled] == .null { cells[cancelled] = cells[placed] }
  }

  private func merge(_ cells: [Cell], _ statesCurrency: Bool, into draft: inout Draft) {
    for (index, source) in sources.enumerated() {
      guard let source, cells[source] != .null else { continue }
      switch (rules[index], draft.row.cells[index], cells[source]) {
      case (.currency, let old, let new):
        if old != new, old != .null { mix(new, statesCurrency, into: &draft) }
        if old == .null { draft.row.cells[index] = new }
        if statesCurrency { draft.statesCurrency = true }
      case (_, .null, let new): draft.row.cells[index] = new
      case (.earliest, .integer(let old), .integer(let new)):
        draft.row.cells[index] = .integer(min(old, new))
      case (.latest, .integer(let old), .integer(let new)):
        draft.row.cells[index] = .integer(max(old, new))
      // One line may have the whole, and the others nothing.
      case (.total, _, .integer(0)): break
      case (.total, .integer(0), let new): draft.row.cells[index] = new
      case (.total, let old, let new):
        draft.repeatsTotal = true
        if old != new, draft.fault == nil { draft.fault = .otherTotals }
      default: continue
      }
    }
  }

  /// Takes in a line of another currency. One that is only the shop's gives way to one that is
  /// stated, as an order's cells may stand on one of its lines; but not where the minor units that
  /// its amounts were read in are others.
  private func mix(_ new: Cell, _ isStated: Bool, into draft: inout Draft) {
    let old = draft.row.cells[currency]
    if isStated, !draft.statesCurrency { draft.row.cells[currency] = new }
    let isOne = !isStated || !draft.statesCurrency
    guard isOne, OrderBuilder.minorDigits(old) == OrderBuilder.minorDigits(new) else {
      draft.fault = .severalCurrencies
      return
    }
  }

  private static func minorDigits(_ code: Cell) -> Int? {
    if case .text(let code) = code { Currency(code)?.minorDigits } else { nil }
  }

  /// Errors: a column of totals whose values are mostly those of single lines.
  func checkTotals() throws(IngestError) {
    let repeating = drafts.filter(\.repeatsTotal)
    let different = repeating.count { $0.fault == .otherTotals }
    guard different > 1, different * 2 > repeating.count else { return }
    throw IngestError(
      .badOption, path: "",
      message: "expected a column `total` with the order's own, the same on each of its lines, "
        + "found others in \(different) of \(repeating.count) orders; take `total` out of `columns`, "
        + "and it is worked out of quantity and unit_price")
  }

  private func amount(_ cells: [Cell]) -> Int64? {
    guard let lineTotal, case .integer(let amount) = cells[lineTotal] else { return nil }
    return amount
  }
}
