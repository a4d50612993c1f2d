import TributaryModel

/// What the reader of a file knows at its end.
public struct LoadSummary: Hashable, Sendable {
  /// Records read, whatever became of them.
  public var read: Int
  public var filtered: Int
  /// Rejections beyond those handed to the loader, which may be only the first of many.
  public var rejectedUnlisted: Int
  /// 1 when the last line is not complete yet.
  public var pending: Int
  /// Decompressed bytes read so far, from the start of the file.
  public var contentOffset: Int64
  /// Hash of the decompressed bytes up to `contentOffset`.
  public var contentHash: String
  /// Hash of the first decompressed bytes.
  public var headHash: String
  /// What the file's own totals row says for the money column; nil when it has none.
  /// Units: minor units of `statedCurrency`.
  public var statedTotal: Int64?
  /// ISO 4217; nil for the only currency of the file's records.
  public var statedCurrency: String?
  /// What is odd about the file, in any order.
  public var notes: [FileNote]

  package init(
    read: Int, filtered: Int = 0, rejectedUnlisted: Int = 0, pending: Int = 0,
    contentOffset: Int64, contentHash: String, headHash: String, statedTotal: Int64? = nil,
    statedCurrency: String? = nil, notes: [FileNote] = []
  ) {
    self.read = read
    self.filtered = filtered
    self.rejectedUnlisted = rejectedUnlisted
    self.pending = pending
    self.contentOffset = contentOffset
    self.contentHash = contentHash
    self.headHash = headHash
    self.statedTotal = statedTotal
    self.statedCurrency = statedCurrency
    self.notes = notes
  }
}

/// What one load of a file did.
public struct LoadOutcome: Hashable, Sendable {
  /// The ledger's number of the file.
  public let fileID: Int64
  /// Of this load only; the ledger adds them up.
  public let counts: FileCounts
  /// Days whose rows changed, in order; of a restated row the old and the new day.
  public let dirtyDays: [Day]
  /// The rows have no day, or change how other days are read (products, rates, domains).
  public let touchesAllDays: Bool
  /// What is odd about what was read, each once.
  public var notes: [FileNote] = []
  /// Why the file was refused whole; nil when it was loaded.
  public let refusal: String?
}

/// Why a load was undone.
public enum LoadFailure: Error, CustomStringConvertible {
  case warehouse(WarehouseError)
  /// The reader of the file gave up.
  case reading(any Error)

  public var description: String {
    switch self {
    case .warehouse(let error): error.description
    case .reading(let error): "\(error)"
    }
  }
}
