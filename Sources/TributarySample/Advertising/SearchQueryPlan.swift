import TributaryModel

/// What people typed before they saw a search advertisement, in the last months.
struct SearchQueryPlan {
  let rows: [Row]

  static let days = 150
  /// Words with which nobody buys: their conversions are zero by plan.
  static let barrenWords = ["бесплатно", "своими руками", "выкройка", "напрокат"]
  /// Conversions a click that the platform claims for all other queries.
  static let conversionRate = 0.045

  struct Row {
    let day: Day
    let query: String
    let campaign: Campaign
    let impressions: Int
    let clicks: Int
    /// Kopecks.
    let cost: Int64
    let conversions: Int
  }

  init(settings: SampleSettings, spend: [SpendPlan.Row]) {
    let first = settings.asOf.adding(1 - Self.days)
    rows = spend.filter { $0.day >= first && $0.campaign.hasQueries }.flatMap { row in
      var random = settings.random("queries \(row.campaign.id)", row.day.number)
      return Self.split(row, &random)
    }
  }

  /// The queries of one campaign and day; clicks and cost add up to the campaign's own.
  private static func split(_ spend: SpendPlan.Row, _ random: inout SeededRandom) -> [Row] {
    let phrases = phrases(of: spend.campaign)
    let weights = phrases.map(\.weight)
    var clicks: [Int: Int] = [:]
    for _ in 0..<spend.clicks { clicks[random.position(weights: weights), default: 0] += 1 }
    for _ in 0..<3 { clicks[random.position(weights: weights), default: 0] += 0 }
    let positions = clicks.keys.sorted()
    let costs = Money.split(spend.cost, by: positions.map { Double(clicks[$0] ?? 0) })
    return positions.enumerated().map { index, position in
      let count = clicks[position] ?? 0
      let shown = count + random.integer(in: 1...max(2, count + 1)) * 4
      let isBarren = barrenWords.contains { phrases[position].text.contains($0) }
      let sold = isBarren ? 0 : (0..<count).filter { _ in random.chance(conversionRate) }.count
      return Row(
        day: spend.day, query: phrases[position].text, campaign: spend.campaign,
        impressions: shown, clicks: count, cost: costs[index], conversions: sold)
    }
  }

  /// Every pair of a subject and an ending, frequent ones first.
  private static func phrases(of campaign: Campaign) -> [(text: String, weight: Double)] {
    let endings: [(String, Double)] = [
      ("", 10), (" купить", 12), (" недорого", 5), (" детский", 5), (" взрослый", 5),
      (" интернет магазин", 4), (" своими руками", 3), (" напрокат", 3), (" бесплатно", 1.5),
      (" выкройка", 1.5),
    ]
    return subjects(of: campaign).enumerated().flatMap { rank, subject in
      endings.map { (subject + $0.0, $0.1 / Double(rank + 1)) }
    }
  }

  private static func subjects(of campaign: Campaign) -> [String] {
    switch campaign.name {
    case "maskarad_brand_poisk": ["маскарад магазин", "маскарад костюмы"]
    case "detskie_kostyumy_poisk":
      ["детский карнавальный костюм", "костюм зайчика", "костюм лисички", "костюм медведя"]
    case "Хэллоуин поиск":
      ["костюм на хэллоуин", "костюм ведьмы", "костюм вампира", "костюм скелета", "грим зомби"]
    case "novyj_god_poisk":
      ["новогодний костюм", "костюм деда мороза", "костюм снегурочки", "платье снежинки"]
    case "spb_poisk": ["карнавальный костюм спб", "костюм пирата спб"]
    case "kazan_poisk": ["карнавальный костюм казань", "костюм ведьмы казань"]
    case "search_costumes":
      ["исторический костюм", "костюм гусара", "костюм мушкетёра", "тога римлянина"]
    default:
      ["карнавальный костюм", "костюм пирата", "костюм рыцаря", "костюм ниндзя", "костюм королевы"]
    }
  }
}
