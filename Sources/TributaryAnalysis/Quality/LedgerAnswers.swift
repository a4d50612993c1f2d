import TributaryModel

/// What the ledger tells about money, past days and advertising accounts.
public struct LedgerAnswers: Sendable, Hashable {
  /// In the order of kinds, paths and currencies.
  public let money: [FileMoney]
  /// Kinds whose table does not hold the money that its files brought; in the order of kinds.
  public let astray: [SourceKind]
  public let restatement: Restatement
  /// Empty unless the shop loads both spend and what it paid for advertising.
  public let accounts: [AdAccount]
  /// In the order of kinds and currencies.
  public let unrated: [UnratedMoney]

  package init(
    money: [FileMoney] = [], astray: [SourceKind] = [], restatement: Restatement = Restatement(),
    accounts: [AdAccount] = [], unrated: [UnratedMoney] = []
  ) {
    self.money = money
    self.astray = astray
    self.restatement = restatement
    self.accounts = accounts
    self.unrated = unrated
  }
}

/// Rows in another currency that no exchange rate converts; they are in none of the totals.
public struct UnratedMoney: Sendable, Hashable {
  public let kind: SourceKind
  /// ISO 4217.
  public let currency: String
  public let records: Int
  /// Units: minor units of `currency`.
  public let amount: Int64

  package init(kind: SourceKind, currency: String, records: Int, amount: Int64) {
    self.kind = kind
    self.currency = currency
    self.records = records
    self.amount = amount
  }
}
