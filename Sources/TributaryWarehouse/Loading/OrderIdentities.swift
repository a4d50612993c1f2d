import TributaryModel

/// Finds which order a record is of, by the exporting system's id.
///
/// The order of a number is the one placed first of those that bear it in a system, in any of its
/// sites; the others are `NUMBER (ID)`. So that neither the order of files nor of runs decides, an order that turns out
/// to be earlier takes the number, and what was stored of the other moves with it.
final class OrderIdentities {
  private let warehouse: Warehouse
  private let moves: OrderMoves
  private var known: [Key: Known] = [:]

  private struct Key: Hashable {
    let system: String
    let id: String
  }

  private struct Known {
    var number: String?
    var placedAt: Int64?
    var orderID: String
  }

  /// Known orders that are kept at hand.
  private static let mostKnown = 100_000

  init(_ warehouse: Warehouse, _ moves: OrderMoves) {
    self.warehouse = warehouse
    self.moves = moves
  }

  /// Puts the warehouse's order ids into rows whose first column is one.
  func resolve(_ rows: inout [TableRow]) throws(WarehouseError) {
    // Two rows of one batch may change each other's order, so that all are noted first.
    for row in rows {
      guard let identity = row.identity else { continue }
      try note(identity, fallback: row.cells[0].words)
    }
    for index in rows.indices {
      guard let identity = rows[index].identity,
        let known = known[Key(system: identity.system, id: identity.id)]
      else { continue }
      rows[index].cells[0] = .text(known.orderID)
    }
  }

  private func note(
    _ identity: OrderIdentity, fallback: String
  ) throws(WarehouseError) {
    let key = Key(system: identity.system, id: identity.id)
    if known.count > OrderIdentities.mostKnown { known = [:] }
    let old = if let old = known[key] { old } else { try stored(key) }
    // Nothing is stored of a new order: the number may be that of another.
    var new = old ?? Known(orderID: identity.number == nil ? fallback : "")
    new.number = OrderIdentities.newer(old?.number, identity.number)
    new.placedAt = [old?.placedAt, identity.placedAt].compactMap(\.self).min()
    known[key] = new
    guard old == nil || new.number != old?.number || new.placedAt != old?.placedAt else { return }
    try write(key, new, fallback: fallback)
    for number in Set([old?.number, new.number].compactMap(\.self)).sorted() {
      try assign(number, key.system)
    }
  }

  /// An order that is given another number mostly gets a longer one: `29110`, `29110A`.
  private static func newer(_ old: String?, _ new: String?) -> String? {
    [old, new].compactMap(\.self).max { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }

  private func stored(_ key: Key) throws(WarehouseError) -> Known? {
    var found: Known?
    try warehouse.forEachRow(
      """
      select number, placed_at, order_id from order_identity where system = ? and external_id = ?
      """, [.text(key.system), .text(key.id)]
    ) { row throws(WarehouseError) in
      found = Known(
        number: row.optionalText(0), placedAt: row.optionalInt64(1), orderID: row.text(2))
    }
    return found
  }

  private func write(_ key: Key, _ new: Known, fallback: String) throws(WarehouseError) {
    try warehouse.connection.prepare(
      """
      insert into order_identity values (?1, ?2, ?3, ?4, ?5, ?6)
      on conflict do update set number = ?3, placed_at = ?5
      """
    ).run([
      .text(key.system), .text(key.id), new.number.map { .text($0) } ?? .null, .text(fallback),
      new.placedAt.map { .integer($0) } ?? .null, .text(new.orderID),
    ])
  }

  /// Gives the orders of a number their ids: the first its number, the others theirs beside it.
  ///
  /// Ids count within a system, whatever site of it they came through: one id and number is one
  /// order, also where its site changed or is told by some files only.
  private func assign(_ number: String, _ system: String) throws(WarehouseError) {
    var moves: [(key: Key, from: String, to: String)] = []
    var first: String?
    var names: Set<String> = []
    let name = system.prefix { $0 != " " }
    try warehouse.forEachRow(
      """
      select external_id, order_id, system from order_identity
      where number = ?1 and substr(system || ' ', 1, length(?2)) = ?2
      order by placed_at is null, placed_at, external_id, system
      """, [.text(number), .text(name + " ")]
    ) { row throws(WarehouseError) in
      let id = row.text(0)
      if first == nil { first = id }
      let wanted = id == first ? number : "\(number) (\(id))"
      names.insert(wanted)
      if row.text(1) != wanted {
        moves.append((Key(system: row.text(2), id: id), row.text(1), wanted))
      }
    }
    // Who gives the number away goes first.
    for move in moves.reversed() {
      if !move.from.isEmpty { try self.moves.move(move.from, to: move.to) }
      try warehouse.connection.prepare(
        "update order_identity set order_id = ? where system = ? and external_id = ?"
      ).run([.text(move.to), .text(move.key.system), .text(move.key.id)])
      known[move.key]?.orderID = move.to
    }
    if names.count > 1 {
      try Namesakes.note(names, of: number, areDated: false, in: warehouse)
    }
  }
}
