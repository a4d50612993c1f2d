import TributaryModel

/// A kind of records whose numbers may begin anew: where its rows tell of their placing, and what
/// belongs to them.
struct NumberedKind: Sendable {
  /// Rows of another table that name a record of the kind.
  struct Part {
    let table: String
    /// The column that tells when what the row speaks of happened.
    let at: String
    /// Whether it may come before the record that it names, as a letter before its invoice.
    var mayComeBefore = false
  }

  let shape: TableShape
  let placedAt: String
  let total: String
  /// What was given back of the total.
  var refunded: String?
  /// Columns that tell the buyer, the first that is filled of each list: phone, e-mail, another mark.
  let buyer: [[String]]
  /// What bears the record's id, besides its own table.
  var parts: [Part] = []
  /// Tables that follow the record, and no instant.
  var followers: [String] = []

  /// The column that names a record, in its table and in those of its parts.
  var id: String { shape.columns[0].name }

  static let orders = NumberedKind(
    shape: .orders, placedAt: "placed_at", total: "total", refunded: "refunded",
    buyer: OrderNumber.buyerColumns.map { [$0] },
    parts: [Part(table: "order_status", at: "at"), Part(table: "order_refund", at: "at")],
    followers: ["order_line", "refunded_order"])
  static let invoices = NumberedKind(
    shape: .invoices, placedAt: "issued_at", total: "total",
    buyer: [["customer_phone"], ["customer_email"], []],
    parts: [
      Part(table: "payment", at: "paid_at"),
      Part(table: "letter", at: "received_at", mayComeBefore: true),
    ])
  /// Who pays is known by what is paid.
  static let payments = NumberedKind(
    shape: .payments, placedAt: "paid_at", total: "amount",
    buyer: [[], [], ["invoice_id", "order_id"]])

  /// The kind whose numbers a file's own rows have, whole or in parts; nil for none.
  static func of(_ kind: SourceKind) -> NumberedKind? {
    switch kind {
    case .orders, .orderLines, .orderStatuses: orders
    case .invoices: invoices
    case .payments: payments
    default: nil
    }
  }

  /// The part that rows of a table are; nil where they are none.
  func part(_ shape: TableShape) -> Part? { parts.first { $0.table == shape.table } }

  /// A query's columns that tell a stored row's placing, and its file.
  var columns: String {
    let given = refunded.map { " + coalesce(\($0), 0)" } ?? ""
    let marks = buyer.map { names in
      "coalesce(" + names.map { "nullif(cast(\($0) as text), ''), " }.joined() + "'', '')"
    }
    return ([placedAt, total + given, "coalesce(currency, '')"] + marks + ["source_file_id"])
      .joined(separator: ", ")
  }
}

/// Where a row tells of its placing, by position.
struct PlacingColumns {
  private let placedAt, total, currency: Int
  private let refunded: Int?
  private let buyer: [[Int]]

  init?(_ kind: NumberedKind) {
    let shape = kind.shape
    guard let placedAt = shape.position(of: kind.placedAt),
      let total = shape.position(of: kind.total), let currency = shape.position(of: "currency")
    else { return nil }
    (self.placedAt, self.total, self.currency) = (placedAt, total, currency)
    refunded = kind.refunded.flatMap(shape.position(of:))
    buyer = kind.buyer.map { $0.compactMap(shape.position(of:)) }
  }

  /// Nil for a row without a number, a time or a total.
  func placing(_ cells: [Cell]) -> OrderPlacing? {
    guard !cells[0].words.isEmpty, case .integer(let at) = cells[placedAt],
      case .integer(let total) = cells[total]
    else { return nil }
    var given: Int64 = 0
    if let refunded, case .integer(let sum) = cells[refunded] { given = sum }
    return OrderPlacing(
      placedAt: at, total: total &+ given, currency: cells[currency].words,
      contacts: buyer.map { places in places.map { text(cells[$0]) }.first { !$0.isEmpty } ?? "" })
  }

  private func text(_ cell: Cell) -> String {
    if case .integer(let card) = cell { String(card) } else { cell.words }
  }
}
