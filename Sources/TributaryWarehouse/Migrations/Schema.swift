import TributaryModel

/// The schema of the file: which version it has, and how it comes to the newest.
enum Schema {
  /// "TRIB" in ASCII: tells a warehouse from other SQLite files.
  static let applicationID: Int64 = 0x5452_4942

  /// Steps of the tables that files fill and of those that are kept. Oldest first; the file's
  /// `user_version` is how many of them it has seen. The first makes all tables as they are today, so
  /// that a new file needs no other.
  static let migrations: [Migration] = [
    Migration(name: "create all tables") { connection throws(WarehouseError) in
      for shape in TableShape.all { try connection.execute(shape.createStatement) }
      for file in creation { try connection.execute(file.text) }
      try createDerived(connection)
    },
    Migration(name: "make journeys of what changes", run: remakeJourneys),
    Migration(name: "keep what visitors do unlike browsers", run: keepHabits),
    Migration(name: "keep what is odd about files", run: keepNotes),
    Migration(name: "keep what lines come to", run: keepLineAmounts),
    Migration(name: "tell events and users of collectors", run: keepEventHashes),
    Migration(name: "mask contacts in all texts", masksContacts: true, run: maskContacts),
    Migration(name: "tell orders by their systems' ids", run: keepOrderOrigins),
    Migration(name: "keep versions of files and the keys they were read with", run: keepVersions),
    Migration(
      name: "mask contacts that an older mask let through", masksContacts: true,
      run: maskContacts),
    Migration(name: "keep what runs published") { connection throws(WarehouseError) in
      try connection.add(column: "published", "text", to: "run")
    },
    Migration(name: "keep the line of each event") { connection throws(WarehouseError) in
      try connection.add(column: "source_file_id", "integer", to: "event")
      try connection.add(column: "line", "integer", to: "event")
    },
    Migration(name: "count requests by the hour", run: keepHours),
    Migration(name: "keep which columns hold days", run: keepDayColumns),
    Migration(name: "keep the threads of letters") { connection throws(WarehouseError) in
      try connection.add(column: "thread_id", "text", to: "letter")
    },
    Migration(name: "keep what each file says column by column", run: keepColumns),
    Migration(name: "tell orders apart whose numbers begin anew", run: keepPlacings),
    Migration(
      name: "tell invoices and payments apart whose numbers begin anew", run: keepKindsOfPlacings),
    Migration(name: "keep what sources leave out", run: keepLeftOutRows),
  ]

  /// A step from one version of the schema to the next.
  struct Migration: Sendable {
    let name: String
    /// Whether texts of before must not be left lying, in copies neither.
    var masksContacts = false
    let run: @Sendable (Connection) throws(WarehouseError) -> Void
  }

  static let creation = [
    NamedSQL("ledger", PackageResources.ledger_sql),
    NamedSQL("clickstream", PackageResources.clickstream_sql),
    NamedSQL("kept", PackageResources.kept_sql),
    NamedSQL("order_origin", PackageResources.order_origin_sql),
    NamedSQL("table_index", PackageResources.table_index_sql),
  ]

  /// Runs the migrations that the file has not seen, all in one transaction, after a copy of a file
  /// that has seen some.
  ///
  /// Errors: also those of the copy, without which nothing is migrated.
  static func bringUpToDate(_ connection: Connection) throws(WarehouseError) {
    let backup = MigrationBackup(path: connection.path)
    if try version(of: connection) < migrations.count {
      try migrate(connection, migrations, backup)
    }
    try backup.tidy(masked: masked(by: migrations))
  }

  /// The first version whose texts are masked; 0 for none.
  private static func masked(by migrations: [Migration]) -> Int {
    migrations.lastIndex(where: \.masksContacts).map { $0 + 1 } ?? 0
  }

  /// - Parameter migrations: those of `migrations`, or of a test.
  static func migrate(
    _ connection: Connection, _ migrations: [Migration], _ backup: MigrationBackup
  ) throws(WarehouseError) {
    try connection.transaction { () throws(WarehouseError) in
      // Asked again under the write lock: another run may have done it meanwhile.
      let version = try Schema.version(of: connection)
      if version > 0, version < migrations.count { try backup.make(masked: masked(by: migrations)) }
      let missing = version == 0 ? migrations.prefix(1) : migrations.dropFirst(version)
      for migration in missing { try migration.run(connection) }
      try connection.execute("pragma application_id = \(applicationID)")
      try connection.execute("pragma user_version = \(migrations.count)")
    }
  }

  /// Errors: `olderSchema` for an empty or older file, which only a run can bring up to date.
  static func check(_ connection: Connection) throws(WarehouseError) {
    let version = try version(of: connection)
    guard version == migrations.count else {
      throw connection.failure(
        .olderSchema, attempted: "read the warehouse",
        message: "expected schema version \(migrations.count), found \(version)")
    }
    guard try isDerivedCurrent(connection) else {
      throw connection.failure(
        .olderSchema, attempted: "read the warehouse",
        message: "another version of Tributary made its tables")
    }
  }

  /// Errors: `corrupt` for a SQLite file of another program, `newerSchema` for a newer one.
  private static func version(of connection: Connection) throws(WarehouseError) -> Int {
    let application = try connection.integer("pragma application_id")
    let version = try connection.integer("pragma user_version")
    let objects = try connection.integer("select count(*) from sqlite_schema")
    guard application == applicationID || (application == 0 && version == 0 && objects == 0) else {
      throw connection.failure(
        .corrupt, attempted: "open the warehouse",
        message: "it is a SQLite file of another program")
    }
    guard version >= 0 else {
      throw connection.failure(
        .corrupt, attempted: "open the warehouse",
        message: "expected a schema version, found \(version)")
    }
    guard version <= migrations.count else {
      throw connection.failure(
        .newerSchema, attempted: "open the warehouse",
        message: "expected schema version \(migrations.count) or older, found \(version)")
    }
    return Int(version)
  }
}

extension Connection {
  /// The first column of the first row; 0 when there is none.
  func integer(_ sql: String, _ cells: [Cell] = []) throws(WarehouseError) -> Int64 {
    let statement = try prepare(sql)
    try statement.bind(cells)
    return try statement.step() ? statement.int64(0) : 0
  }
}
