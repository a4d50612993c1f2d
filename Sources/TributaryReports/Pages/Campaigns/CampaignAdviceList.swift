import TributaryAnalysis
import TributaryModel

/// What to do with the budget, as two lists with boxes to tick on paper.
struct CampaignAdviceList {
  /// Items of one list; the rest stands in the table.
  static let shown = 8

  let summary: CampaignSummary
  let report: CampaignReport
  let words: Words

  var isEmpty: Bool { summary.stops.isEmpty && summary.cuts.isEmpty && summary.raises.isEmpty }

  var markup: Markup {
    let from = summary.stops + summary.cuts
    let parts = [(words.takeFrom, from), (words.giveTo, summary.raises)].filter { !$0.1.isEmpty }
    let lists = parts.map { title, ratings -> Markup in
      let items = ratings.prefix(CampaignAdviceList.shown).map(item)
      let rest = ratings.count - CampaignAdviceList.shown
      let more: Markup = rest > 0 ? #"<p class="more">\#(words.moreCampaigns(rest))</p>"# : ""
      return #"<div><h3>\#(title)</h3><ol class="todo">\#(items)</ol>\#(more)</div>"#
    }
    return #"<div class="cols">\#(lists)</div>"#
  }

  private func item(_ rating: CampaignRating) -> Markup {
    let name: Markup = "\(user: rating.facts.name)"
    return #"""
      <li><span class="sq" aria-hidden="true"></span>\#
      <div><b>\#(words.verb(rating.advice)) \#(name)</b>\#
      <small>\#(words.reason(rating))</small></div>\#
      <div class="num">\#(words.money(rating.facts.spend))</div></li>

      """#
  }
}
