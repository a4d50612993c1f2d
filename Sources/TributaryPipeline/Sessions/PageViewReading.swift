import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// Reads the page views of some days, through the spans that say where they lie.
struct PageViewReading {
  private let warehouse: Warehouse
  private let part: Int
  private let parts: Int
  private var views = PageViews()
  private var codes = CodeTable()
  /// By file the place in `views.prefixes`; nil before the first reading.
  private var prefixes: [Int64: Int32]?

  /// Of one visitor in so many: `part` counts from 0 to below `parts`.
  init(_ warehouse: Warehouse, part: Int = 0, of parts: Int = 1) {
    self.warehouse = warehouse
    self.part = part
    self.parts = parts
  }

  /// How many page views those days have.
  func count(on days: DayRange) throws(WarehouseError) -> Int {
    var count = 0
    let cells: [Cell] = [.text(days.first.description), .text(days.last.description)]
    let sql = "select coalesce(sum(events), 0) from event_span where day between ?1 and ?2"
    try warehouse.forEachRow(sql, cells) { row in count = Int(row.int64(0)) }
    return count
  }

  /// Adds the page views of those days.
  ///
  /// - Parameter visitors: whose; nil for everyone's. Orders that a server tells of are added in any
  ///   case: they may be another visitor's.
  mutating func read(
    _ days: DayRange, of visitors: Set<Int64>? = nil
  ) throws(WarehouseError) {
    if prefixes == nil { try notePrefixes() }
    let zone = warehouse.settings.zone
    let start = zone.instant(of: days.first).milliseconds
    let end = zone.instant(of: days.last.adding(1)).milliseconds
    for stretch in try stretches(on: days) {
      let cells: [Cell] = [
        .integer(stretch.lowerBound), .integer(stretch.upperBound), .integer(start), .integer(end),
        .integer(Int64(parts)), .integer(Int64(part)),
      ]
      try warehouse.forEachRow(Self.events, cells) { row in add(row, of: visitors) }
    }
  }

  private mutating func add(_ row: RowCursor, of visitors: Set<Int64>?) {
    let visitor = row.int64(1)
    let order = row.optionalText(8)
    let prefix = prefix(of: row)
    if let order, row.isNull(3) {
      let number = OrderNumber.prefixed(order, by: prefix.map { views.prefixes[Int($0)] } ?? "")
      views.serverOrders.append(ServerOrder(at: row.int64(0), visitor: visitor, order: number))
      return
    }
    if let visitors, !visitors.contains(visitor) { return }
    views.append(
      at: row.int64(0), visitor: visitor, host: code(row, 2), path: code(row, 3),
      query: row.optionalText(4), referrer: code(row, 5), userAgent: code(row, 6),
      status: Int32(clamping: row.optionalInt64(7) ?? -1))
    if let order { views.orderIDs[views.count - 1] = order }
    if !views.prefixes.isEmpty { views.prefix.append(prefix ?? -1) }
  }

  /// Logs of shops that number as others do.
  private mutating func notePrefixes() throws(WarehouseError) {
    var found: [Int64: Int32] = [:]
    var names: [String] = []
    try warehouse.forEachRow(
      "select source_file_id, id_prefix from source_file where id_prefix <> ''"
    ) { row in
      found[row.int64(0)] = Int32(names.count)
      names.append(row.text(1))
    }
    views.prefixes = names
    prefixes = found
  }

  private func prefix(of row: RowCursor) -> Int32? {
    guard let prefixes, !prefixes.isEmpty, let file = row.optionalInt64(9) else { return nil }
    return prefixes[file]
  }

  private mutating func code(_ row: RowCursor, _ column: Int) -> Int32 {
    row.isNull(column) ? -1 : codes.code(of: row.int64(column))
  }

  /// Visitors with a page view at that instant or later, of those that were read.
  func visitors(from instant: Instant) -> Set<Int64> {
    var found: Set<Int64> = []
    for row in 0..<views.count where views.at[row] >= instant.milliseconds {
      found.insert(views.visitor[row])
    }
    return found
  }

  /// All that was read, with the texts that it names.
  mutating func pageViews() throws(WarehouseError) -> PageViews {
    views.texts = try texts()
    return views
  }

  /// Stretches of event ids, overlapping ones made one, so that no event is read twice.
  private func stretches(on days: DayRange) throws(WarehouseError) -> [ClosedRange<Int64>] {
    var ranges: [ClosedRange<Int64>] = []
    let cells: [Cell] = [.text(days.first.description), .text(days.last.description)]
    try warehouse.forEachRow(Self.spans, cells) { row in
      let first = row.int64(0)
      let last = max(first, row.int64(1))
      if let open = ranges.last, first <= open.upperBound + 1 {
        ranges[ranges.count - 1] = open.lowerBound...max(open.upperBound, last)
      } else {
        ranges.append(first...last)
      }
    }
    return ranges
  }

  private func texts() throws(WarehouseError) -> [String] {
    var texts = [String](repeating: "", count: codes.ids.count)
    guard let first = codes.ids.min(), let last = codes.ids.max() else { return texts }
    // A day of a long history names few of its texts.
    let isSparse = (last - first) / 4 > Int64(codes.ids.count)
    let list = isSparse ? codes.ids.sorted().map(String.init).joined(separator: ",") : ""
    let cells: [Cell] = isSparse ? [.text("[\(list)]")] : [.integer(first), .integer(last)]
    try warehouse.forEachRow(isSparse ? Self.someTexts : Self.textsBetween, cells) { row in
      if let code = codes.known(row.int64(0)) { texts[Int(code)] = row.text(1) }
    }
    return texts
  }

  private static let textsBetween = """
    select text_id, text from text_value where text_id between ?1 and ?2
    """

  private static let someTexts = """
    select text_id, text
    from json_each(?1) as wanted
    cross join text_value on text_id = wanted.value
    """

  private static let spans = """
    select first_event_id, last_event_id
    from event_span
    where day between ?1 and ?2
    order by first_event_id, last_event_id
    """

  private static let events = """
    select at, visitor, host, path, query, referrer, user_agent, status, order_id,
      source_file_id
    from event
    where event_id between ?1 and ?2 and at >= ?3 and at < ?4
      and (?5 = 1 or (visitor & 9223372036854775807) % ?5 = ?6)
    """
}

/// Numbers text ids from 0 in the order of their coming: they are dense, so that blocks of them are
/// looked up by place.
///
/// ```
///  id   0 … 4095 | 4096 … 8191 | …        a block is made when its first id comes
/// ```
private struct CodeTable {
  /// By code.
  private(set) var ids: [Int64] = []
  private var blocks: [[Int32]] = []
  /// Ids that no file of ours comes to.
  private var others: [Int64: Int32] = [:]

  private static let bits: Int64 = 12
  private static let mostBlocks: Int64 = 1 << 18

  mutating func code(of id: Int64) -> Int32 {
    if let known = known(id) { return known }
    let code = Int32(ids.count)
    ids.append(id)
    guard let place = CodeTable.place(of: id) else {
      others[id] = code
      return code
    }
    while blocks.count <= place.block { blocks.append([]) }
    if blocks[place.block].isEmpty {
      blocks[place.block] = [Int32](repeating: -1, count: 1 << CodeTable.bits)
    }
    blocks[place.block][place.index] = code
    return code
  }

  func known(_ id: Int64) -> Int32? {
    guard let place = CodeTable.place(of: id) else { return others[id] }
    guard place.block < blocks.count, !blocks[place.block].isEmpty else { return nil }
    let code = blocks[place.block][place.index]
    return code < 0 ? nil : code
  }

  private static func place(of id: Int64) -> (block: Int, index: Int)? {
    let block = id >> bits
    guard block >= 0, block < mostBlocks else { return nil }
    return (Int(block), Int(id & (1 << bits - 1)))
  }
}
