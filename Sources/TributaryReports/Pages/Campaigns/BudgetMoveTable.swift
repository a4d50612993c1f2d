import TributaryAnalysis
import TributaryModel

/// Every change of both plans, the largest first.
struct BudgetMoveTable {
  let table: Table

  init(_ report: CampaignReport, asOf: Day, _ words: Words) {
    let days = (report.covered ?? report.window).count
    table = Table(
      BudgetPlan.Move.results, report.budget.rows, asOf: asOf, file: "budget-move",
      label: words.adviceTopic, caption: words.budgetCaption(days),
      columns: [
        .drawn(words.campaignHead) {
          .user($0.move.rating.facts.name, note: words.name(ofPlan: $0.plan))
        },
        .column("spend_from", words.spendNowHead), .column("spend_to", words.spendThenHead),
        .column("sales_change", words.salesChangeHead),
        .column("margin_change", words.marginChangeHead),
      ], isWide: true, words: words)
  }
}
