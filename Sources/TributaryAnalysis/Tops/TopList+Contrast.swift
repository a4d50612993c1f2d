import TributaryModel

extension TopList {
  /// How many rows stand on a page and are judged; all others count in what they are compared with.
  public static let leaders = 20

  /// How the rate of a row stands to that of all other rows together.
  public enum Standing: Sendable, Hashable {
    case above, below, cannotTell
  }

  /// Conversions per volume of all rows together, shown or not; nil when the list has none.
  public var rate: Double? { all.volume > 0 ? all.conversions / all.volume : nil }

  /// Told when the 90% range of the difference of the two rates leaves out zero.
  ///
  /// By hand: 5 of 1,000 visits beside 25 of 1,000: -.02 (-.030 to -.011), so below.
  public func standing(of row: Row) -> Standing {
    guard let rate = row.rate, let others = self.rate(ofAllBut: [row]),
      let difference = Interval.difference(rate, others)
    else { return .cannotTell }
    return difference.lower > 0 ? .above : difference.upper < 0 ? .below : .cannotTell
  }

  /// Conversions per volume of all rows but these, shown or not; nil without any volume.
  public func rate(ofAllBut left: [Row]) -> Estimate? {
    let counted = left.filter { $0.conversions != nil }
    let volume = all.volume - counted.reduce(0) { $0 + $1.volume }
    let count = all.conversions - counted.reduce(0) { $0 + ($1.conversions ?? 0) }
    guard volume > 0 else { return nil }
    // Differences of sums of fractions may end just below zero.
    return Estimate(
      max(0, count) / volume, .garwood(count: max(0, count), exposure: volume))
  }
}
