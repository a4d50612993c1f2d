import TributaryModel

extension ResultShape {
  /// The statement that creates the result's table, grain and meanings as comments within.
  ///
  /// `position` is the row's place in the list, from 1; a kept table has none. It is the key: whatever
  /// files say, storing a result cannot fail. The columns of the key stand first, as `quick_check` of
  /// SQLite 3.40 takes values for null in a table without rowid that has them elsewhere.
  var createStatement: String {
    let own = columns.map { column in
      let rule = column.isKey ? " not null" : ""
      let unit = column.unit.name.isEmpty ? "" : "; " + column.unit.name
      return "  \(column.name) \(column.storage.rawValue)\(rule), -- \(column.meaning)\(unit)"
    }
    let lines =
      ["create table \(table) ( -- one row per as-of day and \(grain)"]
      + ["  as_of text not null, -- the last day included; YYYY-MM-DD"]
      + ["  position integer not null, -- place in the list, from 1"] + own
      + ["  primary key (as_of, position)", ") strict, without rowid"]
    return lines.joined(separator: "\n")
  }
}
