import Foundation
import TributaryIngest
import TributaryModel

/// Reading a CSV file of orders.
struct TableStages {
  let key: ContactKey

  func read(_ file: SourceFile) throws {
    let reader = TableReader(
      shape: .orders, options: TableOptions(key: key, zone: .utc, currency: .usd))
    let watch = Stopwatch()
    var rows = 0
    let summary = try reader.read(file) { batch, _ in rows += batch.rows.count }
    watch.report("table", Double(summary.contentOffset) / 1_000_000, "MB")
    print("\(rows) rows")
  }
}
