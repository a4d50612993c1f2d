import Foundation
import TributaryModel

/// What the opening of a city's domain changed in its orders, against the other cities.
///
/// Weekly log orders of the city before the opening are explained by those of the donor cities
/// (ridge regression toward weights by volume). The level that the donors' later weeks predict is
/// compared with the actual one: e = log(actual / predicted). Every donor is judged the same way
/// as if it had opened (placebo in space), which gives the variance tau^2 between cities:
/// Var(e) = tau^2 + 2 (1 / orders before + 1 / orders after), t intervals with donors - 1 degrees of
/// freedom: 90% is shown, 95% has to leave out no change before an effect is claimed (at 90% one
/// claim in seven was false), and no effect takes 90% within a small one, which is two one-sided
/// tests of 5%.
/// Source: A. Abadie, A. Diamond, J. Hainmueller, 2010, in the form of a ridge; D. Schuirmann, 1987,
/// for the claim of no effect.
/// Deviations: cities that opened within the weeks compared are left out as donors; the level is
/// the log of the mean on both sides, because the mean of logs of a thin city lies below it.
struct LaunchJudgement {
  let weeks: [GeodomainWeeks]
  /// Stretches whose orders are missing; a week with a day of them is on neither side.
  var gaps: [DayRange] = []

  /// At most half a year on either side, so that a slow drift apart does not count as the launch.
  static let longest = 26
  static let fewestBefore = 6
  static let fewestAfter = 4
  static let fewestDonors = 4
  /// Overdispersion of weekly counts beyond chance.
  static let dispersion = 2.0

  var launches: [GeodomainComparison.Launch] {
    guard let first = weeks.compactMap({ $0.orders.keys.min() }).min(),
      let last = weeks.compactMap({ $0.orders.keys.max() }).max()
    else { return [] }
    return weeks.compactMap { city in
      guard let day = city.launchedOn, day > first, day <= last.adding(6) else { return nil }
      return launch(of: city, on: day, first: first, last: last)
    }.sorted { $0.on == $1.on ? $0.domain < $1.domain : $0.on < $1.on }
  }

  private func launch(of city: GeodomainWeeks, on day: Day, first: Day, last: Day)
    -> GeodomainComparison.Launch
  {
    // The week of the opening is neither before nor after, unless it opens on a Monday.
    let start = day == day.monday ? day : day.monday.adding(7)
    let before = mondays(from: max(first, day.monday.adding(-7 * LaunchJudgement.longest)), to: day)
    let after = mondays(from: start, to: last.adding(7)).prefix(LaunchJudgement.longest)
    let series = Weekly(city, before, Array(after))
    let donors = weeks.filter { other in
      guard other.domain != city.domain else { return false }
      guard let opened = other.launchedOn, let earliest = before.first else { return true }
      return opened <= earliest || opened > (after.last ?? day).adding(6)
    }.map { Weekly($0, before, Array(after)) }
    let effect = self.effect(of: series, beside: donors)
    return GeodomainComparison.Launch(
      domain: city.domain, city: city.city, on: day, ordersBefore: Int(series.totalBefore),
      ordersAfter: Int(series.totalAfter), uplift: effect?.uplift,
      verdict: effect?.verdict ?? .tooLittle)
  }

  /// The Mondays whose whole week lies from `from` on and before `to`.
  private func mondays(from: Day, to: Day) -> [Day] {
    let start = from == from.monday ? from : from.monday.adding(7)
    return stride(from: start.number, through: to.number - 7, by: 7).map(Day.init(number:))
      .filter { monday in
        gaps.allSatisfy { $0.last < monday || $0.first > monday.adding(6) }
      }
  }

  /// An effect on the log scale with its standard deviation.
  struct Effect {
    let value: Double
    let deviation: Double
    /// Of the t distribution.
    let freedom: Double

    /// exp(value) - 1 with its interval of 90%.
    var uplift: Estimate { Estimate(exp(value) - 1, interval(0.9)) }

    var verdict: LaunchVerdict {
      let (wide, narrow) = (interval(0.95), interval(0.9))
      if wide.lower > 0 { return .more }
      if wide.upper < 0 { return .fewer }
      let small = LaunchVerdict.smallEffect
      return narrow.lower >= -small && narrow.upper <= small ? .noEffect : .cannotTell
    }

    private func interval(_ level: Double) -> Interval {
      let reach = StudentDistribution.quantile((1 + level) / 2, freedom: freedom) * deviation
      return Interval(lower: exp(value - reach) - 1, upper: exp(value + reach) - 1)
    }
  }

  private func effect(of city: Weekly, beside donors: [Weekly]) -> Effect? {
    let usable = donors.filter { $0.totalBefore >= 1 && $0.totalAfter >= 1 }
    guard city.before.count >= LaunchJudgement.fewestBefore,
      city.after.count >= LaunchJudgement.fewestAfter, city.totalBefore >= 1,
      usable.count >= LaunchJudgement.fewestDonors, let effect = effect(city, usable)
    else { return nil }
    let placebos = usable.indices.compactMap { index in
      let others = usable.indices.filter { $0 != index }.map { usable[$0] }
      return self.effect(usable[index], others).map { $0 * $0 }
    }
    let chance = Quantiles.median(usable.map(\.variance)) ?? 0
    // .4549 is the median of chi-square with one degree of freedom.
    let between = (Quantiles.median(placebos) ?? 0) / 0.4549
    let tau = max(1e-6, between - LaunchJudgement.dispersion * chance)
    let spread = (tau + LaunchJudgement.dispersion * city.variance).squareRoot()
    return Effect(value: effect, deviation: spread, freedom: Double(usable.count - 1))
  }

  /// Log of actual over predicted orders after the opening.
  private func effect(_ city: Weekly, _ donors: [Weekly]) -> Double? {
    let count = donors.count
    let volume = donors.map { ($0.totalBefore / Double($0.before.count)).squareRoot() }
    let sum = volume.reduce(0, +)
    let prior = volume.map { $0 / sum }
    var gram = SymmetricMatrix(size: count)
    for row in 0..<count {
      for column in 0..<count {
        gram[row, column] = dot(donors[row].centred, donors[column].centred)
      }
    }
    let ridge = (0..<count).reduce(0) { $0 + gram[$1, $1] } / Double(count) * 2
    for index in 0..<count { gram[index, index] += max(ridge, 1e-9) }
    let weeks = city.centred.indices
    let rest = weeks.map { week in
      city.centred[week] - donors.indices.reduce(0) { $0 + prior[$1] * donors[$1].centred[week] }
    }
    guard let shift = gram.solve(donors.map { dot($0.centred, rest) }) else { return nil }
    let predicted = donors.indices.reduce(city.levelBefore) { level, index in
      level + (prior[index] + shift[index])
        * (donors[index].levelAfter - donors[index].levelBefore)
    }
    return city.levelAfter - predicted
  }

  private func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// One city's weeks on both sides; logs of orders + 1/2, so that a week without any has one.
  private struct Weekly {
    let before: [Double]
    let after: [Double]
    let centred: [Double]

    init(_ city: GeodomainWeeks, _ before: [Day], _ after: [Day]) {
      self.before = before.map { Double(city.orders[$0] ?? 0) }
      self.after = after.map { Double(city.orders[$0] ?? 0) }
      let logs = self.before.map { log($0 + 0.5) }
      let mean = logs.isEmpty ? 0 : logs.reduce(0, +) / Double(logs.count)
      centred = logs.map { $0 - mean }
    }

    var totalBefore: Double { before.reduce(0, +) }
    var totalAfter: Double { after.reduce(0, +) }
    var levelBefore: Double { log(totalBefore / Double(max(1, before.count)) + 0.5) }
    var levelAfter: Double { log(totalAfter / Double(max(1, after.count)) + 0.5) }
    var variance: Double { 1 / max(totalBefore, 1) + 1 / max(totalAfter, 1) }
  }
}

/// The weekly orders of one city, for judging what the opening of a domain changed.
public struct GeodomainWeeks: Sendable, Hashable {
  public let domain: String
  public let city: String
  /// Nil for a domain that was open all along.
  public let launchedOn: Day?
  /// Orders of the whole week by its Monday; a whole week of the history without an entry is 0.
  public let orders: [Day: Int]

  package init(domain: String, city: String, launchedOn: Day?, orders: [Day: Int]) {
    self.domain = domain
    self.city = city
    self.launchedOn = launchedOn
    self.orders = orders
  }
}
