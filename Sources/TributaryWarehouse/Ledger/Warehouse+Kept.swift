import TributaryModel

/// What only a run of its time could know, carried over into a warehouse that is built anew.
extension Warehouse {
  /// Takes over the runs of another warehouse; before this one begins its own.
  public func takeRuns(from other: Warehouse) throws(WarehouseError) {
    try write { () throws(WarehouseError) in
      for table in ["run", "job_run"] { try copy(table, from: other) }
    }
  }

  /// Takes over what earlier runs said, and the day totals that they ended with; before the marts
  /// are made, which then note what has changed by the rebuilding.
  public func takeHistory(from other: Warehouse) throws(WarehouseError) {
    try write { () throws(WarehouseError) in
      for table in ["day_history", "restated_day", "mart_total_day"] {
        try run("delete from \(table)")
        try copy(table, from: other)
      }
      try takeChangedFiles(from: other)
      var stale = StaleDays()
      stale.days = Set(try days("select distinct day from mart_total_day"))
      try note(stale)
    }
  }

  /// Files have other numbers here; one that is gone has none.
  private func takeChangedFiles(from other: Warehouse) throws(WarehouseError) {
    let insert = try connection.prepare(
      """
      insert or ignore into day_history_file (run_id, day, kind, source_file_id)
      select ?1, ?2, ?3, found.id
      from (select max(source_file_id) as id from source_file where kind = ?4 and path = ?5) found
      where found.id is not null
      """)
    try other.forEachRow(
      """
      select h.run_id, h.day, h.kind, f.kind, f.path
      from day_history_file h join source_file f using (source_file_id)
      """
    ) { row throws(WarehouseError) in try insert.run(row.cells) }
  }

  private func copy(_ table: String, from other: Warehouse) throws(WarehouseError) {
    let columns = try connection.columns(of: table)
      .filter(Set(try other.connection.columns(of: table)).contains)
    let list = columns.joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    let insert = try connection.prepare("insert into \(table) (\(list)) values (\(marks))")
    try other.forEachRow("select \(list) from \(table)") { row throws(WarehouseError) in
      try insert.run(row.cells)
    }
  }

  /// Rows of tables by the version of the file that told them, with their money by currency.
  public func rowsByVersion() throws(WarehouseError) -> [VersionRows] {
    var found: [VersionRows] = []
    for shape in TableShape.all {
      let amount = shape.amountColumn.map { "t." + $0 } ?? "0"
      let currency = shape.position(of: "currency") == nil ? "''" : "coalesce(t.currency, '')"
      try forEachRow(
        """
        select f.source_file_id, f.kind, f.path, v.content_hash, \(currency), count(*),
          sum(\(amount) >> 32), sum(\(amount) & 4294967295)
        from \(shape.table) t join file_version v using (version_id)
        join source_file f on f.source_file_id = v.source_file_id
        group by v.version_id, 5
        """
      ) { row throws(WarehouseError) in
        guard let kind = SourceKind(rawValue: row.text(1)) else { return }
        found.append(
          VersionRows(
            file: row.int64(0), kind: kind, path: row.text(2), contentHash: row.text(3),
            table: shape.table, currency: row.text(4), rows: Int(row.int64(5)),
            minor: shape.amountColumn == nil ? nil : (row.int64(6) &<< 32) &+ row.int64(7)))
      }
    }
    return found
  }
}

/// What the tables hold of one version of a file.
public struct VersionRows: Hashable, Sendable {
  public let file: Int64
  public let kind: SourceKind
  public let path: String
  public let contentHash: String
  public let table: String
  /// ISO 4217; empty when the rows name none.
  public let currency: String
  public let rows: Int
  /// Units: minor units; nil for a table whose money is not followed.
  public let minor: Int64?
}
