import TributaryModel

extension ResultShape {
  /// The statement that creates the result's table, grain and meanings as comments within.
  ///
  /// `position` is the row's place in the list, from 1; a kept table has none.
  var createStatement: String {
    let own = columns.map { column in
      let rule = column.isKey ? " not null" : ""
      let unit = column.unit.name.isEmpty ? "" : "; " + column.unit.name
      return "  \(column.name) \(column.storage.rawValue)\(rule), -- \(column.meaning)\(unit)"
    }
    let key = (["as_of"] + columns.filter(\.isKey).map(\.name)).joined(separator: ", ")
    let lines =
      ["create table \(table) ( -- one row per as-of day and \(grain)"]
      + ["  as_of text not null, -- the last day included; YYYY-MM-DD"] + own
      + ["  position integer not null, -- place in the list, from 1", "  primary key (\(key))"]
    return (lines + [") strict, without rowid"]).joined(separator: "\n")
  }
}
