import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// Gives the calls of changed months the sessions that they may have come from.
///
/// The calls of a calendar month are placed by rates that are learned from that month and the one
/// before. A changed day therefore changes the calls of its own month and of the next, whatever the
/// order of the runs, and older history is not read.
struct CallSourcesJob {
  let warehouse: Warehouse
  /// A phone with more orders than this is nobody's own.
  let mostSharers: Int

  private static let name = "call-sources"

  /// Rewrites the calls of the months that those days touch; of all months when the stored ones were
  /// worked out by another version of `CallSources`.
  ///
  /// Returns: the numbers of the calls whose sessions or probabilities are other than before.
  func run(days: Set<Day>) throws(WarehouseError) -> Set<String> {
    var days = days
    let isReplayed = try warehouse.fingerprint(Self.name) != CallSources.version
    if isReplayed { days.formUnion(try warehouse.allDays()) }
    let months = Set(days.flatMap { [CallMonth(of: $0), CallMonth(of: $0).next] })
    guard !months.isEmpty else { return [] }
    try warehouse.run("delete from call_session where call_id not in (select call_id from call)")
    var changed: Set<String> = []
    for month in months.sorted(by: { $0.days.first < $1.days.first }) {
      changed.formUnion(try rewrite(month))
    }
    if isReplayed { try warehouse.setFingerprint(Self.name, CallSources.version) }
    return changed
  }

  private func rewrite(_ month: CallMonth) throws(WarehouseError) -> Set<String> {
    let records = CallBlockReading(
      warehouse: warehouse, days: DayRange(first: month.previous.days.first, last: month.days.last),
      mostSharers: mostSharers)
    let own = records.instants(of: month.days)
    var before: [String: [CallPlace.Source]] = [:]
    for row in try warehouse.rows(.callSessions, own) {
      before[try row.text("call_id"), default: []].append(
        CallPlace.Source(
          session: try row.optionalInt64("session_id"), probability: try row.double("probability")))
    }
    var after: [String: [CallPlace.Source]] = [:]
    let calls = try records.calls()
    let zone = warehouse.settings.zone
    if calls.contains(where: { month.days.contains(zone.day(of: $0.at)) }) {
      let wanted = Set(calls.filter { month.days.contains(zone.day(of: $0.at)) }.map(\.id))
      let found = CallSources(sessions: try records.sessions(), calls: calls, zone: zone)
      for place in found.places where wanted.contains(place.callID) {
        after[place.callID] = place.sources.sorted(by: CallPlace.Source.isStoredBefore)
      }
    }
    let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    try write(after, of: changed.sorted())
    return changed
  }

  private func write(
    _ sources: [String: [CallPlace.Source]], of calls: [String]
  ) throws(WarehouseError) {
    for call in calls {
      try warehouse.run("delete from call_session where call_id = ?", [.text(call)])
    }
    try warehouse.replace(
      table: "call_session", columns: ["call_id", "session_id", "probability"], part: .nothing,
      rows: calls.flatMap { call in
        (sources[call] ?? []).map { source in
          [
            .text(call), source.session.map { .integer($0) } ?? .null, .real(source.probability),
          ]
        }
      })
  }
}

extension CallPlace.Source {
  /// The order in which stored rows are compared: none first, then by session.
  fileprivate static func isStoredBefore(_ left: Self, _ right: Self) -> Bool {
    (left.session ?? .min, left.probability) < (right.session ?? .min, right.probability)
  }
}
