import TributaryModel

/// What the ledger's sections claim: computed from the answers, said by `Words`.
public struct LedgerSummary: Sendable {
  /// What became of the money; the most urgent first.
  public enum Money: Sendable, Hashable {
    /// Money without a fate: a fault of the load.
    case unreconciled([SourceKind])
    /// Tables that do not hold what their files brought.
    case astray([SourceKind])
    /// Files whose own total is not that of their rows.
    case misstated(Int, first: String)
    /// Refused money of one currency, and refused rows of unknown amount.
    case refused(minor: Int64, currency: String, unknown: Int)
    case whole
  }

  /// How the advertising accounts stand.
  public enum Accounts: Sendable, Hashable {
    case overspent(AdAccount)
    case idle(AdAccount)
    case fine(Int)
  }

  public let answers: LedgerAnswers
  public let shop: Currency
  public let sources: [SourceMoney]

  package init(_ report: RunReport) {
    answers = report.ledger
    shop = report.shop.currency
    sources = SourceMoney.summing(report.ledger.money)
  }

  public var money: Money {
    let bad = answers.money.filter { !$0.counts.reconciles }.map(\.kind)
    if !bad.isEmpty { return .unreconciled(Set(bad).sorted()) }
    if !answers.astray.isEmpty { return .astray(answers.astray) }
    let misstated = answers.money.filter(\.missesStatedTotal)
    if let first = misstated.first { return .misstated(misstated.count, first: first.path) }
    let refused = sources.filter { $0.counts.rejected != 0 }
    let unknown = sources.reduce(0) { $0 + $1.counts.unknownAmounts }
    // Sums of two currencies mean nothing: the shop's own is said, else the first.
    let currency =
      refused.first { $0.currency == shop.code }?.currency ?? refused.first?.currency ?? shop.code
    let minor = refused.filter { $0.currency == currency }.reduce(0) { $0 &+ $1.counts.rejected }
    guard minor != 0 || unknown > 0 else { return .whole }
    return .refused(minor: minor, currency: currency, unknown: unknown)
  }

  /// Files by what asks for a look.
  public var files: [FileMoney] { FileMoney.byUrgency(answers.money) }

  /// Nil when the shop does not load both spend and what it paid.
  public var accounts: Accounts? {
    let accounts = answers.accounts
    guard !accounts.isEmpty else { return nil }
    func balance(_ account: AdAccount) -> Int64 { account.months.last?.balance ?? 0 }
    let worst = accounts.filter { $0.verdict == .overspent }.min { balance($0) < balance($1) }
    if let worst { return .overspent(worst) }
    let idle = accounts.filter { $0.verdict == .idle }.max { balance($0) < balance($1) }
    return idle.map { .idle($0) } ?? .fine(accounts.count)
  }
}
