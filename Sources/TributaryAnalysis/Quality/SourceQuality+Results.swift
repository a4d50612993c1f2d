import TributaryModel

extension SourceQuality {
  /// What became of the rows of each source and how far it reaches, in the order of kinds.
  public static let results = ResultTable<SourceQuality>(
    "source_state", grain: "source of the pipeline file",
    [
      .text("source", isKey: true, "kind of the source, such as orders") { $0.kind.rawValue },
      .text("reconciles", "yes when read = loaded + duplicate + filtered + rejected; no; missing") {
        $0.reconciliation.rawValue
      },
      .count("read", "records of all files, over all runs") { $0.counts.read },
      .count("loaded", "of them stored, restated ones included") { $0.counts.loaded },
      .count("duplicate", "known with the same values, or an older version") {
        $0.counts.duplicate
      },
      .count("filtered", "left out as the pipeline file says") { $0.counts.filtered },
      .count("rejected", "refused, each with a reason") { $0.counts.rejected },
      .count("restated", "of the loaded, newer versions of a known key") { $0.counts.restated },
      .count("pending", "last lines of logs without an end, not read yet") { $0.counts.pending },
      .count("files", "of the source") { $0.files },
      .day("data_to", "last day with data; null without one, or when rows know no time") {
        $0.dataTo
      },
      .count("full_days", "of the last 14; null when rows know no time") { $0.days(.full) },
      .count("part_days", "as full_days, with less than a quarter of the usual") {
        $0.days(.part)
      },
      .count("missing_days", "as full_days, without the rows that were due") {
        $0.days(.missing)
      },
    ])

  /// Whether every row that was read has one fate.
  public enum Reconciliation: String, Sendable, CaseIterable {
    case yes, no
    /// No file was found.
    case missing
  }

  public var reconciliation: Reconciliation {
    isMissing ? .missing : counts.reconciles ? .yes : .no
  }

  /// Days of the coverage strip in that state; nil without a strip.
  public func days(_ state: Coverage) -> Int? {
    coverage.isEmpty ? nil : coverage.count { $0 == state }
  }
}

/// A file of which nothing was loaded, with its source.
public struct SourceRefusal: Sendable, Hashable {
  public let source: SourceKind
  public let file: SourceQuality.RefusedFile

  /// In the order of the sources, then of the paths.
  public static func of(_ sources: [SourceQuality]) -> [SourceRefusal] {
    sources.flatMap { source in
      source.refused.map { SourceRefusal(source: source.kind, file: $0) }
    }
  }

  public static let results = ResultTable<SourceRefusal>(
    "refused_file", grain: "file of which nothing was loaded", lifetime: .latest,
    [
      .text("path", isKey: true, "relative to the pipeline's folder") { $0.file.path },
      .text("source", isKey: true, "kind of the source") { $0.source.rawValue },
      .text("message", "why, and what to do") { $0.file.message },
    ])
}

/// Rows of one source that were refused for one reason.
public struct SourceRejection: Sendable, Hashable {
  public let source: SourceKind
  public let group: SourceQuality.RejectionGroup

  /// Most rows first, then in the order of the sources and of the examples.
  public static func of(_ sources: [SourceQuality]) -> [SourceRejection] {
    sources.flatMap { source in
      source.rejections.map { SourceRejection(source: source.kind, group: $0) }
    }.sorted { left, right in
      left.group.count == right.group.count
        ? (left.source, left.group.example) < (right.source, right.group.example)
        : left.group.count > right.group.count
    }
  }

  public static let results = ResultTable<SourceRejection>(
    "rejection_group", grain: "source and reason of refusal",
    [
      .text("source", isKey: true, "kind of the source") { $0.source.rawValue },
      .text("reason", isKey: true, "stable word, such as bad-date") { $0.group.reason.rawValue },
      .count("rows", "that were refused for it, over all runs") { $0.group.count },
      .text("example", "path:line of the first") { $0.group.example },
      .text("message", "what was expected and found there") { $0.group.message },
    ])
}

extension SourceNote {
  public static let results = ResultTable<SourceNote>(
    "source_note", grain: "file and odd thing about it, for which nothing was refused",
    lifetime: .latest,
    [
      .text("path", isKey: true, "relative to the pipeline's folder") { $0.path },
      .text("source", isKey: true, "kind of the source") { $0.source.rawValue },
      .text("note", isKey: true, "stable word, such as zero-totals") { $0.note.kind.rawValue },
      .text(
        "about", isKey: true, "an order's number, a day, a column; '' where the note says it all"
      ) { $0.note.about },
      .count("count", "records that it speaks of") { $0.note.count },
    ])
}
