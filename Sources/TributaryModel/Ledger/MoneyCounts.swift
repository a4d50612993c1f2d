/// What became of the money of one file's records in one currency.
///
/// Units: minor units. Sums wrap around at 64 bits, so that absurd amounts stop no run and both
/// sides of each equation still agree.
/// Invariant: read = loaded + duplicate + rejected. Rows that were filtered bring no money.
public struct MoneyCounts: Hashable, Sendable {
  /// Of every record whose amount can be read.
  public var read: Int64 = 0
  /// Of the records stored, restated ones included.
  public var loaded: Int64 = 0
  /// What the restated rows said before.
  public var restatedFrom: Int64 = 0
  /// What the restated rows say now; a part of `loaded`.
  public var restatedTo: Int64 = 0
  public var duplicate: Int64 = 0
  public var rejected: Int64 = 0
  /// Records rejected whose amount cannot be read.
  public var unknownAmounts = 0

  package init() {}

  /// Whether all money has exactly one fate.
  public var reconciles: Bool { read == loaded &+ duplicate &+ rejected }

  /// How much the table's sum moves by the file.
  public var change: Int64 { loaded &- restatedFrom }

  /// Adds up part by part.
  public static func += (left: inout MoneyCounts, right: MoneyCounts) {
    left.read &+= right.read
    left.loaded &+= right.loaded
    left.restatedFrom &+= right.restatedFrom
    left.restatedTo &+= right.restatedTo
    left.duplicate &+= right.duplicate
    left.rejected &+= right.rejected
    left.unknownAmounts += right.unknownAmounts
  }
}
