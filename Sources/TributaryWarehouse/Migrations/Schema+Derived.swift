import TributaryModel

/// Tables that follow from loaded ones: they are never migrated, but made anew where another version
/// made them.
extension Schema {
  static let derived = [
    NamedSQL("fact", PackageResources.fact_sql),
    NamedSQL("journey", PackageResources.journey_sql),
    NamedSQL("mart", PackageResources.mart_sql),
    NamedSQL("letter_answer", PackageResources.letter_answer_sql),
    NamedSQL("invoice_settlement", PackageResources.invoice_settlement_sql),
  ]

  /// Raised when a rule of them that is written in Swift changes, such as which statuses are lost.
  private static let rulesVersion = 1

  /// What the statements that create and fill them come to, and the names of what they create: the
  /// file keeps it, so that a later version knows what to drop.
  static let derivedFingerprint: String = {
    let files = derived + Warehouse.facts + Warehouse.marts
    let text = files.map(\.text).joined() + String(rulesVersion)
    let hash = SHA256.hash(Array(text.utf8)).prefix(8).map { String($0, radix: 16) }.joined()
    return ([hash] + derivedNames).joined(separator: " ")
  }()

  /// Whether the tables are those of this version.
  static func isDerivedCurrent(_ connection: Connection) throws(WarehouseError) -> Bool {
    try derivedNote(connection) == derivedFingerprint
  }

  /// Creates them in a new file.
  static func createDerived(_ connection: Connection) throws(WarehouseError) {
    for file in derived { try connection.execute(file.text) }
    try connection.prepare("insert or replace into fingerprint values (?, ?)")
      .run([.text(fingerprintName), .text(derivedFingerprint)])
  }

  /// Drops those of another version, creates them empty, and has everything made anew.
  ///
  /// - Parameter results: the tables of results, which keep what earlier as-of days said.
  static func remakeDerived(
    _ connection: Connection, sparing results: [String]
  ) throws(WarehouseError) {
    let known = try derivedNote(connection)?.split(separator: " ").dropFirst().map(String.init)
    let names = Set((known ?? []) + derivedNames).subtracting(results).sorted()
    for name in names where try connection.type(of: name) == "view" {
      try connection.execute("drop view \"\(name)\"")
    }
    for name in names where try connection.has(table: name) {
      try connection.execute("drop table \"\(name)\"")
    }
    for name in remade {
      try connection.prepare("delete from fingerprint where name = ?").run([.text(name)])
    }
    try connection.execute("insert or ignore into stale_day values ('', 0)")
    try connection.execute("update order_namesake set is_new = 1 where is_new = 0")
    try createDerived(connection)
  }

  private static let derivedNames = names(in: derived.map(\.text).joined())

  private static let fingerprintName = "derived tables"

  /// What says that derived rows are up to date.
  private static let remade = [
    "sessions", "facts", "calls", "journeys", "campaign names", "campaign names of calls",
    "geodomains",
  ]

  private static func derivedNote(_ connection: Connection) throws(WarehouseError) -> String? {
    guard try connection.has(table: "fingerprint") else { return nil }
    let statement = try connection.prepare("select value from fingerprint where name = ?")
    try statement.bind([.text(fingerprintName)])
    return try statement.step() ? statement.text(0) : nil
  }

  /// The tables and views that a script creates.
  static func names(in script: String) -> [String] {
    script.split(separator: "\n").compactMap { line in
      for start in ["create table ", "create view "] where line.hasPrefix(start) {
        return line.dropFirst(start.count).split(separator: " ").first.map(String.init)
      }
      return nil
    }
  }
}
