import TributaryModel

/// What the pages of single campaigns show beside their ratings.
public struct CampaignDetails: Sendable, Hashable {
  /// By campaign, then in order of time.
  public let weeks: [Week]
  /// By campaign, then the most sales first.
  public let paths: [Path]
  /// By campaign and kind, then the most visits first.
  public let entries: [Entry]

  package init(weeks: [Week] = [], paths: [Path] = [], entries: [Entry] = []) {
    self.weeks = weeks
    self.paths = paths
    self.entries = entries
  }

  /// One week of a campaign.
  public struct Week: Sendable, Hashable {
    public let key: String
    public let name: String
    public let last: Day
    /// Minor units.
    public let spend: Int64
    public let clicks: Int
    /// Nil, as `sales`, where visits do not cover the whole week.
    public let sessions: Int?
    /// Credited by equal shares of the campaigns on each path.
    public let sales: Double?
  }

  /// A way to sales in which a campaign had a part.
  public struct Path: Sendable, Hashable {
    public let key: String
    public let name: String
    public let path: CampaignWays.Path
  }

  /// Where its visits came in: a landing page, a keyword or a city's domain.
  public struct Entry: Sendable, Hashable {
    /// By what a visit is told where it came in.
    public enum Kind: String, Sendable, CaseIterable { case landing, keyword, city }

    public let key: String
    public let name: String
    public let kind: Kind
    public let entry: String
    public let sessions: Int
    /// Of them those that ordered.
    public let orders: Int

    package init(
      key: String, name: String, kind: Kind, entry: String, sessions: Int, orders: Int
    ) {
      self.key = key
      self.name = name
      self.kind = kind
      self.entry = entry
      self.sessions = sessions
      self.orders = orders
    }
  }
}

extension CampaignDetails {
  /// Weeks of a campaign's curve.
  package static let weekCount = 26

  /// The weeks to a day, those before the campaign's first left out.
  ///
  /// - Parameter coverage: the days that spend and visits both cover.
  package static func weeks(
    _ campaigns: [CampaignDays], to last: Day, sales: [String: [Day: Double]], coverage: DayRange
  ) -> [Week] {
    campaigns.flatMap { campaign -> [Week] in
      let sold = sales[campaign.key] ?? [:]
      let weeks = (0..<weekCount).reversed().map { age -> Week in
        let week = DayRange(last: last.adding(-7 * age), count: 7)
        let days = campaign.days.filter { week.contains($0.day) }
        let isCovered = coverage.first <= week.first
        return Week(
          key: campaign.key, name: campaign.name, last: week.last,
          spend: days.reduce(0) { $0 + $1.spend }, clicks: days.reduce(0) { $0 + $1.clicks },
          sessions: isCovered ? days.reduce(0) { $0 + $1.sessions } : nil,
          sales: isCovered ? week.days.reduce(0) { $0 + (sold[$1] ?? 0) } : nil)
      }
      return Array(weeks.drop { $0.spend == 0 && ($0.sessions ?? 0) == 0 && ($0.sales ?? 0) == 0 })
    }
  }

  /// The commonest ways of each campaign.
  package static func paths(
    _ campaigns: [CampaignDays], _ ways: [String: CampaignWays]
  ) -> [Path] {
    campaigns.flatMap { campaign in
      (ways[campaign.key]?.paths ?? []).map {
        Path(key: campaign.key, name: campaign.name, path: $0)
      }
    }
  }
}

extension CampaignReport {
  /// Campaigns that have pages of their own: the 50 with most spend, and those whose budget is to be
  /// changed, whose tag is to be mended or whose cut is watched, 200 at most. Most spend first.
  public var detailed: [CampaignRating] {
    let watched = Set(watches.map(\.key))
    return ratings.filter { $0.facts.spend > 0 }.enumerated().filter { place, rating in
      place < CampaignReport.mostDetailed || watched.contains(rating.facts.key)
        || [.stop, .cut, .raise, .mend].contains(rating.advice)
    }.map(\.element).prefix(200).map(\.self)
  }

  private static let mostDetailed = 50
}

extension CampaignDetails.Week {
  public static let results = ResultTable<CampaignDetails.Week>(
    "campaign_week", grain: "campaign and week of the last 26", lifetime: .latest,
    [
      .text("campaign_key", isKey: true, "the campaign, as in table campaign") { $0.key },
      .text("campaign", "its name") { $0.name },
      .day("week_end", isKey: true, "the last day of the week") { $0.last },
      .money("spend", "what the platforms charged") { $0.spend },
      .count("clicks", "as the platform counts") { $0.clicks },
      .count("sessions", "visits that carry the campaign; null where visits do not cover the week")
      {
        $0.sessions
      },
      .number("sales", unit: .count, "credited by equal shares of the campaigns on each path") {
        $0.sales
      },
    ])
}

extension CampaignDetails.Path {
  public static let results = ResultTable<CampaignDetails.Path>(
    "campaign_path", grain: "campaign and way to sales in which it had a part", lifetime: .latest,
    [
      .text("campaign_key", isKey: true, "the campaign, as in table campaign") { $0.key },
      .text("campaign", "its name") { $0.name },
      .text("path", isKey: true, "keys of campaigns and channel:... in order, > between them") {
        $0.path.steps.joined(separator: " > ")
      },
      .count("sales", "of 28 days to the as-of day") { $0.path.sales },
      .money("value", "of these sales") { $0.path.value },
    ])
}

extension CampaignDetails.Entry {
  public static let results = ResultTable<CampaignDetails.Entry>(
    "campaign_entry", grain: "campaign, kind and entry: the ten with most visits",
    lifetime: .latest,
    [
      .text("campaign_key", isKey: true, "the campaign, as in table campaign") { $0.key },
      .text("campaign", "its name") { $0.name },
      .text("kind", isKey: true, "landing, keyword or city") { $0.kind.rawValue },
      .text("entry", isKey: true, "the page, the keyword or the city's domain") { $0.entry },
      .count("sessions", "visits of 28 days to the as-of day") { $0.sessions },
      .count("orders", "of them those that ordered") { $0.orders },
    ])
}
