import TributaryModel
import TributaryWarehouse

/// How a pipeline stands: its last runs and how fresh each source is.
public struct PipelineStatus: Sendable {
  public let pipeline: String
  /// Latest first; at most five.
  public let runs: [Run]
  /// When a scheduled run failed, if none has ended well since; see `FailureMark`.
  public let failedAt: Instant?
  /// Every source of the pipeline file, in the order of kinds.
  public let sources: [Source]

  /// One run of the pipeline.
  public struct Run: Sendable {
    public let asOf: String
    public let startedAt: Instant
    /// Nil while it runs, or when it was killed.
    public let finishedAt: Instant?
    public let exitCode: Int?
    public let version: String
    public let state: State
  }

  /// What became of a run.
  public enum State: String, Sendable {
    case finished
    case running
    /// It runs for longer than any run should.
    case hung
    /// It ended without a word: killed, or the machine went down.
    case killed

    /// Units: milliseconds; what the timer's service is given, too.
    static let longestRun: Int64 = 12 * 3_600_000
  }

  /// All files of one kind.
  public struct Source: Sendable {
    public let kind: SourceKind
    public let files: Int
    public let counts: FileCounts
    public let refusedFiles: Int
    /// The last day with data; nil when there is none or the table knows no time.
    public let dataTo: Day?
  }

  /// As one JSON object.
  public var json: String {
    JSONText.object([
      ("pipeline", JSONText.string(pipeline)),
      ("failed_at", failedAt.map { JSONText.string($0.description) } ?? "null"),
      ("runs", JSONText.list(runs.map(\.json))),
      ("sources", JSONText.list(sources.map(\.json))),
    ])
  }
}

extension ReadOnlyWarehouse {
  /// The status after the last run, at that moment.
  public func status(at now: Instant) throws(RunError) -> PipelineStatus {
    let holder = WarehouseLock.lastHolder(of: pipeline.warehouse)
    let runs = try values(
      """
      select as_of, started_at, finished_at, exit_code, version
      from run order by run_id desc limit 5
      """
    ) { row throws(WarehouseError) in try PipelineStatus.Run(row, lock: holder, at: now) }
    let found = try values(
      """
      select kind, count(*) as files, sum(read) as read, sum(loaded) as loaded,
        sum(restated) as restated, sum(duplicate) as duplicate, sum(filtered) as filtered,
        sum(rejected) as rejected, sum(pending) as pending, count(refusal) as refused,
        max(data_to) as data_to
      from source_file group by kind
      """, [], PipelineStatus.Source.init)
    let named = Set(pipeline.sources.map(\.kind))
    let missing = named.filter { kind in !found.contains { $0?.kind == kind } }
    var sources = found.compactMap { $0 } + missing.map { PipelineStatus.Source(without: $0) }
    for kind in pipeline.derivedKinds where !sources.contains(where: { $0.kind == kind }) {
      let last = try values("select zoned_day(max(placed_at)) as day from orders") {
        row throws(WarehouseError) in try row.optionalText("day").flatMap { Day($0) }
      }
      sources.append(PipelineStatus.Source(without: kind, dataTo: last.first ?? nil))
    }
    return PipelineStatus(
      pipeline: pipeline.name, runs: runs, failedAt: FailureMark(of: pipeline).failedAt,
      sources: sources.sorted { $0.kind < $1.kind })
  }
}

extension PipelineStatus.Run {
  fileprivate init(_ row: Row, lock holder: String, at now: Instant) throws(WarehouseError) {
    asOf = try row.text("as_of")
    startedAt = Instant(milliseconds: try row.int64("started_at"))
    finishedAt = try row.optionalInt64("finished_at").map { Instant(milliseconds: $0) }
    exitCode = try row.optionalInt64("exit_code").map { Int($0) }
    version = try row.text("version")
    if finishedAt != nil {
      state = .finished
    } else if !LockHolder.isRunning(since: startedAt, lock: holder) {
      state = .killed
    } else {
      let isLong = now.milliseconds - startedAt.milliseconds > PipelineStatus.State.longestRun
      state = isLong ? .hung : .running
    }
  }

  fileprivate var json: String {
    JSONText.object([
      ("as_of", JSONText.string(asOf)),
      ("started_at", JSONText.string(startedAt.description)),
      ("finished_at", finishedAt.map { JSONText.string($0.description) } ?? "null"),
      ("exit_code", exitCode.map { String($0) } ?? "null"),
      ("version", JSONText.string(version)), ("state", JSONText.string(state.rawValue)),
    ])
  }
}

extension PipelineStatus.Source {
  fileprivate init?(_ row: Row) throws(WarehouseError) {
    guard let kind = SourceKind(rawValue: try row.text("kind")) else { return nil }
    self.kind = kind
    files = Int(try row.int64("files"))
    var counts = FileCounts()
    counts.read = Int(try row.int64("read"))
    counts.loaded = Int(try row.int64("loaded"))
    counts.restated = Int(try row.int64("restated"))
    counts.duplicate = Int(try row.int64("duplicate"))
    counts.filtered = Int(try row.int64("filtered"))
    counts.rejected = Int(try row.int64("rejected"))
    counts.pending = Int(try row.int64("pending"))
    self.counts = counts
    refusedFiles = Int(try row.int64("refused"))
    dataTo = try row.optionalText("data_to").flatMap { Day($0) }
  }

  /// A kind that no file is of.
  fileprivate init(without kind: SourceKind, dataTo: Day? = nil) {
    self.kind = kind
    files = 0
    counts = FileCounts()
    refusedFiles = 0
    self.dataTo = dataTo
  }

  fileprivate var json: String {
    JSONText.object([
      ("kind", JSONText.string(kind.rawValue)), ("files", String(files)),
      ("read", String(counts.read)), ("loaded", String(counts.loaded)),
      ("restated", String(counts.restated)), ("duplicate", String(counts.duplicate)),
      ("filtered", String(counts.filtered)), ("rejected", String(counts.rejected)),
      ("pending", String(counts.pending)), ("refused_files", String(refusedFiles)),
      ("data_to", dataTo.map { JSONText.string($0.description) } ?? "null"),
    ])
  }
}
