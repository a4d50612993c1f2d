import TributaryAnalysis
import TributaryModel

/// A thing worth attention this morning.
enum Attention: Hashable, Sendable {
  case indicatorBelow(Indicator)
  case indicatorAbove(Indicator)
  case sourceBroken(SourceKind, SourceState)
  /// Campaigns to stop, the money they took in the window, and the largest of them.
  case campaignsLose(count: Int, spend: Int64, largest: String)
  /// The status in which the oldest orders wait.
  case ordersWait(StatusFlow.Waiting)

  /// At most three, the most urgent first.
  static func items(_ report: NightReport) -> [Attention] {
    let broken = report.sources.compactMap { source -> Attention? in
      let state = SourceState(source, asOf: report.asOf)
      switch state {
      case .missing, .refused, .stops: return .sourceBroken(source.kind, state)
      default: return nil
      }
    }
    let judged = report.indicators.filter { $0.value != nil }
    let below = judged.filter { $0.verdict == .below }.map(Attention.indicatorBelow)
    let above = judged.filter { $0.verdict == .above }.map(Attention.indicatorAbove)
    let first = below.isEmpty ? [] : [below[0]]
    let rest = Array(below.dropFirst()) + above
    return Array((first + broken + losses(report) + waits(report) + rest).prefix(3))
  }

  private static func losses(_ report: NightReport) -> [Attention] {
    let stops = report.campaigns.ratings.filter { $0.advice == .stop }
    guard let largest = stops.max(by: { $0.facts.spend < $1.facts.spend }) else { return [] }
    let spend = stops.reduce(0) { $0 + $1.facts.spend }
    return [.campaignsLose(count: stops.count, spend: spend, largest: largest.facts.name)]
  }

  /// Orders that have waited for a week or longer.
  private static func waits(_ report: NightReport) -> [Attention] {
    report.orders.statuses.waiting.filter { $0.oldestDays >= 7 }
      .max { ($0.oldestDays, $0.money) < ($1.oldestDays, $1.money) }
      .map { [.ordersWait($0)] } ?? []
  }
}

/// The things worth attention as a numbered list.
struct AttentionList {
  let items: [Attention]
  let words: Words

  var markup: Markup {
    #"<ol class="items">\#(items.map(item))</ol>"#
  }

  private func item(_ attention: Attention) -> Markup {
    let page = page(of: attention)
    var link = Markup.empty
    if PageCatalogue.names.contains(page) {
      link = #" <a href="\#(page.fileName)">\#(words.title(page))</a>"#
    }
    return #"""
      <li><div><h3>\#(words.claim(attention))</h3>\#
      <p>\#(words.detail(attention))\#(link)</p></div>\#(picture(attention))</li>

      """#
  }

  private func picture(_ attention: Attention) -> Markup {
    switch attention {
    case .indicatorBelow(let indicator), .indicatorAbove(let indicator):
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

  private func page(of attention: Attention) -> PageName {
    switch attention {
    case .campaignsLose: .campaigns
    case .sourceBroken: .quality
    case .ordersWait: .orders
    case .indicatorBelow(let indicator), .indicatorAbove(let indicator):
      switch indicator.name {
      case .conversion: .funnels
      case .spend, .returnOnSpend: .campaigns
      case .visits: .channels
      default: .orders
      }
    }
  }
}
