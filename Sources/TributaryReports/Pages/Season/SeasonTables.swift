import TributaryAnalysis
import TributaryModel

/// The tables of the season's page and what lies behind its drawings.
struct SeasonTables {
  let curve: SeasonalCurve
  let asOf: Day
  let words: Words

  var weeks: Table {
    Table(
      SeasonalCurve.WeekIndex.results, curve.weeks, asOf: asOf, file: "seasonal-index",
      label: words.yearTopic, columns: [], words: words)
  }

  var days: Table {
    Table(
      SeasonalCurve.DemandDay.results, curve.days, asOf: asOf, file: "demand-day",
      label: words.standingTopic, columns: [], words: words)
  }

  /// The next peak first, then the past ones, latest first.
  var peaks: Table {
    Table(
      SeasonalCurve.AnyPeak.results, curve.allPeaks, asOf: asOf, file: "peaks",
      label: words.peaksTopic, caption: words.peaksCaption,
      columns: [
        .drawn(words.peakHead) { [words] peak in
          guard let name = peak.name, !name.isEmpty else { return .text(words.namelessPeak) }
          return .user(name, note: peak.isNext ? words.comesNext : "")
        },
        .column("start_day", words.startHead), .column("top_day", words.topHead),
        .column("end_day", words.endHead), .column("multiple", words.multipleHead),
        .drawn(words.soldHead, .count) { .value($0.total) },
      ], isWide: true, words: words)
  }

  var yearOverYear: Table {
    Table(
      SeasonalCurve.YearOverYear.results, curve.yearOverYear.reversed(), asOf: asOf,
      file: "year-over-year", label: words.yearOverYearTopic,
      columns: [
        .column("year_to", words.yearToHead), .column("ratio", words.ratioHead),
        .drawn(words.changeHead, .change) { .value($0.ratio.value - 1) },
      ], words: words)
  }
}
