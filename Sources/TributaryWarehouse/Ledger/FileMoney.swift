import TributaryModel

/// The money of one reading of a file: what came in, and what became of it.
///
/// What came in is added up at the door; what became of it is told by the loaders. The two must
/// agree before the ledger advances.
struct FileMoney {
  struct Key: Hashable, Comparable {
    let table: String
    let currency: String

    static func < (left: Key, right: Key) -> Bool {
      (left.table, left.currency) < (right.table, right.currency)
    }
  }

  private(set) var counts: [Key: MoneyCounts] = [:]
  /// The table that the file's own kind fills; nil when no money of it is followed.
  let table: String?

  init(_ kind: SourceKind) {
    table = TableShape.of(kind).flatMap { $0.amountColumn == nil ? nil : $0.table }
  }

  var keys: [Key] { counts.keys.sorted() }

  /// Rows that are handed to a loader.
  mutating func read(_ batch: TableBatch, _ shape: TableShape) {
    guard let amount = Amount(shape) else { return }
    var sums: [String: Int64] = [:]
    for row in batch.rows {
      if let (currency, minor) = amount.of(row.cells) { sums[currency, default: 0] &+= minor }
    }
    for (currency, sum) in sums {
      counts[Key(table: shape.table, currency: currency), default: MoneyCounts()].read &+= sum
    }
  }

  /// Records of the file's own kind that were refused.
  mutating func reject(_ rejections: [Rejection]) {
    guard let table else { return }
    for rejection in rejections {
      guard let money = rejection.money else {
        reject(unknown: 1)
        continue
      }
      let key = Key(table: table, currency: money.currency.code)
      counts[key, default: MoneyCounts()].read &+= money.minor
      counts[key, default: MoneyCounts()].rejected &+= money.minor
    }
  }

  /// Refused records of which nobody can tell the amount.
  mutating func reject(unknown records: Int) {
    guard let table, records > 0 else { return }
    counts[Key(table: table, currency: ""), default: MoneyCounts()].unknownAmounts += records
  }

  /// Money that records give back of orders, and what orders' totals moved by for it: what they said
  /// before is restated, and no record of the file brings it.
  mutating func giveBack(_ refunds: [String: MoneyCounts], netted: [String: Int64]) {
    for (currency, fates) in refunds {
      counts[Key(table: "order_refund", currency: currency), default: MoneyCounts()] += fates
    }
    for (currency, change) in netted where change != 0 {
      let key = Key(table: TableShape.orders.table, currency: currency)
      counts[key, default: MoneyCounts()].restatedFrom &-= change
    }
  }

  /// What a loader made of its rows, by currency.
  mutating func settle(_ money: [String: MoneyCounts], _ kind: SourceKind) {
    guard let table = TableShape.of(kind)?.table else { return }
    for (currency, fates) in money {
      counts[Key(table: table, currency: currency), default: MoneyCounts()] += fates
    }
  }

  /// The same money when the file is refused whole: nothing of it is stored.
  var refused: FileMoney {
    var refused = self
    for (key, counts) in counts {
      var all = MoneyCounts()
      all.read = counts.read
      all.rejected = counts.read
      all.unknownAmounts = counts.unknownAmounts
      refused.counts[key] = all
    }
    return refused
  }

  func check(_ path: FileName, in warehouse: Warehouse) throws(WarehouseError) {
    for key in keys {
      guard let money = counts[key], !money.reconciles else { continue }
      throw warehouse.failure(
        .other, "load \(path)",
        "expected money read = loaded + duplicate + rejected in \(key.table) \(key.currency), "
          + "found \(money.read) = \(money.loaded) + \(money.duplicate) + \(money.rejected)")
    }
  }
}
