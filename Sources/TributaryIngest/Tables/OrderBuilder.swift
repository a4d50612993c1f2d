import TributaryModel

/// Builds orders from their lines, which stand anywhere in one file.
///
/// `total` is the file's own where it has one, else the sum of quantity x unit price, each line
/// rounded to minor units half away from zero: 6 x 2.55 + 2 x 3.39 = 22.08. `placed_at` is the
/// earliest, `updated_at` the latest of the lines; other columns take their first known value.
struct OrderBuilder {
  private let shape = TableShape.orders
  /// For each column of `orders`, its position in the rows that come in.
  private let sources: [Int?]
  private let lineTotal: Int?
  private let refunded: Int?
  private var positions: [String: Int] = [:]
  private var drafts: [Draft] = []

  private struct Draft {
    var row: TableRow
    var sum: Int64 = 0
    var fits = true
    var refunded: Int64 = 0
    var isCancelled = false
    /// Whether a line of it could not be read: then nobody can tell what it came to.
    var isBroken = false
    /// Whether a line of it is left out.
    var isLeftOut = false
  }

  /// The order of the line that came last.
  private var last: String?

  /// Lines' columns, then those of `orders` that lines lack.
  static func columns(_ lines: TableShape) -> [Column] {
    let own = Set(lines.columns.map(\.name))
    return lines.columns
      + TableShape.orders.columns.filter { !own.contains($0.name) }.map {
        Column($0.name, $0.type, $0.summary)
      } + [Column("refunded", .money, "What of the total was given back.")]
  }

  init(_ columns: [Column]) {
    let names = columns.map(\.name)
    sources = shape.columns.map { names.firstIndex(of: $0.name) }
    lineTotal = names.firstIndex(of: "line_total")
    refunded = names.firstIndex(of: "refunded")
  }

  mutating func add(_ cells: [Cell], line: Int, isCancelled: Bool) {
    guard case .text(let id) = cells[0] else { return }
    last = id
    if let position = positions[id] {
      if drafts[position].row.line == 0 { drafts[position].row.line = line }
      OrderBuilder.merge(cells, sources, into: &drafts[position].row.cells)
    } else {
      positions[id] = drafts.count
      let row = sources.map { $0.map { cells[$0] } ?? .null }
      drafts.append(Draft(row: TableRow(line: line, cells: row)))
    }
    let position = positions[id] ?? 0
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

  /// Notes that a line cannot be read: its order would be a part of itself. A line that does not
  /// even tell its order is taken for one of the order before it.
  mutating func breakOrder(_ id: String?) {
    guard let id = id ?? last else { return }
    drafts[position(of: id)].isBroken = true
  }

  /// Notes that a line is left out, and its order with it.
  mutating func leaveOut(_ cells: [Cell]) {
    guard case .text(let id) = cells[0] else { return }
    drafts[position(of: id)].isLeftOut = true
  }

  private mutating func position(of id: String) -> Int {
    if let position = positions[id] { return position }
    positions[id] = drafts.count
    drafts.append(Draft(row: TableRow(line: 0, cells: sources.map { _ in .null })))
    return drafts.count - 1
  }

  /// The orders, in the order of their first lines; one without a time or total is left out.
  func finish() -> TableBatch {
    var batch = TableBatch()
    let total = shape.position(of: "total") ?? 0
    let placed = shape.position(of: "placed_at") ?? 0
    for draft in drafts {
      var row = draft.row
      guard !draft.isBroken, !draft.isLeftOut, row.cells[placed] != .null else { continue }
      if row.cells[total] == .null {
        guard draft.fits else { continue }
        row.cells[total] = .integer(draft.sum)
      }
      if draft.isCancelled {
        OrderBuilder.cancel(&row.cells)
      } else if draft.refunded > 0, case .integer(let asked) = row.cells[total] {
        giveBack(draft.refunded, of: asked, &row.cells)
      }
      batch.rows.append(row)
    }
    return batch
  }

  /// A part given back lowers the total; an order given back in full keeps it and is `refunded`,
  /// which leaves its money out.
  private func giveBack(_ refunded: Int64, of total: Int64, _ cells: inout [Cell]) {
    guard let sum = shape.position(of: "total"), let status = shape.position(of: "status") else {
      return
    }
    if refunded < total {
      cells[sum] = .integer(total - refunded)
    } else {
      cells[status] = .text("refunded")
    }
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

  private static func merge(_ cells: [Cell], _ sources: [Int?], into row: inout [Cell]) {
    let shape = TableShape.orders
    for (index, source) in sources.enumerated() {
      guard let source, cells[source] != .null else { continue }
      switch (shape.columns[index].name, row[index], cells[source]) {
      case ("placed_at", .integer(let old), .integer(let new)): row[index] = .integer(min(old, new))
      case ("updated_at", .integer(let old), .integer(let new)):
        row[index] = .integer(max(old, new))
      case (_, .null, let new): row[index] = new
      default: continue
      }
    }
  }

  private func amount(_ cells: [Cell]) -> Int64? {
    guard let lineTotal, case .integer(let amount) = cells[lineTotal] else { return nil }
    return amount
  }
}
