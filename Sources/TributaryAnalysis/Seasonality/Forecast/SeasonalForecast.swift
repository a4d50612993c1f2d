import Foundation
import TributaryModel

/// Values a day or a week apart, with gaps.
public struct RegularSeries: Sendable {
  /// The day of the first value; a week's is its last.
  public let first: Day
  /// Days between two values: 1 or 7.
  public let step: Int
  /// Nil where nothing is known.
  public let values: [Double?]

  public init(first: Day, step: Int, values: [Double?]) {
    self.first = first
    self.step = step
    self.values = values
  }

  func day(_ index: Int) -> Day { first.adding(index * step) }

  var dated: [(day: Day, value: Double?)] {
    values.enumerated().map { (day($0.offset), $0.element) }
  }

  func prefix(_ count: Int) -> RegularSeries {
    RegularSeries(first: first, step: step, values: Array(values.prefix(count)))
  }
}

/// What a series is expected to be, with ranges that its own past has tried.
///
/// The seasonal model is fitted to all of it, and to up to five shorter pasts, whose next days it
/// then has to tell. On these the speed is chosen with which a change of level is believed, and the
/// ranges are made as wide as they had to be.
/// Source: `../shared/methods/season.py`, `forecast`.
public struct SeasonalForecast: Sendable {
  /// One day, or one week.
  public struct Point: Sendable, Hashable {
    public let day: Day
    public let mean: Double
    public let range80: Interval
    public let range95: Interval
  }

  public let points: [Point]
  /// How much of a change of level is believed each step; 0: none.
  public let alpha: Double
  /// Absolute misses over what came, on the tried pasts together; nil where none was long enough.
  public let missed: Double?
  /// Monday is 1; weekdays on which nothing is sold.
  public let closedWeekdays: Set<Int>

  /// The candidates of the level's speed, with the weight of no change and what choosing them costs.
  private static let levels: [(alpha: Double, pull: Double, cost: Double)] = [
    (0, 0, 1), (0.05, 0.3, 1), (0.1, 0.3, 1.005), (0.2, 0.3, 1.01), (0.4, 0.3, 1.02),
  ]
  private static let pasts = 5
  /// Values that a tried past has at least: days, weeks.
  private static let fewest = (days: 60, weeks: 26)

  /// Nil without a positive value.
  public init?(_ series: RegularSeries, horizon: Int) {
    let closed =
      series.step == 1 ? ClosedWeekdays.among(series.dated.suffix(ClosedWeekdays.days)) : []
    let open = RegularSeries(
      first: series.first, step: series.step,
      values: series.dated.map { closed.contains($0.day.weekday) ? nil : $0.value })
    guard let whole = SeasonalForecast.fit(open, steps: 25, like: nil) else { return nil }
    let trials = SeasonalForecast.trials(open, horizon: horizon, like: whole)
    let missed = SeasonalForecast.levels.indices.map { level in
      trials.reduce(0) { $0 + $1.missed[level] }
    }
    let best =
      trials.isEmpty
      ? 1
      : SeasonalForecast.levels.indices.min {
        missed[$0] * SeasonalForecast.levels[$0].cost
          < missed[$1] * SeasonalForecast.levels[$1].cost
      } ?? 1
    let level = SeasonalForecast.level(of: open, whole, SeasonalForecast.levels[best])
    let scales = SeasonalForecast.scales(trials.flatMap { $0.residuals[best] })
    closedWeekdays = closed
    alpha = SeasonalForecast.levels[best].alpha
    let came = trials.reduce(0) { $0 + $1.came }
    self.missed = came > 0 ? missed[best] / came : nil
    let last = series.values.count - 1
    points = (1...max(1, horizon)).map { ahead in
      let day = series.day(last + ahead)
      guard !closed.contains(day.weekday) || series.step > 1 else {
        let zero = Interval(lower: 0, upper: 0)
        return Point(day: day, mean: 0, range80: zero, range95: zero)
      }
      let mean = exp(whole.logExpected(day) + level)
      let unsure = min(whole.variance(whole.design.row(day)), 0.25) * mean * mean
      let variance = whole.dispersion(mean) + unsure
      func range(_ share: Double, _ scale: Double) -> Interval {
        let spread = variance * scale * scale
        return Interval(
          lower: SeasonalForecast.quantile(mean, spread, (1 - share) / 2),
          upper: SeasonalForecast.quantile(mean, spread, (1 + share) / 2))
      }
      return Point(
        day: day, mean: mean, range80: range(0.8, scales.of80), range95: range(0.95, scales.of95))
    }
  }

  // MARK: Fits

  private static func fit(
    _ series: RegularSeries, steps: Int, like other: SeasonalModel?
  ) -> SeasonalModel? {
    let last = series.day(series.values.count - 1)
    let years = (series.first.year - 1)...(last.year + 2)
    let design = SeasonalDesign(
      firstDay: series.first, lastDay: last, events: MovingHolidays.events(in: years),
      step: series.step)
    let known = series.dated.compactMap { one in
      one.value.map { (day: one.day, value: $0) }
    }
    return SeasonalModel(
      design: design, values: known, steps: steps, penalties: other?.penalties,
      keepsPenalties: other != nil)
  }

  /// What a shorter past would have told of the values that came after it.
  private struct Trial {
    /// Absolute misses by candidate of the level.
    var missed: [Double]
    /// Misses in standard deviations, by candidate.
    var residuals: [[Double]]
    var came: Double
  }

  private static func trials(
    _ series: RegularSeries, horizon: Int, like whole: SeasonalModel
  ) -> [Trial] {
    let least = series.step == 1 ? fewest.days : fewest.weeks
    var found: [Trial] = []
    for past in 1...pasts {
      let end = series.values.count - past * horizon
      guard end >= least else { break }
      let known = series.prefix(end)
      guard let model = fit(known, steps: 12, like: whole) else { continue }
      var trial = Trial(
        missed: levels.map { _ in 0 }, residuals: levels.map { _ in [] }, came: 0)
      let shifts = levels.map { level(of: known, model, $0) }
      for index in end..<(end + horizon) {
        guard let value = series.values[index] else { continue }
        trial.came += value
        let expected = model.logExpected(series.day(index))
        for (place, shift) in shifts.enumerated() {
          let mean = exp(expected + shift)
          trial.missed[place] += abs(value - mean)
          trial.residuals[place].append(
            (value - mean) / (model.dispersion(mean) + 1e-9).squareRoot())
        }
      }
      found.append(trial)
    }
    return found
  }

  private static func level(
    of series: RegularSeries, _ model: SeasonalModel,
    _ candidate: (alpha: Double, pull: Double, cost: Double)
  ) -> Double {
    model.level(
      of: series.dated.suffix(SeasonalModel.recent), rate: candidate.alpha, pull: candidate.pull)
  }

  /// By how much wider the ranges of 80% and 95% had to be.
  private static func scales(_ residuals: [Double]) -> (of80: Double, of95: Double) {
    let sizes = residuals.map(abs)
    guard !sizes.isEmpty else { return (1.2, 1.2) }
    let spare = 1 + 1 / Double(sizes.count)
    func scale(_ share: Double, _ normal: Double) -> Double {
      let size = Quantiles.quantile(min(1, share * spare), of: sizes) ?? normal
      return min(max(size / normal, 0.7), 4)
    }
    return (scale(0.8, 1.2816), scale(0.95, 1.96))
  }

  /// Of the gamma distribution with that mean and variance.
  private static func quantile(_ mean: Double, _ variance: Double, _ share: Double) -> Double {
    let variance = max(variance, 1e-12 * mean * mean + 1e-12)
    let shape = min(max(mean * mean / variance, 1e-3), 1e7)
    return GammaFunction.inverseLower(shape, share) * variance / max(mean, 1e-12)
  }
}
