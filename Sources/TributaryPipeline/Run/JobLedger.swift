import Foundation
import TributaryModel
import TributaryWarehouse

/// Times the jobs of a run and writes them into the run ledger.
final class JobLedger {
  private let warehouse: Warehouse
  private let run: Int64
  private let progress: (RunProgress) -> Void
  private(set) var jobs: [RunSummary.Job] = []

  /// Rows of the run ledger that this run has written.
  var writtenRows: Int { 1 + jobs.count }

  init(
    _ warehouse: Warehouse, asOf: Day, started: Instant, version: String,
    progress: @escaping (RunProgress) -> Void
  ) throws(WarehouseError) {
    self.warehouse = warehouse
    self.progress = progress
    run = try warehouse.beginRun(asOf: asOf, startedAt: started, version: version)
  }

  /// Does one job; the body tells how many rows it wrote beside its result.
  func job<Result>(
    _ name: String, _ body: () throws(WarehouseError) -> (result: Result, rows: Int)
  ) throws(WarehouseError) -> Result {
    progress(.job(name: name))
    let clock = ContinuousClock()
    let start = clock.now
    let (result, rows) = try body()
    let seconds = Double((clock.now - start) / .milliseconds(1)) / 1000
    try warehouse.finishJob(name, of: run, seconds: seconds, rows: rows)
    jobs.append(RunSummary.Job(name: name, seconds: seconds, rows: rows))
    return result
  }

  /// - Parameter pages: nil when none were published.
  func finish(exitCode: Int32, _ pages: PublishedPages?) throws(WarehouseError) {
    let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    try warehouse.write { () throws(WarehouseError) in
      try warehouse.finishRun(
        run, finishedAt: now, exitCode: exitCode, published: try pages?.note())
    }
  }
}
