import TributaryModel

/// A key that is needed, or that the source's `columns` names, and that no record has.
struct AbsentKey {
  let column: Column
  /// The column's cell.
  let position: Int
  /// As `columns` or the format names it.
  let path: String
  let isNeeded: Bool
  /// Whether `columns` names it.
  let isOwn: Bool

  /// All that a file may lack, before any record was read.
  static func of(
    _ columns: [Column], _ wanted: WantedKeys, _ options: TableOptions
  ) -> [AbsentKey] {
    zip(columns, wanted.positions).compactMap { column, position in
      guard let position, let path = wanted.keys[position].first else { return nil }
      let isNeeded =
        column.isRequired || (options.deriveOrders && column.name == "placed_at")
      let isOwn = options.columns[column.name] != nil
      guard isOwn || isNeeded, options.constants[column.name] == nil else { return nil }
      return AbsentKey(
        column: column, position: position, path: path, isNeeded: isNeeded, isOwn: isOwn)
    }
  }
}

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
