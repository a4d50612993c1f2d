import TributaryModel

/// Tells the orders of a number apart that began anew, by when, for how much and by whom each was
/// placed; see `PlacedOrder`.
///
/// The order of a number is the one placed first, the others are `NUMBER (DAY)`. Neither the order of
/// files nor of nights decides: a placing that shows the orders otherwise moves what was stored of
/// them. What cannot be moved, for it gave way to another row, is read again.
final class NumbersAnew {
  /// Kinds of files whose rows are orders, or parts of them.
  static let kinds: Set<SourceKind> = [.orders, .orderLines, .orderStatuses]

  /// Whether a path is one of the source that the file belongs to.
  var isOfSource: (String) -> Bool = { _ in true }
  /// Ids of rows that are one order with another's, for the loader to take back.
  private(set) var merged: [String] = []

  private let warehouse: Warehouse
  private let moves: OrderMoves
  private let placings: OrderPlacings
  private let file: Int64
  private let kind: SourceKind
  private let columns = PlacingColumns(.orders)
  private let byID: Statement
  /// Of the batch, for two rows of it may have one number.
  private var seen: [String: OrderPlacing] = [:]
  /// The orders of numbers that were looked at.
  private var orders: [String: [PlacedOrder]] = [:]
  /// Orders that were built from the file's lines, by number: each with its first line.
  private var built: [String: [(line: Int, id: String)]] = [:]
  /// Numbers with other orders than before the file, and how many those were.
  private var before: [String: Int] = [:]
  private var hasLost = false
  private var hasNamesakes: Bool
  private var moved = 0
  private var told: Set<String> = []
  private var shared: Set<String> = []

  init(
    _ warehouse: Warehouse, _ moves: OrderMoves, file: Int64, kind: SourceKind
  ) throws(WarehouseError) {
    self.warehouse = warehouse
    self.moves = moves
    self.file = file
    self.kind = kind
    placings = try OrderPlacings(warehouse, file: file)
    hasNamesakes = try Namesakes.exist(in: warehouse)
    byID = try warehouse.connection.prepare("select 1 from order_identity where number = ? limit 1")
  }

  // MARK: Orders

  /// Takes in how rows of `orders` tell of their placing.
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
      if let seen = seen[number] { (seen, file) } else { try placings.ofOrder(number) }
    seen[number] = placing
    let isOther =
      former.map { !$0.0.covers(placing, in: zone) && !placing.covers($0.0, in: zone) } ?? false
    let isKept = try placings.has(number)
    guard isOther || isKept else { return false }
    if isOther, let former { try compare(number, placing, former) }
    if hasID { return false }
    if try isKnownByID(number) { return false }
    if isOther, let former { try placings.keep(number, former) }
    for other in try placings.all(number) { try compare(number, placing, other) }
    try placings.keep(number, (placing, file))
    return true
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

  private func ids(_ number: String, _ orders: [PlacedOrder]) -> [String] {
    orders.enumerated().map { index, order in
      let day = warehouse.settings.zone.day(of: Instant(milliseconds: order.first))
      return index == 0 ? number : "\(number) (\(day))"
    }
  }

  /// Finds the orders of a number anew, and brings what is stored of them to its place.
  private func settle(
    _ number: String, _ moving: (Set<String>) throws(WarehouseError) -> Void
  ) throws(WarehouseError) {
    let orders = PlacedOrder.all(try placings.all(number).map(\.placing))
    self.orders[number] = orders
    guard orders.count > 1 || hasNamesakes else { return }
    let former = try Namesakes.dated(number, in: warehouse)
    guard orders.count > 1 || !former.isEmpty else { return }
    hasNamesakes = true
    let (ids, known) = (ids(number, orders), Set(former + [number]))
    try Namesakes.note(Set(ids + [number]), of: number, areDated: true, in: warehouse)
    guard known != Set(ids) else { return }
    before[number] = before[number] ?? known.count
    try moving(known.union(ids))
    var hadLines: [String] = []
    for id in known.sorted() where try !versions(of: id).isEmpty { hadLines.append(id) }
    try place(known, ids, orders)
    for id in known.union(ids).sorted() { try spread(id, ids, orders) }
    // Lines that go with a later order had taken the place of the earlier one's.
    for id in hadLines where try versions(of: id).isEmpty { hasLost = true }
  }

  /// The versions of files that an order's stored lines are of.
  private func versions(of id: String) throws(WarehouseError) -> [Int64] {
    try numbers("select distinct version_id from order_line where order_id = ?", id)
  }

  /// Gives stored orders the ids that they have now.
  private func place(
    _ known: Set<String>, _ ids: [String], _ orders: [PlacedOrder]
  ) throws(WarehouseError) {
    var taken: Set<String> = []
    var waiting: [(id: String, to: String)] = []
    for id in known.sorted() {
      guard let stored = try placings.ofOrder(id) else { continue }
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

  /// Gives statuses, refunds and lines to the order of the number that they belong to.
  private func spread(
    _ id: String, _ ids: [String], _ orders: [PlacedOrder]
  ) throws(WarehouseError) {
    guard !ids.isEmpty else { return }
    for table in ["order_status", "order_refund"] {
      for at in try numbers("select distinct at from \(table) where order_id = ?", id) {
        let to = ids[orders.latest(at: at)]
        guard to != id else { continue }
        try moves.move(id, to: to, in: table, where: "at = ?3", [.integer(at)])
      }
    }
    // Lines of the file that tells of the order itself are the order's, whenever it was written.
    let own = try placings.ofOrder(id)?.file
    var files = try FileVersions(warehouse)
    for version in try versions(of: id) {
      let entry = try files.entry(version)
      let to = ids[orders.latest(at: end(of: entry.version.day))]
      guard to != id, entry.file != own else { continue }
      try moves.move(id, to: to, in: "order_line", where: "version_id = ?3", [.integer(version)])
    }
  }

  private func numbers(_ sql: String, _ id: String) throws(WarehouseError) -> [Int64] {
    var found: [Int64] = []
    try warehouse.forEachRow(sql, [.text(id)]) { row throws(WarehouseError) in
      found.append(row.int64(0))
    }
    return found
  }

  private func end(of day: Day) -> Int64 {
    warehouse.settings.zone.instant(of: day.adding(1)).milliseconds - 1
  }

  private func known(_ number: String) throws(WarehouseError) -> [PlacedOrder] {
    if let known = orders[number] { return known }
    guard try placings.has(number) else { return [] }
    return PlacedOrder.all(try placings.all(number).map(\.placing))
  }

  // MARK: What belongs to orders

  /// Puts the ids of the orders that they belong to into rows that tell when they happened, such as
  /// statuses.
  func find(_ rows: inout [TableRow], at column: Int?) throws(WarehouseError) {
    guard placings.exist, let column else { return }
    for index in rows.indices where rows[index].identity == nil {
      guard case .integer(let at) = rows[index].cells[column] else { continue }
      let number = rows[index].cells[0].words
      let orders = try known(number)
      guard orders.count > 1 else { continue }
      rows[index].cells[0] = .text(ids(number, orders)[orders.latest(at: at)])
    }
  }

  /// Names the lines of the file after the orders that were built from them, else after the last order
  /// of the number placed until the file's day.
  func findLines(_ version: FileVersions.Entry) throws(WarehouseError) {
    guard placings.exist, let table = try moves.staged().first else { return }
    var numbers: [String] = []
    try warehouse.forEachRow(
      """
      select distinct order_id from \(table)
      where order_id in (select number from order_placing) order by 1
      """
    ) { row throws(WarehouseError) in numbers.append(row.text(0)) }
    for number in numbers {
      let orders = try known(number)
      guard orders.count > 1 else { continue }
      let ids = ids(number, orders)
      let parts =
        built[number] ?? [(0, ids[orders.latest(at: end(of: version.version.day))])]
      // From the last on, each takes the lines from its first one.
      let first = parts.map(\.line).min()
      for (line, id) in parts.sorted(by: { $0.line > $1.line }) {
        try moves.moveStaged(number, to: "\u{1f}" + id, from: line == first ? 0 : line)
      }
      for id in ids { try moves.moveStaged("\u{1f}" + id, to: id) }
    }
  }

  // MARK: The end of a file

  /// What the file said before it is read anew says nothing, unless it says so again.
  func withdraw() throws(WarehouseError) { try placings.withdraw() }

  /// Forgets what the file says no more; before lines are stored, and orders built from them.
  func settle(
    moving: (Set<String>) throws(WarehouseError) -> Void
  ) throws(WarehouseError) {
    for number in try placings.forgetWithdrawn() { try settle(number, moving) }
  }

  /// Forgets the merged rows, which were taken back.
  func forgetMerged() { merged = [] }

  /// Has read again what gave way to rows of another order; once all rows of the file are stored.
  func finish() throws(WarehouseError) {
    for (number, count) in before.sorted(by: { $0.key < $1.key }) {
      let orders = try known(number)
      guard orders.count > count else { continue }
      for id in ids(number, orders) where try placings.ofOrder(id) == nil { hasLost = true }
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

/// Where a row of orders tells of its placing.
private struct PlacingColumns {
  private let placedAt, total, refunded, currency, phone, email, card: Int

  init?(_ shape: TableShape) {
    guard let placedAt = shape.position(of: "placed_at"), let total = shape.position(of: "total"),
      let refunded = shape.position(of: "refunded"), let currency = shape.position(of: "currency"),
      let phone = shape.position(of: "customer_phone"),
      let email = shape.position(of: "customer_email"),
      let card = shape.position(of: "loyalty_card")
    else { return nil }
    (self.placedAt, self.total, self.refunded) = (placedAt, total, refunded)
    (self.currency, self.phone, self.email, self.card) = (currency, phone, email, card)
  }

  /// Nil for a row without a number, a time or a total.
  func placing(_ cells: [Cell]) -> OrderPlacing? {
    guard !cells[0].words.isEmpty, case .integer(let at) = cells[placedAt],
      case .integer(let total) = cells[total]
    else { return nil }
    var (given, card): (Int64, String) = (0, "")
    if case .integer(let refunded) = cells[refunded] { given = refunded }
    if case .integer(let number) = cells[self.card] { card = String(number) }
    return OrderPlacing(
      placedAt: at, total: total &+ given, currency: cells[currency].words,
      phone: cells[phone].words, email: cells[email].words, card: card)
  }
}
