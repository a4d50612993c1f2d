import TributaryAnalysis
import TributaryModel

extension CampaignExplanation {
  /// Sales that are listed.
  private static let shownSales = 20

  /// The walk from the grade to the lines of the files.
  ///
  /// - Parameter currency: the shop's.
  public func text(_ currency: Currency) -> ExplainedText {
    var text = ExplainedText()
    let facts = rating.facts
    text.line(
      "\(facts.name), \(facts.key), \(facts.source) / \(facts.medium), \(facts.type.rawValue)")
    text.line("\(days.first) to \(days.last), \(days.count) days")
    text.line("")
    addGrade(to: &text)
    addWays(to: &text)
    addCuts(to: &text, currency)
    addSpend(to: &text, currency)
    addSales(to: &text, currency)
    return text
  }

  private func addGrade(to text: inout ExplainedText) {
    let since = rating.gradeSince.map { " since \($0)" } ?? ""
    let needed = [
      rating.conversionsNeeded.map { "about \($0) more sales" },
      rating.daysNeeded.map { "\($0) more days" },
    ].compactMap(\.self)
    let wait = needed.isEmpty ? "" : "; a verdict needs " + needed.joined(separator: ", ")
    text.line(
      "Grade \(rating.grade?.rawValue ?? "none")\(since), advice: \(rating.advice.rawValue)\(wait)")
    if letters.count > 1 {
      text.line(
        "Letters of \(letters.count) nights, the last one now: "
          + letters.map(\.grade.rawValue).joined())
    }
    func row(_ name: String, _ estimate: Estimate?, _ decimals: Int) -> [ExplainedText.Cell]? {
      estimate.map {
        [
          .text(name), .number($0.value, decimals), .number($0.interval?.lower, decimals),
          .number($0.interval?.upper, decimals),
        ]
      }
    }
    let ratios = [
      row("margin brought per 1 spent (the grade is of it)", rating.incrementalReturn, 2),
      row("margin credited per 1 spent", rating.marginReturn, 2),
      row("sales credited, mean of the models", rating.conversions, 1),
    ]
    let models = AttributionModel.rating.map {
      row("  sales by \($0.rawValue)", rating.facts.credits[$0]?.conversions, 1)
    }
    text.table(["", "is", "90% from", "to"], (ratios + models).compactMap(\.self))
  }

  private func addWays(to text: inout ExplainedText) {
    guard let ways = cuts?.ways, ways.all > 0 else { return }
    let parts = CampaignWays.Part.allCases.map { "\($0.rawValue) \(ways.sales[$0] ?? 0)" }
    text.line("")
    text.line(
      "It had a part in \(ways.all) sales: \(parts.joined(separator: ", ")); "
        + "by a call \(ways.byCall)")
    text.table(
      ["sales", "by way of"],
      ways.paths.map { [.number(String($0.sales)), .text($0.steps.joined(separator: " > "))] })
  }

  private func addCuts(to text: inout ExplainedText, _ currency: Currency) {
    guard let cuts else { return }
    func money(_ minor: Double?) -> ExplainedText.Cell {
      .number(minor.map { MoneyText.plain(Int64($0.rounded()), currency.code) } ?? "")
    }
    let isKnown = cuts.asked.map { [0.5, 1].contains($0.share) } ?? true
    let list = [isKnown ? nil : cuts.asked, cuts.half, cuts.stop].compactMap(\.self)
    text.line("")
    text.line("What a cut would lose, with 90% ranges, in as many days:")
    text.table(
      ["cut by", "saved", "sales", "from", "to", "left over", "from", "to", "pays"],
      list.sorted { $0.share < $1.share }.map { cut in
        [
          .text(ExplainedText.number(cut.share * 100, 1) + "%"), money(Double(cut.saved)),
          .number(cut.sales.value, 1), .number(cut.sales.interval?.lower, 1),
          .number(cut.sales.interval?.upper, 1), money(cut.profit.value),
          money(cut.profit.interval?.lower), money(cut.profit.interval?.upper),
          .number(ExplainedText.number(cut.chance * 100, 0) + "%"),
        ]
      })
  }

  private func addSpend(to text: inout ExplainedText, _ currency: Currency) {
    let sum = MoneyText.plain(rating.facts.spend, currency.code)
    text.line("")
    text.line("It cost \(sum) \(currency.code)" + (spend.isEmpty ? "" : "; told by:"))
    guard !spend.isEmpty else { return }
    text.table(
      ["cost", "", "rows", "lines", "file"],
      spend.map { lines in
        let code = lines.currency.isEmpty ? currency.code : lines.currency
        return [
          .number(MoneyText.plain(lines.cost, code)), .text(code), .number(String(lines.rows)),
          .text("\(lines.first.line) to \(lines.last)"), .text(lines.first.file),
        ]
      })
  }

  private func addSales(to text: inout ExplainedText, _ currency: Currency) {
    guard !sales.isEmpty else { return }
    text.line("")
    text.line("Sales in which it had a part, by equal shares (Shapley):")
    text.table(
      ["its part", "value", "day", "kind", "id", "line"],
      sales.prefix(CampaignExplanation.shownSales).map { sale in
        [
          .number(sale.credit, 2), .number(MoneyText.plain(sale.value, currency.code)),
          .text(sale.day.description), .text(sale.kind.rawValue), .text(sale.member),
          .text(sale.place.text),
        ]
      })
    let rest = sales.count - CampaignExplanation.shownSales
    if rest > 0 { text.line("and \(rest) more") }
  }
}
