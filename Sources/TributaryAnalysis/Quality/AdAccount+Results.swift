import TributaryModel

extension AdAccount {
  /// One month with its account.
  public struct Statement: Sendable, Hashable {
    public let account: AdAccount
    public let month: Month
  }

  /// What asks for a look first; of each account the latest month first.
  public static func statements(_ accounts: [AdAccount]) -> [Statement] {
    [Verdict.overspent, .idle, .fine].flatMap { verdict in
      accounts.filter { $0.verdict == verdict }.flatMap { account in
        account.months.reversed().map { Statement(account: account, month: $0) }
      }
    }
  }

  public static let results = ResultTable<Statement>(
    "ad_account_month", grain: "platform, currency and month",
    [
      .text("source", isKey: true, "the advertising platform, as in campaign keys") {
        $0.account.source
      },
      .text("currency", isKey: true, "ISO 4217") { $0.account.currency },
      .text("month", isKey: true, "YYYY-MM; the last one to the as-of day") {
        String($0.month.first.description.prefix(7))
      },
      .amount("balance", unit: inCurrency, "all that was paid less all that was spent") {
        $0.month.balance
      },
      .amount("difference", unit: inCurrency, "paid less spent") {
        $0.month.paid &- $0.month.spent
      },
      .amount("spent", unit: inCurrency, "by the platform") { $0.month.spent },
      .amount("paid", unit: inCurrency, "by the shop's ledger of payments") { $0.month.paid },
      .text("verdict", "fine, overspent or idle, of the account") { $0.account.verdict.rawValue },
    ])

  private static let inCurrency = ResultUnit.amount(currency: "currency")
}
