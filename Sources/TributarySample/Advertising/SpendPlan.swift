import TributaryModel

/// What each campaign cost on each day, in the last thirteen months.
struct SpendPlan {
  let rows: [Row]

  static let days = 396
  /// Clicks that the platform counts for each visit in the log: some never arrive.
  static let clicksPerVisit = 1.07

  struct Row {
    let day: Day
    let campaign: Campaign
    let clicks: Int
    let impressions: Int
    /// Kopecks.
    let cost: Int64
  }

  /// - Parameter visits: visits in the log by campaign position and day.
  init(settings: SampleSettings, visits: [Int: [Day: Int]]) {
    let curve = DemandCurve(asOf: settings.asOf)
    let window = DayRange(last: settings.asOf, count: min(settings.days, SpendPlan.days))
    var rows: [Row] = []
    for day in window.days {
      for (position, campaign) in Campaign.all.enumerated() {
        let logged = visits[position]?[day] ?? 0
        guard campaign.runs(on: day) || logged > 0 else { continue }
        var random = settings.random("spend \(campaign.id)", day.number)
        let seen =
          settings.logged.contains(day)
          ? logged
          : random.poisson(
            SpendPlan.expectedVisits(position, on: day, settings: settings, curve: curve))
        let clicks = seen + random.poisson(Double(seen) * (SpendPlan.clicksPerVisit - 1))
        rows.append(row(day, campaign, clicks, curve.season(day), &random))
      }
    }
    self.rows = rows

    func row(
      _ day: Day, _ campaign: Campaign, _ clicks: Int, _ season: Double,
      _ random: inout SeededRandom
    ) -> Row {
      let spread = Int64(random.integer(in: 88...112)) * (season > 3 ? 125 : 100)
      let unseen = random.below(campaign.impressionsPerClick)
      let shown = clicks * campaign.impressionsPerClick * random.integer(in: 85...115) / 100
      return Row(
        day: day, campaign: campaign, clicks: clicks, impressions: clicks + shown + unseen,
        cost: Int64(clicks) * campaign.clickPrice * spread / 10_000)
    }
  }

  /// Visits that a campaign brings on a day without a log, from its weights.
  private static func expectedVisits(
    _ position: Int, on day: Day, settings: SampleSettings, curve: DemandCurve
  ) -> Double {
    let source = TrafficSource.campaign(position)
    let all = City.withDomain.reduce(0) { $0 + $1.weight }
    let share = City.withDomain.reduce(0.0) { sum, city in
      let host = city.host(on: day, asOf: settings.asOf)
      func part(_ stage: TrafficSource.Stage) -> Double {
        let total = TrafficSource.everything.reduce(0) {
          $0 + $1.weight(stage, host: host, on: day)
        }
        return source.weight(stage, host: host, on: day) / total
      }
      return sum + city.weight / all * (0.78 * part(.opening) + 0.22 * part(.closing))
    }
    return VisitPlan.expected(on: day, settings: settings, curve: curve) * share
  }
}
