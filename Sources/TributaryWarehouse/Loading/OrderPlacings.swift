import TributaryModel

/// What files have told of the placing of records of a kind: their rows, and of numbers that files
/// tell differently every placing (`number_placing`).
final class OrderPlacings {
  /// A placing with the file that told it.
  typealias Told = (placing: OrderPlacing, file: Int64)

  /// Whether any number has several.
  private(set) var exist: Bool
  private let warehouse: Warehouse
  private let kind: Cell
  private let file: Int64
  private let select: Statement
  private let some: Statement
  private let every: Statement
  private let insert: Statement

  init(
    _ warehouse: Warehouse, _ numbered: NumberedKind, file: Int64
  ) throws(WarehouseError) {
    kind = .text(numbered.shape.kind.rawValue)
    self.warehouse = warehouse
    self.file = file
    let connection = warehouse.connection
    exist =
      try connection.integer(
        "select exists (select 1 from number_placing where kind = ?)", [kind]) == 1
    select = try connection.prepare(
      """
      select \(numbered.columns) from \(numbered.shape.table) where \(numbered.id) = ?
      """)
    some = try connection.prepare(
      "select 1 from number_placing where kind = ? and number = ? limit 1")
    every = try connection.prepare(
      """
      select placed_at, total, currency, customer_phone, customer_email, mark,
        abs(source_file_id)
      from number_placing where kind = ? and number = ?
      order by placed_at, total, currency, customer_phone, customer_email, mark
      """)
    insert = try connection.prepare(
      """
      insert into number_placing
      select ?9, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
      where not exists (
        select 1 from number_placing
        where kind = ?9 and number = ?1 and zoned_day(placed_at) = zoned_day(?2) and total = ?3
          and currency = ?4 and ?5 in ('', customer_phone) and ?6 in ('', customer_email)
          and ?7 in ('', mark) and source_file_id > 0
      )
      on conflict do update set source_file_id = ?8
      """)
  }

  /// The placing of a stored record; nil where there is none.
  func stored(_ id: String) throws(WarehouseError) -> Told? {
    try select.bind(id, at: 1)
    guard try select.step() else { return nil }
    defer { select.reset() }
    return told(select)
  }

  /// Whether the number's placings are kept.
  func has(_ number: String) throws(WarehouseError) -> Bool {
    guard exist else { return false }
    try some.bind([kind, .text(number)])
    defer { some.reset() }
    return try some.step()
  }

  /// The kept placings of a number.
  func all(_ number: String) throws(WarehouseError) -> [Told] {
    var found: [Told] = []
    try every.bind([kind, .text(number)])
    while try every.step() { found.append(told(every)) }
    return found
  }

  /// Keeps a placing, unless one of the day tells as much.
  func keep(_ number: String, _ told: Told) throws(WarehouseError) {
    exist = true
    let placing = told.placing
    try insert.run(
      [
        .text(number), .integer(placing.placedAt), .integer(placing.total),
        .text(placing.currency),
      ] + placing.contacts.map { .text($0) } + [.integer(told.file), kind])
  }

  /// What the file said before it is read anew counts until the end of the reading, as other files'
  /// rows were placed by it.
  func withdraw() throws(WarehouseError) {
    guard exist else { return }
    try warehouse.run(
      "update number_placing set source_file_id = -?1 where source_file_id = ?1 and kind = ?2",
      [.integer(file), kind])
  }

  /// The numbers of which the file does not say again what it said.
  func withdrawn() throws(WarehouseError) -> [String] {
    guard exist else { return [] }
    var numbers: [String] = []
    try warehouse.forEachRow(
      """
      select distinct number from number_placing where source_file_id = ? and kind = ? order by 1
      """, [.integer(-file), kind]
    ) { row throws(WarehouseError) in numbers.append(row.text(0)) }
    return numbers
  }

  /// Forgets what the file does not say again.
  func forgetWithdrawn() throws(WarehouseError) {
    guard exist else { return }
    try warehouse.run(
      "delete from number_placing where source_file_id = ? and kind = ?", [.integer(-file), kind])
  }

  private func told(_ row: Statement) -> Told {
    (
      OrderPlacing(
        placedAt: row.int64(0), total: row.int64(1), currency: row.text(2),
        // What a stored row belongs to may have got another id than files have.
        contacts: [row.text(3), row.text(4), OrderNumber.undated(row.text(5))]), row.int64(6)
    )
  }
}
