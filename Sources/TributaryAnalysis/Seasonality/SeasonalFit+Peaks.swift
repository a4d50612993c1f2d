import Foundation
import TributaryModel

extension SeasonalFit {
  /// Each year's peaks, of whose days at least half are known.
  ///
  /// Start, end and shape are common to all years; a year's own multiple is the common one times
  /// what was sold from start to end over what was expected, singular days left out, and its top is
  /// the day that sold most.
  var peaks: [SeasonalCurve.Peak] {
    passed.map { run, total in
      let ratio = total.expected > 0 ? total.actual / total.expected : 1
      let deviation = (run.deviation * run.deviation + total.logVariance).squareRoot()
      return SeasonalCurve.Peak(
        name: SeasonalEvent.nearest(to: run.top, in: calendar)?.name, start: run.start,
        top: best(of: run), curveTop: run.top, end: run.end,
        multiple: estimate(run.multiple * ratio, deviation: deviation), total: sold(run))
    }
  }

  /// The day that sold most; of equal days the one nearest to the curve's top, then the earlier.
  private func best(of run: SeasonalIndex.Run) -> Day {
    let known = DayRange(first: run.start, last: run.end).days.compactMap { day in
      series.values[day].map { (day: day, value: $0) }
    }
    return known.max { left, right in
      if left.value != right.value { return left.value < right.value }
      let (a, b) = (abs(left.day.days(since: run.top)), abs(right.day.days(since: run.top)))
      return a == b ? left.day > right.day : a > b
    }?.day ?? run.top
  }

  private func sold(_ run: SeasonalIndex.Run) -> Double {
    Total(self, DayRange(first: run.start, last: run.end).days).actual
  }

  /// The first peak whose top lies after the as-of day; nil below two years of history, and when
  /// orders end long before that day.
  var next: SeasonalCurve.NextPeak? {
    let asOf = series.range.last
    guard series.range.count >= SeasonalCurve.daysToDate, ended == nil,
      let run = index.runs(
        in: DayRange(first: asOf.adding(-60), last: asOf.adding(SeasonalFit.lookahead))
      ).first(where: { $0.top > asOf })
    else { return nil }
    let between = varianceBetweenYears
    let deviation = (run.deviation * run.deviation + between).squareRoot()
    let mean = expected(run.top)
    var form = [Double](repeating: 0, count: model.design.width)
    model.design.row(run.top).add(to: &form, times: 1)
    let variance =
      model.dispersion(mean) + (min(0.25, model.variance(form)) + between) * mean * mean
    return SeasonalCurve.NextPeak(
      name: name(of: run), start: run.start, top: run.top, end: run.end,
      multiple: estimate(run.multiple, deviation: deviation),
      daysToStart: run.start.days(since: asOf), daysToTop: run.top.days(since: asOf),
      expectedTop: Estimate(
        mean, .gamma(shape: mean * mean / variance, rate: mean / variance)))
  }

  /// The calendar's name at the next top, or the one that this peak had before.
  private func name(of run: SeasonalIndex.Run) -> String? {
    if let named = SeasonalEvent.nearest(to: run.top, in: calendar) { return named.name }
    return model.design.events.first { abs($0.offset(run.top)) <= 10 }?.name
  }

  private var passed: [(SeasonalIndex.Run, Total)] {
    let range = DayRange(
      first: series.range.first.adding(-30), last: series.range.last.adding(60))
    return index.runs(in: range).compactMap { run in
      guard run.top <= series.range.last else { return nil }
      let days = DayRange(first: run.start, last: run.end)
      let total = Total(self, days.days.filter { !singular.contains($0) })
      return total.days * 2 >= days.count ? (run, total) : nil
    }
  }

  /// How far the peaks of single years lay from the common one, on the log scale, beyond chance.
  private var varianceBetweenYears: Double {
    let squares = passed.compactMap { _, total -> Double? in
      guard total.actual > 0, total.expected > 0 else { return nil }
      let away = log(total.actual / total.expected)
      return away * away - total.logVariance
    }
    // Without a repeat, a fifth either way is what a peak may differ from the one before.
    guard squares.count >= 2 else { return 0.04 }
    return max(0.01, squares.reduce(0, +) / Double(squares.count - 1))
  }
}
