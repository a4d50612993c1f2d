import TributaryAnalysis
import TributaryModel

/// Whether the run's data can be trusted: every row accounted for, every day there.
struct QualityPage {
  let context: PageContext
  private let summary: QualitySummary

  init(_ context: PageContext) {
    self.context = context
    summary = QualitySummary(context.report)
  }

  private var words: Words { context.words }
  private var tables: QualityTables { QualityTables(summary: summary, words: words) }

  var page: Page {
    Page(
      name: .quality, answer: words.answer(summary.answer),
      trust: Trust(context, uses: SourceKind.allCases, requires: [.clickstream, .orders]),
      sections: summary.sources.isEmpty
        ? [nothing]
        : [fates] + LedgerSections(context).sections + [coverage] + notes + [
          refusedFiles, refusedRows,
        ] + spellings + unjoined + robots + ownTags)
  }

  private var robots: [Section] {
    context.report.robots.flatMap { RobotSection(report: $0, words: words).section }.map { [$0] }
      ?? []
  }

  private var ownTags: [Section] {
    OwnTagSection(uses: context.report.ownTags, asOf: summary.asOf, words: words).section
      .map { [$0] } ?? []
  }

  private var spellings: [Section] {
    CitySpellingSection(
      spellings: context.report.results[CitySpelling.results], asOf: summary.asOf, words: words
    ).section.map { [$0] } ?? []
  }

  private var unjoined: [Section] {
    UnjoinedSection(keys: context.report.identity.unjoined, asOf: summary.asOf, words: words)
      .section.map { [$0] } ?? []
  }

  private var notes: [Section] {
    NoteSection(notes: context.report.notes, asOf: summary.asOf, words: words).section
      .map { [$0] } ?? []
  }

  private var nothing: Section {
    Section(
      topic: words.fatesTopic, claim: words.fatesClaim(summary),
      blocks: [.missing(words.noSources)])
  }

  private var fates: Section {
    let claim = words.fatesClaim(summary)
    let items = summary.sources.filter { $0.counts.read > $0.counts.loaded && $0.counts.read > 0 }
      .map { source in
        let counts = source.counts
        let share = Double(counts.read - counts.loaded) / Double(counts.read)
        return BarChart.Item(
          label: words.name(source.kind), value: share, text: words.percent(share),
          kind: counts.rejected > 0 ? .barBad : .bar)
      }
      .sorted { ($0.value, $1.label) > ($1.value, $0.label) }
    let figure = Figure(
      id: "source-fates", title: words.fatesTopic, finding: claim, caption: words.fatesCaption,
      draw: { BarChart(items: items).draw($0) })
    return Section(
      topic: words.fatesTopic, claim: claim,
      blocks: (items.isEmpty ? [] : [.figure(figure)]) + [.table(tables.reconciliation)],
      notes: [Section.Note(words.howToRead, words.fatesNote)])
  }

  private var coverage: Section {
    let claim = words.coverageClaim(summary)
    let rows = summary.sources.filter { !$0.coverage.isEmpty }.map {
      CoverageChart.Row(label: words.name($0.kind), days: $0.coverage)
    }
    let chart = CoverageChart(rows: rows, asOf: summary.asOf, words: words)
    let figure = Figure(
      id: "source-coverage", title: words.coverageTopic, finding: claim,
      caption: "\(words.coverageCaption)", draw: { chart.draw($0) })
    return Section(
      topic: words.coverageTopic, claim: claim,
      blocks: (rows.isEmpty ? [] : [.figure(figure)]) + [.table(tables.coverage)],
      notes: [Section.Note(words.howSure, words.coverageNote)] + gaps)
  }

  private var gaps: [Section.Note] {
    guard let gaps = context.report.season?.gaps, !gaps.isEmpty else { return [] }
    return [Section.Note(words.gapTopic, words.gapNote(gaps))]
  }

  private var refusedFiles: Section {
    let files = summary.refusedFiles
    return Section(
      topic: words.refusedFilesTopic, claim: words.refusedFilesClaim(files.count),
      blocks: files.isEmpty
        ? [] : [.table(tables.refusedFiles), .remark(words.refusedFilesRemark)])
  }

  private var refusedRows: Section {
    let claim = words.refusedRowsClaim(summary)
    let reasons = summary.reasons
    guard !reasons.isEmpty else {
      return Section(topic: words.refusedRowsTopic, claim: claim, blocks: [])
    }
    let items = reasons.map {
      BarChart.Item(
        label: words.name($0.reason), value: Double($0.count), text: words.number($0.count),
        kind: .barBad)
    }
    let figure = Figure(
      id: "refused-rows", title: words.refusedRowsTopic, finding: claim,
      caption: words.refusedRowsCaption, draw: { BarChart(items: items).draw($0) })
    return Section(
      topic: words.refusedRowsTopic, claim: claim,
      blocks: [.figure(figure), .table(tables.rejections)],
      notes: [Section.Note(words.howToRead, words.refusedRowsNote)])
  }
}
