import Foundation
import TributaryModel

@testable import TributaryAnalysis

/// A made shop whose queries have known rates: each word multiplies the campaign's rate.
struct QueryWorld {
  /// Words with which nobody buys.
  static let barren = ["бесплатно", "фото", "напрокат"]
  /// Words that are rarely bought with, and are worth their clicks nevertheless.
  static let weak = ["недорого", "отзывы"]
  /// A word that few type, and who do so buy.
  static let strong = "оптом"

  let queries: [SearchQuery]
  /// By text.
  let rates: [String: Double]
  /// Minor units.
  let target: Int64 = 100_000

  /// - Parameter barren: words that nobody buys with.
  init(seed: UInt64, barren: [String] = Self.barren) {
    var random = SeededStream(seed: seed)
    let subjects = (0..<60).map { "предмет\($0) вид\($0 % 7)" }
    let endings =
      ["", "купить", "цена", "москва"] + barren + Self.weak + (barren.isEmpty ? [] : [Self.strong])
    var queries: [SearchQuery] = []
    var rates: [String: Double] = [:]
    for (place, name) in ["a", "b", "c"].enumerated() {
      let campaign = QueryCampaign(name: name, number: "\(place)", platform: "yandex")
      for subject in subjects {
        // People differ beyond the words that they type.
        let liking = 0.5 + random.share()
        for ending in endings {
          let text = ending.isEmpty ? subject : subject + " " + ending
          let factor =
            barren.contains(ending)
            ? 0 : Self.weak.contains(ending) ? 0.5 : ending == Self.strong ? 5 : 1
          let rate = 0.03 * Double(place + 1) / 2 * liking * factor
          let clicks = random.poisson(ending == Self.strong ? 2 : 6 * random.share())
          rates[name + text] = rate
          queries.append(
            SearchQuery(
              text: text, campaign: campaign, clicks: clicks, cost: Int64(clicks * 2_000),
              conversions: random.poisson(clicks * rate), everClicks: clicks * 3,
              everConversions: random.poisson(clicks * 2 * rate)))
        }
      }
    }
    self.queries = queries.map { query in
      SearchQuery(
        text: query.text, campaign: query.campaign, clicks: query.clicks, cost: query.cost,
        conversions: query.conversions, everClicks: query.everClicks,
        everConversions: (query.everConversions ?? 0) + (query.conversions ?? 0))
    }
    self.rates = rates
  }

  func report(_ keywords: [KeywordSales] = []) -> QueryReport {
    QueryReport.advising(
      queries, keywords: keywords, window: DayRange(last: Day(number: 20_771), count: 28),
      target: target, protected: ProtectedWords(names: ["Предмет"], cities: ["Москва"]))
  }
}
