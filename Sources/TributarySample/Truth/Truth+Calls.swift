import TributaryModel

extension Truth {
  /// How many callers of the logged days came from the site, and how long after their first page
  /// they rang.
  static func calls(_ sample: Sample) -> JSONText {
    let placed = placedCalls(sample)
    let lags = placed.compactMap { call, visit in
      visit.map { call.at.seconds - $0.at.seconds }
    }
    let bounds = [60, 240, 900, 3600, .max]
    let names = [
      "under_1_minute", "1_to_4_minutes", "4_to_15_minutes", "15_to_60_minutes", "over_1_hour",
    ]
    let shares = zip(names, bounds).enumerated().map { position, bound in
      let from = position == 0 ? 0 : bounds[position - 1]
      return (bound.0, JSONText.share(lags.count { (from..<bound.1).contains($0) }, of: lags.count))
    }
    let known = Set(sample.visitPlan.visits.filter(\.isOrdering).map(\.visitor))
    return .object([
      "from_a_visit": .integer(lags.count),
      "from_a_visit_by_a_web_buyer": .integer(
        placed.count { $0.visit.map { known.contains($0.visitor) } ?? false }),
      "in_log_days": .integer(
        sample.callLog.calls.count { sample.settings.logged.contains($0.at.day) }),
      "lag_shares": .row(shares),
      "planted_share": .number(JSONText.hundredths(CallVisits.share)),
      "to_numbers_of_the_site": .integer(placed.count),
    ])
  }

  /// Who is who: each order but those of letters, and each call, with its customer.
  ///
  /// Callers who never order are customers of their own.
  static func people(_ sample: Sample) -> [[String]] {
    let orders = sample.orders.filter { $0.method != .letter }.map {
      ["order", $0.id, String($0.customer.number)]
    }
    let calls = sample.callLog.calls.enumerated().map { position, call in
      ["call", CallLog.id(position), String(call.customer)]
    }
    return [["kind", "member", "customer"]] + orders + calls
  }

  /// The session behind each call of the logged days to a number that the site shows; empty cells
  /// for a caller who saw no page.
  static func callSessions(_ sample: Sample) -> [[String]] {
    [["call_id", "host", "started_at"]]
      + sample.callLog.calls.enumerated().filter { isPlaced($0.element, sample) }.map {
        position, _ in
        let visit = sample.visitPlan.callVisits[position]
        return [CallLog.id(position), visit?.host ?? "", visit?.at.iso ?? ""]
      }
  }

  private static func placedCalls(
    _ sample: Sample
  ) -> [(call: CallLog.Call, visit: Visit?)] {
    zip(sample.callLog.calls, sample.visitPlan.callVisits).filter { isPlaced($0.0, sample) }
      .map { ($0.0, $0.1) }
  }

  private static func isPlaced(_ call: CallLog.Call, _ sample: Sample) -> Bool {
    call.isShownOnSite && sample.settings.logged.contains(call.at.day)
  }
}

extension Visit {
  fileprivate var isOrdering: Bool {
    if case .order = goal { return true }
    return false
  }
}
