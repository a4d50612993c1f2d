/// Some rows of a file of paths: touchpoints in order of time, and what came of them.
///
/// Shape: one row a path; the same path may come again.
public struct PathBatch: Sendable, Equatable {
  /// Names that occur here first; they get the next codes, the file's first name code 0.
  public var newNames: [String] = []
  /// Codes of the names along all rows' paths, end to end.
  public var steps: [Int32] = []
  /// For each row where its path ends in `steps`.
  public var ends: [Int] = []
  /// May be fractional; not negative.
  public var conversions: [Double] = []
  /// In the file's own unit.
  public var value: [Double] = []
  /// How often the path ended without a conversion; not negative.
  public var nulls: [Double] = []

  package init() {}

  public var count: Int { ends.count }
}
