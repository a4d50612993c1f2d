import Foundation
import TributaryModel

/// The shop's SQLite file: schema, ledger, rows and marts.
///
/// Not Sendable: one writer, one thread. A read-only warehouse sees the last committed state.
///
/// ```swift
/// let warehouse = try Warehouse(path: "shop.sqlite", settings: settings)
/// let outcome = try warehouse.load(file, maxRejected: 0.05) { loader in
///   try loader.append(batch)
///   return LoadSummary(read: 2, contentOffset: 512, contentHash: "…", headHash: "…")
/// }
/// try warehouse.refreshMarts(days: outcome.dirtyDays)
/// ```
public final class Warehouse {
  public let path: String
  public let settings: WarehouseSettings
  let connection: Connection
  var staleRows = StaleRows()
  var loads = SharedLoads()

  /// Opens the warehouse, creates it when the file is missing, brings its schema up to date.
  ///
  /// Errors: `corrupt` when the file is no warehouse, `newerSchema` when a newer version wrote
  /// it, `cannotOpen`, `permission` and `readOnly` when the system says no.
  public convenience init(path: String, settings: WarehouseSettings) throws(WarehouseError) {
    try Warehouse.checkFolder(of: path)
    let connection = try Connection(path: path, access: .readWrite)
    guard !connection.isReadOnly else {
      throw connection.failure(
        .readOnly, attempted: "open the warehouse for writing",
        message: "the system allows only reading")
    }
    try self.init(connection: connection, settings: settings)
    try checkKey()
    try Schema.bringUpToDate(connection)
    try noteKey()
    forgetOverwritten()
    try prepareWorkTables()
  }

  /// Opens an existing warehouse for reading only.
  ///
  /// Errors: as for writing; a missing file is `cannotOpen`.
  public static func readOnly(
    path: String, settings: WarehouseSettings
  ) throws(WarehouseError) -> Warehouse {
    let connection = try Connection(path: path, access: .readOnly)
    let warehouse = try Warehouse(connection: connection, settings: settings)
    try Schema.check(connection)
    return warehouse
  }

  private init(connection: Connection, settings: WarehouseSettings) throws(WarehouseError) {
    path = connection.path
    self.settings = settings
    self.connection = connection
    try registerFunctions()
  }

  /// Runs the body in one transaction; a throw undoes all of it. Inside another one it joins it.
  public func write<Result>(
    _ body: () throws(WarehouseError) -> Result
  ) throws(WarehouseError) -> Result {
    try connection.transaction(body)
  }

  /// Writes the file anew where a migration took texts out of it: they may lie in its free pages.
  ///
  /// A disk without the room for it is no reason to stop: the next run tries again.
  private func forgetOverwritten() {
    guard (try? fingerprint("vacuum")) ?? nil != nil else { return }
    do {
      try connection.execute("vacuum")
      try run("delete from fingerprint where name = 'vacuum'")
    } catch { return }
  }

  /// SQLite keeps its journal beside the file, and says only at the first write that it cannot.
  private static func checkFolder(of path: String) throws(WarehouseError) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: folder) else { return }
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw WarehouseError(
        kind: .permission, path: path, attempted: "open the warehouse for writing",
        message: "its folder cannot be written, and SQLite keeps the journal there")
    }
  }

  /// An error of this file.
  func failure(
    _ kind: WarehouseError.Kind, _ attempted: String, _ message: String
  ) -> WarehouseError {
    connection.failure(kind, attempted: attempted, message: message)
  }
}

/// What the warehouse must know of the shop to sum its rows.
public struct WarehouseSettings: Sendable {
  /// The shop's time zone: which day an instant belongs to.
  public var zone: Zone
  /// The shop's currency: what the marts add up in.
  public var currency: Currency
  /// The shop's key, for whoever writes: it must be the one that the warehouse was made with.
  public var key: ContactKey?
  /// The shop's own spellings of cities, as `CityName.keys(of:)` gives them.
  public var cities: [String: String]

  package init(
    zone: Zone, currency: Currency, key: ContactKey? = nil, cities: [String: String] = [:]
  ) {
    self.zone = zone
    self.currency = currency
    self.key = key
    self.cities = cities
  }
}

extension Warehouse {
  /// Rows that this warehouse has inserted, changed or deleted since it was opened.
  public var writtenRows: Int { connection.totalChanges }

  /// How many transactions have changed the file since it was made, whichever program made them; nil
  /// where SQLite does not count them.
  ///
  /// Two moments of one file with the same number have the same rows.
  public var committedTransactions: UInt32? { connection.committedTransactions }

  /// A number that is another one after another program has written.
  public func foreignWrites() throws(WarehouseError) -> Int64 {
    try connection.integer("pragma data_version")
  }
}
