import TributaryAnalysis
import TributaryModel

/// Spend and payments of each advertising platform, month by month; what asks for a look first.
struct AdAccountTable {
  let accounts: [AdAccount]
  let asOf: Day
  let words: Words

  private var cells: AmountCells { AmountCells(words: words) }

  var table: Table {
    var columns = [
      Column(words.accountHead, "source", .text), Column("", "month", .text, place: .file),
      Column("", "currency", .text, place: .file),
    ]
    columns += cells.columns(words.balanceHead, "balance")
    columns += cells.columns(words.differenceHead, "difference")
    columns += cells.columns(words.spentHead, "spent")
    columns += cells.columns(words.paidHead, "paid")
    return Table(
      file: "ad-accounts", label: words.accountsTopic, columns: columns,
      rows: sorted.flatMap { account in account.months.reversed().map { row($0, of: account) } },
      isWide: true,
      source: Table.Source(
        sql: """
          select source, month, currency, balance, paid - spent as difference, spent, paid
          from ad_account_month
          where as_of = '\(asOf)'
          order by source, currency, month desc
          """))
  }

  private var sorted: [AdAccount] {
    let urgent: [AdAccount.Verdict] = [.overspent, .idle, .fine]
    return urgent.flatMap { verdict in accounts.filter { $0.verdict == verdict } }
  }

  private func row(_ month: AdAccount.Month, of account: AdAccount) -> [Cell] {
    let code = account.currency
    let warns = account.verdict != .fine && month == account.months.last
    var row: [Cell] = [
      .user(
        account.source.isEmpty ? Words.unknown : account.source, note: words.month(month.first)),
      .text(String(month.first.description.prefix(7))), .text(code),
    ]
    row += cells.money(month.balance, code, warns: warns)
    row += cells.money(month.paid &- month.spent, code, signed: true)
    row += cells.money(month.spent, code)
    row += cells.money(month.paid, code)
    return row
  }
}
