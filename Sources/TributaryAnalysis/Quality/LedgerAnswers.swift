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

  public init(
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
