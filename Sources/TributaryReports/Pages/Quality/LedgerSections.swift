import TributaryAnalysis
import TributaryModel

/// The sections of the page of data that speak for the ledger.
struct LedgerSections {
  let context: PageContext
  private let summary: LedgerSummary

  init(_ context: PageContext) {
    self.context = context
    summary = LedgerSummary(context.report)
  }

  private var words: Words { context.words }
  private var tables: LedgerTables {
    LedgerTables(summary: summary, asOf: context.report.asOf, words: words)
  }

  var sections: [Section] { [money, restated, accounts].compactMap { $0 } }

  /// Nil without a source that has money.
  private var money: Section? {
    guard !summary.sources.isEmpty else { return nil }
    return Section(
      topic: words.moneyTopic, claim: words.moneyClaim(summary.money),
      blocks: [.table(tables.sourceMoney), .table(tables.fileMoney)],
      notes: [Section.Note(words.howToRead, words.moneyNote)])
  }

  private var restated: Section {
    let restatement = summary.answers.restatement
    return Section(
      topic: words.restatedTopic, claim: words.restatedClaim(restatement),
      blocks: restatement.days.isEmpty
        ? []
        : [.table(RestatedTable(restatement, asOf: context.report.asOf, words).table)],
      notes: [Section.Note(words.howToRead, words.restatedNote)])
  }

  private var accounts: Section? {
    guard let accounts = summary.accounts else { return nil }
    return Section(
      topic: words.accountsTopic, claim: words.accountsClaim(accounts),
      blocks: [
        .table(AdAccountTable(summary.answers.accounts, asOf: context.report.asOf, words).table)
      ],
      notes: [Section.Note(words.howToRead, words.accountsNote)])
  }
}
