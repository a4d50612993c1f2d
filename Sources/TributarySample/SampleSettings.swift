import TributaryModel

/// How large the sample shop is and on which day its story ends.
public struct SampleSettings: Sendable, Hashable {
  /// Days of trade up to and including `asOf`.
  public var days: Int
  /// Human sessions on an ordinary day (index 100) at as-of; orders scale with it.
  public var visitsPerDay: Int
  /// Another seed is another shop of the same kind.
  public var seed: UInt64
  /// The last day of the story.
  public var asOf: Day
  /// The last days that have an access log.
  public var logDays: Int

  package init(days: Int, visitsPerDay: Int, seed: UInt64, asOf: Day, logDays: Int) {
    self.days = days
    self.visitsPerDay = visitsPerDay
    self.seed = seed
    self.asOf = asOf
    self.logDays = logDays
  }

  /// The settings of the committed `sample-data`: 26 months up to 2026-11-14.
  public static let standard = SampleSettings(
    days: 791, visitsPerDay: 150, seed: 20_261_114, asOf: Day(number: 20_771), logDays: 45)

  /// The days of trade.
  var trade: DayRange { DayRange(last: asOf, count: days) }

  /// The days that have an access log.
  var logged: DayRange { DayRange(last: asOf, count: min(days, logDays)) }

  /// Orders of all kinds on an ordinary day at as-of.
  var ordersPerDay: Double { Double(visitsPerDay) * 0.06 }

  func random(_ stream: String, _ index: Int = 0) -> SeededRandom {
    SeededRandom(seed: seed, stream: stream, index: index)
  }

  /// Errors: `badSettings` for a size that makes no shop.
  func validate() throws(SampleError) {
    guard (7...4000).contains(days) else {
      throw .badSettings("--days: expected 7 to 4000, found \(days); choose a number between")
    }
    guard (1...100_000).contains(visitsPerDay) else {
      throw .badSettings(
        "--visits-per-day: expected 1 to 100000, found \(visitsPerDay); choose a number between")
    }
    guard logDays >= 1 else {
      throw .badSettings("log days: expected 1 or more, found \(logDays); choose a larger number")
    }
  }
}
