import Foundation
import TributaryModel

/// The stretches of a daily history whose records are missing: days without a record that are no
/// zeros.
///
/// Let D days beside a stretch hold k days with records. The chance that at most s of n more such
/// days hold any is the beta-binomial with the prior of Jeffreys:
/// P = sum over x = 0...s of C(n, x) B(k + 1/2 + x, D - k + 1/2 + n - x) / B(k + 1/2, D - k + 1/2).
/// Days with records are counted, not records, so that one absurd day weighs as much as any other.
/// k is lowered where the same weeks of other years held fewer days with records than the days on
/// either side of them: a shop that rests every summer is empty then, and nothing is missing.
/// A stretch is missing when P stays below `chance` from either side; s is 0, but for stretches
/// near one another, which are judged as one with the few days between them.
/// Example: 56 of 56 days on both sides and 14 empty days: B(56.5, 14.5) / B(56.5, .5) = 7.8e-16.
/// Source: D. Brown, T. Cai, A. DasGupta, Statistical Science 16, 2001, for the prior.
public struct RecordGaps: Sendable {
  /// The fewest empty days in a row that are missing by chance alone.
  public static let fewestDays = 14
  /// An empty stretch less likely than this is missing.
  public static let chance = 1e-6
  /// The same for days that no file reaches: a shop of daily files writes none for a day without
  /// orders, so that a day without a file may still be a zero.
  public static let chanceWithoutFile = 1e-3
  /// Days looked at on either side.
  public static let sideDays = 56
  /// Stretches that lie at most so many days apart are judged as one.
  public static let nearDays = 28

  private let active: Set<Day>
  private let explained: Set<Day>
  private let span: DayRange

  /// The missing stretches between the first and the last day with records, oldest first.
  ///
  /// - Parameters:
  ///   - counts: what was recorded on the day; a day without an entry or with 0 has none.
  ///   - covered: the days that files reach; empty: nothing is known of files.
  ///   - explained: days on which the shop was closed or had no goods; they are never missing.
  public static func finding(
    in counts: [Day: Double], covered: [DayRange] = [], explained: Set<Day> = []
  ) -> [DayRange] {
    let active = Set(counts.filter { $0.value > 0 }.keys)
    guard let first = active.min(), let last = active.max() else { return [] }
    let gaps = RecordGaps(
      active: active, explained: explained, span: DayRange(first: first, last: last))
    let empty = gaps.empty
    let long = gaps.unlikely(among: empty)
    let missing = empty.flatMap { stretch in
      let days = stretch.days.filter { !explained.contains($0) }
      return long.contains(stretch) ? days : gaps.unreached(days, in: stretch, covered)
    }
    return joined(missing)
  }

  /// The stretches of days without records.
  private var empty: [DayRange] {
    let days = active.sorted()
    return zip(days, days.dropFirst()).compactMap { left, right in
      right.days(since: left) > 1
        ? DayRange(first: left.adding(1), last: right.adding(-1)) : nil
    }
  }

  private func unlikely(among empty: [DayRange]) -> Set<DayRange> {
    let long = empty.filter { stretch in
      stretch.count >= RecordGaps.fewestDays
        && stretch.days.count { !explained.contains($0) } >= RecordGaps.fewestDays
    }
    let groups = long.reduce(into: [[DayRange]]()) { groups, stretch in
      if let last = groups.last?.last,
        stretch.first.days(since: last.last) <= RecordGaps.nearDays
      {
        groups[groups.count - 1].append(stretch)
      } else {
        groups.append([stretch])
      }
    }
    return Set(
      groups.flatMap { group in
        isUnlikely(group) ? group : group.count > 1 ? group.filter { isUnlikely([$0]) } : []
      })
  }

  private func isUnlikely(_ group: [DayRange]) -> Bool {
    guard let first = group.first, let last = group.last else { return false }
    let whole = DayRange(first: first.first, last: last.last)
    let days = whole.days.filter { !explained.contains($0) }
    return chance(days, in: whole) < RecordGaps.chance
  }

  /// Of empty days those that no file reaches, when zeros are unlikely there.
  private func unreached(
    _ days: [Day], in stretch: DayRange, _ covered: [DayRange]
  ) -> [Day] {
    guard !covered.isEmpty else { return [] }
    let unreached = days.filter { day in !covered.contains { $0.contains(day) } }
    guard !unreached.isEmpty, chance(unreached, in: stretch) < RecordGaps.chanceWithoutFile else {
      return []
    }
    return unreached
  }

  /// The larger of the chances from both sides.
  private func chance(_ days: [Day], in stretch: DayRange) -> Double {
    // The next day on either side holds a record by construction and tells nothing.
    let sides = [
      side(from: stretch.first.adding(-2), step: -1), side(from: stretch.last.adding(2), step: 1),
    ]
    let season = season(days, beside: sides)
    return sides.map { chance(days, beside: $0, season: season) }.max() ?? 1
  }

  private func chance(_ days: [Day], beside side: [Day], season: Double) -> Double {
    let held = Double(side.count { active.contains($0) }) * season + 0.5
    let free = Double(side.count) + 1 - held
    let scale = BetaFunction.logarithm(held, free)
    let strays = days.count { active.contains($0) }
    let count = Double(days.count)
    return (0...strays).reduce(0) { sum, stray in
      let x = Double(stray)
      let ways = -BetaFunction.logarithm(x + 1, count - x + 1) - log(count + 1)
      return sum + exp(ways + BetaFunction.logarithm(held + x, free + count - x) - scale)
    }
  }

  private func side(from start: Day, step: Int) -> [Day] {
    (0..<RecordGaps.sideDays).map { start.adding($0 * step) }.filter { span.contains($0) }
  }

  /// How the same weeks of other years lay to the quieter of their sides, at most 1; 1 where no
  /// other year is known.
  private func season(_ days: [Day], beside sides: [[Day]]) -> Double {
    func share(_ days: [Day]) -> Double? {
      let years = span.count / 364 + 1
      let others = (-years...years).filter { $0 != 0 }.flatMap { year in
        days.map { $0.adding(364 * year) }.filter { span.contains($0) }
      }
      guard others.count >= RecordGaps.fewestDays else { return nil }
      return (Double(others.count { active.contains($0) }) + 0.5) / (Double(others.count) + 1)
    }
    guard let same = share(days), let quiet = sides.compactMap(share).min() else { return 1 }
    return min(1, same / quiet)
  }

  private static func joined(_ days: [Day]) -> [DayRange] {
    days.reduce(into: []) { ranges, day in
      if let last = ranges.last, last.last.adding(1) == day {
        ranges[ranges.count - 1] = DayRange(first: last.first, last: day)
      } else {
        ranges.append(DayRange(first: day, last: day))
      }
    }
  }
}
