import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

/// A carnival shop's night of 14 November 2026 with numbers of a likely size.
struct CarnivalShop {
  let language: RunReport.Language
  /// Every text of the shop and of strangers passes through it.
  let spell: (String) -> String

  init(_ language: RunReport.Language, spell: @escaping (String) -> String = { $0 }) {
    self.language = language
    self.spell = spell
  }

  static let asOf = Day(number: 20_771)

  var report: RunReport {
    RunReport(
      shop: shop, asOf: CarnivalShop.asOf, sources: sources, indicators: indicators,
      campaigns: campaigns, channels: channels, funnels: funnels, season: season,
      geodomains: geodomains, orders: orders, tops: tops, ledger: ledger)
  }

  /// The same shop before any file was loaded.
  var empty: RunReport {
    let window = DayRange(last: CarnivalShop.asOf, count: 182)
    let none = Credit(conversions: Estimate(0), value: 0, margin: 0)
    return RunReport(
      shop: shop, asOf: CarnivalShop.asOf, sources: [], indicators: [],
      campaigns: CampaignReport(
        window: window, covered: nil, ratings: []),
      channels: ChannelReport(window: window, rows: [], unattributed: none, total: none),
      funnels: [], season: nil,
      geodomains: GeodomainComparison(
        window: window, ratings: [], perVisit: nil, perHead: nil, launches: []),
      orders: OrderAnswers(
        window: window, orders: 0, revenue: 0, breakdowns: [],
        statuses: StatusFlow(transitions: [], cancellations: [], waiting: [])), tops: [])
  }

  var shop: RunReport.Shop {
    RunReport.Shop(
      pipeline: "maskarad", name: spell(russian("Maskarad", "Маскарад")),
      summary: spell(
        russian("carnival costumes, 8 city domains", "карнавальные костюмы, 8 городских доменов")),
      currency: .rub, zone: Zone(identifier: "Europe/Moscow") ?? .utc, language: language)
  }

  func russian(_ english: String, _ russian: String) -> String {
    language == .russian ? russian : english
  }

  func estimate(_ value: Double, _ lower: Double, _ upper: Double) -> Estimate {
    Estimate(value, Interval(lower: lower, upper: upper))
  }

  /// A hostile spelling: markup, quotes, formulas, control and right-to-left characters.
  static func hostile(_ text: String) -> String {
    "=<script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u{202E}\u{2066}\u{0}\u{7} & " + text
  }
}
