import TributaryModel

extension TableShape {
  /// The statement that creates the shape's table, its summaries as comments within.
  ///
  /// Key columns that a file may leave empty are not null: unknown is '' there, so that the key
  /// is total. Sets keep repeated keys, so their table has no primary key.
  var createStatement: String {
    let rows = columns.map { column in
      let rule = column.isRequired || column.isKey ? " not null" : ""
      return "  \(column.name) \(column.type.storage)\(rule), -- \(column.summary)"
    }
    let origin = [
      "  source_file_id integer not null, -- the file of this version of the row",
      "  line integer not null, -- its line there",
      "  version_id integer not null, -- that of the file",
      "  told_before text" + (hasPrimaryKey ? "," : "")
        + " -- columns of which that file says nothing: `column:version_id:updated_at`",
    ]
    let keyNames = (key.map { columns[$0].name } + (keepsFiles ? ["source_file_id"] : []))
      .joined(separator: ", ")
    let grain = hasPrimaryKey ? "one row per \(keyNames)" : "one row per line of an order"
    let ending = hasPrimaryKey ? ["  primary key (\(keyNames))"] : []
    let options = hasPrimaryKey ? "strict, without rowid" : "strict"
    return
      (["create table \(table) ( -- \(kind.rawValue); \(grain)"] + rows + origin
      + ending + [") \(options)"]).joined(separator: "\n")
  }

  var hasPrimaryKey: Bool { merge != .replaceSet }
}

extension ColumnType {
  /// The type of SQLite that holds the column.
  var storage: String {
    switch self {
    case .text, .ownPhone, .phone, .email, .day: "text"
    case .integer, .money, .instant, .boolean, .hashedID, .card: "integer"
    case .real: "real"
    }
  }
}
