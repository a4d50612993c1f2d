import TributaryAnalysis
import TributaryModel

/// From which campaigns to take money and which to give it, as two lists with boxes to tick on paper.
struct BudgetMoveList {
  /// Items of one list; the rest stands in the table.
  static let shown = 8

  let plan: BudgetPlan
  /// Of the ratings.
  let days: Int
  let words: Words

  var markup: Markup {
    let from = plan.moves.filter { $0.change < 0 }
    let to = plan.moves.filter { $0.change > 0 }
    let parts = [(words.takeFrom, from), (words.giveTo, to)].filter { !$0.1.isEmpty }
    let lists = parts.map { title, moves -> Markup in
      let items = moves.prefix(BudgetMoveList.shown).map(item)
      let rest = moves.count - BudgetMoveList.shown
      let more: Markup = rest > 0 ? #"<p class="more">\#(words.moreCampaigns(rest))</p>"# : ""
      return #"<div><h3>\#(title)</h3><ol class="todo">\#(items)</ol>\#(more)</div>"#
    }
    return #"<div class="cols">\#(lists)</div>"#
  }

  private func item(_ move: BudgetPlan.Move) -> Markup {
    let facts = move.rating.facts
    let name: Markup =
      #"<a href="\#(CampaignPage.fileName(facts.key))">\#(user: facts.name)</a>"#
    let amounts = words.change(
      from: words.weekly(move.from, of: days), to: words.weekly(move.to, of: days))
    return #"""
      <li><span class="sq" aria-hidden="true"></span>\#
      <div><b>\#(words.verb(move)) \#(name)</b>\#
      <small>\#(words.reason(move, days: days))</small></div>\#
      <div class="num">\#(amounts)</div></li>

      """#
  }
}
