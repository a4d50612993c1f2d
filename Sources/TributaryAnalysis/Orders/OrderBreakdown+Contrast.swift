import TributaryModel

extension OrderBreakdown {
  /// How the cancelled share of a row stands to that of all other rows together.
  public enum Standing: Sendable, Hashable {
    case more, fewer, cannotTell
  }

  /// Rows that lose more, or fewer, of their orders than all the others together.
  public struct Contrast: Sendable, Hashable {
    /// Furthest from the others first; never empty.
    public let rows: [Row]
    /// The cancelled share of all the others together.
    public let others: Estimate
    /// The one other row when there is just one: two rows have no rest. Empty when its orders do not
    /// say; nil when there are more.
    public let other: String?
    /// The row whose share lies as far out as all of `rows`, of too few orders to tell.
    public let untold: String?

    package init(rows: [Row], others: Estimate, other: String? = nil, untold: String? = nil) {
      self.rows = rows
      self.others = others
      self.other = other
      self.untold = untold
    }
  }

  /// Told when the 90% range of the difference of the two shares leaves out zero, and so does the
  /// exact test of two rates, which a range of few orders runs ahead of.
  ///
  /// By hand: 30 of 100 beside 20 of 200 in all others: .2 (.12 to .29), so more; 2 of 10 beside 20
  /// of 200: the range reaches below zero, so it cannot be told; nor can 1 of 2 beside 85 of 800, for
  /// one of the two is cancelled in 19 of 100 such pairs.
  public func standing(of row: Row) -> Standing {
    let rest = rows.filter { $0 != row }
    let (cancelled, orders) = (
      rest.reduce(0) { $0 + $1.cancelled }, rest.reduce(0) { $0 + $1.orders }
    )
    guard let share = row.cancelledShare, let others = Estimate.share(cancelled, of: orders),
      let difference = Interval.difference(share, others),
      BinomialTest.probability(
        count: row.cancelled, exposure: Double(row.orders), others: cancelled,
        otherExposure: Double(orders)) < 0.1
    else { return .cannotTell }
    return difference.lower > 0 ? .more : difference.upper < 0 ? .fewer : .cannotTell
  }

  /// The named rows of that standing; nil without one.
  public func contrast(_ standing: Standing) -> Contrast? {
    let sign = standing == .fewer ? -1.0 : 1
    func reach(_ row: Row) -> Double { sign * (row.cancelledShare?.value ?? 0) }
    let out = rows.filter { !$0.name.isEmpty && self.standing(of: $0) == standing }
      .sorted { (reach($1), $0.name) < (reach($0), $1.name) }
    guard standing != .cannotTell, let first = out.first, let others = cancelledShare(ofAllBut: out)
    else {
      return nil
    }
    let rest = rows.filter { !out.contains($0) }
    let untold = rest.filter { $0.cancelledShare != nil && reach($0) >= reach(first) }
      .max { (reach($0), $1.name) < (reach($1), $0.name) }
    return Contrast(
      rows: out, others: others, other: rest.count == 1 ? rest[0].name : nil,
      untold: untold?.name)
  }

  /// Cancelled of the orders of all other rows; nil without any.
  private func cancelledShare(ofAllBut left: [Row]) -> Estimate? {
    let rest = rows.filter { !left.contains($0) }
    return .share(
      rest.reduce(0) { $0 + $1.cancelled }, of: rest.reduce(0) { $0 + $1.orders })
  }
}
