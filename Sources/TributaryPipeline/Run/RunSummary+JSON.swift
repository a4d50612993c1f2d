import TributaryModel
import TributaryReports

extension RunSummary {
  /// The summary as JSON with keys in a fixed order; ends without a line break.
  public var json: String {
    JSONText.object([
      ("pipeline", JSONText.string(pipeline)),
      ("as_of", JSONText.string(asOf.description)),
      ("sources", JSONText.list(sources.map(\.json))),
      ("jobs", JSONText.list(jobs.map(\.json))),
      ("reports", reports.map(JSONText.string) ?? "null"),
      ("messages", JSONText.list(messages.map(JSONText.string))),
      ("exit_code", String(exitCode)),
    ])
  }
}

extension RunSummary.SourceFile {
  fileprivate var json: String {
    JSONText.object([
      ("path", JSONText.string(path)),
      ("kind", JSONText.string(kind.rawValue)),
      ("read", String(counts.read)),
      ("loaded", String(counts.loaded)),
      ("restated", String(counts.restated)),
      ("duplicate", String(counts.duplicate)),
      ("filtered", String(counts.filtered)),
      ("rejected", String(counts.rejected)),
      ("pending", String(counts.pending)),
      ("notes", JSONText.list(notes.map(\.json))),
    ])
  }
}

extension FileNote {
  fileprivate var json: String {
    JSONText.object([
      ("note", JSONText.string(kind.rawValue)),
      ("about", JSONText.string(about)),
      ("count", String(count)),
      ("message", JSONText.string(text(.english))),
    ])
  }
}

extension RunSummary.Job {
  fileprivate var json: String {
    JSONText.object([
      ("name", JSONText.string(name)),
      ("seconds", JSONText.number(seconds)),
      ("rows", String(rows)),
    ])
  }
}
