import TributaryModel

/// Tables that follow from loaded ones: they are never migrated, but made anew where another version
/// made them.
extension Schema {
  static let derived = [
    NamedSQL("fact", PackageResources.fact_sql),
    NamedSQL("journey", PackageResources.journey_sql),
    NamedSQL("mart", PackageResources.mart_sql),
    NamedSQL("result", PackageResources.result_sql),
    NamedSQL("letter_answer", PackageResources.letter_answer_sql),
    NamedSQL("invoice_settlement", PackageResources.invoice_settlement_sql),
  ]

  /// What the statements that create them come to, and the names of what they create: the file keeps
  /// it, so that a later version knows what to drop.
  static let derivedFingerprint: String = {
    let text = derived.map(\.text).joined()
    let hash = SHA256.hash(Array(text.utf8)).prefix(8).map { String($0, radix: 16) }.joined()
    return ([hash] + names(in: text)).joined(separator: " ")
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
  static func remakeDerived(_ connection: Connection) throws(WarehouseError) {
    let known = try derivedNote(connection)?.split(separator: " ").dropFirst().map(String.init)
    let current = names(in: derived.map(\.text).joined())
    for name in Set((known ?? []) + current).sorted() {
      let find = try connection.prepare(
        "select type from sqlite_schema where name = ? and type in ('table', 'view')")
      try find.bind([.text(name)])
      guard try find.step() else { continue }
      let type = find.text(0)
      find.reset()
      try connection.execute("drop \(type) \"\(name)\"")
    }
    for name in remade {
      try connection.prepare("delete from fingerprint where name = ?").run([.text(name)])
    }
    try connection.execute("insert or ignore into stale_day values ('', 0)")
    try createDerived(connection)
  }

  private static let fingerprintName = "derived tables"

  /// What says that derived rows are up to date.
  private static let remade = [
    "sessions", "journeys", "campaign names", "campaign names of calls", "geodomains",
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
