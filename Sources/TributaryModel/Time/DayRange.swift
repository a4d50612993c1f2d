/// Consecutive days, both ends included.
public struct DayRange: Hashable, Sendable {
  public let first: Day
  public let last: Day

  /// The days from `first` to `last`; one day when `last` comes before `first`.
  public init(first: Day, last: Day) {
    self.first = first
    self.last = max(first, last)
  }

  /// The `count` days that end with `last`.
  public init(last: Day, count: Int) {
    self.init(first: last.adding(1 - max(1, count)), last: last)
  }

  public var count: Int { last.days(since: first) + 1 }
  public var days: [Day] { (first.number...last.number).map(Day.init(number:)) }

  /// Whether the day is one of them.
  public func contains(_ day: Day) -> Bool { first <= day && day <= last }

  /// The days that both hold; nil for none.
  public func overlap(_ other: DayRange) -> DayRange? {
    let (first, last) = (max(first, other.first), min(last, other.last))
    return first <= last ? DayRange(first: first, last: last) : nil
  }

  /// The same number of days, moved.
  public func shifted(by days: Int) -> DayRange {
    DayRange(first: first.adding(days), last: last.adding(days))
  }
}
