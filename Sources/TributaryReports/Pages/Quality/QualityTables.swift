import TributaryAnalysis
import TributaryModel

/// The tables of the page of data.
struct QualityTables {
  let summary: QualitySummary
  let words: Words

  private var asOf: Day { summary.asOf }

  /// Read = loaded + repeats + left out + refused, for every source.
  var reconciliation: Table {
    let total = summary.total
    return Table(
      SourceQuality.results, summary.sources,
      ResultSelection(columns: [
        "source", "reconciles", "read", "loaded", "duplicate", "filtered", "rejected", "restated",
        "pending", "files",
      ]),
      asOf: asOf, file: "source-reconciliation", label: words.fatesTopic,
      columns: [
        name, .drawn(words.reconcilesHead) { .markup(fate($0.reconciliation)) },
        .column("read", words.readHead), .column("loaded", words.loadedHead),
        .column("duplicate", words.duplicateHead), .column("filtered", words.filteredHead),
        .column("rejected", words.refusedHead),
      ],
      total: [.text(words.together), .blank]
        + [total.read, total.loaded, total.duplicate, total.filtered, total.rejected].map {
          .value($0)
        }, isWide: true, words: words)
  }

  var coverage: Table {
    func days(_ title: String, _ state: SourceQuality.Coverage) -> ShownColumn<SourceQuality> {
      .drawn(title, .count) { $0.days(state).map { .value($0) } ?? .blank }
    }
    return Table(
      SourceQuality.results, summary.sources,
      ResultSelection(columns: ["source", "data_to", "full_days", "part_days", "missing_days"]),
      asOf: asOf, file: "source-coverage", label: words.coverageTopic,
      columns: [
        name, FreshnessTable.dataTo(asOf, words, year: true), days(words.fullDaysHead, .full),
        days(words.partDaysHead, .part), days(words.missingDaysHead, .missing),
      ], words: words)
  }

  var refusedFiles: Table {
    Table(
      SourceRefusal.results, summary.refusedFiles, asOf: asOf, file: "refused-files",
      label: words.refusedFilesTopic,
      columns: [
        .column("path", words.fileHead),
        .drawn(words.sourceHead) { .text(words.name($0.source)) },
        .drawn(words.whyHead) { message($0.file.message) },
      ], words: words)
  }

  var rejections: Table {
    Table(
      SourceRejection.results, summary.rejections, asOf: asOf, file: "refused-rows",
      label: words.refusedRowsTopic,
      columns: [
        .drawn(words.sourceHead) { .text(words.name($0.source)) },
        .drawn(words.reasonHead) { .text(words.name($0.group.reason)) },
        .column("rows", words.rowsHead),
        .drawn(words.exampleHead) { .markup("<code>\(user: $0.group.example)</code>") },
        .drawn(words.whyHead) { message($0.group.message) },
      ], isWide: true, words: words)
  }

  private var name: ShownColumn<SourceQuality> {
    .drawn(words.sourceHead) { .text(words.name($0.kind)) }
  }

  private func fate(_ reconciliation: SourceQuality.Reconciliation) -> Markup {
    switch reconciliation {
    case .missing: #"<span class="dn">! \#(words.nothingFound)</span>"#
    case .yes: words.mark(reconciles: true)
    case .no: words.mark(reconciles: false)
    }
  }

  /// A message is longer than a name and is cut later.
  private func message(_ text: String) -> Cell {
    .markup("<bdi>\(VisibleText.cut(text, to: 200))</bdi>")
  }
}
