import TributaryModel

/// Brings the rows of one order together: its own, which may stand there once a line item, and
/// refunds, which some engines write as rows of their own with a negative total.
///
/// The total is the order's own less what was given back: the absolute sum of its negative rows,
/// else the column for refunds. An order given back in full keeps its total and becomes
/// `refunded`, which leaves its money out. A refund whose order the file lacks is refused: as a row
/// of its own it would take the order's place.
struct OrderRowBuilder: RowBuilding {
  static let workColumns = [
    Column("refunded", .money, "What of the total was given back."),
    Column("is_cancelled", .boolean, "Whether the order was cancelled."),
  ]

  private let width: Int
  private let places: Places
  private var positions: [String: Int] = [:]
  private var orders: [Order] = []
  private(set) var leftover = Leftover()

  private struct Order {
    var row: TableRow?
    var refund: Int64 = 0
    var refundedAt: Cell = .null
    var refunds: [Record] = []
    var isCancelled = false
  }

  private struct Places {
    let id, placedAt, total, status, cancelledAt, refunded, isCancelled: Int

    init?(_ names: [String]) {
      func place(_ name: String) -> Int? { names.firstIndex(of: name) }
      guard let id = place("order_id"), let placedAt = place("placed_at"),
        let total = place("total"), let status = place("status"),
        let cancelledAt = place("cancelled_at"), let refunded = place("refunded"),
        let isCancelled = place("is_cancelled")
      else { return nil }
      (self.id, self.placedAt, self.total, self.status) = (id, placedAt, total, status)
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

  mutating func take(_ row: TableRow, of record: Record) -> BuiltRow {
    guard case .text(let id) = row.cells[places.id],
      case .integer(let total) = row.cells[places.total]
    else { return .held }
    let position = positions[id] ?? orders.count
    if position == orders.count {
      positions[id] = position
      orders.append(Order())
    }
    if total < 0 {
      orders[position].refund += total.magnitude < 1 << 50 ? -total : 0
      orders[position].refundedAt = row.cells[places.placedAt]
      var place = Record()
      (place.line, place.byteOffset, place.start) = (record.line, record.byteOffset, record.start)
      orders[position].refunds.append(place)
      return .held
    }
    return add(row, to: position)
  }

  private mutating func add(_ row: TableRow, to position: Int) -> BuiltRow {
    if case .integer(1) = row.cells[places.isCancelled] { orders[position].isCancelled = true }
    guard var known = orders[position].row else {
      orders[position].row = row
      return .held
    }
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
    var rows: [TableRow] = []
    for order in orders {
      guard var row = order.row else {
        leftover.rejections += order.refunds.map(lonely)
        continue
      }
      row.records += order.refunds.count
      settle(&row, order)
      row.cells.removeLast(row.cells.count - width)
      rows.append(row)
    }
    return rows
  }

  private func settle(_ row: inout TableRow, _ order: Order) {
    var given = order.refund
    if given == 0, case .integer(let refunded) = row.cells[places.refunded] {
      given = abs(refunded)
    }
    if order.isCancelled {
      end(&row, as: "cancelled", at: .null)
    } else if given > 0, case .integer(let total) = row.cells[places.total] {
      if given < total {
        row.cells[places.total] = .integer(total - given)
      } else {
        end(&row, as: "refunded", at: order.refundedAt)
      }
    }
  }

  private func end(_ row: inout TableRow, as status: String, at time: Cell) {
    row.cells[places.status] = .text(status)
    guard row.cells[places.cancelledAt] == .null else { return }
    row.cells[places.cancelledAt] = time == .null ? row.cells[places.placedAt] : time
  }

  private func lonely(_ record: Record) -> Rejection {
    Rejection(
      line: record.line, byteOffset: record.byteOffset, reason: .missingValue, column: "total",
      message: "expected the order of this refund in the same file, found none; "
        + "export from the day of the order on",
      sample: Redaction.sample(record.start, strictly: true))
  }
}
