import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// City domains beside each other, and what opening one changed.
  ///
  /// - Parameter gaps: stretches whose orders are missing.
  func geodomains(gaps: [DayRange]) throws(WarehouseError) -> GeodomainComparison {
    let facts = try rows(.geodomainFacts, window).map { row throws(WarehouseError) in
      let launched = try row.day("launched_on")
      return GeodomainFacts(
        domain: try row.text("domain"), city: try row.text("city"),
        population: try row.optionalInt64("population").map(Int.init), launchedOn: launched,
        visits: try row.int("visits"), webOrders: try row.int("web_orders"),
        orders: try row.int("orders"), calls: try row.int("calls"),
        revenue: try row.int64("revenue"), spend: try row.int64("spend"),
        openDays: GeodomainFacts.openDays(since: launched, of: window))
    }
    let weeks = try geodomainWeeks()
    return GeodomainComparison.comparing(
      facts,
      weeks: facts.map { city in
        GeodomainWeeks(
          domain: city.domain, city: city.city, launchedOn: city.launchedOn,
          orders: weeks[city.domain] ?? [:])
      }, gaps: gaps, window: window)
  }

  /// Calls of the window to numbers that belong to no city.
  func unassignedCalls() throws(WarehouseError) -> [UnassignedCalls] {
    try rows(.unassignedCalls, window).map { row throws(WarehouseError) in
      UnassignedCalls(
        number: try row.text("number"), isListed: try row.int("is_listed") != 0,
        kind: try row.text("kind"), calls: try row.int("calls"), missed: try row.int("missed"),
        lastDay: try row.day("last_day") ?? asOf)
    }
  }

  private func geodomainWeeks() throws(WarehouseError) -> [String: [Day: Int]] {
    var weeks: [String: [Day: Int]] = [:]
    for row in try history(.geodomainWeeks) {
      // Only whole weeks: the running one would look like a fall.
      guard let monday = try row.day("monday"), monday.adding(6) <= asOf else { continue }
      weeks[try row.text("geodomain"), default: [:]][monday] = try row.int("orders")
    }
    return weeks
  }
}

extension Warehouse {
  /// Spellings of orders that mean a city which `geodomains` spells otherwise.
  func citySpellings() throws(WarehouseError) -> [CitySpelling] {
    try rows(.citySpellings).map { row throws(WarehouseError) in
      CitySpelling(
        spelling: try row.text("spelling"), city: try row.text("city"),
        orders: try row.int("orders"))
    }
  }
}
