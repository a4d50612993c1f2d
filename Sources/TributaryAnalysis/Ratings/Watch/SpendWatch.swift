import Foundation
import TributaryModel

/// What became of the shop's orders after a campaign got less money.
public struct SpendWatch: Sendable, Hashable {
  /// '' for all advertising together.
  public let key: String
  public let name: String
  public let change: SpendChange
  /// From the change to the last day.
  public let days: Int
  /// Orders of the shop in these days, whatever brought them; nil where they are not known.
  public let actual: Double?
  /// Orders had it gone on as before; see `DemandForecast`. Without a range: too little history.
  public let expected: Estimate?
  /// Orders in these days that the ratings take to be lost by the cut.
  public let assumedLoss: Double
  public let verdict: Verdict
  /// Days until a loss as large as is assumed could be seen; nil when it can be, or never will.
  public let daysNeeded: Int?

  /// What can be said.
  public enum Verdict: String, Sendable, CaseIterable {
    /// Fewer orders than the range holds.
    case lost
    /// A loss as large as is assumed is ruled out.
    case kept
    /// The range holds both.
    case open
  }

  /// Days after which nobody waits for a verdict any more.
  static let longest = 182

  /// - Parameter brought: sales a day that are taken not to have come without it, in the four weeks
  ///   before.
  init(
    key: String, name: String, _ change: SpendChange, last: Day, brought: Double,
    demand: DemandForecast
  ) {
    self.key = key
    self.name = name
    self.change = change
    let days = DayRange(first: change.on, last: last).count
    self.days = days
    let lostADay =
      brought
      * (1 - SpendResponse.sales(at: change.kept, power: SpendResponse.usual.mean))
    let assumedLoss = lostADay * Double(days)
    self.assumedLoss = assumedLoss
    let told = demand.told(from: change.on, count: days)
    actual = told?.actual
    let errors = demand.errors(before: change.on, count: days)
    expected = told.map { told in Estimate(told.forecast, errors?.scaled(by: told.forecast)) }
    guard let told, let errors else {
      verdict = .open
      daysNeeded = nil
      return
    }
    if told.actual < told.forecast * errors.lower {
      verdict = .lost
    } else if told.forecast * errors.upper - told.actual < assumedLoss {
      verdict = .kept
    } else {
      verdict = .open
    }
    let aDay = told.forecast / Double(days)
    daysNeeded =
      verdict == .open
      ? stride(from: days + 7, through: SpendWatch.longest, by: 7).first { count in
        demand.errors(before: change.on, count: count).map {
          (1 - $0.lower) * aDay < lostADay
        } ?? false
      }.map { $0 - days } : nil
  }

  /// Orders that are missing, of those expected: above 0 when there are fewer.
  public var lostShare: Double? {
    guard let actual, let expected, expected.value > 0 else { return nil }
    return 1 - actual / expected.value
  }

  /// The largest loss that is not ruled out, of what was expected.
  public var mostLost: Double? {
    guard let actual, let upper = expected?.interval?.upper, upper > 0 else { return nil }
    return max(0, 1 - actual / upper)
  }
}

extension SpendWatch {
  /// The cuts of all advertising together, and of campaigns with at least a hundredth of all spend that
  /// fell by more than the others did; the latest first.
  ///
  /// - Parameters:
  ///   - last: the last day that spend and visits both cover.
  ///   - sales: credited by equal shares, by the campaign's key and day.
  ///   - demand: orders of the shop, sold and expected.
  ///   - declared: changes that the shop tells of; of a campaign the latest, in place of what is found.
  package static func watching(
    _ campaigns: [CampaignDays], last: Day, sales: [String: [Day: Double]],
    assumptions: RatingAssumptions, demand: [SeasonalCurve.DemandDay],
    declared: [DeclaredChange] = []
  ) -> [SpendWatch] {
    let forecast = DemandForecast(demand)
    let season = Dictionary(demand.map { ($0.day, $0.expected) }, uniquingKeysWith: { $1 })
    let spends = campaigns.map { campaign in
      Dictionary(campaign.days.map { ($0.day, $0.spend) }, uniquingKeysWith: +)
    }
    let total = spends.reduce(into: [:]) { sum, spend in sum.merge(spend, uniquingKeysWith: +) }
    let money = total.values.reduce(0, +)
    func brought(_ campaign: CampaignDays, before day: Day) -> Double {
      let days = DayRange(last: day.adding(-1), count: SpendChange.daysBefore)
      let sold = (sales[campaign.key] ?? [:]).filter { days.contains($0.key) }
      return sold.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value } / Double(days.count)
        * assumptions.incrementality(of: campaign.type).mean
    }
    var watches: [SpendWatch] = []
    func told(_ spend: [Day: Int64], where isMeant: (DeclaredChange) -> Bool) -> SpendChange? {
      let day = declared.filter { $0.on <= last && isMeant($0) }.map(\.on).max()
      return day.flatMap {
        SpendChange.declared(on: $0, spend, demand: season, last: last)
      }
    }
    func found(_ spend: [Day: Int64]) -> SpendChange? {
      guard spend.values.reduce(0, +) * 100 >= money,
        let change = SpendChange.find(spend, demand: season, last: last),
        change.isDeeper(than: total, spend, last: last)
      else { return nil }
      return change
    }
    for (campaign, spend) in zip(campaigns, spends) {
      let told = told(spend) { $0.campaign?.matches(campaign.name) == true }
      guard let change = told ?? (campaigns.count > 1 ? found(spend) : nil) else { continue }
      watches.append(
        SpendWatch(
          key: campaign.key, name: campaign.name, change, last: last,
          brought: brought(campaign, before: change.on), demand: forecast))
    }
    if let change = told(total, where: { $0.campaign == nil })
      ?? SpendChange.find(total, demand: season, last: last)
    {
      watches.append(
        SpendWatch(
          key: "", name: campaigns.count == 1 ? campaigns[0].name : "", change, last: last,
          brought: campaigns.reduce(0) { $0 + brought($1, before: change.on) }, demand: forecast))
    }
    return watches.sorted { ($1.change.on, $0.key) < ($0.change.on, $1.key) }
  }

  public static let results = ResultTable<SpendWatch>(
    "spend_watch", grain: "campaign whose spend was cut in the last ten weeks, as found or as told",
    [
      .text(
        "campaign_key", isKey: true, "the campaign, as in table campaign; '' for all advertising"
      ) {
        $0.key
      },
      .text("campaign", "its name") { $0.name },
      .day("changed_on", "the first day with less money") { $0.change.on },
      .number("spend_before", unit: .money, "a week, of the four weeks before") {
        $0.change.before * 7
      },
      .number("spend_after", unit: .money, "a week, since then") { $0.change.after * 7 },
      .count("days", "since then, to the last day") { $0.days },
      .number("actual", "orders of the shop in these days") { $0.actual },
      .estimate("expected", unit: .count, "orders had it gone on as before") { $0.expected },
      .number("assumed_loss", "orders in these days that the ratings take to be lost") {
        $0.assumedLoss
      },
      .text("verdict", "lost, kept (a loss as large as assumed is ruled out) or open") {
        $0.verdict.rawValue
      },
      .count("days_needed", "until the assumed loss could be seen; null when it can, or never will")
      {
        $0.daysNeeded
      },
    ])
}
