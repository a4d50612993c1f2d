import TributaryModel

/// Whether every source is whole, and every row that was read has one fate.
public struct QualitySummary: Sendable {
  /// The page's answer: the most urgent first.
  public enum Answer: Sendable, Hashable {
    case empty
    /// Rows without a fate: a fault of the load.
    case unreconciled([SourceKind], rows: Int)
    /// Tables that do not hold the money that their files brought.
    case moneyAstray([SourceKind])
    case missing([SourceKind])
    case refusedFiles(Int, first: SourceKind)
    case behind([SourceKind], day: Day)
    /// Sources with missing days before their end; how many where it is one source.
    case missesDays([SourceKind], days: Int?)
    /// Sources with a day of which only a part is there.
    case partDays([SourceKind])
    /// More than one row of a hundred refused.
    case refusesMuch(SourceKind, share: Double)
    /// Files whose own total is not that of their rows.
    case misstated(Int, first: SourceKind)
    /// Money in currencies without a rate, which is in no figure.
    case unrated([SourceKind], currencies: [String])
    case whole(sources: Int, read: Int)
  }

  /// Refused rows of a source above which they stand in the answer.
  static let muchRefused = 0.01

  public let sources: [SourceQuality]
  public let asOf: Day
  public let ledger: LedgerAnswers
  /// Over all sources.
  public let total: FileCounts

  package init(_ report: RunReport) {
    sources = report.sources
    asOf = report.asOf
    ledger = report.ledger
    var total = FileCounts()
    for source in report.sources { total += source.counts }
    self.total = total
  }

  public var answer: Answer {
    guard !sources.isEmpty else { return .empty }
    if !unreconciled.isEmpty { return .unreconciled(unreconciled.map(\.kind), rows: lostRows) }
    if !ledger.astray.isEmpty { return .moneyAstray(ledger.astray) }
    let missing = sources.filter(\.isMissing).map(\.kind)
    if !missing.isEmpty { return .missing(missing) }
    if let first = sources.first(where: { !$0.refused.isEmpty }) {
      return .refusedFiles(sources.reduce(0) { $0 + $1.refused.count }, first: first.kind)
    }
    if !behind.isEmpty { return .behind(behind.map(\.kind), day: asOf) }
    if let incomplete { return incomplete }
    if let worst = worstRefused, worst.share > QualitySummary.muchRefused {
      return .refusesMuch(worst.kind, share: worst.share)
    }
    let misstated = ledger.money.filter(\.missesStatedTotal)
    if let first = misstated.first { return .misstated(misstated.count, first: first.kind) }
    if !ledger.unrated.isEmpty {
      return .unrated(
        Set(ledger.unrated.map(\.kind)).sorted(),
        currencies: Set(ledger.unrated.map(\.currency)).sorted())
    }
    return .whole(sources: sources.count, read: total.read)
  }

  /// Days that are not there before the end of a source; those of which all is missing first.
  private var incomplete: Answer? {
    let missing = sources.filter { $0.coverage.contains(.missing) }
    if let first = missing.first {
      let days = first.coverage.count { $0 == .missing }
      return .missesDays(missing.map(\.kind), days: missing.count == 1 ? days : nil)
    }
    let part = sources.filter { $0.coverage.contains(.part) }
    return part.isEmpty ? nil : .partDays(part.map(\.kind))
  }

  /// Sources with a row that was neither loaded, repeated, left out nor refused.
  public var unreconciled: [SourceQuality] { sources.filter { !$0.counts.reconciles } }

  /// Rows without exactly one fate.
  public var lostRows: Int {
    unreconciled.reduce(0) { sum, source in
      let counts = source.counts
      let fates = counts.loaded + counts.duplicate + counts.filtered + counts.rejected
      return sum + max(abs(counts.read - fates), 1)
    }
  }

  /// Sources whose data stop before the as-of day or hold only a part of it.
  public var behind: [SourceQuality] {
    sources.filter { source in
      guard let last = source.dataTo else { return false }
      return last < asOf || source.coverage.last == .part
    }
  }

  /// Sources with a day that is missing or only a part.
  public var holed: [SourceQuality] {
    sources.filter { $0.coverage.contains { $0 != .full } }
  }

  /// The source with the largest share of refused rows.
  public var worstRefused: (kind: SourceKind, share: Double)? {
    let shares = sources.filter { $0.counts.rejected > 0 && $0.counts.read > 0 }.map {
      (kind: $0.kind, share: Double($0.counts.rejected) / Double($0.counts.read))
    }
    return shares.max { ($0.share, $1.kind) < ($1.share, $0.kind) }
  }

  /// Files refused whole.
  public var refusedFiles: [SourceRefusal] { SourceRefusal.of(sources) }

  /// Refused rows by source and reason.
  public var rejections: [SourceRejection] { SourceRejection.of(sources) }

  /// Refused rows by reason over all sources; most first.
  public var reasons: [(reason: Rejection.Reason, count: Int)] {
    var counts: [Rejection.Reason: Int] = [:]
    for each in rejections { counts[each.group.reason, default: 0] += each.group.count }
    return counts.map { (reason: $0.key, count: $0.value) }.sorted {
      ($0.count, $1.reason.rawValue) > ($1.count, $0.reason.rawValue)
    }
  }
}
