import Foundation
import TributaryModel

/// A fitted season with the peaks that were found in it.
///
/// First a fit without events; each peak found becomes an event, centred on its top or on the
/// calendar's holiday near it, and the model is fitted again; then once more with the events
/// centred on the sharper tops.
struct SeasonalFit {
  let series: DemandSeries
  let calendar: [CalendarEvent]
  let model: SeasonalModel
  let index: SeasonalIndex
  /// Log of the recent level over the fitted one, carried into the future.
  let level: Double
  /// Days that say nothing about a year; see `SingularDays`.
  let singular: Set<Day>

  /// How far ahead the next peak is looked for.
  static let lookahead = 430

  init?(_ series: DemandSeries, calendar: [CalendarEvent]) {
    let values = series.fitted
    var events: [SeasonalEvent] = []
    var fitted: SeasonalModel?
    for steps in [12, 14, 20] {
      let design = SeasonalDesign(
        firstDay: series.range.first, lastDay: series.range.last, events: events)
      guard
        let next = SeasonalModel(
          design: design, values: values, steps: steps, penalties: fitted?.penalties)
      else { return nil }
      fitted = next
      if steps < 20 { events = SeasonalFit.events(of: next, series: series, calendar: calendar) }
      if steps == 12, events.isEmpty { break }
    }
    guard let fitted else { return nil }
    self.series = series
    self.calendar = calendar
    model = fitted
    index = SeasonalIndex(model: fitted, year: SeasonalFit.lastYear(series))
    level = fitted.level(
      of: values.suffix(SeasonalModel.recent).map { ($0.day, $0.value) }, rate: 0.05, pull: 0.3)
    singular = SingularDays.finding(in: series, model: fitted, calendar: calendar)
  }

  static func lastYear(_ series: DemandSeries) -> DayRange {
    DayRange(last: series.range.last, count: 365)
  }

  /// One for each peak of the last year, by the bars of a peak that is shown: the free columns of an
  /// event would blow up the noise of a mere hill.
  private static func events(
    of model: SeasonalModel, series: DemandSeries, calendar: [CalendarEvent]
  ) -> [SeasonalEvent] {
    let year = lastYear(series)
    let index = SeasonalIndex(model: model, year: year)
    let around = DayRange(first: year.first.adding(-60), last: year.last.adding(60))
    let years = (series.range.first.year - 1)...(series.range.last.year + 2)
    var tops: [Day] = []
    for run in index.runs(in: around) where year.contains(run.top) {
      let date = run.top.anniversary(in: 2000)
      let isNew = tops.allSatisfy { abs($0.anniversary(in: 2000).days(since: date)) > 12 }
      if isNew { tops.append(run.top) }
    }
    return tops.map { SeasonalEvent.anchored(at: $0, calendar: calendar, years: years) }
  }

  /// Expected on a day: as fitted in the history, with the recent level after it.
  func expected(_ day: Day) -> Double {
    guard series.isOpen(day) else { return 0 }
    return exp(model.logExpected(day) + (day > series.range.last ? level : 0))
  }
}
