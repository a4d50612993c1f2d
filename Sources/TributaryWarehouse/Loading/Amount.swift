import TributaryModel

/// Where a table's rows hold the money that the ledger follows.
struct Amount {
  private let column: Int
  private let currency: Int?

  /// Nil for a table without such a column.
  init?(_ shape: TableShape) {
    guard let column = shape.amountColumn.flatMap(shape.position(of:)) else { return nil }
    self.column = column
    currency = shape.position(of: "currency")
  }

  /// Currency and minor units of a row; nil when it has no amount.
  func of(_ cells: [Cell]) -> (currency: String, minor: Int64)? {
    guard column < cells.count, case .integer(let minor) = cells[column] else { return nil }
    return (currency.map { cells[$0].words } ?? "", minor)
  }
}
