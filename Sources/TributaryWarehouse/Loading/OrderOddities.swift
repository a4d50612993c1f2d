import TributaryModel

/// Orders that cost nothing, and orders that outweigh their week.
struct OrderOddities {
  /// Of the week's sum, above which an order is told; and how many orders a week must have, for
  /// in a quiet one any order is a fifth.
  private static let share = 0.2
  private static let fewest = 20

  private let id: Int
  private let placed: Int
  private let total: Int
  private let currency: Int
  private let status: Int
  private let cancelled: Int
  private var cache: DayCache
  private var lost = Remembered(most: 1000) { OrderStatus.isLost($0) }
  private var zeroTotals = 0
  /// By Monday and currency.
  private var weeks: [Week: Largest] = [:]

  private struct Week: Hashable {
    let monday: Day
    let currency: Cell
  }

  private struct Largest {
    var id: Cell = .null
    var total: Int64 = 0
    var sum = 0.0
  }

  init?(_ shape: TableShape, zone: Zone) {
    guard let id = shape.position(of: "order_id"), let placed = shape.position(of: "placed_at"),
      let total = shape.position(of: "total"), let currency = shape.position(of: "currency"),
      let status = shape.position(of: "status"),
      let cancelled = shape.position(of: "cancelled_at")
    else { return nil }
    (self.id, self.placed, self.total) = (id, placed, total)
    (self.currency, self.status, self.cancelled) = (currency, status, cancelled)
    cache = DayCache(zone: zone)
  }

  mutating func read(_ cells: [Cell]) {
    guard case .integer(let amount) = cells[total], cells[cancelled] == .null,
      !isLost(cells[status])
    else { return }
    if amount == 0 { zeroTotals += 1 }
    guard amount > 0, case .integer(let at) = cells[placed] else { return }
    let day = cache.day(of: at)
    let week = Week(monday: day.adding(1 - day.weekday), currency: cells[currency])
    var largest = weeks[week] ?? Largest()
    largest.sum += Double(amount)
    if amount > largest.total { (largest.id, largest.total) = (cells[id], amount) }
    weeks[week] = largest
  }

  func notes(in warehouse: Warehouse) throws(WarehouseError) -> [FileNote] {
    var notes: [FileNote] = []
    if zeroTotals > 0 { notes.append(FileNote(.zeroTotals, count: zeroTotals)) }
    for (week, largest) in weeks where Double(largest.total) > Self.share * largest.sum {
      if case .text(let order) = largest.id, try outweighs(largest.total, week, in: warehouse) {
        notes.append(FileNote(.largeOrder, about: order))
      }
    }
    return notes
  }

  /// Whether it is more than its share of all orders of the week, those of other files too, and no
  /// other week has one of half its size: where such come now and then, it is none to wonder at.
  private func outweighs(
    _ total: Int64, _ week: Week, in warehouse: Warehouse
  ) throws(WarehouseError) -> Bool {
    let zone = warehouse.settings.zone
    let week: [Cell] = [
      .integer(zone.instant(of: week.monday).milliseconds),
      .integer(zone.instant(of: week.monday.adding(7)).milliseconds), week.currency,
    ]
    let sums = try warehouse.connection.prepare(
      """
      select count(*), total(total) from orders
      where placed_at >= ?1 and placed_at < ?2 and currency is ?3 and total > 0
      """)
    try sums.bind(week)
    guard try sums.step(), sums.int64(0) >= Self.fewest,
      Double(total) > Self.share * sums.double(1)
    else { return false }
    let others = try warehouse.connection.prepare(
      """
      select 1 from orders
      where total >= ?4 and currency is ?3 and (placed_at < ?1 or placed_at >= ?2) limit 1
      """)
    try others.bind(week + [.integer(total / 2)])
    return try !others.step()
  }

  private mutating func isLost(_ status: Cell) -> Bool {
    guard case .text(let word) = status else { return false }
    return lost.value(of: word)
  }
}
