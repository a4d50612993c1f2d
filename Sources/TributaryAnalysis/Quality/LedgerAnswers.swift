/// What the ledger tells about money, past days and advertising accounts.
public struct LedgerAnswers: Sendable, Hashable {
  /// In the order of kinds, paths and currencies.
  public let money: [FileMoney]
  public let restatement: Restatement
  /// Empty unless the shop loads both spend and what it paid for advertising.
  public let accounts: [AdAccount]

  public init(
    money: [FileMoney] = [], restatement: Restatement = Restatement(), accounts: [AdAccount] = []
  ) {
    self.money = money
    self.restatement = restatement
    self.accounts = accounts
  }
}
