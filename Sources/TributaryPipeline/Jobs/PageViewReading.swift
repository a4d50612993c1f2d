import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// Reads the page views of some days, through the spans that say where they lie.
struct PageViewReading {
  private let warehouse: Warehouse

  init(_ warehouse: Warehouse) {
    self.warehouse = warehouse
  }

  /// How many page views those days have.
  func count(on days: DayRange) throws(WarehouseError) -> Int {
    var count = 0
    let cells: [Cell] = [.text(days.first.description), .text(days.last.description)]
    let sql = "select coalesce(sum(events), 0) from event_span where day between ?1 and ?2"
    try warehouse.forEachRow(sql, cells) { row in count = Int(row.int64(0)) }
    return count
  }

  /// The page views of one visitor in so many: `part` counts from 0 to below `parts`.
  func pageViews(
    on days: DayRange, part: Int = 0, of parts: Int = 1
  ) throws(WarehouseError) -> PageViews {
    let zone = warehouse.settings.zone
    let start = zone.instant(of: days.first).milliseconds
    let end = zone.instant(of: days.last.adding(1)).milliseconds
    var views = PageViews()
    var codes: [Int64: Int32] = [:]
    func code(_ textID: Int64?) -> Int32 {
      guard let textID else { return -1 }
      if let known = codes[textID] { return known }
      let new = Int32(codes.count)
      codes[textID] = new
      return new
    }
    for stretch in try stretches(on: days) {
      let cells: [Cell] = [
        .integer(stretch.lowerBound), .integer(stretch.upperBound), .integer(start), .integer(end),
        .integer(Int64(parts)), .integer(Int64(part)),
      ]
      try warehouse.forEachRow(Self.events, cells) { row in
        let order = row.optionalText(8)
        if let order, row.optionalInt64(3) == nil {
          views.serverOrders.append(
            ServerOrder(at: row.int64(0), visitor: row.int64(1), order: order))
          return
        }
        views.append(
          at: row.int64(0), visitor: row.int64(1), host: code(row.optionalInt64(2)),
          path: code(row.optionalInt64(3)), query: row.optionalText(4),
          referrer: code(row.optionalInt64(5)), userAgent: code(row.optionalInt64(6)),
          status: Int32(clamping: row.optionalInt64(7) ?? -1))
        if let order { views.orderIDs[views.count - 1] = order }
      }
    }
    views.texts = try texts(codes)
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

  private func texts(_ codes: [Int64: Int32]) throws(WarehouseError) -> [String] {
    var texts = [String](repeating: "", count: codes.count)
    guard let first = codes.keys.min(), let last = codes.keys.max() else { return texts }
    let sql = "select text_id, text from text_value where text_id between ?1 and ?2"
    try warehouse.forEachRow(sql, [.integer(first), .integer(last)]) { row in
      if let code = codes[row.int64(0)] { texts[Int(code)] = row.text(1) }
    }
    return texts
  }

  private static let spans = """
    select first_event_id, last_event_id
    from event_span
    where day between ?1 and ?2
    order by first_event_id, last_event_id
    """

  private static let events = """
    select at, visitor, host, path, query, referrer, user_agent, status, order_id
    from event
    where event_id between ?1 and ?2 and at >= ?3 and at < ?4
      and (?5 = 1 or (visitor & 9223372036854775807) % ?5 = ?6)
    """
}
