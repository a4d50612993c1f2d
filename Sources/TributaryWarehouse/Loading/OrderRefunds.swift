import TributaryModel

/// Money that was given back of orders, record by record, beside what the orders' own rows say.
///
/// ```
///  orders          total = own total + own refunded - refunded
///                  refunded = the larger of what its own rows and these records give back
///  refunded_order  what the own rows say
/// ```
/// A file's rows are compared with what earlier ones said of the order itself: what was netted is
/// lifted off the orders that a file tells of, and laid on again when its rows are placed. So a
/// refund lasts whatever comes in whatever order, and is taken once however often it is listed.
final class OrderRefunds {
  private(set) var loaded = 0
  private(set) var duplicate = 0
  /// Money of the file's refunds: negative.
  private(set) var money: [String: MoneyCounts] = [:]
  /// What the orders' totals are moved by. Units: minor units by currency.
  private(set) var netted: [String: Int64] = [:]
  /// Money of the file's earlier refunds, taken back. Units: minor units by currency.
  private(set) var withdrawn: [String: Int64] = [:]
  private(set) var days: Set<Day> = []

  private let warehouse: Warehouse
  private let file: Int64
  private let shape = TableShape.orders
  private var hasRefunds: Bool
  private var touched: Set<String> = []
  private var seen: [String: Int] = [:]
  /// Ids of the file's refunds by order and instant.
  private var told: [Place: Set<String>] = [:]

  private struct Place: Hashable {
    let order: String
    let at: Int64
  }

  init(_ warehouse: Warehouse, file: Int64) throws(WarehouseError) {
    self.warehouse = warehouse
    self.file = file
    hasRefunds =
      try warehouse.connection.integer("select exists (select 1 from order_refund)") > 0
  }

  /// Lifts what was netted off the orders that these rows tell of.
  func lift(_ rows: [TableRow]) throws(WarehouseError) {
    guard hasRefunds else { return }
    for row in rows { try lift(row.cells[0].words) }
  }

  /// Lifts what was netted off these orders.
  func lift(_ orders: Set<String>) throws(WarehouseError) {
    guard hasRefunds else { return }
    for order in orders.sorted() { try lift(order) }
  }

  private func lift(_ order: String) throws(WarehouseError) {
    guard touched.insert(order).inserted, let own = try row(order, of: "refunded_order") else {
      return
    }
    if let net = try row(order, of: "orders") { move(net.currency, by: own.total &- net.total) }
    days.formUnion(
      try self.days("select zoned_day(placed_at) from orders where order_id = ?", .text(order)))
    try write(order, own)
    try warehouse.connection.prepare("delete from refunded_order where order_id = ?")
      .run([.text(order)])
  }

  /// Takes back what earlier readings of the file gave back.
  func withdraw() throws(WarehouseError) {
    var orders: [String] = []
    try warehouse.forEachRow(
      """
      select order_id, zoned_day(at), amount, currency from order_refund where source_file_id = ?
      """, [.integer(file)]
    ) { row throws(WarehouseError) in
      orders.append(row.text(0))
      withdrawn[row.text(3), default: 0] &-= row.int64(2)
      if let day = Day(row.text(1)) { days.insert(day) }
    }
    for order in orders { try lift(order) }
    try warehouse.run("delete from order_refund where source_file_id = ?", [.integer(file)])
  }

  /// Takes in rows that give back money.
  func take(_ rows: [TableRow]) throws(WarehouseError) {
    guard let total = shape.position(of: "total"), let placed = shape.position(of: "placed_at"),
      let currencyAt = shape.position(of: "currency"), !rows.isEmpty
    else { return }
    let insert = try warehouse.connection.prepare(
      "insert into order_refund values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
    for row in rows {
      guard case .integer(let amount) = row.cells[total], case .integer(let at) = row.cells[placed]
      else { continue }
      let order = row.cells[0].words
      let currency = row.cells[currencyAt].words
      let given = amount < 0 ? 0 &- amount : amount
      let alike = "\(at) \(given)"
      let number = seen["\(order)\n\(alike)", default: 0] + 1
      seen["\(order)\n\(alike)"] = number
      let id = number == 1 ? alike : "\(alike) \(number)"
      told[Place(order: order, at: at), default: []].insert(id)
      try lift(order)
      try insert.run([
        .text(order), .text(id), .integer(at), .integer(given), .text(currency), .integer(file),
        .integer(Int64(row.line)),
      ])
      money[currency, default: MoneyCounts()].read &-= given
      if warehouse.connection.changes > 0 {
        loaded += 1
        money[currency, default: MoneyCounts()].loaded &-= given
        hasRefunds = true
        days.formUnion(try self.days("select zoned_day(?)", .integer(at)))
        days.formUnion(
          try self.days("select zoned_day(placed_at) from orders where order_id = ?", .text(order)))
      } else {
        duplicate += 1
        money[currency, default: MoneyCounts()].duplicate &-= given
      }
    }
  }

  /// Nets the orders that the file told of, once their rows are placed.
  func settle() throws(WarehouseError) {
    guard hasRefunds else { return }
    try removeCorrected()
    for order in touched.sorted() where !order.isEmpty { try net(order) }
    touched = []
  }

  /// Takes back what an older version of the file gave back where it says another amount.
  private func removeCorrected() throws(WarehouseError) {
    let delete = try warehouse.connection.prepare(
      "delete from order_refund where order_id = ? and refund_id = ?")
    for (place, ids) in told.sorted(by: { ($0.key.order, $0.key.at) < ($1.key.order, $1.key.at) }) {
      var corrected: [String] = []
      try warehouse.forEachRow(
        """
        select refund_id, amount, currency from order_refund
        where order_id = ? and at = ? and source_file_id = ?
        """, [.text(place.order), .integer(place.at), .integer(file)]
      ) { row throws(WarehouseError) in
        guard !ids.contains(row.text(0)) else { return }
        corrected.append(row.text(0))
        withdrawn[row.text(2), default: 0] &-= row.int64(1)
      }
      for id in corrected { try delete.run([.text(place.order), .text(id)]) }
    }
    told = [:]
  }

  private func net(_ order: String) throws(WarehouseError) {
    var given: Int64 = 0
    var latest: Int64 = .min
    // Those of files that wait to be read again come with them.
    try warehouse.forEachRow(
      """
      select amount, at from order_refund join source_file using (source_file_id)
      where order_id = ? and (reading <> '' or source_file_id = ?)
      """, [.text(order), .integer(file)]
    ) { row throws(WarehouseError) in
      given &+= row.int64(0)
      latest = max(latest, row.int64(1))
    }
    guard given > 0 else { return }
    // Those that named no order before may do so now, and the other way round.
    days.formUnion(
      try days("select zoned_day(at) from order_refund where order_id = ?", .text(order)))
    guard let own = try row(order, of: "orders") else { return }
    try warehouse.connection.prepare("insert into refunded_order values (?, ?, ?, ?, ?)")
      .run([.text(order)] + own.cells)
    var net = own
    let asked = own.total &+ (own.refunded ?? 0)
    net.refunded = max(own.refunded ?? 0, given)
    net.total = asked &- (net.refunded ?? 0)
    if given >= asked, asked > 0 {
      net.status = .text("refunded")
      if net.cancelledAt == .null { net.cancelledAt = .integer(latest) }
    }
    try write(order, net)
    move(own.currency, by: net.total &- own.total)
  }

  /// The cells of an order that refunds change.
  private struct Sums {
    var total: Int64
    var refunded: Int64?
    var status: Cell
    var cancelledAt: Cell
    var currency = ""

    var cells: [Cell] {
      [.integer(total), refunded.map { .integer($0) } ?? .null, status, cancelledAt]
    }
  }

  private func row(_ order: String, of table: String) throws(WarehouseError) -> Sums? {
    var found: Sums?
    let currency = table == "orders" ? "coalesce(currency, '')" : "''"
    try warehouse.forEachRow(
      """
      select total, refunded, status, cancelled_at, \(currency) from \(table) where order_id = ?
      """, [.text(order)]
    ) { row throws(WarehouseError) in
      found = Sums(
        total: row.int64(0), refunded: row.optionalInt64(1),
        status: row.optionalText(2).map { .text($0) } ?? .null,
        cancelledAt: row.optionalInt64(3).map { .integer($0) } ?? .null, currency: row.text(4))
    }
    return found
  }

  private func write(_ order: String, _ sums: Sums) throws(WarehouseError) {
    try warehouse.connection.prepare(
      """
      update orders set total = ?2, refunded = ?3, status = ?4, cancelled_at = ?5
      where order_id = ?1
      """
    ).run([.text(order)] + sums.cells)
  }

  private func move(_ currency: String, by change: Int64) {
    netted[currency, default: 0] &+= change
  }

  private func days(_ sql: String, _ cell: Cell) throws(WarehouseError) -> Set<Day> {
    var days: Set<Day> = []
    try warehouse.forEachRow(sql, [cell]) { row throws(WarehouseError) in
      if let day = Day(row.text(0)) { days.insert(day) }
    }
    return days
  }
}
