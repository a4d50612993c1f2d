import TributaryModel

/// Takes the rows of one table from one file.
protocol TableLoader: AnyObject {
  var tally: TableTally { get }
  func append(_ batch: TableBatch) throws(WarehouseError)
  /// Writes what had to wait for the end of the file.
  func settle() throws(WarehouseError)
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
}

/// Which loader a shape's way of merging needs.
enum TableLoading {
  static func loader(
    of shape: TableShape, warehouse: Warehouse, sourceFile: Int64
  ) throws(WarehouseError) -> any TableLoader {
    let target = try TableTarget(shape: shape, warehouse: warehouse, sourceFile: sourceFile)
    return switch shape.merge {
    case .replace: try KeyedLoader(target)
    case .sumWithinFile: try SummingLoader(target)
    case .replaceSet: try SetLoader(target)
    }
  }
}
