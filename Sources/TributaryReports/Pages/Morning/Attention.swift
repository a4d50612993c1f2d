import TributaryAnalysis
import TributaryModel

/// A thing worth attention this morning.
enum Attention: Hashable, Sendable {
  case indicatorBelow(Indicator)
  case indicatorAbove(Indicator)
  case sourceBroken(SourceKind, SourceState)
  /// Campaigns to stop, the money they took in the window, and the largest of them.
  case campaignsLose(count: Int, spend: Int64, largest: CampaignRating)
  /// The status out of which orders are lost, and all orders lost in the year.
  case statusLoses(StatusFlow.CancellationSource, all: Int)
  /// The status in which the oldest orders wait.
  case ordersWait(StatusFlow.Waiting)
  /// The next peak, and on how many of the last 28 days goods were out of stock.
  case peakComes(SeasonalCurve.NextPeak, outOfStock: Int)
  /// Revenue or spend of past days is no longer what an earlier report said.
  case pastChanged(Restatement.Measure, change: Int64, days: Int, since: Day)

  static let most = 5
  /// A peak nearer than this asks for goods now. Units: days.
  static let peakLead = 60
  /// A status that surely loses this share of its orders has a cause that can be mended.
  static let leakShare = 0.1

  var isIndicator: Bool {
    switch self {
    case .indicatorBelow, .indicatorAbove: true
    default: false
    }
  }

  var isPeak: Bool {
    if case .peakComes = self { true } else { false }
  }

  /// What cannot be judged without its data first, then money lost, money to come, late data.
  static func items(_ report: NightReport) -> [Attention] {
    let judged = report.indicators.filter { $0.value != nil }
    let below = judged.filter { $0.verdict == .below }.map(Attention.indicatorBelow)
    let above = judged.filter { $0.verdict == .above }.map(Attention.indicatorAbove)
    let (gone, late) = sources(report)
    let losing = losses(report) + leaks(report) + waits(report)
    let first = gone + Array(below.prefix(1)) + losing
    let rest = late + Array(below.dropFirst()) + above
    return Array((first + pastChanges(report) + peaks(report) + rest).prefix(most))
  }

  /// Sources without any data, and those whose data stop early.
  private static func sources(_ report: NightReport) -> (gone: [Attention], late: [Attention]) {
    var (gone, late): ([Attention], [Attention]) = ([], [])
    for source in report.sources {
      let state = SourceState(source, asOf: report.asOf)
      switch state {
      case .missing, .refused: gone.append(.sourceBroken(source.kind, state))
      case .stops: late.append(.sourceBroken(source.kind, state))
      default: break
      }
    }
    return (gone, late)
  }

  private static func losses(_ report: NightReport) -> [Attention] {
    let stops = CampaignSummary(report.campaigns.ratings).stops
    guard let largest = stops.first else { return [] }
    return [
      .campaignsLose(count: stops.count, spend: CampaignSummary.spend(stops), largest: largest)
    ]
  }

  private static func leaks(_ report: NightReport) -> [Attention] {
    let sources = report.orders.statuses.cancellations
    guard OrderContrast(report.orders).leak.status != nil, let first = sources.first,
      let range = first.share.interval, range.lower >= leakShare
    else { return [] }
    return [.statusLoses(first, all: sources.reduce(0) { $0 + $1.cancelled })]
  }

  /// Orders that have waited for a week or longer.
  private static func waits(_ report: NightReport) -> [Attention] {
    report.orders.statuses.waiting.filter { $0.oldestDays >= 7 }
      .max { ($0.oldestDays, $0.money) < ($1.oldestDays, $1.money) }
      .map { [.ordersWait($0)] } ?? []
  }

  private static func pastChanges(_ report: NightReport) -> [Attention] {
    let restatement = report.ledger.restatement
    guard let measure = restatement.material.first, let since = restatement.since else { return [] }
    let days = Set(restatement.days.filter { $0.measure == measure }.map(\.day)).count
    return [
      .pastChanged(measure, change: restatement.sum(of: measure), days: days, since: since)
    ]
  }

  private static func peaks(_ report: NightReport) -> [Attention] {
    guard let season = report.season, let next = season.next, next.daysToTop >= 0,
      next.daysToStart <= peakLead
    else { return [] }
    let censored = SeasonSummary(season, asOf: report.asOf).censored
    return [.peakComes(next, outOfStock: censored)]
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
    case .sourceBroken, .pastChanged: .quality
    case .ordersWait, .statusLoses: .orders
    case .peakComes: .season
    case .indicatorBelow(let indicator), .indicatorAbove(let indicator):
      switch indicator.name {
      case .conversion: .funnels
      case .spend, .returnOnAdSpend: .campaigns
      case .visits: .channels
      default: .orders
      }
    }
  }
}
