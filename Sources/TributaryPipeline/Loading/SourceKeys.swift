import TributaryIngest
import TributaryModel
import TributaryWarehouse

/// The keys of a source that decide how its files are read, as text to compare: those that say so
/// in their declaration.
///
/// They belong to a file and its kind, and not to the source's place in the list: comments, titles,
/// other sources and the order of keys change nothing, nor does a default that is written out.
struct SourceKeys: Hashable {
  /// For files that were read.
  let reading: String
  /// For files that were refused: what may be refused counts too.
  let refusing: String

  init(_ source: Pipeline.Source, _ pipeline: Pipeline) {
    let isLog = source.kind == .clickstream
    let version = "version " + ReadingVersion.of(format: source.format, isLog: isLog)
    func digest(_ stages: Set<PipelineStage>) -> String {
      PipelineStage.digest(
        [version] + source.parts(of: stages, below: "sources[].")
          + pipeline.values.parts(of: stages, below: ""))
    }
    let stages: Set<PipelineStage> = isLog ? [.files] : [.files, .tables]
    reading = digest(stages)
    refusing = digest(stages.union([.refusals]))
  }

  /// Whether a file of the ledger was read, or refused, by these keys.
  func made(_ entry: KnownLedgerFile) -> Bool {
    entry.refusal == nil
      ? entry.reading == reading
      : [refusing, KnownLedgerFile.former + refusing, reading].contains(entry.reading)
  }

  /// Whether the rows that the ledger has of a file are what these keys read.
  func areRows(of entry: KnownLedgerFile) -> Bool { made(entry) && !entry.hasFormerRows }
}
