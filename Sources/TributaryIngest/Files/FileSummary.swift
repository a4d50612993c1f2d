import TributaryModel

/// What reading one file came to; the ledger's row but for what the warehouse adds.
public struct FileSummary: Sendable {
  /// `read`, `filtered`, `rejected` and `pending`; `loaded` and `duplicate` are the warehouse's.
  public var counts = FileCounts()
  /// Decompressed bytes up to the end of the last record read.
  public var contentOffset: Int64 = 0
  /// 32 hexadecimal digits: the fingerprint of the bytes before `contentOffset`.
  public var contentHash = ""
  /// 32 hexadecimal digits: the fingerprint of the file's head.
  public var headHash = ""
  /// Bytes on disk.
  public var size: Int64 = 0
  /// Last change on disk. Units: Unix nanoseconds.
  public var modified: Int64 = 0
  public var inode: Int64 = 0
  /// The earliest and latest instant among the records handed over, by the time column.
  /// Units: Unix milliseconds; nil without any. For tables by day, the start of the day in UTC.
  public var firstAt: Int64?
  public var lastAt: Int64?
  /// Orders built from order lines, when `TableOptions.deriveOrders` asked for them.
  public var derivedOrders: TableBatch?
  /// What the file's own totals row says of its money (`TableShape.amountColumn`): of several the
  /// one nearest to the sum of the rows handed over. Nil without one, and for rows of several
  /// currencies. Units: minor units of `statedCurrency`.
  public var statedTotal: Int64?
  public var statedCurrency: Currency?
  /// What is odd about the file, in any order.
  public var notes: [FileNote] = []

  package init() {}

  init(_ file: borrowing OpenFile) {
    size = file.size
    modified = file.modified
    inode = file.inode
  }

  /// Takes the reader's last word on the content.
  mutating func close(_ lines: inout LineReader) {
    lines.finish()
    contentOffset = lines.contentOffset
    contentHash = lines.hasher.digest
    headHash = lines.headHash
    counts.pending = lines.pending
    notes += lines.stream.notes
  }

  /// Records handed to the caller.
  public var emitted: Int { counts.read - counts.filtered - counts.rejected }

  mutating func cover(_ at: Int64) {
    firstAt = min(firstAt ?? at, at)
    lastAt = max(lastAt ?? at, at)
  }
}
