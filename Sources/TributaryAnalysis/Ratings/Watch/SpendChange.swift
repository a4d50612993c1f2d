import TributaryModel

/// A day from which on a campaign got clearly less money for the season than in the four weeks before.
public struct SpendChange: Sendable, Hashable {
  /// The first day with less.
  public let on: Day
  /// Minor units a day, of the four weeks before.
  public let before: Double
  /// Minor units a day, from `on` to the last day.
  public let after: Double
  /// Money that is left of what it was, each by the demand that the season lets expect.
  public let kept: Double

  /// Days before a change that it is held against.
  static let daysBefore = 28
  /// A change that is older is watched no more.
  static let oldest = 70
  /// A change of fewer days may be a weekend.
  static let fewestDays = 7
  /// What keeps more than this of its money is not cut.
  static let mostKept = 0.7

  /// The cut that divides the days best; nil without one.
  ///
  /// Spend counts by the demand of its days, so that the end of a season is no cut. Every week before it
  /// had at least 6 tenths of the mean before, the last of them 8; every week after it has at most 8.5
  /// tenths, and the first at most three quarters of the last before: a slow decline, or one odd week, is
  /// none. Of several days the one with the largest
  /// (before - after) x sqrt(m n / (m + n)), the least squares of one step.
  /// By hand: 28 days of 100, then 14 of 40: on the first of the 14, 100 before, 40 after.
  ///
  /// - Parameters:
  ///   - spend: minor units by day; a day without is none.
  ///   - demand: what the season lets expect, by day; 1 where it is not known.
  static func find(_ spend: [Day: Int64], demand: [Day: Double] = [:], last: Day) -> SpendChange? {
    func money(_ days: DayRange) -> Double { SpendChange.money(days, spend) }
    func rate(_ days: DayRange) -> Double { SpendChange.rate(days, spend, demand) }
    func weeks(_ days: DayRange) -> [Double] {
      stride(from: 0, to: days.count - 6, by: 7).map {
        rate(DayRange(last: days.last.adding(-$0), count: 7))
      }
    }
    var best: (gain: Double, change: SpendChange)?
    for age in 1...oldest {
      let after = DayRange(last: last, count: age)
      let before = DayRange(last: after.first.adding(-1), count: daysBefore)
      let (usual, now) = (rate(before), rate(after))
      let lastBefore = rate(DayRange(last: before.last, count: 7))
      let firstAfter = rate(DayRange(first: after.first, last: min(last, after.first.adding(6))))
      guard usual > 0, now <= mostKept * usual, lastBefore >= 0.8 * usual,
        firstAfter <= 0.75 * lastBefore,
        weeks(before).allSatisfy({ $0 >= 0.6 * usual }),
        weeks(after).allSatisfy({ $0 <= 0.85 * usual })
      else { continue }
      let (m, n) = (Double(daysBefore), Double(age))
      let gain = (usual - now) * (m * n / (m + n)).squareRoot()
      guard gain > best?.gain ?? 0 else { continue }
      best = (
        gain,
        SpendChange(
          on: after.first, before: money(before) / m, after: money(after) / n, kept: now / usual)
      )
    }
    return best.flatMap {
      DayRange(first: $0.change.on, last: last).count >= fewestDays ? $0.change : nil
    }
  }

  /// The change that the shop says it made on a day; nil where it is older than any that is watched, or
  /// no less money was spent since.
  static func declared(
    on day: Day, _ spend: [Day: Int64], demand: [Day: Double], last: Day
  ) -> SpendChange? {
    guard last >= day, last.number - day.number < oldest else { return nil }
    let after = DayRange(first: day, last: last)
    let before = DayRange(last: day.adding(-1), count: daysBefore)
    let (usual, now) = (rate(before, spend, demand), rate(after, spend, demand))
    guard usual > 0, now < usual else { return nil }
    return SpendChange(
      on: day, before: money(before, spend) / Double(before.count),
      after: money(after, spend) / Double(after.count), kept: now / usual)
  }

  private static func sum(_ days: DayRange, _ part: (Day) -> Double) -> Double {
    (0..<days.count).reduce(0) { $0 + part(days.first.adding($1)) }
  }

  private static func money(_ days: DayRange, _ spend: [Day: Int64]) -> Double {
    sum(days) { Double(spend[$0] ?? 0) }
  }

  private static func rate(
    _ days: DayRange, _ spend: [Day: Int64], _ demand: [Day: Double]
  ) -> Double {
    let demand = sum(days) { demand[$0] ?? 1 }
    return demand > 0 ? money(days, spend) / demand : 0
  }

  /// Whether the money of the others fell clearly less over the same days.
  func isDeeper(than total: [Day: Int64], _ spend: [Day: Int64], last: Day) -> Bool {
    let later = DayRange(first: on, last: last)
    let earlier = DayRange(last: on.adding(-1), count: SpendChange.daysBefore)
    func others(_ days: DayRange) -> Double {
      let sum = (0..<days.count).reduce(Int64(0)) { sum, place in
        let day = days.first.adding(place)
        return sum + (total[day] ?? 0) - (spend[day] ?? 0)
      }
      return Double(sum) / Double(days.count)
    }
    let (were, are) = (others(earlier), others(later))
    guard were > 0 else { return true }
    return after / before <= SpendChange.mostKept * are / were
  }
}

/// A change of spend that the shop tells of, for its data may show it too late or not at all.
public struct DeclaredChange: Sendable, Hashable {
  public let on: Day
  /// Of the campaign's name; nil for all advertising together.
  public let campaign: Glob?

  package init(on: Day, campaign: Glob?) {
    self.on = on
    self.campaign = campaign
  }
}
