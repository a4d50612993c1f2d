import TributaryAnalysis
import TributaryModel

/// How far each source reaches, and what was read and refused.
struct FreshnessTable {
  let table: Table

  init(_ report: RunReport, _ words: Words) {
    table = Table(
      SourceQuality.results, report.sources,
      ResultSelection(
        columns: [
          "source", "data_to", "read", "rejected", "loaded", "duplicate", "filtered", "files",
        ], names: ["rejected": "refused"]),
      asOf: report.asOf, file: "sources", label: words.sourcesTopic,
      caption: words.coverageCaption,
      columns: [
        .drawn(words.sourceHead) { .text(words.name($0.kind)) },
        FreshnessTable.dataTo(report.asOf, words),
        .drawn(words.fourteenDays, .graphic) {
          .markup(CoverageStrip(days: $0.coverage).markup(words))
        },
        .column("read", words.readHead), .column("rejected", words.refusedHead),
      ], words: words)
  }

  /// The day to which a source has data; marked where it is missing or stops before the as-of day.
  ///
  /// - Parameter year: whether the day is said with its year.
  static func dataTo(
    _ asOf: Day, _ words: Words, year: Bool = false
  ) -> ShownColumn<SourceQuality> {
    .drawn(words.dataToHead) { source in
      if source.isMissing {
        return .markup(#"<span class="dn">! \#(words.nothingFound)</span>"#)
      }
      guard let last = source.dataTo else {
        return .markup(#"<span class="ok">\#(words.noTime)</span>"#)
      }
      let whole: Markup = year ? " nb" : ""
      let day = year ? words.day(last, year: true) : words.day(last)
      return .markup(
        last < asOf
          ? #"<span class="dn\#(whole)">! \#(day)</span>"#
          : #"<span class="ok\#(whole)">\#(day)</span>"#, sort: Double(last.number))
    }
  }
}
