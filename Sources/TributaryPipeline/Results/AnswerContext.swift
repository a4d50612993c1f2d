import TributaryModel
import TributaryWarehouse

/// What every answer is asked with: the warehouse, the last day, and the report's window.
struct AnswerContext {
  let warehouse: Warehouse
  let asOf: Day
  /// 28 days to the as-of day.
  let window: DayRange

  init(warehouse: Warehouse, asOf: Day) {
    self.warehouse = warehouse
    self.asOf = asOf
    window = DayRange(last: asOf, count: 28)
  }

  /// The rows of a query over those days.
  func rows(_ query: NamedSQL, _ days: DayRange) throws(WarehouseError) -> [Row] {
    try warehouse.rows(query, [.text(days.first.description), .text(days.last.description)])
  }

  /// The rows of a query over those days of one campaign or the like.
  func rows(_ query: NamedSQL, _ days: DayRange, _ key: String) throws(WarehouseError) -> [Row] {
    try warehouse.rows(
      query, [.text(days.first.description), .text(days.last.description), .text(key)])
  }

  /// The rows of a query over all history to the as-of day.
  func history(_ query: NamedSQL) throws(WarehouseError) -> [Row] {
    try warehouse.rows(query, [.text(asOf.description)])
  }
}

extension ReadOnlyWarehouse {
  /// What answers as of the last finished run's day; nil before the first.
  func lastContext() throws(WarehouseError) -> AnswerContext? {
    let last = try warehouse.rows(
      "select as_of from run where finished_at is not null order by run_id desc limit 1"
    ).first
    guard let asOf = try last?.optionalText("as_of").flatMap({ Day($0) }) else { return nil }
    return AnswerContext(warehouse: warehouse, asOf: asOf)
  }
}

extension Row {
  /// A count that fits into memory.
  func int(_ name: String) throws(WarehouseError) -> Int { Int(try int64(name)) }

  /// A day written as `YYYY-MM-DD`; nil for null and for anything else.
  func day(_ name: String) throws(WarehouseError) -> Day? {
    try optionalText(name).flatMap(Day.init)
  }
}
