import TributaryModel

/// The loads of the open transaction, each behind a savepoint of its own.
struct SharedLoads {
  private static let most = 64
  /// Units: bytes of the file.
  private static let largest: Int64 = 256 << 10

  /// Whether small files wait for each other.
  var areShared = false
  private var waiting = 0
  private var isWaiting = false

  /// Opens the savepoint of a file, and the transaction where none is open.
  mutating func begin(
    _ file: FileDescription, in warehouse: Warehouse
  ) throws(WarehouseError) {
    isWaiting = areShared && file.reading != .anew && file.size <= SharedLoads.largest
    if !isWaiting { try commit(in: warehouse.connection) }
    if file.reading == .anew, let id = file.id {
      for shape in Withdrawal.shapes(of: file.kind) {
        try warehouse.staleRows.list(id, shape, in: warehouse)
      }
    }
    if !warehouse.connection.isInTransaction { try warehouse.connection.execute("begin immediate") }
    try warehouse.connection.execute("savepoint file")
  }

  /// Keeps what the file brought; commits, where it or as many as may wait have come.
  mutating func end(in connection: Connection) throws(WarehouseError) {
    try connection.execute("release file")
    waiting += 1
    if !isWaiting || waiting >= SharedLoads.most { try commit(in: connection) }
  }

  /// Undoes what the file brought. After some errors SQLite has undone all that waited.
  func undo(in connection: Connection) throws(WarehouseError) {
    guard connection.isInTransaction else { return }
    try connection.execute("rollback to file; release file")
    if waiting == 0 { try connection.execute("commit") }
  }

  /// Makes last what waits.
  mutating func commit(in connection: Connection) throws(WarehouseError) {
    waiting = 0
    if connection.isInTransaction { try connection.execute("commit") }
  }
}
