import TributaryModel

/// What one list of leaders says.
public struct TopContrast: Sendable {
  /// What may be said of the best and the worst.
  public enum Claim: Sendable, Hashable {
    case empty
    /// Too few conversions to compare rates; how many there are.
    case tooLittle(first: String, conversions: Int)
    /// Leaders that clearly convert less than the others together: the largest, how many, their
    /// money, and the rate of the rest.
    case below(first: String, rate: Estimate, rest: Double, count: Int, money: Int64)
    /// No leader is below, one is clearly above.
    case above(first: String, rate: Estimate, rest: Double, count: Int)
    case alike(first: String, share: Double)
    /// Categories: one sells most; another earns most, or margins are not known.
    case sells(first: String, share: Double, earns: String?, margin: Double?)
  }

  /// Conversions below which rates are not compared.
  public static let fewest = 10.0

  public let list: TopList

  package init(_ list: TopList) {
    self.list = list
  }

  /// The rows that a page shows.
  public var leaders: ArraySlice<TopList.Row> { list.rows.prefix(TopList.leaders) }

  public var claim: Claim {
    guard let first = list.rows.first else { return .empty }
    guard list.name != .categories else { return selling }
    let conversions = list.rows.reduce(0) { $0 + ($1.conversions ?? 0) }
    guard conversions >= TopContrast.fewest, list.rate != nil else {
      return .tooLittle(first: first.label, conversions: Int(conversions.rounded()))
    }
    let below = leaders.filter { list.standing(of: $0) == .below }
    if let worst = below.first, let estimate = worst.rate, let rest = list.rate(ofAllBut: below) {
      return .below(
        first: worst.label, rate: estimate, rest: rest.value, count: below.count,
        money: below.reduce(0) { $0 + $1.money })
    }
    let above = leaders.filter { list.standing(of: $0) == .above }
    if let best = above.first, let estimate = best.rate, let rest = list.rate(ofAllBut: above) {
      return .above(first: best.label, rate: estimate, rest: rest.value, count: above.count)
    }
    let volume = list.rows.reduce(0) { $0 + $1.volume }
    return .alike(first: first.label, share: volume > 0 ? first.volume / volume : 0)
  }

  private var selling: Claim {
    let revenue = list.rows.reduce(0) { $0 + $1.money }
    guard let first = list.rows.max(by: { $0.money < $1.money }) else { return .empty }
    let share = revenue > 0 ? Double(first.money) / Double(revenue) : 0
    let earning = list.rows.filter { $0.margin != nil }
      .max { ($0.margin ?? 0, $1.label) < ($1.margin ?? 0, $0.label) }
    return .sells(
      first: first.label, share: share, earns: earning?.label,
      margin: earning.flatMap { TopContrast.marginShare($0) })
  }

  /// Margin of revenue; nil without either.
  public static func marginShare(_ row: TopList.Row) -> Double? {
    guard let margin = row.margin, row.money > 0 else { return nil }
    return Double(margin) / Double(row.money)
  }
}
