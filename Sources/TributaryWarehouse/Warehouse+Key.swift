import TributaryModel

/// The warehouse knows its key by a check value: another key would make strangers of all customers.
extension Warehouse {
  private static let name = "key"

  /// The check value of the key that a warehouse was made with; nil where it cannot be told: no
  /// warehouse, an older one, one that a run was killed in.
  public static func keyCheck(at path: String) -> String? {
    guard let connection = try? Connection(path: path, access: .readOnly) else { return nil }
    return try? keyCheck(connection)
  }

  /// Errors: `otherKey` when the warehouse was made with another key.
  func checkKey() throws(WarehouseError) {
    guard let key = settings.key, let known = try Warehouse.keyCheck(connection),
      known != key.checkValue
    else { return }
    throw failure(.otherKey, "open the warehouse", "it was made with another key")
  }

  /// Notes the key of a new warehouse, or of one that an older version made.
  func noteKey() throws(WarehouseError) {
    guard let key = settings.key, try fingerprint(Warehouse.name) == nil else { return }
    try setFingerprint(Warehouse.name, key.checkValue)
  }

  private static func keyCheck(_ connection: Connection) throws(WarehouseError) -> String? {
    let tables = "select count(*) from sqlite_schema where type = 'table' and name = 'fingerprint'"
    guard try connection.integer(tables) > 0 else { return nil }
    let statement = try connection.prepare("select value from fingerprint where name = ?")
    try statement.bind([.text(name)])
    return try statement.step() ? statement.text(0) : nil
  }
}
