import TributaryAnalysis
import TributaryModel

/// How far each source reaches, and what was read and refused.
struct FreshnessTable {
  let table: Table

  init(_ report: NightReport, _ words: Words) {
    table = Table(
      file: "sources", label: words.sourcesTopic, caption: words.coverageCaption,
      columns: [
        Column(words.sourceHead, "source", .text), Column(words.dataToHead, "data_to", .text),
        Column(words.fourteenDays, "", .graphic), Column(words.readHead, "read", .count),
        Column(words.refusedHead, "refused", .count),
        Column("", "loaded", .count, place: .file), Column("", "duplicate", .count, place: .file),
        Column("", "filtered", .count, place: .file), Column("", "files", .count, place: .file),
      ],
      rows: report.sources.map { FreshnessTable.row($0, asOf: report.asOf, words) },
      source: Table.Source(
        sql: """
          select kind, max(data_to) as data_to, sum(read) as read, sum(rejected) as refused
          from source_file
          group by kind
          order by kind
          """))
  }

  private static func row(_ source: SourceQuality, asOf: Day, _ words: Words) -> [Cell] {
    let counts = source.counts
    return [
      .markup("\(words.name(source.kind))", file: source.kind.rawValue),
      .markup(
        dataTo(source, asOf, words), sort: source.dataTo.map { Double($0.number) },
        file: source.dataTo?.description ?? ""),
      .markup(CoverageStrip(days: source.coverage).markup(words)),
      .value(counts.read), .value(counts.rejected), .value(counts.loaded),
      .value(counts.duplicate), .value(counts.filtered), .value(source.files),
    ]
  }

  private static func dataTo(_ source: SourceQuality, _ asOf: Day, _ words: Words) -> Markup {
    if source.isMissing { return #"<span class="dn">! \#(words.nothingFound)</span>"# }
    guard let last = source.dataTo else { return #"<span class="ok">\#(words.noTime)</span>"# }
    let day = words.day(last)
    guard last < asOf else { return #"<span class="ok">\#(day)</span>"# }
    return #"<span class="dn">! \#(day)</span>"#
  }
}
