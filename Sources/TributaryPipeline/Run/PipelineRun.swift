import Foundation
import TributaryAnalysis
import TributaryIngest
import TributaryModel
import TributaryReports
import TributarySystem
import TributaryWarehouse

/// One run: sources to warehouse to answers to pages.
///
/// ```
///  load ─► sessions ─► journeys ─► marts ─► answers ─► results, reports
///    └ changed days ──────┴───────────┘
/// ```
///
/// A refused or missing source stops only itself; the pages say what is missing.
public struct PipelineRun {
  private let pipeline: Pipeline

  package init(_ pipeline: Pipeline) {
    self.pipeline = pipeline
  }

  /// Makes the run and tells what it came to.
  ///
  /// Errors: what stops the whole run: a held lock, a warehouse or folder that cannot be written.
  public func run(
    _ options: RunOptions, progress: @escaping (RunProgress) -> Void = { _ in }
  ) throws(RunError) -> RunSummary {
    try checkFormats()
    let started = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    let asOf = options.asOf ?? pipeline.asOf ?? pipeline.zone.day(of: started).adding(-1)
    _ = try KeyFile.key(of: pipeline)
    try makeFolder(of: pipeline.warehouse)
    let lock = try lock(options, started)
    var key =
      if let known = try KeyFile.key(of: pipeline) { known } else {
        try KeyFile.create(at: pipeline.keyFile)
      }
    key.country = pipeline.phoneCountry
    let made = Made(asOf: asOf, started: started, key: key, options: options, progress: progress)
    let refresh = FullRefresh(pipeline: pipeline, key: key, mayMiss: options.mayMissFiles)
    let summary: RunSummary
    if options.isFullRefresh, refresh.isNeeded {
      summary = try rebuild(refresh, made)
    } else {
      summary = try fill(pipeline, made)
      // A good run needs the warehouse of before a rebuilding no longer.
      if summary.exitCode == 0 { try refresh.tidy() }
    }
    if summary.exitCode == 0 { FailureMark(of: pipeline).remove() }
    lock.release()
    return summary
  }

  /// What a run is made with.
  private struct Made {
    let asOf: Day
    let started: Instant
    let key: ContactKey
    let options: RunOptions
    let progress: (RunProgress) -> Void
  }

  /// Brings the warehouse of the pipeline up to date and renders what it says.
  ///
  /// - Parameter former: the warehouse that this one is rebuilt in place of.
  private func fill(
    _ pipeline: Pipeline, _ made: Made, former: Warehouse? = nil
  ) throws(RunError) -> RunSummary {
    try makeFile(pipeline.warehouse)
    let builder = SessionBuilder(rules: SessionRules(pipeline))
    do throws(WarehouseError) {
      let warehouse = try Warehouse(
        path: pipeline.warehouse, settings: WarehouseSettings(pipeline, key: made.key))
      let pages = try PublishedPages(
        warehouse, pipeline, asOf: made.asOf, version: made.options.version)
      if let former { try warehouse.takeRuns(from: former) }
      let jobs = try JobLedger(
        warehouse, asOf: made.asOf, started: made.started, version: made.options.version,
        progress: made.progress)
      return try RunJobs(
        pipeline: pipeline, warehouse: warehouse, key: made.key, builder: builder,
        asOf: made.asOf, ledger: jobs, pages: pages,
        progress: made.progress,
        afterLoading: { () throws(WarehouseError) in
          if let former { try warehouse.takeHistory(from: former) }
        }
      ).run()
    } catch {
      throw RunError(error)
    }
  }

  private func rebuild(
    _ refresh: FullRefresh, _ made: Made
  ) throws(RunError) -> RunSummary {
    try refresh.clear()
    let summary: RunSummary
    do {
      let former = try refresh.former()
      try refresh.checkFiles(former)
      summary = try fill(refresh.rebuilt, made, former: former)
      try refresh.checkRefusals(former)
    } catch {
      try refresh.clear()
      throw error
    }
    try refresh.swap()
    return summary
  }

  /// A log format that cannot be read is found before anything is written.
  private func checkFormats() throws(RunError) {
    for source in pipeline.sources where source.kind == .clickstream {
      do { _ = try ClickstreamFormat(source.format, columns: source.columns) } catch {
        throw RunError(
          .configuration, "\(pipeline.file): \(source.path).format: \(error.message)"
        )
      }
    }
  }

  /// The warehouse's folder, which is the owner's alone where it is made here.
  private func makeFolder(of path: String) throws(RunError) {
    do throws(SystemError) { try OwnerFile.makeFolders(of: path) } catch {
      throw RunError(error, at: path, doing: "make the folder of the warehouse")
    }
  }

  /// An empty file is a new warehouse to SQLite, whose journals take its permissions on.
  private func makeFile(_ path: String) throws(RunError) {
    do throws(SystemError) { try OwnerFile.createEmpty(path) } catch {
      throw RunError(error, at: path, doing: "make the warehouse")
    }
  }

  private func lock(
    _ options: RunOptions, _ started: Instant
  ) throws(RunError) -> WarehouseLock {
    let process = ProcessInfo.processInfo.processIdentifier
    do {
      return try WarehouseLock(
        warehouse: pipeline.warehouse, holder: LockHolder(process: process, started: started).text,
        waitSeconds: options.waitSeconds)
    } catch {
      throw RunError(error)
    }
  }
}

extension SessionRules {
  /// The rules that the pipeline file sets.
  init(_ pipeline: Pipeline) {
    self.init(
      gapSeconds: Int64(pipeline.sessions.gapMinutes) * 60,
      sources: SourceRules(pipeline.channels),
      funnel: FunnelPaths(
        product: pipeline.funnels.product, cart: pipeline.funnels.cart,
        checkout: pipeline.funnels.checkout, order: pipeline.funnels.order,
        orderNumber: pipeline.funnels.orderNumberPaths),
      orderIDParameters: pipeline.funnels.orderIDParameters,
      maxPagesPerMinute: pipeline.sessions.maxPagesPerMinute,
      botAgents: pipeline.sessions.botAgents, humanAgents: pipeline.sessions.humanAgents)
  }
}

extension WarehouseSettings {
  init(_ pipeline: Pipeline, key: ContactKey? = nil) {
    self.init(
      zone: pipeline.zone, currency: pipeline.currency, key: key,
      cities: CityName.keys(of: pipeline.geodomains.citySpellings))
  }
}
