import TributaryModel

/// A file that the ledger has seen.
public struct KnownLedgerFile: Hashable, Sendable {
  public let id: Int64
  public let kind: SourceKind
  /// Relative to the pipeline's folder.
  public let path: FileName
  /// Bytes on disk.
  public let size: Int64
  /// Nanoseconds since 1970.
  public let modified: Int64
  public let inode: Int64
  /// Decompressed bytes read and stored so far.
  public let contentOffset: Int64
  /// Hash of the decompressed bytes up to `contentOffset`; empty when nothing was stored.
  public let contentHash: String
  /// Hash of the first decompressed bytes.
  public let headHash: String
  /// Cumulative.
  public let counts: FileCounts
  /// Why the file was refused whole; nil when it was not.
  public let refusal: String?
  /// First and last day with data.
  public let dataFrom: Day?
  public let dataTo: Day?
  /// The source's keys that it was read with, as text; empty when it is to be read again, after
  /// `former` when they refuse it and its rows were read with others.
  public let reading: String

  /// What stands before keys that refuse a file whose rows were read with others.
  public static let former = "former "

  /// Whether the file was refused by other keys than its rows were read with.
  public var hasFormerRows: Bool { reading.hasPrefix(Self.former) }
}
