import TributaryModel

/// What was sold day by day, and on which days that says nothing about demand.
public struct DemandHistory: Sendable {
  /// Orders (or pieces, or minor units) of the day; no entry where no data covers the day.
  public let values: [Day: Double]
  /// Days on which goods were out of stock: sold is less than wanted.
  public let censored: Set<Day>

  public init(values: [Day: Double], censored: Set<Day> = []) {
    self.values = values
    self.censored = censored
  }
}

/// A day of the shop's calendar.
public struct CalendarEvent: Sendable, Hashable {
  public let day: Day
  public let name: String
  /// holiday, release, promotion or outage; nil when the calendar does not say.
  public let kind: String?

  public init(day: Day, name: String, kind: String? = nil) {
    self.day = day
    self.name = name
    self.kind = kind
  }
}
