import TributaryAnalysis
import TributaryModel

/// Spend and payments of each advertising platform, month by month; what asks for a look first.
struct AdAccountTable {
  let table: Table

  init(_ accounts: [AdAccount], asOf: Day, _ words: Words) {
    let cells = AmountCells(words: words)
    table = Table(
      AdAccount.results, AdAccount.statements(accounts), asOf: asOf, file: "ad-accounts",
      label: words.accountsTopic,
      columns: [
        .drawn(words.accountHead) { row in
          let source = row.account.source
          return .user(
            source.isEmpty ? Words.unknown : source, note: words.month(row.month.first))
        },
        .drawn(words.balanceHead, .money) { row in
          let warns = row.account.verdict != .fine && row.month == row.account.months.last
          return cells.money(row.month.balance, row.account.currency, warns: warns)
        },
        .drawn(words.differenceHead, .money) {
          cells.money($0.month.paid &- $0.month.spent, $0.account.currency, signed: true)
        },
        .drawn(words.spentHead, .money) { cells.money($0.month.spent, $0.account.currency) },
        .drawn(words.paidHead, .money) { cells.money($0.month.paid, $0.account.currency) },
      ], isWide: true, words: words)
  }
}
