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
      try history(.stockoutDays).compactMap { row throws(WarehouseError) in
        try row.day("day")
      })
    return SeasonalCurve.fitting(
      DemandHistory(values: orders, censored: censored), events: try calendar(), asOf: asOf)
  }

  private func calendar() throws(WarehouseError) -> [CalendarEvent] {
    try warehouse.rows(.calendar).compactMap { row throws(WarehouseError) in
      guard let day = try row.day("day") else { return nil }
      return CalendarEvent(day: day, name: try row.text("name"), kind: try row.text("kind"))
    }
  }
}
