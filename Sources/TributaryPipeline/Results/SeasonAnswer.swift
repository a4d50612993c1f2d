import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// The seasonal curve of all orders; nil when there are too few days.
  func season(_ demand: DemandHistory) throws(WarehouseError) -> SeasonalCurve? {
    SeasonalCurve.fitting(demand, calendar: try calendar(), asOf: asOf)
  }

  /// Orders day by day, with the stretches whose orders are missing.
  func demand() throws(WarehouseError) -> DemandHistory {
    var orders: [Day: Double] = [:]
    for row in try history(.demandDays) {
      if let day = try row.day("day") { orders[day] = try row.double("orders") }
    }
    let censored = try history(.stockoutDays)
      .map { row throws(WarehouseError) in try row.day("day") }
    return DemandHistory(
      orders: orders, covered: try orderFileSpans(), censored: Set(censored.compactMap(\.self)),
      closed: Set(try calendar().filter(\.isClosed).map(\.day)))
  }

  private func orderFileSpans() throws(WarehouseError) -> [DayRange] {
    var spans: [DayRange] = []
    for row in try warehouse.rows(.orderFileSpans) {
      if let first = try row.day("first_day"), let last = try row.day("last_day") {
        spans.append(DayRange(first: first, last: last))
      }
    }
    return spans
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
