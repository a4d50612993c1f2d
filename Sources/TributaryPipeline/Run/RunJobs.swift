import Foundation
import TributaryAnalysis
import TributaryModel
import TributaryReports
import TributaryWarehouse

/// The jobs of one run in their order.
struct RunJobs {
  let pipeline: Pipeline
  let warehouse: Warehouse
  let key: ContactKey
  let builder: SessionBuilder
  let asOf: Day
  let ledger: JobLedger
  let pages: PublishedPages
  let progress: (RunProgress) -> Void
  /// What is to be done between loading and all that is made of it.
  var afterLoading: () throws(WarehouseError) -> Void = {}

  func run() throws(WarehouseError) -> RunSummary {
    let loaded = try load()
    try afterLoading()
    let days = try warehouse.write { () throws(WarehouseError) in try refresh() }
    let mismatches = try warehouse.moneyMismatches()
    let report = try answer(mismatches)
    let faults = try warehouse.creditFaults(on: days, asOf: asOf)
    var problems = loaded.problems
    var folder: String?
    do throws(RunError) {
      problems += try failedChecks(mismatches, faults)
      folder = try publish(report)
    } catch {
      problems.append(error)
    }
    let exitCode = RunError.exitCode(of: problems)
    try ledger.finish(exitCode: exitCode, folder == nil ? nil : pages)
    return RunSummary(
      pipeline: pipeline.name, asOf: asOf, sources: loaded.files, jobs: ledger.jobs,
      reports: folder, messages: problems.map(\.message),
      notices: loaded.notices + loaded.kept.map(\.line), exitCode: exitCode)
  }

  private func load() throws(WarehouseError) -> SourceLoading.Outcome {
    let loading = SourceLoading(
      pipeline: pipeline, warehouse: warehouse, key: key, progress: progress)
    return try ledger.job("load") { () throws(WarehouseError) in
      let outcome = try loading.load()
      return (outcome, outcome.files.reduce(0) { $0 + $1.counts.loaded })
    }
  }

  /// Brings sessions, facts, journeys and marts up to date for the days that changed, also those that
  /// an earlier run has loaded and not come to.
  ///
  /// Runs in one transaction: sessions without their marts would look finished to the next run.
  ///
  /// Returns: the days whose marts were refilled.
  private func refresh() throws(WarehouseError) -> Set<Day> {
    let results = ResultSource.all.map(\.shape)
    try warehouse.remakeDerivedTables(sparing: results)
    try warehouse.prepareResults(results)
    let platforms = AdPlatforms(other: pipeline.channels.platforms)
    let stale = try warehouse.staleDays()
    let hasOtherFacts = try isMadeOtherwise(.facts)
    let remakesFacts = hasOtherFacts || stale.touchesAllDays
    // Names are learned from the spend that counts.
    try SpendCounting(warehouse, platforms: platforms)
      .refresh(remakesFacts ? Set(try warehouse.allDays()) : stale.days)
    let campaigns = try CampaignNames(
      learnedFrom: warehouse, platforms: platforms, classifier: builder.classifier)
    try warehouse.refreshMentions()
    var days = stale.days
    var changes = try warehouse.journeyChanges()
    try ledger.job("sessions") { () throws(WarehouseError) in
      let written = try SessionsJob(
        warehouse: warehouse, builder: builder, campaigns: campaigns,
        fingerprint: PipelineStage.sessions.fingerprint(of: pipeline)
      ).run(days: stale.clickstreamDays)
      // Other channel rules book advertising of days without visits elsewhere, too.
      if written.isReplayed {
        days.formUnion(try warehouse.allDays())
        changes.touchesNumbers = true
      }
      let labelled = try SessionLabels(warehouse, campaigns: campaigns).refresh()
      changes.days[.session] = written.days.union(labelled)
      return ((), written.sessions)
    }
    days.formUnion(changes.days[.session] ?? [])
    let touched = days
    try ledger.job("facts") { () throws(WarehouseError) in
      days.formUnion(try CampaignTags(warehouse, campaigns: campaigns).refresh())
      if remakesFacts { days.formUnion(try warehouse.allDays()) }
      days = try warehouse.refreshFacts(days: days)
      if !days.isEmpty {
        try warehouse.noteVoidPayments()
        try warehouse.notePaidWithoutDay()
      }
      if hasOtherFacts { try note(.facts) }
      return ((), days.count)
    }
    let reach = changes
    let journeys = JourneysJob(warehouse: warehouse, pipeline: pipeline, campaigns: campaigns)
    let seeds = try ledger.job("identity-keys") { () throws(WarehouseError) in
      let seeds = try journeys.seed(reach)
      return (seeds, 0)
    }
    let calls = try ledger.job("call-sources") { () throws(WarehouseError) in
      let isOther = try isMadeOtherwise(.calls)
      var months = touched.union(seeds.browsers)
      if isOther || reach.touchesNumbers { months.formUnion(try warehouse.allDays()) }
      let calls = try CallSourcesJob(
        warehouse: warehouse, mostSharers: pipeline.identity.sharedKeyLimit
      ).run(days: months)
      if isOther { try note(.calls) }
      return (calls, calls.count)
    }
    try ledger.job("journeys") { () throws(WarehouseError) in
      let written = try journeys.run(seeds, calls: calls)
      days.formUnion(written.days)
      return ((), written.credits)
    }
    guard !days.isEmpty || stale.touchesAllDays else { return [] }
    let refilled = try ledger.job("marts") { () throws(WarehouseError) in
      let refilled = try warehouse.refreshMarts(days: days.sorted())
      try CampaignTable(
        warehouse, campaigns: campaigns, types: [CampaignTypeRule](pipeline.ratings)
      ).write()
      return (Set(refilled), refilled.count)
    }
    try warehouse.forgetStaleDays()
    return refilled
  }

  /// Whether the rows of a stage were made with other keys, lists or code than those of this run.
  private func isMadeOtherwise(_ stage: PipelineStage) throws(WarehouseError) -> Bool {
    try warehouse.fingerprint(stage.rawValue) != stage.fingerprint(of: pipeline)
  }

  private func note(_ stage: PipelineStage) throws(WarehouseError) {
    try warehouse.setFingerprint(stage.rawValue, stage.fingerprint(of: pipeline))
  }

  /// Returns: nil where the answers and pages of the last run are those of this one.
  private func answer(_ mismatches: [MoneyMismatch]) throws(WarehouseError) -> RunReport? {
    try ledger.job("answers") { () throws(WarehouseError) in
      guard try !pages.areCurrent(ownRows: ledger.writtenRows) else { return (nil, 0) }
      let context = AnswerContext(warehouse: warehouse, asOf: asOf)
      let demand = try context.demand()
      let season = try context.season(demand)
      let sources = try context.sources(pipeline.kinds, derived: pipeline.derivedKinds)
      let coverage = try context.campaignCoverage()
      let paths = try PathReading(context, pipeline)
      let attribution = paths.attribution.report
      var report = RunReport(
        shop: RunReport.Shop(
          pipeline: pipeline.name, name: pipeline.title, summary: pipeline.summary,
          currency: pipeline.currency, zone: pipeline.zone, language: pipeline.language),
        asOf: asOf, sources: sources,
        indicators: try context.indicators(
          season: season, sources: sources, gaps: demand.gaps),
        campaigns: try context.campaigns(
          coverage, paths, pipeline, demand: season?.days ?? []),
        channels: try context.channels(attribution),
        funnels: try context.funnels(), season: season,
        geodomains: try context.geodomains(gaps: demand.gaps), orders: try context.orders(),
        tops: try context.tops(), unassignedCalls: try context.unassignedCalls(),
        ledger: try context.ledger(
          mismatches, AdPlatforms(other: pipeline.channels.platforms)),
        callSources: try context.callSources(),
        attribution: attribution,
        identity: try context.identity(),
        robots: try context.robots(), ownTags: try context.ownTags(),
        notes: try warehouse.fileNotes())
      report.queries = try context.queries(report.campaigns, pipeline)
      report.results = try ResultSource.results(context, report)
      return (report, try report.results.store(in: warehouse, asOf: asOf))
    }
  }

  /// Money that the ledger cannot account for, credit that is not what was converted, and the shop's
  /// own checks that found a row.
  private func failedChecks(
    _ mismatches: [MoneyMismatch], _ faults: [CreditFault]
  ) throws(RunError) -> [RunError] {
    progress(.job(name: "checks"))
    let warehouse = try ReadOnlyWarehouse(pipeline)
    let own = try warehouse.moneyFindings(mismatches) + warehouse.creditFindings(faults)
    let failed = own.filter { $0.exitCode != 0 }
      .map { RunError(.dataRefused, "\($0.name): \($0.message)") }
    return try failed
      + Checkup.shopFindings(warehouse).filter { $0.exitCode != 0 }
      .map { RunError(.dataRefused, "\($0.name): expected no row, found \($0.message)") }
  }

  /// - Parameter report: nil where its pages lie there.
  /// Returns: the folder of the pages.
  private func publish(_ report: RunReport?) throws(RunError) -> String {
    progress(.job(name: "reports"))
    if let report { _ = try pages.folder.replace(with: ReportPages(report: report).files()) }
    return pages.folder.folder.path(percentEncoded: false)
  }
}

extension RunError {
  /// The exit code of a run with these problems: the first that applies of 70, 74, 65, 66.
  static func exitCode(of problems: [RunError]) -> Int32 {
    let order: [Code] = [
      .internal, .inputOutput, .cannotCreate, .noPermission, .configuration, .dataRefused,
      .noInput,
    ]
    let found = Set(problems.map(\.code))
    return order.first(where: found.contains)?.rawValue ?? 0
  }
}
