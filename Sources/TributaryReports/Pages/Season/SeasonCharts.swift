import TributaryAnalysis
import TributaryModel

/// The three drawings of the season's page.
struct SeasonCharts {
  let curve: SeasonalCurve
  let asOf: Day
  let words: Words

  init(_ curve: SeasonalCurve, asOf: Day, words: Words) {
    self.curve = curve
    self.asOf = asOf
    self.words = words
  }

  /// The curve of a year over an ordinary day; what is still to come is dotted.
  func year(finding: String) -> Figure {
    let year = SeasonYear(curve, asOf: asOf)
    let past = year.weeks.indices.map { index in
      year.monday(index).adding(-7) <= asOf ? year.weeks[index]?.value : nil
    }
    let coming = year.weeks.indices.map { index in
      year.monday(index) >= asOf.adding(-7) ? year.weeks[index]?.value : nil
    }
    let middle = year.first.adding(3)
    let chart = LineChart(
      days: year.days, zones: zones(in: year.days),
      bands: [
        LineChart.Band(
          kind: .band, first: middle, ranges: year.weeks.map { $0?.interval }, step: 7)
      ],
      series: [
        LineChart.Series(kind: .now, first: middle, values: past, step: 7),
        LineChart.Series(kind: .forecast, first: middle, values: coming, step: 7),
      ], marks: peakMarks(year), verticals: [(asOf, words.today)], height: 310, words: words)
    return Figure(
      id: "year", title: words.yearTitle, finding: finding, caption: words.yearCaption,
      readout: year.weeks.enumerated().map { index, week in
        words.weekReadout(year.monday(index), week)
      }, draw: { chart.draw($0) })
  }

  /// The last half year: what was counted over what the curve expects, and a year before.
  func standing(finding: String) -> Figure {
    let days = DayRange(last: asOf, count: 182)
    let byDay = Dictionary(curve.days.map { ($0.day, $0) }) { first, _ in first }
    let now = days.days.map { SeasonCharts.weekMean(byDay, $0) { $0.actual } }
    let expected = days.days.map { SeasonCharts.weekMean(byDay, $0) { $0.expected } }
    let before = days.days.map { SeasonCharts.weekMean(byDay, $0.adding(-364)) { $0.actual } }
    let chart = LineChart(
      days: days, zones: zones(in: days),
      series: [
        LineChart.Series(kind: .was, first: days.first, values: before),
        LineChart.Series(kind: .expected, first: days.first, values: expected),
        LineChart.Series(kind: .now, first: days.first, values: now),
      ], marks: standingMarks(days, now), height: 310, words: words)
    return Figure(
      id: "standing", title: words.standingTitle, finding: finding,
      caption: words.standingCaption,
      readout: days.days.enumerated().map { index, day in
        words.dayReadout(day, now[index], expected[index], before[index])
      }, draw: { chart.draw($0) })
  }

  /// A year of days as cells.
  func calendar(finding: String) -> Figure {
    let days = DayRange(last: asOf, count: 364)
    let byDay = Dictionary(curve.days.map { ($0.day, $0) }) { first, _ in first }
    let calendar = HeatCalendar(
      cells: days.days.map { HeatCalendar.Cell(day: $0, value: byDay[$0]?.actual) },
      tops: curve.peaks.map(\.top), unit: words.ordersADay, words: words)
    return Figure(
      id: "calendar", title: words.calendarTitle, finding: finding,
      caption: words.calendarCaption(days), draw: { calendar.draw($0) })
  }

  /// The mean of the seven days to that day; nil when one of them is not known.
  private static func weekMean(
    _ days: [Day: SeasonalCurve.DemandDay], _ day: Day,
    _ value: (SeasonalCurve.DemandDay) -> Double?
  ) -> Double? {
    let values = (0..<7).compactMap { days[day.adding(-$0)].flatMap(value) }
    return values.count == 7 ? values.reduce(0, +) / 7 : nil
  }

  private func zones(in days: DayRange) -> [DayRange] {
    var zones = curve.peaks.map { DayRange(first: $0.start, last: $0.end) }
    if let next = curve.next { zones.append(DayRange(first: next.start, last: next.end)) }
    return zones.filter { $0.last >= days.first && $0.first <= days.last }
  }

  private func peakMarks(_ year: SeasonYear) -> [LineChart.Mark] {
    var peaks = curve.peaks.map {
      (name: $0.name, days: DayRange(first: $0.start, last: $0.end), top: $0.top, $0.multiple.value)
    }
    if let next = curve.next {
      let days = DayRange(first: next.start, last: next.end)
      peaks.append((next.name, days, next.top, next.multiple.value))
    }
    let shown = peaks.filter { year.days.contains($0.top) }
      .sorted { ($1.3, $0.top) < ($0.3, $1.top) }.prefix(4)
    return shown.enumerated().compactMap { place, peak in
      let weeks = year.weeks.indices.filter { peak.days.contains(year.monday($0).adding(3)) }
      // The highest week is not always that of the top day.
      guard let index = weeks.max(by: { height($0, year) < height($1, year) }),
        let value = year.weeks[index]?.value
      else { return nil }
      return LineChart.Mark(
        day: year.monday(index).adding(3), value: value,
        lines: [
          (words.capitalised(words.peakWord(peak.name)), .label),
          (words.number(value.rounded()), .labelNow), (words.topOn(peak.top), .labelWas),
        ], isOnlyWide: place > 1)
    }
  }

  private func height(_ week: Int, _ year: SeasonYear) -> Double { year.weeks[week]?.value ?? 0 }

  private func standingMarks(_ days: DayRange, _ now: [Double?]) -> [LineChart.Mark] {
    var marks: [LineChart.Mark] = []
    if let last = now.last, let value = last {
      marks.append(
        LineChart.Mark(
          day: days.last, value: value,
          lines: [(words.number(value.rounded()), .labelNow)]))
    }
    let known = now.enumerated().compactMap { index, value in value.map { (index, $0) } }
    if let top = known.max(by: { $0.1 < $1.1 }), top.0 < now.count - 10 {
      marks.append(
        LineChart.Mark(
          day: days.first.adding(top.0), value: top.1,
          lines: [(words.thisSeason, .labelNow), (words.topOf(top.1), .tick)]))
    }
    return marks
  }
}
