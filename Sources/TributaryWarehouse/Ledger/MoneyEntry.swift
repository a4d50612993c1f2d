import TributaryModel

/// The rows of one file in the ledger of money, and the totals that tables must have.
///
/// Sums are made here and not in SQL, where one that leaves 64 bits is an error.
enum MoneyEntry {
  /// Takes back the money that an earlier reading refused and that is judged anew.
  ///
  /// Tables are always read whole; of a reading that could not begin, only a whole refusal before
  /// it goes.
  static func withdrawRejections(
    of file: Int64, _ reading: FileDescription.Reading, in warehouse: Warehouse
  ) throws(WarehouseError) {
    let refused = try warehouse.connection.integer(
      "select refused_records from source_file where source_file_id = ?", [.integer(file)])
    guard reading == .whole || refused > 0 else { return }
    var entries = try entries(of: file, in: warehouse)
    for (key, entry) in entries {
      entries[key]?.money.read = entry.money.read &- entry.money.rejected
      entries[key]?.money.rejected = 0
      entries[key]?.money.unknownAmounts = 0
    }
    try write(entries, of: file, in: warehouse)
  }

  /// Adds what one reading came to.
  ///
  /// - Parameter stated: what the file's own totals row says; nil when the file was refused.
  static func close(
    _ file: Int64, _ money: FileMoney, stated: LoadSummary?, in warehouse: Warehouse
  ) throws(WarehouseError) {
    var entries = try entries(of: file, in: warehouse)
    for key in entries.keys {
      entries[key]?.listed = 0
      entries[key]?.stated = nil
    }
    for key in money.keys {
      guard let counts = money.counts[key] else { continue }
      entries[key, default: Entry()].money += counts
      entries[key, default: Entry()].listed = counts.read
      try move(key, by: counts.change, in: warehouse)
    }
    if let total = stated?.statedTotal, let key = statedKey(money, stated?.statedCurrency) {
      entries[key, default: Entry()].stated = total
    }
    try write(entries, of: file, in: warehouse)
  }

  /// Takes money that was taken back out of the totals that tables must have.
  static func withdraw(
    _ money: [FileMoney.Key: Int64], in warehouse: Warehouse
  ) throws(WarehouseError) {
    for (key, minor) in money.sorted(by: { $0.key < $1.key }) {
      try move(key, by: 0 &- minor, in: warehouse)
    }
  }

  private struct Entry {
    var money = MoneyCounts()
    var listed: Int64 = 0
    var stated: Int64?
  }

  /// The row that a totals row speaks of; nil when the file has several currencies.
  private static func statedKey(_ money: FileMoney, _ currency: String?) -> FileMoney.Key? {
    let keys = money.keys.filter { money.counts[$0]?.read != 0 || $0.currency != "" }
    if let currency {
      let empty = money.table.map { FileMoney.Key(table: $0, currency: currency) }
      return keys.first { $0.currency == currency } ?? (keys.isEmpty ? empty : nil)
    }
    return keys.count == 1 ? keys[0] : nil
  }

  private static func entries(
    of file: Int64, in warehouse: Warehouse
  ) throws(WarehouseError) -> [FileMoney.Key: Entry] {
    var entries: [FileMoney.Key: Entry] = [:]
    try warehouse.forEachRow(
      """
      select table_name, currency, read, loaded, restated_from, restated_to, duplicate, rejected,
        unknown_amounts, listed, stated_total
      from file_money where source_file_id = ?
      """, [.integer(file)]
    ) { row throws(WarehouseError) in
      var entry = Entry()
      entry.money = MoneyCounts(row, from: 2)
      entry.listed = row.int64(9)
      entry.stated = row.optionalInt64(10)
      entries[FileMoney.Key(table: row.text(0), currency: row.text(1))] = entry
    }
    return entries
  }

  private static func write(
    _ entries: [FileMoney.Key: Entry], of file: Int64, in warehouse: Warehouse
  ) throws(WarehouseError) {
    let insert = try warehouse.connection.prepare(
      "insert or replace into file_money values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (key, entry) in entries.sorted(by: { $0.key < $1.key }) {
      let money = entry.money
      try insert.run(
        [.integer(file), .text(key.table), .text(key.currency)]
          + [
            money.read, money.loaded, money.restatedFrom, money.restatedTo, money.duplicate,
            money.rejected, Int64(money.unknownAmounts), entry.listed,
          ].map { .integer($0) } + [entry.stated.map { .integer($0) } ?? .null])
    }
  }

  private static func move(
    _ key: FileMoney.Key, by change: Int64, in warehouse: Warehouse
  ) throws(WarehouseError) {
    guard change != 0 else { return }
    let cells: [Cell] = [.text(key.table), .text(key.currency)]
    let total = try warehouse.connection.integer(
      "select total from table_money where table_name = ? and currency = ?", cells)
    try warehouse.connection.prepare("insert or replace into table_money values (?, ?, ?)")
      .run(cells + [.integer(total &+ change)])
  }
}

extension MoneyCounts {
  /// The seven sums of a row of the ledger, from that column on.
  init(_ row: RowCursor, from column: Int) {
    self.init()
    read = row.int64(column)
    loaded = row.int64(column + 1)
    restatedFrom = row.int64(column + 2)
    restatedTo = row.int64(column + 3)
    duplicate = row.int64(column + 4)
    rejected = row.int64(column + 5)
    unknownAmounts = Int(row.int64(column + 6))
  }
}
