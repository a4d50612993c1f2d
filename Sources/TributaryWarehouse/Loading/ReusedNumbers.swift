import TributaryModel

/// Tells rows whose key comes back for something else, as when numbers began anew: a month away or
/// more, of another person.
struct ReusedNumbers {
  /// A correction moves a day by less. Units: milliseconds.
  static let apart: Int64 = 30 * 86_400_000

  private let at: Int
  private let persons: [Int]

  /// Columns that tell whom a row is of, by kind.
  private static let persons: [SourceKind: [String]] = [
    .orders: OrderNumber.buyerColumns, .invoices: OrderNumber.buyerColumns, .calls: ["caller"],
    .letters: ["from_email"], .payments: ["invoice_id", "order_id"],
  ]

  /// Nil for tables whose rows are nobody's.
  init?(_ shape: TableShape) {
    guard let names = ReusedNumbers.persons[shape.kind],
      let at = shape.dayColumn.flatMap(shape.position(of:))
    else { return nil }
    self.at = at
    persons = names.compactMap(shape.position(of:))
  }

  /// Whether two rows of one key seem to be two records.
  func areOther(_ left: [Cell], _ right: [Cell]) -> Bool {
    guard case .integer(let mine) = left[at], case .integer(let other) = right[at],
      OrderPlacing.distance(mine, other) > ReusedNumbers.apart
    else { return false }
    return OrderNumber.areOtherBuyers(contacts(left), contacts(right))
  }

  private func contacts(_ cells: [Cell]) -> [Set<String>] {
    persons.map { place in
      switch cells[place] {
      case .text(let text): text.isEmpty ? [] : [text]
      case .integer(let card): [String(card)]
      case .null, .real: []
      }
    }
  }
}
