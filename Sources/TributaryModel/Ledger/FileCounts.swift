/// What became of the records of one file.
///
/// Invariant: read = loaded + duplicate + filtered + rejected. `restated` is a part of `loaded`;
/// `pending` is the unterminated last line of a growing log, which is not read yet.
public struct FileCounts: Hashable, Sendable {
  public var read = 0
  public var loaded = 0
  public var restated = 0
  public var duplicate = 0
  public var filtered = 0
  public var rejected = 0
  public var pending = 0

  package init() {}

  /// Whether every record read has exactly one fate.
  public var reconciles: Bool {
    read == loaded + duplicate + filtered + rejected && restated <= loaded
  }

  /// Adds up part by part.
  public static func += (left: inout FileCounts, right: FileCounts) {
    left.read += right.read
    left.loaded += right.loaded
    left.restated += right.restated
    left.duplicate += right.duplicate
    left.filtered += right.filtered
    left.rejected += right.rejected
    left.pending += right.pending
  }
}
