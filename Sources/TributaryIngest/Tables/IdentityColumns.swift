import TributaryModel

/// The columns that tell an order by its exporting system's id, read behind those of the table.
///
/// `external_id` is the id, `external_site` the part of the system that gave it, `external_number`
/// the printed number where `order_id` may be another, `external_placed_at` when the order was
/// placed. They are read for formats and sources that name an `external_id`, and only there.
struct IdentityColumns {
  static let columns = [
    Column("external_id", .text, "The exporting system's own id of the order."),
    Column("external_site", .text, "The site or account within that system."),
    Column("external_number", .text, "The printed number, where the order has one."),
    Column("external_placed_at", .instant, "When the order was placed."),
  ]
  static let kinds: [SourceKind] = [.orders, .orderLines, .orderStatuses]

  private let first: Int
  private let orderID: Int
  private let placedAt: Int?
  private let system: String
  private let hasNumbers: Bool
  /// The identity of the row before: an order's cells may stand on its first row only.
  private var last: (number: Cell, identity: OrderIdentity)?

  /// Nil for a source whose records have no such id.
  init?(_ shape: TableShape, behind columns: [Column], _ options: TableOptions) {
    guard IdentityColumns.isRead(shape, options),
      let orderID = columns.firstIndex(where: { $0.name == "order_id" })
    else { return nil }
    first = columns.count
    self.orderID = orderID
    placedAt = columns.firstIndex { $0.name == "placed_at" }
    system = options.system
    hasNumbers =
      options.aliases["external_number"] != nil || options.columns["external_number"] != nil
  }

  /// Whether the source's records may have the columns.
  static func isRead(_ shape: TableShape, _ options: TableOptions) -> Bool {
    kinds.contains(shape.kind)
      && (options.aliases["external_id"] != nil || options.columns["external_id"] != nil)
  }

  /// Cuts the columns off the row and says what they tell.
  mutating func take(_ cells: inout [Cell]) -> OrderIdentity? {
    let own = cells[first...].map(\.self)
    cells.removeSubrange(first...)
    guard case .text(let id) = own[0] else {
      guard let last, last.number == cells[orderID] else { return nil }
      return last.identity
    }
    let number = hasNumbers ? own[2] : cells[orderID]
    let at = [placedAt.map { cells[$0] }, own[3]].compactMap(\.self).first { $0 != .null }
    let identity = OrderIdentity(
      system: IdentityColumns.system(system, site: own[1]), id: id, number: number.word,
      placedAt: at?.instant)
    last = (cells[orderID], identity)
    return identity
  }

  private static func system(_ name: String, site: Cell) -> String {
    site.word.map { name + " " + $0 } ?? name
  }
}

extension Cell {
  fileprivate var word: String? {
    if case .text(let text) = self { text } else { nil }
  }

  fileprivate var instant: Int64? {
    if case .integer(let at) = self { at } else { nil }
  }
}
