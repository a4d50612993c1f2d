import TributaryAnalysis
import TributaryModel

/// The next step of the plan of budgets as Google Ads Editor imports it: UTF-8, daily budgets in the
/// shop's currency, a stopped campaign paused.
///
/// Source: Google, "CSV file columns", support.google.com/google-ads/editor/answer/57747: headers in
/// English, an empty field changes nothing, a budget is above zero. Yandex's Commander imports phrases
/// and bids and no budgets of campaigns.
struct BudgetImport {
  static let fileName = "google-ads-editor-budgets.csv"
  private static let platform = "google"

  private let rows: [[String]]

  /// - Parameter days: of the ratings.
  init(_ plan: BudgetPlan?, days: Int, _ currency: Currency) {
    let stages = Int64(plan?.stages ?? 1)
    let moves = (plan?.moves ?? []).filter { move in
      let facts = move.rating.facts
      return facts.platform == BudgetImport.platform && !facts.name.isEmpty
        && ImportFile.holds(facts.name)
    }
    rows = moves.map { move in
      let next = move.from + move.change / stages
      let daily = Double(next) / Double(max(1, days))
      let isPaused = move.to == 0 && stages == 1
      return [
        move.rating.facts.name,
        isPaused ? "" : MoneyText.plain(max(1, Int64(daily.rounded())), currency.code),
        isPaused ? "Paused" : "",
      ]
    }
  }

  /// Nil where no campaign of the platform changes.
  var file: ReportFile? {
    guard !rows.isEmpty else { return nil }
    let head = ["Campaign", "Campaign daily budget", "Campaign status"]
    return ImportFile(name: BudgetImport.fileName, [head] + rows, separator: ",").file
  }
}

extension BudgetImport {
  init(_ report: CampaignReport, _ currency: Currency) {
    self.init(report.budget.move, days: (report.covered ?? report.window).count, currency)
  }
}
