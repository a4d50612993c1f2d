import TributaryModel

/// What the command line asks of one run.
public struct RunOptions: Sendable, Hashable {
  /// The last day included; nil for the pipeline's own, else yesterday.
  public var asOf: Day?
  /// Units: seconds to wait for another run to end.
  public var waitSeconds: Double
  /// Whether the warehouse is rebuilt from the files at hand.
  public var isFullRefresh = false
  /// Whether files that were loaded and are gone may be missing from the rebuilt one.
  public var mayMissFiles = false
  /// The version of the program, for the run ledger.
  public var version: String

  package init(asOf: Day? = nil, waitSeconds: Double = 0, version: String) {
    self.asOf = asOf
    self.waitSeconds = waitSeconds
    self.version = version
  }
}
