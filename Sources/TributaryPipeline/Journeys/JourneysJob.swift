import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// Joins visitors, orders, calls and letters to persons, and shares the credit for conversions.
///
/// Only what a change can reach is worked out anew: the members that changed, and all that belong
/// with them by the keys they share now or shared before. The days whose credit came out different
/// are reported, so that only their marts are refilled.
struct JourneysJob {
  let warehouse: Warehouse
  let pipeline: Pipeline
  let campaigns: CampaignNames

  static let name = "journeys"
  private static let names = "campaign names of calls"
  /// Changed members worked on at a time, which bounds the memory.
  private static let portion = 4_000

  /// What is to be worked out anew, known before calls are placed: they come from no session of a
  /// browser that is nobody's.
  struct Seeds {
    /// Days of conversions that are forgotten.
    var forgotten: Set<Day> = []
    /// Days of the sessions of browsers that join nobody now, or no longer.
    var browsers: Set<Day> = []
    var isEmpty = true
  }

  private var rules: String { PipelineStage.journeys.fingerprint(of: pipeline) }

  /// Finds the members that the changes touch, and judges their keys.
  func seed(_ changes: JourneyChanges) throws(WarehouseError) -> Seeds {
    var changes = changes
    if try warehouse.fingerprint(Self.name) != rules { changes.touchesEverything = true }
    // A name that stands for another campaign now does so for calls too.
    if try warehouse.fingerprint(Self.names) != campaigns.fingerprint {
      changes.touchesNumbers = true
    }
    guard !changes.isEmpty else { return Seeds() }
    let reach = changes
    return try warehouse.write { () throws(WarehouseError) in
      var seeds = Seeds(isEmpty: false)
      if reach.touchesEverything {
        seeds.forgotten = Set(try warehouse.days("select distinct day from conversion"))
      }
      seeds.browsers = try warehouse.seedJourneys(
        reach, mostSharers: pipeline.identity.sharedKeyLimit,
        nobody: try NobodyKeys(warehouse, pipeline).reasons,
        countsOrders: pipeline.conversions.order, countsInvoices: pipeline.conversions.invoice)
      return seeds
    }
  }

  /// Rewrites persons, touchpoints, conversions and credit.
  ///
  /// - Parameter calls: those that may have come from other sessions than before.
  /// Returns: the days of conversions whose credit changed, and how many credits were written.
  func run(
    _ seeds: Seeds, calls: Set<String>
  ) throws(WarehouseError) -> (days: Set<Day>, credits: Int) {
    guard !seeds.isEmpty || !calls.isEmpty else { return ([], 0) }
    return try warehouse.write { () throws(WarehouseError) in
      var days = seeds.forgotten
      try warehouse.seedCalls(calls)
      let numbers = try NumberDirectory(warehouse)
      var credits = 0
      while try warehouse.takeJourneys(Self.portion) {
        let written = try rewrite(numbers)
        days.formUnion(written.days)
        credits += written.credits
        try warehouse.settleTakenJourneys()
      }
      try warehouse.noteClocksBehind()
      try warehouse.setFingerprint(Self.name, rules)
      try warehouse.setFingerprint(Self.names, campaigns.fingerprint)
      return (days, credits)
    }
  }

  /// Works out the taken members anew.
  private func rewrite(
    _ numbers: NumberDirectory
  ) throws(WarehouseError) -> (days: Set<Day>, credits: Int) {
    let facts = try JourneyFacts(warehouse)
    let members = facts.members
    let identities = PersonResolver().resolve(members, nobody: try warehouse.nobodyKeys())
    let making = JourneyMaking(
      facts: facts, numbers: numbers, pipeline: pipeline, campaigns: campaigns,
      identities: identities)
    let conversions = making.conversions
    let touchpoints = making.touchpoints(before: conversions)
    let credits = Attributor(
      lookbackDays: pipeline.lookbackDays(of:),
      rules: CreditRules.all(halfLifeDays: Double(pipeline.attribution.halfLifeDays))
    ).credits(for: conversions, touchpoints: touchpoints)
    let days = try JourneyWriting(
      warehouse: warehouse, members: members, identities: identities, touchpoints: touchpoints,
      conversions: conversions, credits: credits
    ).write()
    return (days, credits.count)
  }
}
