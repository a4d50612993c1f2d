import TributaryModel

/// Brings the rows of one order together: its own, which may stand there once a line item, and tells
/// the refunds among them, which some engines write as rows of their own with a negative total.
///
/// The total is the order's own less what its column for refunds says; what rows give back is netted
/// where the order is stored, for they may come in a later file. An order given back in full is
/// `refunded`, and lost.
struct OrderRowBuilder: RowBuilding {
  static let workColumns = [
    Column("is_cancelled", .boolean, "Whether the order was cancelled.")
  ]

  private let width: Int
  private let places: Places
  private var positions: [String: Int] = [:]
  private var orders: [Order] = []

  private struct Order {
    var row: TableRow
    var isCancelled = false
  }

  private struct Places {
    let id, placedAt, total, status, cancelledAt, refunded, isCancelled: Int
    /// Columns that tell the buyer.
    let buyer: [Int]

    init?(_ names: [String]) {
      func place(_ name: String) -> Int? { names.firstIndex(of: name) }
      guard let id = place("order_id"), let placedAt = place("placed_at"),
        let total = place("total"), let status = place("status"),
        let cancelledAt = place("cancelled_at"), let refunded = place("refunded"),
        let isCancelled = place("is_cancelled")
      else { return nil }
      (self.id, self.placedAt, self.total, self.status) = (id, placedAt, total, status)
      buyer = OrderNumber.buyerColumns.compactMap(place)
      (self.cancelledAt, self.refunded, self.isCancelled) = (cancelledAt, refunded, isCancelled)
    }
  }

  init(_ columns: [Column], _ options: TableOptions) {
    width = columns.count - OrderRowBuilder.workColumns.count
    let names = columns.map(\.name)
    guard let places = Places(names) else {
      preconditionFailure("an order builder reads orders")
    }
    self.places = places
  }

  mutating func take(_ row: TableRow) -> BuiltRow {
    guard case .text(let id) = row.cells[places.id],
      case .integer(let total) = row.cells[places.total]
    else { return .held }
    if total < 0 {
      var refund = row
      refund.cells.removeLast(refund.cells.count - width)
      return .refund(refund)
    }
    let key = row.identity.map { id + "\u{1f}" + $0.id } ?? begun(id, row)
    let position = positions[key] ?? orders.count
    if position == orders.count {
      positions[key] = position
      orders.append(Order(row: row))
      note(row, at: position)
      return .held
    }
    return add(row, to: position)
  }

  /// The key of the number's order: the one placed about then, else one that may be a correction;
  /// one placed far from all with another total or buyer is another order, for numbers begin anew.
  private func begun(_ id: String, _ row: TableRow) -> String {
    var (key, count) = (id, 1)
    var corrected: String?
    while let position = positions[key] {
      let known = orders[position].row
      let isApart = OrderNumber.isApart(row.cells[places.placedAt], known.cells[places.placedAt])
      guard isApart else { return key }
      if corrected == nil, !isOther(row, than: known) { corrected = key }
      count += 1
      key = "\(id)\u{1f}\(count)"
    }
    return corrected ?? key
  }

  private func isOther(_ row: TableRow, than known: TableRow) -> Bool {
    row.cells[places.total] != known.cells[places.total]
      || OrderNumber.areOtherBuyers(buyer(of: row), buyer(of: known))
  }

  private func buyer(of row: TableRow) -> [Set<String>] {
    places.buyer.map { place in
      switch row.cells[place] {
      case .text(let contact): [contact]
      case .integer(let card): [String(card)]
      case .null, .real: []
      }
    }
  }

  private mutating func note(_ row: TableRow, at position: Int) {
    if case .integer(1) = row.cells[places.isCancelled] { orders[position].isCancelled = true }
  }

  private mutating func add(_ row: TableRow, to position: Int) -> BuiltRow {
    note(row, at: position)
    var known = orders[position].row
    guard known.cells[places.total] == row.cells[places.total] else {
      return .refused(
        .unknownValue, column: "total",
        message: "expected the total of the order's row on line \(known.line), found another one; "
          + "look which of them is right")
    }
    for index in known.cells.indices where known.cells[index] == .null {
      known.cells[index] = row.cells[index]
    }
    known.records += 1
    orders[position].row = known
    return .held
  }

  mutating func finish() -> [TableRow] {
    orders.map { order in
      var row = order.row
      settle(&row, order)
      row.cells.removeLast(row.cells.count - width)
      return row
    }
  }

  private func settle(_ row: inout TableRow, _ order: Order) {
    var given: Int64 = 0
    if case .integer(let refunded) = row.cells[places.refunded] { given = abs(refunded) }
    row.cells[places.refunded] = given > 0 ? .integer(given) : .null
    if order.isCancelled { end(&row, as: "cancelled") }
    guard given > 0, case .integer(let total) = row.cells[places.total] else { return }
    row.cells[places.total] = .integer(total - given)
    if given >= total, !order.isCancelled { end(&row, as: "refunded") }
  }

  private func end(_ row: inout TableRow, as status: String) {
    row.cells[places.status] = .text(status)
    if row.cells[places.cancelledAt] == .null {
      row.cells[places.cancelledAt] = row.cells[places.placedAt]
    }
  }
}
