import TributaryModel

/// What looks odd about the rows of one table of a file, though each is right by itself.
///
/// Every limit is meant to be met by mistakes and not by shops: small files say nothing but plain
/// facts.
struct TableOddities {
  private let shape: TableShape
  private var columns: ConstantColumns
  private var keys: RepeatedKeys?
  private var days: BusyDays
  private var orders: OrderOddities?

  init(_ shape: TableShape, zone: Zone) {
    self.shape = shape
    columns = ConstantColumns(shape)
    keys = RepeatedKeys(shape)
    days = BusyDays(shape, zone: zone)
    orders = shape.kind == .orders ? OrderOddities(shape, zone: zone) : nil
  }

  mutating func read(_ batch: TableBatch) {
    for row in batch.rows {
      columns.read(row.cells)
      keys?.read(row.cells)
      days.read(row.cells)
      orders?.read(row.cells)
    }
  }

  /// - Parameter constants: columns that the pipeline file gives one value.
  func notes(
    in warehouse: Warehouse, constants: Set<String>
  ) throws(WarehouseError) -> [FileNote] {
    columns.notes.filter { !constants.contains($0.about) } + (keys?.notes ?? []) + days.notes
      + (try orders?.notes(in: warehouse) ?? [])
  }
}

/// Columns whose values differ from row to row wherever they are read from the right place.
private struct ConstantColumns {
  private static let names: [SourceKind: [String]] = [
    .orders: ["placed_at", "total", "status", "customer_phone", "customer_email", "client_id"],
    .orderLines: ["order_id", "sku", "unit_price"],
    .orderStatuses: ["order_id", "at"],
    .calls: ["started_at", "caller", "talk_seconds"],
    .letters: ["received_at", "from_email"],
    .invoices: ["issued_at", "total"],
    .payments: ["paid_at", "amount"],
    .spend: ["cost"],
  ]
  /// Rows that are enough to wonder; a status may well be the same for longer.
  private static let fewest = 30
  private static let fewestOfStatus = 300

  /// Columns that had one value so far.
  private var open: [(position: Int, name: String, value: Cell?)] = []
  private var rows = 0

  init(_ shape: TableShape) {
    open = (Self.names[shape.kind] ?? []).compactMap { name in
      shape.position(of: name).map { ($0, name, nil) }
    }
  }

  mutating func read(_ cells: [Cell]) {
    rows += 1
    guard !open.isEmpty else { return }
    var hasClosed = false
    for index in open.indices {
      let cell = cells[open[index].position]
      if open[index].value == nil {
        open[index].value = cell
      } else if open[index].value != cell {
        open[index].position = -1
        hasClosed = true
      }
    }
    if hasClosed { open.removeAll { $0.position < 0 } }
  }

  var notes: [FileNote] {
    open.compactMap { column in
      guard rows >= (column.name == "status" ? Self.fewestOfStatus : Self.fewest) else {
        return nil
      }
      switch column.value {
      case .null, nil: return nil
      // An export of one day, where only the day is told.
      case .integer(let at) where column.name.hasSuffix("_at") && at % 1_800_000 == 0: return nil
      default: return FileNote(.oneValue, count: rows, about: column.name)
      }
    }
  }
}

/// Rows that bear the id of an earlier one.
private struct RepeatedKeys {
  private static let kinds: Set<SourceKind> = [
    .orders, .calls, .letters, .invoices, .payments, .adPayments,
  ]
  /// Repeats that are enough to wonder, and their share of all rows.
  private static let fewest = 5
  private static let share = 0.1
  /// Beyond this many ids the first are followed alone, so that memory stays bounded.
  private static let limit = 1_000_000

  private let key: Int
  private let name: String
  private let kind: SourceKind
  private let updated: Int?
  private let amount: Int?
  private var rows = 0
  private var repeats = 0
  private var seen: [Int64: Seen] = [:]
  private var most: (id: String, count: Int32) = ("", 0)

  private struct Seen {
    let amount: Cell
    let updated: Cell
    var count: Int32 = 1
  }

  init?(_ shape: TableShape) {
    guard Self.kinds.contains(shape.kind), shape.merge == .replace, let key = shape.key.first
    else { return nil }
    self.key = key
    name = shape.columns[key].name
    kind = shape.kind
    updated = shape.position(of: "updated_at")
    amount = shape.amountColumn.flatMap(shape.position(of:))
  }

  mutating func read(_ cells: [Cell]) {
    rows += 1
    guard case .text(let id) = cells[key], !id.isEmpty else { return }
    let hash = Int64(bitPattern: TextHash.of(id))
    let money = amount.map { cells[$0] } ?? .null
    let version = updated.map { cells[$0] } ?? .null
    guard var known = seen[hash] else {
      if seen.count < Self.limit { seen[hash] = Seen(amount: money, updated: version) }
      return
    }
    // A newer version of a row says when, and a row told twice says the same.
    guard known.updated == version, amount == nil || known.amount != money else { return }
    repeats += 1
    known.count += 1
    seen[hash] = known
    if known.count > most.count { most = (id, known.count) }
  }

  var notes: [FileNote] {
    guard repeats >= Self.fewest, Double(repeats) >= Self.share * Double(rows) else {
      // Money of a row that does not count is told however few there are.
      return repeats > 0 && amount != nil
        ? [FileNote(.repeatedKeys, count: repeats, about: name)] : []
    }
    return kind == .orders
      ? [FileNote(.linesAsOrders, count: repeats, about: most.id)]
      : [FileNote(.repeatedKeys, count: repeats, about: name)]
  }
}

/// Days with far more records than the file's others.
struct BusyDays {
  /// Days that show what is usual, and how many times that is odd.
  private static let fewestDays = 7
  private static let times = 100

  private let column: Int?
  private var cache: DayCache
  private var counts: [Day: Int] = [:]
  private var last: (day: Day, count: Int)?

  init(_ shape: TableShape?, zone: Zone) {
    column = shape.flatMap { $0.dayColumn.flatMap($0.position(of:)) }
    cache = DayCache(zone: zone)
  }

  mutating func read(_ cells: [Cell]) {
    guard let column else { return }
    switch cells[column] {
    case .integer(let at): add(cache.day(of: at))
    case .text(let text): if let day = Day(text) { add(day) }
    default: return
    }
  }

  mutating func add(_ day: Day) {
    if last?.day == day {
      last?.count += 1
      return
    }
    if let last { counts[last.day, default: 0] += last.count }
    last = (day, 1)
  }

  var notes: [FileNote] {
    var counts = counts
    if let last { counts[last.day, default: 0] += last.count }
    guard counts.count >= Self.fewestDays else { return [] }
    let usual = counts.values.sorted()[counts.count / 2]
    return counts.filter { $0.value >= Self.times * usual }.map {
      FileNote(.busyDay, count: $0.value, about: $0.key.description)
    }
  }
}
