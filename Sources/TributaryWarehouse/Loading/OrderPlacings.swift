import TributaryModel

/// What files have told of the placing of orders: the rows of `orders`, and of numbers that files tell
/// differently every placing (`order_placing`).
final class OrderPlacings {
  /// A placing with the file that told it.
  typealias Told = (placing: OrderPlacing, file: Int64)

  /// Whether any number has several.
  private(set) var exist: Bool
  private let warehouse: Warehouse
  private let file: Int64
  private let stored: Statement
  private let some: Statement
  private let every: Statement
  private let insert: Statement

  init(_ warehouse: Warehouse, file: Int64) throws(WarehouseError) {
    self.warehouse = warehouse
    self.file = file
    let connection = warehouse.connection
    exist = try connection.integer("select exists (select 1 from order_placing)") == 1
    stored = try connection.prepare(
      """
      select placed_at, total + coalesce(refunded, 0), coalesce(currency, ''),
        coalesce(customer_phone, ''), coalesce(customer_email, ''),
        coalesce(cast(loyalty_card as text), ''), source_file_id
      from orders where order_id = ?
      """)
    some = try connection.prepare("select 1 from order_placing where number = ? limit 1")
    every = try connection.prepare(
      """
      select placed_at, total, currency, customer_phone, customer_email, loyalty_card,
        abs(source_file_id)
      from order_placing where number = ?
      order by placed_at, total, currency, customer_phone, customer_email, loyalty_card
      """)
    insert = try connection.prepare(
      """
      insert into order_placing
      select ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
      where not exists (
        select 1 from order_placing
        where number = ?1 and zoned_day(placed_at) = zoned_day(?2) and total = ?3 and currency = ?4
          and ?5 in ('', customer_phone) and ?6 in ('', customer_email)
          and ?7 in ('', loyalty_card) and source_file_id > 0
      )
      on conflict do update set source_file_id = ?8
      """)
  }

  /// The placing of a stored order; nil where there is none.
  func ofOrder(_ id: String) throws(WarehouseError) -> Told? {
    try stored.bind(id, at: 1)
    guard try stored.step() else { return nil }
    defer { stored.reset() }
    return told(stored)
  }

  /// Whether the number's placings are kept.
  func has(_ number: String) throws(WarehouseError) -> Bool {
    guard exist else { return false }
    try some.bind(number, at: 1)
    defer { some.reset() }
    return try some.step()
  }

  /// The kept placings of a number.
  func all(_ number: String) throws(WarehouseError) -> [Told] {
    var found: [Told] = []
    try every.bind(number, at: 1)
    while try every.step() { found.append(told(every)) }
    return found
  }

  /// Keeps a placing, unless one of the day tells as much.
  func keep(_ number: String, _ told: Told) throws(WarehouseError) {
    exist = true
    let placing = told.placing
    try insert.run([
      .text(number), .integer(placing.placedAt), .integer(placing.total), .text(placing.currency),
      .text(placing.phone), .text(placing.email), .text(placing.card), .integer(told.file),
    ])
  }

  /// What the file said before it is read anew counts until the end of the reading, as other files'
  /// rows were placed by it.
  func withdraw() throws(WarehouseError) {
    guard exist else { return }
    try warehouse.run(
      "update order_placing set source_file_id = -?1 where source_file_id = ?1", [.integer(file)])
  }

  /// Forgets what the file does not say again.
  ///
  /// - Returns: the numbers that it spoke of.
  func forgetWithdrawn() throws(WarehouseError) -> [String] {
    guard exist else { return [] }
    var numbers: [String] = []
    try warehouse.forEachRow(
      "select distinct number from order_placing where source_file_id = ? order by 1",
      [.integer(-file)]
    ) { row throws(WarehouseError) in numbers.append(row.text(0)) }
    guard !numbers.isEmpty else { return [] }
    try warehouse.run("delete from order_placing where source_file_id = ?", [.integer(-file)])
    return numbers
  }

  private func told(_ row: Statement) -> Told {
    (
      OrderPlacing(
        placedAt: row.int64(0), total: row.int64(1), currency: row.text(2), phone: row.text(3),
        email: row.text(4), card: row.text(5)), row.int64(6)
    )
  }
}
