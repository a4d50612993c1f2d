import TributaryAnalysis
import TributaryModel

/// When the shop sells, how this season stands to it, and what comes next.
struct SeasonPage {
  let context: PageContext

  init(_ context: PageContext) {
    self.context = context
  }

  private var words: Words { context.words }
  private var asOf: Day { context.report.asOf }

  private func tables(_ curve: SeasonalCurve) -> SeasonTables {
    SeasonTables(curve: curve, asOf: asOf, words: words)
  }

  var page: Page {
    Page(
      name: .season, answer: words.seasonAnswer(context.report.season, asOf: asOf),
      trust: Trust(
        context, uses: [.orders, .orderStatuses, .stock, .calendar], requires: [.orders]),
      sections: sections)
  }

  private var sections: [Section] {
    guard let curve = context.report.season, !curve.days.isEmpty else {
      return [
        Section(
          topic: words.yearTopic, claim: words.yearQuestion,
          blocks: [.missing(words.seasonMissing)])
      ]
    }
    let summary = SeasonSummary(curve, asOf: asOf)
    return [
      year(curve, summary), thisSeason(curve, summary), everyDay(curve, summary), peaks(curve),
      yearOverYear(curve),
    ]
  }

  private func year(_ curve: SeasonalCurve, _ summary: SeasonSummary) -> Section {
    let claim = words.yearClaim(summary.peaks)
    let notes = [
      Section.Note(words.howToRead, words.yearHowToRead),
      Section.Note(words.howSure, words.yearHowSure(curve)),
    ]
    guard !curve.weeks.isEmpty else {
      return Section(
        topic: words.yearTopic, claim: claim, blocks: [.missing(words.weeksMissing)], notes: notes)
    }
    let charts = SeasonCharts(curve, asOf: asOf, words: words)
    let figure = charts.year(finding: claim)
    return Section(
      topic: words.yearTopic, claim: claim,
      blocks: [.figure(figure), .styled(.empty, of: tables(curve).weeks)],
      notes: notes)
  }

  private func thisSeason(_ curve: SeasonalCurve, _ summary: SeasonSummary) -> Section {
    let claim = words.standingClaim(summary)
    let charts = SeasonCharts(curve, asOf: asOf, words: words)
    var notes = [Section.Note(words.howToRead, words.standingHowToRead)]
    if !curve.gaps.isEmpty { notes.append(Section.Note(words.gapTopic, words.gapNote(curve.gaps))) }
    if summary.censored > 0 {
      notes.append(Section.Note(words.stockNote, words.censoredNote(summary.censored)))
    }
    return Section(
      topic: words.standingTopic, claim: claim,
      blocks: [
        .figure(charts.standing(finding: claim)),
        .styled(.empty, of: tables(curve).days),
      ], notes: notes)
  }

  private func everyDay(_ curve: SeasonalCurve, _ summary: SeasonSummary) -> Section {
    let claim = words.weekdayClaim(summary.weekdays)
    let charts = SeasonCharts(curve, asOf: asOf, words: words)
    return Section(
      topic: words.everyDayTopic, claim: claim,
      blocks: [.figure(charts.calendar(finding: claim))],
      notes: [Section.Note(words.howToRead, words.calendarHowToRead)])
  }

  private func peaks(_ curve: SeasonalCurve) -> Section {
    let blocks: [Section.Block] =
      curve.peaks.isEmpty && curve.next == nil
      ? [.missing(words.peaksMissing)] : [.table(tables(curve).peaks)]
    return Section(
      topic: words.peaksTopic, claim: words.peaksClaim(curve), blocks: blocks,
      notes: [Section.Note(words.method, words.peaksMethod)])
  }

  private func yearOverYear(_ curve: SeasonalCurve) -> Section {
    let blocks: [Section.Block] =
      curve.yearOverYear.isEmpty
      ? [.missing(words.yearOverYearMissing(hasGaps: !curve.gaps.isEmpty))]
      : [.table(tables(curve).yearOverYear)]
    return Section(
      topic: words.yearOverYearTopic,
      claim: words.yearOverYearClaim(curve.yearOverYear.last, asOf: asOf),
      blocks: blocks, notes: singular(curve))
  }

  private func singular(_ curve: SeasonalCurve) -> [Section.Note] {
    let days = Set(curve.yearOverYear.flatMap(\.singular))
    guard !days.isEmpty else { return [] }
    let sold = curve.days.filter { days.contains($0.day) }
    return [Section.Note(words.singularTopic, words.singularNote(sold))]
  }
}
