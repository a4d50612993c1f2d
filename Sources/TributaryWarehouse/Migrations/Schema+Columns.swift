import TributaryModel

extension Schema {
  /// Versions know the columns of their files, rows which of theirs another version told, and spend
  /// is kept by file: of what is there every file says all that it has.
  static func keepColumns(_ connection: Connection) throws(WarehouseError) {
    try connection.add(column: "columns", "text", to: "file_version")
    for shape in TableShape.all {
      try connection.add(column: "told_before", "text", to: shape.table)
    }
    let spend = TableShape.spend
    let known = try connection.columns(of: spend.table)
    guard !known.contains("keyword_id") else { return }
    let names = spend.columns.map(\.name) + ["source_file_id", "line", "version_id"]
    let values = names.map { known.contains($0) ? $0 : "''" }
    try connection.execute("alter table spend rename to older_spend")
    try connection.execute(spend.createStatement)
    try connection.execute(
      """
      insert into spend (\(names.joined(separator: ", ")))
      select \(values.joined(separator: ", ")) from older_spend;
      drop table older_spend;
      """)
  }

  /// Rows that their newest version leaves out.
  static func keepLeftOutRows(_ connection: Connection) throws(WarehouseError) {
    try connection.execute(
      """
      create table if not exists left_out_row (
        table_name text not null,
        key text not null,
        cells text not null,
        source_file_id integer not null,
        line integer not null,
        version_id integer not null,
        told_before text,
        primary key (table_name, key)
      ) strict, without rowid;
      """)
  }
}
