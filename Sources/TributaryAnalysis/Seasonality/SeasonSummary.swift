import TributaryModel

/// What the curve says in numbers: the last weeks against it, weekdays, the peaks of a year.
public struct SeasonSummary: Sendable {
  /// Sold in the last 28 days that data covers, and what the curve expected on those days.
  public let sold: Double
  public let expected: Double
  public let soldDays: Int
  /// Days of the last 28 on which goods were out of stock.
  public let censored: Int
  /// Distinct peaks of the year before the as-of day, or before orders end, with the next one; by
  /// multiple.
  public let peaks: [(name: String?, multiple: Double)]
  /// Nil without seven factors.
  public let weekdays: Weekdays?

  public static let window = 28

  package init(_ curve: SeasonalCurve, asOf: Day) {
    let recent = curve.days.filter { $0.day > asOf.adding(-SeasonSummary.window) }
    let known = recent.filter { $0.actual != nil && !$0.isCensored }
    sold = known.reduce(0) { $0 + ($1.actual ?? 0) }
    expected = known.reduce(0) { $0 + $1.expected }
    soldDays = known.count
    censored = recent.filter(\.isCensored).count
    peaks = SeasonSummary.peaks(curve, asOf: curve.ended(before: asOf) ?? asOf)
    weekdays = SeasonSummary.weekdays(curve.weekdays)
  }

  /// The strongest and the weakest weekday.
  public struct Weekdays: Hashable, Sendable {
    /// 1 for Monday.
    public let strong: Int
    public let weak: Int
    /// Their factors of the mean day.
    public let strength: Double
    public let weakness: Double

    /// Weekdays whose factors differ by less sell alike.
    static let leastDifference = 0.05

    package init(strong: Int, weak: Int, strength: Double, weakness: Double) {
      self.strong = strong
      self.weak = weak
      self.strength = strength
      self.weakness = weakness
    }

    public var areAlike: Bool { strength - weakness < Weekdays.leastDifference }
  }

  /// How what was sold stands to what was expected of the days.
  public enum Standing: Hashable, Sendable { case above, below, asExpected, unknown }

  /// Within five hundredths of the curve is as expected.
  public var standing: Standing {
    guard soldDays >= 7, expected > 0 else { return .unknown }
    let ratio = sold / expected
    return ratio > 1.05 ? .above : ratio < 0.95 ? .below : .asExpected
  }

  private static func peaks(
    _ curve: SeasonalCurve, asOf: Day
  ) -> [(name: String?, multiple: Double)] {
    var found: [(name: String?, multiple: Double)] = []
    if let next = curve.next { found.append((next.name, next.multiple.value)) }
    for peak in curve.peaks.reversed() where peak.top > asOf.adding(-365) {
      let isKnown = peak.name != nil && found.contains { $0.name == peak.name }
      if !isKnown { found.append((peak.name, peak.multiple.value)) }
    }
    let high = found.filter { $0.multiple >= 2 }
    return (high.isEmpty ? found : high).sorted {
      ($1.multiple, $0.name ?? "") < ($0.multiple, $1.name ?? "")
    }
  }

  private static func weekdays(_ factors: [Double]) -> Weekdays? {
    guard factors.count == 7, let most = factors.max(), let least = factors.min(),
      let strong = factors.firstIndex(of: most), let weak = factors.firstIndex(of: least)
    else { return nil }
    return Weekdays(strong: strong + 1, weak: weak + 1, strength: most, weakness: least)
  }
}
