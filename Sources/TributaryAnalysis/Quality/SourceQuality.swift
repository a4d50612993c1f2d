import TributaryModel

/// How whole one source is: counted, reconciled, fresh or not.
public struct SourceQuality: Sendable, Hashable {
  public let kind: SourceKind
  /// Cumulative over all files of the source.
  public let counts: FileCounts
  public let files: Int
  /// The last day with data; nil when there is none or the table knows no time.
  public let dataTo: Day?
  /// The last 14 days to the as-of day, oldest first; empty when the table knows no time.
  public let coverage: [Coverage]
  /// Files refused whole, with the reason.
  public let refused: [RefusedFile]
  public let rejections: [RejectionGroup]
  /// The pipeline file names this source but nothing was found.
  public let isMissing: Bool

  /// A source that ends longer ago than this leaves a report's window empty. Units: days.
  public static let staleAfter = 28

  /// The last day with data when it lies so far before the as-of day that no figure of a report
  /// stands on this source; nil otherwise.
  public func staleSince(asOf: Day) -> Day? {
    dataTo.flatMap { asOf.days(since: $0) > SourceQuality.staleAfter ? $0 : nil }
  }

  /// How much of a day a source holds.
  public enum Coverage: String, Sendable, CaseIterable {
    case full, part, missing
  }

  /// A file of which nothing was loaded.
  public struct RefusedFile: Sendable, Hashable {
    public let path: String
    public let message: String

    package init(path: String, message: String) {
      self.path = path
      self.message = message
    }
  }

  /// Records refused for one reason.
  public struct RejectionGroup: Sendable, Hashable {
    public let reason: Rejection.Reason
    public let count: Int
    /// `path:line` of the first.
    public let example: String
    public let message: String

    package init(reason: Rejection.Reason, count: Int, example: String, message: String) {
      self.reason = reason
      self.count = count
      self.example = example
      self.message = message
    }
  }

  package init(
    kind: SourceKind, counts: FileCounts, files: Int, dataTo: Day?, coverage: [Coverage],
    refused: [RefusedFile], rejections: [RejectionGroup], isMissing: Bool
  ) {
    self.kind = kind
    self.counts = counts
    self.files = files
    self.dataTo = dataTo
    self.coverage = coverage
    self.refused = refused
    self.rejections = rejections
    self.isMissing = isMissing
  }
}
