import TributaryModel

/// What one campaign cost and how often it was seen, day by day.
public struct CampaignDays: Sendable, Hashable {
  public let key: String
  public let name: String
  public let source: String
  public let medium: String
  public let type: CampaignType
  /// Of its source: the family that it belongs to.
  public let platform: String
  /// See `CampaignFacts.isShared`.
  public let isShared: Bool
  /// In order of time; days without spend or visits may be missing.
  public private(set) var days: [Seen] = []

  /// One day of it.
  public struct Seen: Sendable, Hashable {
    public let day: Day
    /// Minor units.
    public let spend: Int64
    public let impressions: Int
    public let clicks: Int
    public let sessions: Int

    package init(day: Day, spend: Int64, impressions: Int, clicks: Int, sessions: Int) {
      self.day = day
      self.spend = spend
      self.impressions = impressions
      self.clicks = clicks
      self.sessions = sessions
    }
  }

  package init(
    key: String, name: String, source: String, medium: String, type: CampaignType,
    platform: String, isShared: Bool
  ) {
    self.key = key
    self.name = name
    self.source = source
    self.medium = medium
    self.type = type
    self.platform = platform
    self.isShared = isShared
  }

  package mutating func add(_ seen: Seen) { days.append(seen) }

  /// Minor units of some days.
  func spend(in days: DayRange) -> Int64 {
    self.days.reduce(0) { $0 + (days.contains($1.day) ? $1.spend : 0) }
  }
}

extension [CampaignDays] {
  /// What each campaign that was seen cost and brought in some days.
  ///
  /// - Parameters:
  ///   - credits: of those days, by the campaign's key.
  ///   - weeks: of each campaign, by its key; see `CampaignFacts.weeks`.
  package func facts(
    in covered: DayRange, credits: [String: [AttributionModel: Credit]],
    weeks: [String: [SpendResponse.Week]] = [:]
  ) -> [CampaignFacts] {
    let lastWeek = DayRange(last: covered.last, count: 7).overlap(covered) ?? covered
    let spend = reduce(0) { $0 + $1.spend(in: covered) }
    let weekSpend = reduce(0) { $0 + $1.spend(in: lastWeek) }
    return compactMap { campaign in
      let days = campaign.days.filter { covered.contains($0.day) }
      guard !days.isEmpty else { return nil }
      let own = campaign.spend(in: covered)
      return CampaignFacts(
        key: campaign.key, name: campaign.name, source: campaign.source, medium: campaign.medium,
        type: campaign.type, spend: own,
        impressions: days.reduce(0) { $0 + $1.impressions },
        clicks: days.reduce(0) { $0 + $1.clicks },
        sessions: days.reduce(0) { $0 + $1.sessions }, credits: credits[campaign.key] ?? [:],
        isEnding: CampaignFacts.isEnding(
          spend: own, weekSpend: campaign.spend(in: lastWeek), of: spend, weekTotal: weekSpend),
        isShared: campaign.isShared, platform: campaign.platform,
        weeks: weeks[campaign.key] ?? [])
    }
  }
}
