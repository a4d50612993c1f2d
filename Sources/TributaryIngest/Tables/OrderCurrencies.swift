import TributaryModel

/// The currencies of lines that name none: what the other lines of their orders name, before them or
/// behind. An order whose lines name two gives its others neither.
struct OrderCurrencies {
  /// By the record's place in the file, the first being 1.
  private var currencies: [Int: Currency] = [:]
  private var records = 0
  private var named: [Order: Naming] = [:]
  private var unnamed: [(record: Int, order: Order)] = []
  /// For each number with ids of the exporting system, the only one; nil where it has several.
  private var ids: [String: String?] = [:]
  /// The order of the record before: its id may stand on its first row only.
  private var last: Order?

  private struct Order: Hashable {
    let number: String
    var id: String?
  }

  private enum Naming {
    case one(Currency)
    case several
  }

  /// The currency of a record's order; nil where none is known but the shop's.
  func currency(ofRecord place: Int) -> Currency? { currencies[place] }

  /// Takes in the next record of the file, in UTF-8.
  mutating func note(_ record: Record, _ rows: RowReader) {
    records += 1
    guard record.problem == nil, let number = rows.word(record, "order_id") else { return }
    var order = Order(number: number, id: rows.word(record, "external_id"))
    if order.id == nil, last?.number == number { order.id = last?.id }
    last = order
    if let id = order.id { note(id, of: number) }
    guard let currency = OrderCurrencies.named(in: record, rows) else {
      unnamed.append((records, order))
      return
    }
    switch named[order] {
    case nil: named[order] = .one(currency)
    case .one(currency), .several: break
    case .one: named[order] = .several
    }
  }

  private mutating func note(_ id: String, of number: String) {
    if let known = ids[number] {
      if known != id { ids[number] = .some(nil) }
    } else {
      ids[number] = id
    }
  }

  /// Works out what the lines without a currency take; call after the last record.
  mutating func settle() {
    for (order, naming) in named where order.id == nil {
      guard let only = ids[order.number] ?? nil else { continue }
      let whole = Order(number: order.number, id: only)
      named[whole] = OrderCurrencies.both(named[whole], naming)
    }
    for (record, order) in unnamed {
      var order = order
      if order.id == nil { order.id = ids[order.number] ?? nil }
      if case .one(let currency) = named[order] { currencies[record] = currency }
    }
    (named, unnamed, ids) = ([:], [], [:])
  }

  private static func both(_ one: Naming?, _ other: Naming) -> Naming {
    guard case .one(let first) = one else { return one ?? other }
    guard case .one(let second) = other, first == second else { return .several }
    return other
  }

  /// What the record's own column says, else the sign beside one of its amounts.
  private static func named(in record: Record, _ rows: RowReader) -> Currency? {
    if let word = rows.word(record, "currency") {
      return CurrencySign(word)?.currency(beside: rows.fileCurrency)
    }
    for (index, column) in rows.columns.enumerated() where column.type == .money {
      guard rows.header.positions[index] != nil, let word = rows.text(record, index),
        case .foreign(let currency) = rows.reader(record, index).read(
          word, as: .money, column.name, rows.fileCurrency)
      else { continue }
      return currency
    }
    return nil
  }
}
