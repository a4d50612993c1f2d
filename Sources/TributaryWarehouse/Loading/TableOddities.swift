import TributaryModel

/// What looks odd about the rows of one table of a file, though each is right by itself.
struct TableOddities {
  private let isOrders: Bool
  private let total: Int?
  private var zeroTotals = 0

  init(_ shape: TableShape) {
    isOrders = shape.kind == .orders
    total = shape.position(of: "total")
  }

  mutating func read(_ batch: TableBatch) {
    guard isOrders, let total else { return }
    for row in batch.rows {
      if row.cells[total] == .integer(0) { zeroTotals += 1 }
    }
  }

  var notes: [FileNote] {
    zeroTotals > 0 ? [FileNote(.zeroTotals, count: zeroTotals)] : []
  }
}
