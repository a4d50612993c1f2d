import TributaryModel

/// The money of one file in one currency: what came in, and what became of it.
public struct FileMoney: Sendable, Hashable {
  public let path: String
  public let kind: SourceKind
  /// ISO 4217.
  public let currency: String
  /// Cumulative.
  public let counts: MoneyCounts
  /// What all records of the last reading add up to. Units: minor units.
  public let listed: Int64
  /// What the file's own totals row says; nil when it has none. Units: minor units.
  public let statedTotal: Int64?

  /// A totals row may differ by this share from its rows: exports round each of them.
  public static let statedTolerance = 0.005

  package init(
    path: String, kind: SourceKind, currency: String, counts: MoneyCounts, listed: Int64,
    statedTotal: Int64?
  ) {
    self.path = path
    self.kind = kind
    self.currency = currency
    self.counts = counts
    self.listed = listed
    self.statedTotal = statedTotal
  }

  /// Adds money of the same file and currency that the ledger keeps apart.
  public static func += (left: inout FileMoney, right: FileMoney) {
    var counts = left.counts
    counts += right.counts
    left = FileMoney(
      path: left.path, kind: left.kind, currency: left.currency, counts: counts,
      listed: left.listed &+ right.listed, statedTotal: left.statedTotal ?? right.statedTotal)
  }

  /// Whether the file's own total is not that of its rows.
  public var missesStatedTotal: Bool {
    guard let statedTotal else { return false }
    let gap = abs(Double(listed) - Double(statedTotal))
    return gap > FileMoney.statedTolerance * abs(Double(statedTotal))
  }
}

/// The money of one source in one currency, over all its files.
public struct SourceMoney: Sendable, Hashable {
  public let kind: SourceKind
  /// ISO 4217.
  public let currency: String
  public let counts: MoneyCounts

  /// Adds up files of the same kind and currency; in the order of kinds, then of currencies.
  ///
  /// Sums wrap around like those of the files.
  public static func summing(_ files: [FileMoney]) -> [SourceMoney] {
    struct Key: Hashable {
      let kind: SourceKind
      let currency: String
    }
    var sums: [Key: MoneyCounts] = [:]
    for file in files {
      sums[Key(kind: file.kind, currency: file.currency), default: MoneyCounts()] += file.counts
    }
    return sums.map { SourceMoney(kind: $0.key.kind, currency: $0.key.currency, counts: $0.value) }
      .sorted { ($0.kind, $0.currency) < ($1.kind, $1.currency) }
  }
}
