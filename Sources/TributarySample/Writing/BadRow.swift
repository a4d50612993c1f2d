import TributaryModel

/// A row that is wrong on purpose: where it stands and what a reader should find.
struct BadRow: Hashable {
  let file: String
  /// 1 for the first line of the decompressed file.
  let line: Int
  let reason: Rejection.Reason
  let why: String
}
