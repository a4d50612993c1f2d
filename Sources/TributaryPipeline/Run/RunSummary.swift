import TributaryModel

/// What one run came to: what `tributary run` tells and `--json` prints.
public struct RunSummary: Sendable, Hashable {
  /// The pipeline's name.
  public let pipeline: String
  public let asOf: Day
  /// Every matched file, unchanged ones with zeros, in the order of reading.
  public let sources: [SourceFile]
  /// In the order of running.
  public let jobs: [Job]
  /// The absolute path of this run's folder; nil when none was written.
  public let reports: String?
  /// What a person should read: refused files, missing sources, failed checks.
  public let messages: [String]
  /// What was done anew and why, and what is kept of files that are gone.
  public let notices: [String]
  /// By sysexits: 0, or the first that applies of 70, 74, 65, 66.
  public let exitCode: Int32

  package init(
    pipeline: String, asOf: Day, sources: [SourceFile], jobs: [Job], reports: String?,
    messages: [String], notices: [String] = [], exitCode: Int32
  ) {
    self.pipeline = pipeline
    self.asOf = asOf
    self.sources = sources
    self.jobs = jobs
    self.reports = reports
    self.messages = messages
    self.notices = notices
    self.exitCode = exitCode
  }

  /// What this run did with one file.
  public struct SourceFile: Sendable, Hashable {
    public let path: String
    public let kind: SourceKind
    /// Of this run alone.
    public let counts: FileCounts
    /// What is odd about what this run read.
    public let notes: [FileNote]

    /// The notes as `path: words`.
    public var noteLines: [String] {
      notes.map { SourceNote(source: kind, path: path, note: $0).line }
    }

    package init(path: String, kind: SourceKind, counts: FileCounts, notes: [FileNote] = []) {
      self.path = path
      self.kind = kind
      self.counts = counts
      self.notes = notes
    }
  }

  /// One step of the run.
  public struct Job: Sendable, Hashable {
    public let name: String
    public let seconds: Double
    public let rows: Int

    package init(name: String, seconds: Double, rows: Int) {
      self.name = name
      self.seconds = seconds
      self.rows = rows
    }
  }
}
