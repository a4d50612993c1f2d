import TributaryModel

extension Warehouse {
  /// Every table and view by name, as the statements that made them say.
  public func tableDescriptions() throws(WarehouseError) -> [TableDescription] {
    let sql = """
      select name, type, sql from sqlite_schema
      where type in ('table', 'view') and name not like 'sqlite!_%' escape '!'
      order by name
      """
    return try rows(sql).map { row throws(WarehouseError) in
      let name = try row.text("name")
      let isView = try row.text("type") == "view"
      let comments = StatementComments(try row.text("sql"))
      let columns = try rows("select name, type from pragma_table_info(?)", [.text(name)])
      return TableDescription(
        name: name, grain: comments.grain,
        columns: try columns.map { column throws(WarehouseError) in
          let each = try column.text("name")
          return TableDescription.Column(
            name: each, type: isView ? "" : try column.text("type").lowercased(),
            meaning: comments.meanings[each] ?? CommonColumn.meanings[each] ?? "")
        })
    }
  }
}

/// The comments of a `create table` statement: behind its head, and behind each column.
private struct StatementComments {
  var grain = ""
  var meanings: [String: String] = [:]

  init(_ statement: String) {
    var column: String?
    for (index, line) in statement.split(separator: "\n").enumerated() {
      let parts = line.split(separator: "-- ", maxSplits: 1, omittingEmptySubsequences: false)
      let code = parts[0].split(separator: " ").first.map(String.init)
      let comment = parts.count > 1 ? String(parts[1]) : ""
      if index == 0 {
        grain = comment
      } else if let code {
        column = code
        if !comment.isEmpty { meanings[code] = comment }
      } else if let column, !comment.isEmpty, let before = meanings[column] {
        meanings[column] = before + " " + comment
      }
    }
  }
}
