import TributaryModel

/// What an advertising platform says was spent, against what the shop says it paid to it.
public struct AdAccount: Sendable, Hashable {
  /// The advertising platform, as utm_source names it; empty when spend does not say.
  public let source: String
  /// ISO 4217.
  public let currency: String
  /// From the first month with spend or a payment to the as-of day's, without a gap.
  public let months: [Month]
  public let verdict: Verdict

  /// One month. Units: minor units of the account's currency.
  public struct Month: Sendable, Hashable {
    /// The first day of the month.
    public let first: Day
    public let spent: Int64
    public let paid: Int64
    /// All that was paid less all that was spent, to the end of the month.
    public let balance: Int64
  }

  /// What the account says; paying ahead is how most platforms work.
  public enum Verdict: String, Sendable, CaseIterable {
    case fine
    /// More was spent than was ever paid and a month's spend on credit.
    case overspent
    /// Money lies there and nothing was spent for two months.
    case idle
  }

  /// What the sources say of one month.
  public struct Entry: Sendable, Hashable {
    public let source: String
    public let currency: String
    /// A day of the month.
    public let month: Day
    public let spent: Int64
    public let paid: Int64
    public let lastSpend: Day?
    public let lastPaid: Day?

    package init(
      source: String, currency: String, month: Day, spent: Int64, paid: Int64, lastSpend: Day?,
      lastPaid: Day?
    ) {
      self.source = source
      self.currency = currency
      self.month = month
      self.spent = spent
      self.paid = paid
      self.lastSpend = lastSpend
      self.lastPaid = lastPaid
    }
  }

  /// Two months without spend. Units: days.
  static let idleDays = 61

  /// The accounts by platform and currency; empty unless both spend and payments are known.
  public static func balancing(
    _ entries: [Entry], platforms: AdPlatforms, asOf: Day
  ) -> [AdAccount] {
    guard entries.contains(where: { $0.lastSpend != nil }),
      entries.contains(where: { $0.lastPaid != nil })
    else { return [] }
    let groups = Dictionary(grouping: entries) {
      [platforms.platform(of: $0.source), $0.currency]
    }
    return groups.sorted { ($0.key[0], $0.key[1]) < ($1.key[0], $1.key[1]) }
      .map { AdAccount($0.value, of: $0.key[0], asOf: asOf) }
  }

  private init(_ entries: [Entry], of platform: String, asOf: Day) {
    source = platform
    currency = entries[0].currency
    let known = Dictionary(grouping: entries) { AdAccount.first($0.month) }
    var months: [Month] = []
    var balance: Int64 = 0
    var month = known.keys.min() ?? AdAccount.first(asOf)
    while month <= asOf {
      let spent = (known[month] ?? []).reduce(0) { $0 &+ $1.spent }
      let paid = (known[month] ?? []).reduce(0) { $0 &+ $1.paid }
      balance = balance &+ paid &- spent
      months.append(Month(first: month, spent: spent, paid: paid, balance: balance))
      month = AdAccount.first(month.adding(31))
    }
    self.months = months
    // The running month may have only begun: the one before it is as good a measure.
    let credit = months.suffix(2).map(\.spent).max() ?? 0
    let isQuiet = [entries.compactMap(\.lastSpend).max(), entries.compactMap(\.lastPaid).max()]
      .allSatisfy { $0.map { asOf.days(since: $0) >= AdAccount.idleDays } ?? true }
    verdict = balance < 0 &- max(0, credit) ? .overspent : balance > 0 && isQuiet ? .idle : .fine
  }

  private static func first(_ day: Day) -> Day { day.adding(1 - day.date.day) }
}
