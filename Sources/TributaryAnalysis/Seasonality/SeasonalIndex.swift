import Foundation
import TributaryModel

/// The season alone, over its base: m = exp(yearly + events) / base.
///
/// The base is the mean of the season on the days of the last year that lie under 1.25 x base,
/// found by repeating. A peak is a run of days from 1.25 up whose top is high and surely above 1.25.
struct SeasonalIndex {
  let model: SeasonalModel
  private let base: Double
  /// Σ share x row over the base days: the form whose value the base takes away.
  private let baseForm: [Double]
  /// The days of the last year that make the base.
  let ordinary: Set<Day>

  static let edge = 1.25
  static let fewestDays = 3

  /// A run of days above the edge.
  struct Run {
    let start: Day
    let top: Day
    let end: Day
    let multiple: Double
    /// Standard deviation of the log of the multiple.
    let deviation: Double

    /// Less than a week apart: the lower of the two is the other's shoulder.
    func isNear(_ other: Run) -> Bool {
      start.days(since: other.end) < 7 && other.start.days(since: end) < 7
    }
  }

  init(model: SeasonalModel, year: DayRange) {
    self.model = model
    let days = year.days
    let season = days.map { exp(model.design.season($0).dot(model.beta)) }
    var isOrdinary = [Bool](repeating: true, count: days.count)
    let median = Quantiles.median(season) ?? 1
    for _ in 0..<20 {
      let base = SeasonalIndex.mean(season, isOrdinary)
      var next = season.map { $0 < base * SeasonalIndex.edge }
      if next.count(where: { $0 }) < 60 { next = season.map { $0 <= median } }
      if next == isOrdinary { break }
      isOrdinary = next
    }
    base = SeasonalIndex.mean(season, isOrdinary)
    var form = [Double](repeating: 0, count: model.design.width)
    let chosen = days.indices.filter { isOrdinary[$0] }
    let total = chosen.reduce(0) { $0 + season[$1] }
    for index in chosen {
      model.design.season(days[index]).add(to: &form, times: season[index] / total)
    }
    baseForm = form
    ordinary = Set(chosen.map { days[$0] })
  }

  /// 1 at the base.
  func multiple(_ day: Day) -> Double {
    exp(model.design.season(day).dot(model.beta)) / base
  }

  /// The mean of a few days' multiples with the standard deviation of its log.
  func mean(_ days: [Day]) -> (value: Double, deviation: Double) {
    let each = days.map(multiple)
    let total = each.reduce(0, +)
    var form = baseForm.map { -$0 }
    for (day, value) in zip(days, each) {
      model.design.season(day).add(to: &form, times: value / total)
    }
    return (total / Double(days.count), model.variance(form).squareRoot())
  }

  /// The runs above the edge that reach `height` with a one-sided lower bound of 95% above `floor`.
  func runs(in range: DayRange, height: Double = 1.6, floor: Double = SeasonalIndex.edge) -> [Run] {
    var runs: [Run] = []
    var current: [(day: Day, value: Double)] = []
    func close() {
      defer { current = [] }
      guard current.count >= SeasonalIndex.fewestDays, let first = current.first,
        let last = current.last,
        let top = current.max(by: { $0.value < $1.value }), top.value >= height
      else { return }
      let deviation = mean([top.day]).deviation
      guard top.value * exp(-1.645 * deviation) > floor else { return }
      runs.append(
        Run(
          start: first.day, top: top.day, end: last.day, multiple: top.value,
          deviation: deviation))
    }
    for day in range.days {
      let value = multiple(day)
      if value >= SeasonalIndex.edge { current.append((day, value)) } else { close() }
    }
    close()
    return runs.filter { run in
      runs.allSatisfy { $0.multiple <= run.multiple || !$0.isNear(run) }
    }
  }

  private static func mean(_ values: [Double], _ isChosen: [Bool]) -> Double {
    let chosen = zip(values, isChosen).filter(\.1).map(\.0)
    return chosen.isEmpty ? 1 : chosen.reduce(0, +) / Double(chosen.count)
  }
}
