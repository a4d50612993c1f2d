import TributaryModel

/// Tells the orders of a number apart that began anew, by when, for how much and by whom each was
/// placed; see `PlacedOrder`. Invoices and payments are told apart as orders are.
///
/// The order of a number is the one placed first, the others are `NUMBER (DAY)`. Neither the order of
/// files nor of nights decides: a placing that shows the orders otherwise moves what was stored of
/// them. What cannot be moved, for it gave way to another row, is read again.
final class NumbersAnew {
  /// Whether a path is one of the source that the file belongs to.
  var isOfSource: (String) -> Bool = { _ in true }
  /// Ids of rows that are one order with another's, for the loader to take back.
  private(set) var merged: [String] = []

  let warehouse: Warehouse
  let numbered: NumberedKind
  let moves: OrderMoves
  let placings: OrderPlacings
  private let file: Int64
  private let kind: SourceKind
  private let columns: PlacingColumns?
  private let byID: Statement
  /// Of the batch, for two rows of it may have one number.
  private var seen: [String: OrderPlacing] = [:]
  /// The orders of numbers that were looked at.
  private var orders: [String: [PlacedOrder]] = [:]
  /// Orders that were built from the file's lines, by number: each with its first line.
  private(set) var built: [String: [(line: Int, id: String)]] = [:]
  /// The orders of numbers before the file.
  private var formerly: [String: [PlacedOrder]] = [:]
  /// Numbers with other orders than before the file, and how many those were.
  private var before: [String: Int] = [:]
  private var hasLost = false
  private var hasNamesakes: Bool
  private var moved = 0
  private var told: Set<String> = []
  private var shared: Set<String> = []

  init(
    _ warehouse: Warehouse, _ numbered: NumberedKind, _ moves: OrderMoves, file: Int64,
    kind: SourceKind
  ) throws(WarehouseError) {
    self.warehouse = warehouse
    self.numbered = numbered
    self.moves = moves
    self.file = file
    self.kind = kind
    columns = PlacingColumns(numbered)
    placings = try OrderPlacings(warehouse, numbered, file: file)
    hasNamesakes = try Namesakes.exist(in: warehouse)
    byID = try warehouse.connection.prepare("select 1 from order_identity where number = ? limit 1")
  }

  // MARK: Orders

  /// Takes in how rows tell of their placing.
  ///
  /// - Parameter moving: is told the ids of orders whose rows and refunds are about to move.
  func take(
    _ rows: [TableRow], moving: (Set<String>) throws(WarehouseError) -> Void
  ) throws(WarehouseError) {
    seen = [:]
    var changed: Set<String> = []
    for row in rows {
      guard let placing = columns?.placing(row.cells) else { continue }
      let number = row.cells[0].words
      if try note(number, placing, hasID: row.identity != nil) { changed.insert(number) }
    }
    for number in changed.sorted() { try settle(number, moving) }
  }

  /// Puts the orders' ids into rows that were taken in; where a system's id tells them, they stay.
  func name(_ rows: inout [TableRow]) {
    guard !orders.isEmpty else { return }
    for index in rows.indices where rows[index].identity == nil {
      let number = rows[index].cells[0].words
      guard let orders = orders[number], let placing = columns?.placing(rows[index].cells) else {
        continue
      }
      told.insert(number)
      let id = ids(number, orders)[orders.nearest(to: placing.placedAt)]
      rows[index].cells[0] = .text(id)
      if kind == .orderLines { built[number, default: []].append((rows[index].line, id)) }
    }
  }

  /// Whether the number's orders are to be found anew: its placings are kept, or this is another one.
  private func note(
    _ number: String, _ placing: OrderPlacing, hasID: Bool
  ) throws(WarehouseError) -> Bool {
    let zone = warehouse.settings.zone
    let former: OrderPlacings.Told? =
      if let seen = seen[number] { (seen, file) } else { try placings.stored(number) }
    seen[number] = placing
    let isOther =
      former.map { !$0.0.covers(placing, in: zone) && !placing.covers($0.0, in: zone) } ?? false
    let isKept = try placings.has(number)
    guard isOther || isKept else { return false }
    if isOther, let former { try compare(number, placing, former) }
    if hasID { return false }
    if isOrders, try isKnownByID(number) { return false }
    if isOther, let former { try placings.keep(number, former) }
    let others = try placings.all(number)
    for other in others { try compare(number, placing, other) }
    noteFormer(number, others)
    try placings.keep(number, (placing, file))
    return true
  }

  private func noteFormer(_ number: String, _ placings: [OrderPlacings.Told]) {
    if formerly[number] == nil { formerly[number] = PlacedOrder.all(placings.map(\.placing)) }
  }

  /// Whether a system's ids tell the orders of the number apart.
  private func isKnownByID(_ number: String) throws(WarehouseError) -> Bool {
    try byID.bind(number, at: 1)
    defer { byID.reset() }
    return try byID.step()
  }

  /// Notes a number that another source tells of at another time or of another buyer.
  private func compare(
    _ number: String, _ placing: OrderPlacing, _ other: OrderPlacings.Told
  ) throws(WarehouseError) {
    guard other.file != file, !shared.contains(number), placing.differs(from: other.placing),
      !OrderNumber.isApart(placing.placedAt, other.placing.placedAt)
    else { return }
    var path = ""
    try warehouse.forEachRow(
      "select path from source_file where source_file_id = ?", [.integer(other.file)]
    ) { row throws(WarehouseError) in path = row.text(0) }
    if !isOfSource(path) { shared.insert(number) }
  }

  // MARK: Which is which

  /// Visits, calls, letters and invoices that name an order are looked through when it moves.
  private var isOrders: Bool { numbered.shape.kind == .orders }

  func ids(_ number: String, _ orders: [PlacedOrder]) -> [String] {
    orders.enumerated().map { index, order in
      let day = warehouse.settings.zone.day(of: Instant(milliseconds: order.first))
      return index == 0 ? number : OrderNumber.dated(number, day)
    }
  }

  /// Finds the orders of a number anew, and brings what is stored of them to its place.
  private func settle(
    _ number: String, _ moving: (Set<String>) throws(WarehouseError) -> Void
  ) throws(WarehouseError) {
    let orders = PlacedOrder.all(try placings.all(number).map(\.placing))
    self.orders[number] = orders
    // Of records that were one order, the older ones gave way to the newest.
    if formerly[number]?.contains(where: orders.part) == true { hasLost = true }
    guard orders.count > 1 || hasNamesakes || !isOrders else { return }
    let former = try formerIDs(number)
    guard orders.count > 1 || !former.isEmpty else { return }
    let (ids, known) = (ids(number, orders), Set(former + [number]))
    if isOrders {
      hasNamesakes = true
      try Namesakes.note(Set(ids + [number]), of: number, areDated: true, in: warehouse)
    }
    guard known != Set(ids) else { return }
    before[number] = before[number] ?? known.count
    try moving(known.union(ids))
    var hadLines: [String] = []
    for id in known.sorted() where try !versions(of: id).isEmpty { hadLines.append(id) }
    try place(known, ids, orders)
    for id in known.union(ids).sorted() { try spread(id, ids, orders) }
    try markNamed(by: known.union(ids))
    // Lines that go with a later order had taken the place of the earlier one's.
    for id in hadLines where try versions(of: id).isEmpty { hasLost = true }
  }

  /// Has looked through which orders invoices mean that have other ids now.
  private func markNamed(by ids: Set<String>) throws(WarehouseError) {
    guard numbered.shape.kind == .invoices, hasNamesakes else { return }
    for id in ids.sorted() {
      try warehouse.run(
        """
        update order_namesake set is_new = 1
        where is_new = 0
          and number in (select joined_order(order_id) from invoice where invoice_id = ?)
        """, [.text(id)])
    }
  }

  /// The ids that records of the number have so far.
  private func formerIDs(_ number: String) throws(WarehouseError) -> [String] {
    if isOrders { return try Namesakes.dated(number, in: warehouse) }
    var ids: [String] = []
    try warehouse.forEachRow(
      """
      select \(numbered.id) from \(numbered.shape.table)
      where \(numbered.id) > ?1 || ' (' and \(numbered.id) < ?1 || ' )'
      """, [.text(number)]
    ) { row throws(WarehouseError) in ids.append(row.text(0)) }
    return ids.filter { OrderNumber.undated($0) == number }
  }

  /// Gives stored orders the ids that they have now.
  private func place(
    _ known: Set<String>, _ ids: [String], _ orders: [PlacedOrder]
  ) throws(WarehouseError) {
    var taken: Set<String> = []
    var waiting: [(id: String, to: String)] = []
    for id in known.sorted() {
      guard let stored = try placings.stored(id) else { continue }
      let to = ids.isEmpty ? id : ids[orders.nearest(to: stored.placing.placedAt)]
      guard to != id else {
        taken.insert(id)
        continue
      }
      // Who gives an id away goes first, by way of one that nobody has.
      moved += 1
      waiting.append(("\u{1f}\(moved)", to))
      try moves.move(id, to: "\u{1f}\(moved)")
    }
    for move in waiting {
      try moves.move(move.id, to: move.to)
      guard !taken.insert(move.to).inserted else { continue }
      // Two rows are one order: which of them counts, reading again shows.
      hasLost = true
      merged.append(move.id)
    }
  }

  func known(_ number: String) throws(WarehouseError) -> [PlacedOrder] {
    if let known = orders[number] { return known }
    guard try placings.has(number) else { return [] }
    return PlacedOrder.all(try placings.all(number).map(\.placing))
  }

  // MARK: The end of a file

  /// What the file said before it is read anew says nothing, unless it says so again.
  func withdraw() throws(WarehouseError) { try placings.withdraw() }

  /// Forgets what the file says no more; before lines are stored, and orders built from them.
  func settle(
    moving: (Set<String>) throws(WarehouseError) -> Void
  ) throws(WarehouseError) {
    let numbers = try placings.withdrawn()
    for number in numbers { noteFormer(number, try placings.all(number)) }
    try placings.forgetWithdrawn()
    for number in numbers { try settle(number, moving) }
  }

  /// Forgets the merged rows, which were taken back.
  func forgetMerged() { merged = [] }

  /// Has read again what gave way to rows of another order; once all rows of the file are stored.
  func finish() throws(WarehouseError) {
    for (number, count) in before.sorted(by: { $0.key < $1.key }) {
      let orders = try known(number)
      guard orders.count > count else { continue }
      for id in ids(number, orders) where try placings.stored(id) == nil { hasLost = true }
    }
    if hasLost { try warehouse.askToReread(kind) }
  }

  /// What is told of the file's numbers: of each how many, and the first.
  var notes: [FileNote] {
    let several = told.filter { (orders[$0]?.count ?? 0) > 1 }
    let moved = told.filter { orders[$0]?.contains(where: \.isMoved) ?? false }
    return [
      (FileNote.Kind.sharedNumber, shared), (.begunAnew, several), (.movedPlacing, moved),
    ].compactMap { kind, numbers in
      numbers.min().map { FileNote(kind, count: numbers.count, about: $0) }
    }
  }
}
