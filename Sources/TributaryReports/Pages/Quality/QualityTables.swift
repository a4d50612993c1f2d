import TributaryAnalysis
import TributaryModel

/// The tables of the page of data.
struct QualityTables {
  let summary: QualitySummary
  let words: Words

  /// Read = loaded + repeats + left out + refused, for every source.
  var reconciliation: Table {
    Table(
      file: "source-reconciliation", label: words.fatesTopic,
      columns: [
        Column(words.sourceHead, "source", .text),
        Column(words.reconcilesHead, "reconciles", .text),
        Column(words.readHead, "read", .count), Column(words.loadedHead, "loaded", .count),
        Column(words.duplicateHead, "duplicate", .count),
        Column(words.filteredHead, "filtered", .count),
        Column(words.refusedHead, "rejected", .count),
        Column(words.restatedHead, "restated", .count, place: .file),
        Column("", "pending", .count, place: .file),
        Column("", "files", .count, place: .file),
      ],
      rows: summary.sources.map { source in
        [name(source.kind), fate(source)] + counts(source.counts) + [.value(source.files)]
      },
      total: [.text(words.together), .blank] + counts(summary.total) + [
        .value(summary.sources.reduce(0) { $0 + $1.files })
      ], isWide: true,
      source: Table.Source(
        sql: """
          select kind, sum(read) as read, sum(loaded) as loaded, sum(duplicate) as duplicate,
            sum(filtered) as filtered, sum(rejected) as rejected
          from source_file
          group by kind
          order by kind
          """))
  }

  var coverage: Table {
    Table(
      file: "source-coverage", label: words.coverageTopic,
      columns: [
        Column(words.sourceHead, "source", .text), Column(words.dataToHead, "data_to", .text),
        Column(words.fullDaysHead, "full_days", .count),
        Column(words.partDaysHead, "part_days", .count),
        Column(words.missingDaysHead, "missing_days", .count),
      ],
      rows: summary.sources.map { source in
        func days(_ state: SourceQuality.Coverage) -> Cell {
          source.coverage.isEmpty
            ? .blank : .value(source.coverage.filter { $0 == state }.count)
        }
        return [name(source.kind), dataTo(source), days(.full), days(.part), days(.missing)]
      },
      source: Table.Source(
        sql: """
          select kind, max(data_to) as data_to
          from source_file
          where refusal is null
          group by kind
          order by kind
          """))
  }

  var refusedFiles: Table {
    Table(
      file: "refused-files", label: words.refusedFilesTopic,
      columns: [
        Column(words.fileHead, "path", .text), Column(words.sourceHead, "source", .text),
        Column(words.whyHead, "message", .text),
      ],
      rows: summary.refusedFiles.map {
        [.user($0.file.path), name($0.kind), message($0.file.message)]
      },
      source: Table.Source(
        sql: "select kind, path, refusal from source_file where refusal is not null order by path"))
  }

  var rejections: Table {
    Table(
      file: "refused-rows", label: words.refusedRowsTopic,
      columns: [
        Column(words.sourceHead, "source", .text), Column(words.reasonHead, "reason", .text),
        Column(words.rowsHead, "rows", .count), Column(words.exampleHead, "example", .text),
        Column(words.whyHead, "message", .text),
      ],
      rows: summary.rejections.map { kind, group in
        [
          name(kind), .markup("\(words.name(group.reason))", file: group.reason.rawValue),
          .value(group.count),
          .markup("<code>\(user: group.example)</code>", file: group.example),
          message(group.message),
        ]
      }, isWide: true,
      source: Table.Source(
        sql: """
          select kind, reason, count(*) as rows, min(path || ':' || line) as example
          from rejection
          join source_file using (source_file_id)
          group by kind, reason
          order by rows desc
          """))
  }

  private func counts(_ counts: FileCounts) -> [Cell] {
    [
      counts.read, counts.loaded, counts.duplicate, counts.filtered, counts.rejected,
      counts.restated, counts.pending,
    ].map { .value($0) }
  }

  private func name(_ kind: SourceKind) -> Cell {
    .markup("\(words.name(kind))", file: kind.rawValue)
  }

  private func fate(_ source: SourceQuality) -> Cell {
    if source.isMissing {
      return .markup(#"<span class="dn">! \#(words.nothingFound)</span>"#, file: "missing")
    }
    return source.counts.reconciles
      ? .markup(#"<span class="ok">\#(words.addsUp)</span>"#, file: "yes")
      : .markup(#"<span class="dn">! \#(words.doesNotAddUp)</span>"#, file: "no")
  }

  private func dataTo(_ source: SourceQuality) -> Cell {
    if source.isMissing {
      return .markup(#"<span class="dn">! \#(words.nothingFound)</span>"#)
    }
    guard let day = source.dataTo else {
      return .markup(#"<span class="ok">\#(words.noTime)</span>"#)
    }
    let text: Markup =
      day < summary.asOf
      ? #"<span class="dn nb">! \#(words.day(day, year: true))</span>"#
      : #"<span class="ok nb">\#(words.day(day, year: true))</span>"#
    return .markup(text, sort: Double(day.number), file: day.description)
  }

  /// A message is longer than a name and is cut later.
  private func message(_ text: String) -> Cell {
    .markup("<bdi>\(VisibleText.cut(text, to: 200))</bdi>", file: text)
  }
}
