import TributaryModel

/// Takes the rows of one table from one file.
protocol TableLoader: AnyObject {
  var target: TableTarget { get }
  var tally: TableTally { get }
  func append(_ batch: TableBatch) throws(WarehouseError)
  /// Writes what had to wait for the end of the file.
  ///
  /// - Parameter isWhole: whether every record of the file could be read.
  func settle(isWhole: Bool) throws(WarehouseError)
}

/// What became of a file's rows.
struct TableTally {
  var loaded = 0
  var restated = 0
  var duplicate = 0
  /// Days whose totals change.
  var dirtyDays: Set<Day> = []
  /// Days that the file has rows of.
  var dataDays: Set<Day> = []
  var touchesAllDays = false
  /// What became of the money that was stored or was a duplicate, by currency.
  var money: [String: MoneyCounts] = [:]
  /// The money of rows of earlier readings that were taken back, by currency.
  var withdrawnMoney: [String: Int64] = [:]
  /// Rows that the file repeats of an older version of itself.
  var retold = 0
  /// Rows of older versions of the file, and their money by currency, that it says no longer.
  var vanished = 0
  var vanishedMoney: [String: Int64] = [:]
  /// Rows of older versions of the file that it neither repeats nor takes back.
  var keepsOtherReport = 0
  /// Days of rows that say the same as before, by the file that told them before.
  var adopted: [Int64: Set<Day>] = [:]
  /// Records whose key another person's record had, a month away or more, by the key.
  var reused: [String: Int] = [:]
  /// Records that say something else than files as old, by the path of the other.
  var ties: [String: Int] = [:]
}

extension TableTally {
  /// The money that the file says no longer, such as `7.00 RUB`.
  var vanishedSum: String { MoneyText.sums(vanishedMoney).joined(separator: ", ") }
}

/// Which loader a shape's way of merging needs.
enum TableLoading {
  static func loader(
    of target: TableTarget
  ) throws(WarehouseError) -> any TableLoader {
    switch target.shape.merge {
    case .replace: try KeyedLoader(target)
    case .sumWithinFile, .sumByFile: try SummingLoader(target)
    case .replaceSet: try SetLoader(target)
    }
  }
}
