import TributaryModel

/// Makes an order's statuses out of the log of changes to orders.
///
/// A change of another field is filtered, and so is every status of an order that the file says
/// was deleted or combined into another one. An order that was created without a change of its
/// status has the status that it was created with.
struct StatusHistoryBuilder: RowBuilding {
  static let workColumns = [
    Column("order_key", .text, "The engine's own id of the order."),
    Column("field", .text, "What changed."),
    Column("is_created", .boolean, "Whether the order came to be."),
    Column("first_status", .text, "The status of the order as a whole."),
    Column("is_deleted", .boolean, "Whether the order was deleted."),
    Column("combined_to", .text, "The order that it became a part of."),
  ]

  /// Entries about other fields have no status and may have no order.
  static func columns(of shape: TableShape) -> [Column] {
    shape.columns.map { Column($0.name, $0.type, key: $0.isKey, $0.summary) } + workColumns
  }

  private let width: Int
  private var held: [(key: Cell, row: TableRow)] = []
  private var dropped: Set<Cell> = []
  private(set) var leftover = Leftover()

  init(_ columns: [Column], _ options: TableOptions) {
    width = columns.count - StatusHistoryBuilder.workColumns.count
  }

  mutating func take(_ row: TableRow) -> BuiltRow {
    let work = Array(row.cells[width...])
    let (key, field, isCreated) = (work[0], work[1], work[2] == .integer(1))
    if work[4] == .integer(1) || work[5] != .null {
      dropped.insert(key)
      return .filtered
    }
    var cells = Array(row.cells[..<width])
    if field != .text("status") {
      guard isCreated, work[3] != .null else { return .filtered }
      cells[2] = work[3]
    }
    for (cell, name) in zip(cells, ["order_id", "at", "status"]) where cell == .null {
      return .refused(
        .missingValue, column: name,
        message: "expected a value in the required column \(name), found none")
    }
    held.append((key, TableRow(line: row.line, cells: cells, identity: row.identity)))
    return .held
  }

  mutating func finish() -> [TableRow] {
    let kept = held.filter { !dropped.contains($0.key) || $0.key == .null }
    leftover.filtered += held.count - kept.count
    return kept.map(\.row)
  }
}
