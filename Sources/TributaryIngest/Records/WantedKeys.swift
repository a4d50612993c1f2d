import TributaryModel

/// Which keys of a file hold the wanted columns, for readers that cut the cells out themselves.
struct WantedKeys {
  /// For each column the position of its cell; nil where the format has none.
  let positions: [Int?]
  /// By position: the keys of a column, best first.
  let keys: [[String]]

  init(_ columns: [Column], _ options: TableOptions) {
    var positions: [Int?] = []
    var keys: [[String]] = []
    for column in columns {
      let own = options.columns[column.name].map { [$0] }
      guard let found = own ?? options.aliases[column.name] else {
        positions.append(nil)
        continue
      }
      positions.append(keys.count)
      keys.append(found)
    }
    self.positions = positions
    self.keys = keys
  }

  /// Every key that some column is read from.
  var all: Set<String> { Set(keys.joined()) }

  /// Adds one cell a column to the record: the first of its keys with a value.
  func cut(_ fields: [String: String], into record: inout Record) {
    for names in keys {
      let value = names.lazy.compactMap { fields[$0] }.first { !$0.isEmpty }
      record.append(cell: (value ?? "").utf8)
    }
  }
}
