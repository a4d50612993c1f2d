import TributaryModel

/// What was sold day by day, and on which days that says nothing about demand.
public struct DemandHistory: Sendable {
  /// Orders (or pieces, or minor units) of the day; no entry where no data covers the day.
  public let values: [Day: Double]
  /// Days on which goods were out of stock: sold is less than wanted.
  public let censored: Set<Day>
  /// Stretches between days with orders whose orders are missing, oldest first.
  public let gaps: [DayRange]

  package init(values: [Day: Double], censored: Set<Day> = [], gaps: [DayRange] = []) {
    self.values = values
    self.censored = censored
    self.gaps = gaps
  }

  /// From the days with orders: the days between them sold nothing, but for those that are missing.
  ///
  /// - Parameters:
  ///   - covered: the days that order files reach; empty: nothing is known of files.
  ///   - closed: days on which the shop sold nothing because it was closed.
  public init(
    orders: [Day: Double], covered: [DayRange] = [], censored: Set<Day> = [],
    closed: Set<Day> = []
  ) {
    // A day that only gave money back has an entry of no orders.
    let sold = orders.filter { $0.value > 0 }
    let gaps = RecordGaps.finding(
      in: sold, covered: covered, explained: censored.union(closed))
    var values = sold
    if let first = sold.keys.min(), let last = sold.keys.max() {
      let missing = Set(gaps.flatMap(\.days))
      for day in DayRange(first: first, last: last).days
      where values[day] == nil && !missing.contains(day) {
        values[day] = 0
      }
    }
    self.init(values: values, censored: censored, gaps: gaps)
  }
}

/// A day of the shop's calendar.
public struct CalendarEvent: Sendable, Hashable {
  public let day: Day
  public let name: String
  /// holiday, release, promotion, outage or closed; nil when the calendar does not say.
  public let kind: String?

  /// The shop sold nothing because it was closed.
  public var isClosed: Bool { kind == "closed" }

  /// Outages and closed days bring no demand.
  var bringsDemand: Bool { kind != "outage" && !isClosed }

  package init(day: Day, name: String, kind: String? = nil) {
    self.day = day
    self.name = name
    self.kind = kind
  }
}
