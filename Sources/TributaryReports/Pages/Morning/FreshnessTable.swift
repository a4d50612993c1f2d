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
        .drawn(words.dataToHead) { source in
          .markup(
            FreshnessTable.dataTo(source, report.asOf, words),
            sort: source.dataTo.map { Double($0.number) })
        },
        .drawn(words.fourteenDays, .graphic) {
          .markup(CoverageStrip(days: $0.coverage).markup(words))
        },
        .column("read", words.readHead), .column("rejected", words.refusedHead),
      ], words: words)
  }

  private static func dataTo(_ source: SourceQuality, _ asOf: Day, _ words: Words) -> Markup {
    if source.isMissing { return #"<span class="dn">! \#(words.nothingFound)</span>"# }
    guard let last = source.dataTo else { return #"<span class="ok">\#(words.noTime)</span>"# }
    let day = words.day(last)
    guard last < asOf else { return #"<span class="ok">\#(day)</span>"# }
    return #"<span class="dn">! \#(day)</span>"#
  }
}
