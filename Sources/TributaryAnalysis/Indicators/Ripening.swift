import TributaryModel

/// How what is known of a day grows with time: orders are cancelled, and invoices paid, later.
///
/// A week is compared with a week before it as that one was known on its last day, so that both are
/// equally ripe. The days of a week are then 0 to 6 days old.
public struct Ripening: Sendable {
  /// Events known on the day itself, a day later, ... six days later.
  private var known = [Double](repeating: 0, count: 7)
  /// Events without a date, counted from the day itself on.
  public private(set) var undated = 0.0
  /// All events to the as-of day.
  public private(set) var all = 0.0

  package init() {}

  /// - Parameter age: days until they were known; nil when no date tells.
  public mutating func add(_ events: Double, age: Int?) {
    all += events
    if age == nil { undated += events }
    for later in known.indices where later >= age ?? 0 { known[later] += events }
  }

  /// Events known so many days later. By hand: of 1 event at once, 1 after 3 days and 1 after 10, 1
  /// is known after 2 days and 2 after 6.
  func known(after days: Int) -> Double { known[min(max(days, 0), known.count - 1)] }
}
