import TributaryModel

/// Puts orders that were built from lines where their lines went: an order is whole, or it is not
/// there.
struct DerivedOrders {
  private let orders: KeyedLoader
  private let sets: SetLoader
  private let amounts: Statement
  private var pending: [Cell: SetLoader.Fate]

  /// - Parameter sets: settled.
  init(_ orders: KeyedLoader, _ sets: SetLoader) throws(WarehouseError) {
    self.orders = orders
    self.sets = sets
    pending = sets.fates
    amounts = try orders.target.connection.prepare(
      """
      select quantity, unit_price, version_id, line_total from order_line where order_id = ?
      """)
  }

  /// Takes in orders that are left out for one of their lines, whatever became of the others.
  mutating func leaveOut(_ rows: [TableRow]) throws(WarehouseError) {
    for row in rows {
      let cells = try orders.target.stored(row)
      if case .disputed = pending[cells[0]] { continue }
      pending[cells[0]] = nil
      try orders.leaveOut(cells, line: Int64(row.line))
    }
  }

  /// Puts the orders of the file, in their order.
  mutating func put(_ rows: [TableRow]) throws(WarehouseError) {
    for row in rows {
      let cells = try orders.target.stored(row)
      switch pending.removeValue(forKey: cells[0]) {
      case nil:
        try orders.put(
          cells, line: Int64(row.line), records: row.records,
          displaces: { $0.kind == .orderLines })
      // What the newer lines' file has no columns for, this one tells.
      case .superseded:
        try orders.put(cells, line: Int64(row.line), records: row.records)
      case .joined: try join(cells, line: row.line)
      case .disputed: try refuse(cells)
      }
    }
    for (key, fate) in pending.sorted(by: { $0.key.words < $1.key.words }) {
      switch fate {
      case .superseded: continue
      case .joined: try join(key)
      case .disputed: try withdraw(key)
      }
    }
  }

  private func stored(_ key: Cell) throws(WarehouseError) -> KeyedLoader.Stored? {
    var probe = [Cell](repeating: .null, count: orders.target.shape.columns.count)
    probe[0] = key
    let stored = try orders.stored(probe)
    return stored?.version.kind == .orderLines ? stored : nil
  }

  private func refuse(_ cells: [Cell]) throws(WarehouseError) {
    orders.target.noteRejected(cells)
    try withdraw(cells[0])
  }

  private func withdraw(_ key: Cell) throws(WarehouseError) {
    if let stored = try stored(key) { try orders.remove(stored.cells) }
  }

  // MARK: Parts

  /// A part without an order of its own: its lines belong to the order that is there.
  private func join(_ key: Cell) throws(WarehouseError) {
    guard let stored = try stored(key), let total = total(of: stored.cells) else { return }
    let sums = try sums(of: key)
    guard total == sums.others else { return }
    var cells = stored.cells
    set(&cells, total: total &+ sums.own)
    try replace(stored, cells, brings: nil, line: 0)
  }

  /// A part with an order of its own.
  private func join(_ part: [Cell], line: Int) throws(WarehouseError) {
    guard let stored = try stored(part[0]) else {
      return try orders.put(part, line: Int64(line), records: 1)
    }
    let sums = try sums(of: part[0])
    guard let mine = total(of: part), let theirs = total(of: stored.cells),
      let total = DerivedOrders.total(mine, theirs, sums)
    else {
      try sets.dispute(part[0])
      return try refuse(part)
    }
    var cells = DerivedOrders.merged(stored.cells, part, orders.target.shape)
    set(&cells, total: total)
    try replace(stored, cells, brings: mine, line: line)
  }

  /// What the whole order comes to.
  ///
  /// A part whose total is not that of its lines states the whole order's; two such must agree.
  static func total(
    _ mine: Int64, _ theirs: Int64, _ sums: (own: Int64, others: Int64)
  ) -> Int64? {
    switch (mine == sums.own, theirs == sums.others) {
    case (true, true): sums.own &+ sums.others
    case (true, false): theirs
    case (false, true): mine
    case (false, false): mine == theirs ? mine : nil
    }
  }

  /// Columns of two parts: the first known value, the earliest placing, the latest change.
  private static func merged(_ first: [Cell], _ second: [Cell], _ shape: TableShape) -> [Cell] {
    var cells = first
    for (index, column) in shape.columns.enumerated() {
      switch (column.name, first[index], second[index]) {
      case ("placed_at", .integer(let a), .integer(let b)): cells[index] = .integer(min(a, b))
      case ("updated_at", .integer(let a), .integer(let b)): cells[index] = .integer(max(a, b))
      case ("status", _, .text("cancelled")): cells[index] = .text("cancelled")
      case (_, .null, let value): cells[index] = value
      default: continue
      }
    }
    return cells
  }

  /// - Parameter brings: the money that the file's own order was read with.
  private func replace(
    _ stored: KeyedLoader.Stored, _ cells: [Cell], brings: Int64?, line: Int
  ) throws(WarehouseError) {
    let target = orders.target
    try orders.overwrite(cells, line: Int64(line), stored.origins)
    try target.noteChange(stored.cells)
    try target.noteChange(cells)
    guard let old = target.amount(of: stored.cells), let new = target.amount(of: cells) else {
      return
    }
    // What the file brings is loaded; what of it was there already was told before.
    let brought = brings ?? 0
    target.tally.money[new.currency, default: MoneyCounts()].loaded &+= brought
    target.tally.money[new.currency, default: MoneyCounts()].restatedFrom &+=
      old.minor &+ brought &- new.minor
  }

  private func total(of cells: [Cell]) -> Int64? { orders.target.amount(of: cells)?.minor }

  private func set(_ cells: inout [Cell], total: Int64) {
    if let column = orders.target.shape.position(of: "total") { cells[column] = .integer(total) }
  }

  /// What the stored lines of an order come to, each rounded by itself: those of this version of the
  /// file, and those of others.
  private func sums(of key: Cell) throws(WarehouseError) -> (own: Int64, others: Int64) {
    var sums: (own: Int64, others: Int64) = (0, 0)
    try amounts.bind(key, at: 1)
    while try amounts.step() {
      guard case .real(let quantity) = amounts.cell(0), case .integer(let price) = amounts.cell(1)
      else { continue }
      let product = (quantity * Double(price)).rounded(.toNearestOrAwayFromZero)
      var amount = abs(product) < 9e15 ? Int64(product) : 0
      if case .integer(let exact) = amounts.cell(3) { amount = exact }
      if amounts.int64(2) == orders.target.version.id {
        sums.own &+= amount
      } else {
        sums.others &+= amount
      }
    }
    return sums
  }
}
