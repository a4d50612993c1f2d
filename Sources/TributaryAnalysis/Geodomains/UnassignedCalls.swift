import TributaryModel

/// Calls to one of the shop's numbers that belongs to no city.
public struct UnassignedCalls: Sendable, Hashable {
  public let number: String
  /// Whether `phone_numbers` holds the number on the days of the calls; else nobody knows it.
  public let isListed: Bool
  /// Whether it is free for who calls: listed so, or of Russia's 800.
  public let isTollFree: Bool
  public let calls: Int
  /// Those that nobody answered.
  public let missed: Int
  public let lastDay: Day

  /// - Parameter kind: the kind that `phone_numbers` states; empty for none.
  public init(
    number: String, isListed: Bool, kind: String, calls: Int, missed: Int, lastDay: Day
  ) {
    self.number = number
    self.isListed = isListed
    isTollFree = kind == "tollfree" || (number.hasPrefix("7800") && number.utf8.count == 11)
    self.calls = calls
    self.missed = missed
    self.lastDay = lastDay
  }
}
