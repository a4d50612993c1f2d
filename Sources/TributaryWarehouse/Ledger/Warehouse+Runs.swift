import TributaryModel

extension Warehouse {
  /// Notes that a run starts.
  ///
  /// - Returns: the run's number.
  public func beginRun(
    asOf: Day, startedAt: Instant, version: String
  ) throws(WarehouseError) -> Int64 {
    try run(
      "insert into run (as_of, started_at, version) values (?, ?, ?)",
      [.text(asOf.description), .integer(startedAt.milliseconds), .text(version)])
    return connection.lastInsertRowID
  }

  /// Notes that a job of the run is done; a job that runs twice keeps its last figures.
  public func finishJob(
    _ job: String, of runID: Int64, seconds: Double, rows: Int
  ) throws(WarehouseError) {
    try run(
      "insert or replace into job_run (run_id, job, seconds, rows) values (?, ?, ?, ?)",
      [.integer(runID), .text(job), .real(seconds), .integer(Int64(rows))])
  }

  /// Notes that the run has ended.
  ///
  /// - Parameter published: what its pages followed from; nil when none were published.
  public func finishRun(
    _ runID: Int64, finishedAt: Instant, exitCode: Int32, published: String? = nil
  ) throws(WarehouseError) {
    try run(
      "update run set finished_at = ?, exit_code = ?, published = ? where run_id = ?",
      [
        .integer(finishedAt.milliseconds), .integer(Int64(exitCode)),
        published.map { .text($0) } ?? .null, .integer(runID),
      ])
  }

  /// What the pages of the last run followed from; nil when it published none or has not ended.
  public func lastPublished() throws(WarehouseError) -> String? {
    try rows("select published from run order by run_id desc limit 1").first?
      .optionalText("published")
  }
}
