import TributaryAnalysis
import TributaryModel

/// The things worth attention as a numbered list.
struct AttentionList {
  let attention: Attention
  let words: Words

  var markup: Markup {
    #"<ol class="items">\#(attention.findings.map(item))</ol>"#
  }

  private func item(_ finding: Finding) -> Markup {
    let page = page(of: finding)
    var link = Markup.empty
    if PageCatalogue.names.contains(page) {
      link = #" <a href="\#(page.fileName)">\#(words.title(page))</a>"#
    }
    return #"""
      <li><div><h3>\#(words.claim(finding, stops: attention.stops))</h3>\#
      <p>\#(words.detail(finding, stops: attention.stops))\#(link)</p></div>\#(picture(finding))</li>

      """#
  }

  private func picture(_ finding: Finding) -> Markup {
    switch finding.judgement {
    case .indicator(let indicator):
      let expected = indicator.expected
      let usual = expected?.interval.flatMap { range in
        (expected?.value).flatMap { value in
          value > 0 ? Interval(lower: range.lower / value, upper: range.upper / value) : nil
        }
      }
      let line = Sparkline(values: indicator.history, usual: usual).markup
      return #"<div class="pic"><p class="note">\#(words.eightWeeks)</p>\#(line)</div>"#
    default: return .empty
    }
  }

  private func page(of finding: Finding) -> PageName {
    switch finding.judgement {
    case .campaign, .audit, .words, .cutLost: .campaigns
    case .source, .pastChanged, .account, .moneyAstray: .quality
    case .ordersWait, .statusLoses, .breakdown: .orders
    case .peakComes: .season
    case .city, .launch: .cities
    case .top: .tops
    case .indicator(let indicator):
      switch indicator.name {
      case .conversion: .funnels
      case .spend, .returnOnAdSpend: .campaigns
      case .visits: .channels
      default: .orders
      }
    }
  }
}
