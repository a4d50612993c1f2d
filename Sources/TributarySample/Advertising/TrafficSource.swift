import TributaryModel

/// Where a visit comes from.
enum TrafficSource: Hashable {
  /// A position in `Campaign.all`.
  case campaign(Int)
  /// A position in `TrafficSource.unpaid`.
  case unpaid(Int)

  static let everything =
    Campaign.all.indices.map(TrafficSource.campaign) + unpaid.indices.map(TrafficSource.unpaid)

  /// A way to the shop that costs nothing a click.
  struct Unpaid {
    let name: String
    /// As the log shows it; `-` for none.
    let referrer: String
    var tags = ""
    let opening: Double
    let buying: Double
    let closing: Double
  }

  static let unpaid: [Unpaid] = [
    Unpaid(name: "direct", referrer: "-", opening: 12, buying: 12, closing: 30),
    Unpaid(
      name: "organic yandex", referrer: "https://yandex.ru/", opening: 19, buying: 20,
      closing: 14),
    Unpaid(
      name: "organic google", referrer: "https://www.google.com/", opening: 10, buying: 9,
      closing: 6),
    Unpaid(
      name: "newsletter", referrer: "-",
      tags: "utm_source=newsletter&utm_medium=email&utm_campaign=novosti", opening: 0,
      buying: 0, closing: 9),
    Unpaid(name: "vk.com", referrer: "https://vk.com/", opening: 3, buying: 2, closing: 3),
    Unpaid(name: "t.me", referrer: "https://t.me/", opening: 2, buying: 2, closing: 2),
    Unpaid(name: "dzen.ru", referrer: "https://dzen.ru/", opening: 3, buying: 1, closing: 1),
    Unpaid(
      name: "forum", referrer: "https://mamy.example/forum/kostyumy", opening: 2, buying: 2,
      closing: 1),
    Unpaid(
      name: "chatgpt.com", referrer: "https://chatgpt.com/", opening: 1, buying: 1, closing: 0),
  ]

  var name: String {
    switch self {
    case .campaign(let position): Campaign.all[position].name
    case .unpaid(let position): TrafficSource.unpaid[position].name
    }
  }

  var role: Campaign.Role? {
    if case .campaign(let position) = self { return Campaign.all[position].role }
    return nil
  }

  /// Which visit of a path is asked about.
  enum Stage {
    /// The first visit of somebody who may never buy.
    case opening
    /// The first visit of somebody who buys.
    case buying
    /// The only visit of somebody who buys.
    case buyingAtOnce
    /// A later visit.
    case closing
  }

  /// A source for that stage of a path, among those that people of that host see on that day.
  static func drawn(
    for stage: Stage, host: String, on day: Day, _ random: inout SeededRandom
  ) -> TrafficSource {
    let weights = everything.map { $0.weight(stage, host: host, on: day) }
    return everything[random.position(weights: weights)]
  }

  /// The weight of this source at that stage; zero where it is not shown.
  func weight(_ stage: Stage, host: String, on day: Day) -> Double {
    switch self {
    case .unpaid(let position):
      let source = TrafficSource.unpaid[position]
      switch stage {
      case .opening: return source.opening
      case .buying, .buyingAtOnce: return source.buying
      case .closing: return source.closing
      }
    case .campaign(let position):
      let campaign = Campaign.all[position]
      guard campaign.runs(on: day), campaign.isShown(on: host) else { return 0 }
      switch stage {
      case .opening: return campaign.opening
      case .buying: return campaign.buying
      case .buyingAtOnce: return campaign.role == .assist ? 0 : campaign.buying
      case .closing: return campaign.closing
      }
    }
  }
}

extension Campaign {
  /// The host of the only city that sees it, or nil when all see it.
  var host: String? { city.flatMap { name in City.withDomain.first { $0.name == name }?.host } }

  func isShown(on host: String) -> Bool { self.host.map { $0 == host } ?? true }
}
