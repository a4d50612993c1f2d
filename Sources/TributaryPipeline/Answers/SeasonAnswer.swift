import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// The seasonal curve of all orders; nil when there are too few days.
  func season() throws(WarehouseError) -> SeasonalCurve? {
    var orders: [Day: Double] = [:]
    for row in try history(.demandDays) {
      if let day = try row.day("day") { orders[day] = try row.double("orders") }
    }
    guard let first = orders.keys.min(), let last = orders.keys.max() else { return nil }
    // A day without orders between days with orders sold nothing; it is not missing.
    for day in DayRange(first: first, last: last).days where orders[day] == nil { orders[day] = 0 }
    let censored = Set(
      try history(.stockoutDays).map { row throws(WarehouseError) in try row.day("day") }
        .compactMap(\.self))
    return SeasonalCurve.fitting(
      DemandHistory(values: orders, censored: censored), calendar: try calendar(), asOf: asOf)
  }

  private func calendar() throws(WarehouseError) -> [CalendarEvent] {
    var events: [CalendarEvent] = []
    for row in try warehouse.rows(.calendar) {
      guard let day = try row.day("day") else { continue }
      events.append(
        CalendarEvent(day: day, name: try row.text("name"), kind: try row.text("kind")))
    }
    return events
  }
}
