import TributaryModel

/// Where spend and tagged visits do not meet, and how much money no visit answers for.
public struct SpendAudit: Sendable, Hashable {
  /// Most money at risk first, then most visits.
  public let rows: [Row]
  /// Minor units of all spend that was looked at.
  public let spend: Int64

  /// Minor units of spend whose campaign no session carried.
  public let spendAlone: Int64
  /// Sessions tagged with a campaign that no spend names.
  public let sessionsAlone: Int
  /// Sessions whose tag holds a macro that the platform did not replace.
  public let macroSessions: Int

  /// Minor units of spend that no visit answers for.
  public var atRisk: Int64 { rows.reduce(0) { $0 + $1.atRisk } }

  /// Keys of campaigns that share a name which visits have.
  public var sharers: Set<String> {
    Set(rows.filter { $0.finding == .sharedName }.map(\.campaign.key))
  }

  /// What is wrong with a campaign's tags.
  public enum Finding: String, Sendable, CaseIterable, Hashable {
    /// Spend, and no visit carries the campaign.
    case spendAlone = "spend-alone"
    /// Fewer than half of the clicks that were paid for were seen as visits.
    case fewSessions = "few-sessions"
    /// Visits of a paid channel, and no spend names their campaign.
    case sessionsAlone = "sessions-alone"
    /// Visits whose tag holds a macro that the platform did not replace.
    case macroNotReplaced = "macro-not-replaced"
    /// Visits have a name that several numbers spent under on one day.
    case sharedName = "shared-name"
  }

  /// One campaign as spend and visits tell of it.
  public struct Campaign: Sendable, Hashable {
    public let key: String
    public let name: String
    public let source: String
    public let medium: String
    public let channel: Channel
    /// Minor units.
    public let spend: Int64
    public let clicks: Int
    public let sessions: Int
    /// Whether its visits hold a macro; such a row stands for no campaign.
    public let isMacro: Bool
    /// Whether visits have a name that several numbers spent under on one day: its own, or one that
    /// it shares.
    public let isShared: Bool

    package init(
      key: String, name: String, source: String, medium: String, channel: Channel, spend: Int64,
      clicks: Int, sessions: Int, isMacro: Bool = false, isShared: Bool = false
    ) {
      self.key = key
      self.name = name
      self.source = source
      self.medium = medium
      self.channel = channel
      self.spend = spend
      self.clicks = clicks
      self.sessions = sessions
      self.isMacro = isMacro
      self.isShared = isShared
    }
  }

  /// A campaign with what is wrong.
  public struct Row: Sendable, Hashable {
    public let campaign: Campaign
    public let finding: Finding
    /// Minor units of its spend that no visit answers for.
    public let atRisk: Int64
  }

  /// Fewer clicks than these say nothing of lost visits.
  static let fewestClicks = 20

  init(spendAlone: Int64, sessionsAlone: Int, macroSessions: Int) {
    rows = []
    spend = spendAlone
    self.spendAlone = spendAlone
    self.sessionsAlone = sessionsAlone
    self.macroSessions = macroSessions
  }

  /// One without campaigns says nothing.
  public init(_ campaigns: [Campaign] = []) {
    spend = campaigns.reduce(0) { $0 + $1.spend }
    let named = campaigns.filter { !$0.isMacro && !$0.isShared }
    spendAlone = named.filter { $0.sessions == 0 }.reduce(0) { $0 + $1.spend }
    sessionsAlone = named.filter { $0.spend == 0 }.reduce(0) { $0 + $1.sessions }
    macroSessions = campaigns.filter(\.isMacro).reduce(0) { $0 + $1.sessions }
    rows = campaigns.compactMap(SpendAudit.row).sorted { left, right in
      let a = (left.atRisk, left.campaign.sessions)
      let b = (right.atRisk, right.campaign.sessions)
      return a == b ? left.campaign.content < right.campaign.content : a > b
    }
  }

  /// By hand: 200 clicks for 1,000.00, 50 visits: three quarters of the clicks are lost, 750.00 at risk.
  private static func row(_ campaign: Campaign) -> Row? {
    if campaign.isMacro { return Row(campaign: campaign, finding: .macroNotReplaced, atRisk: 0) }
    if campaign.isShared { return Row(campaign: campaign, finding: .sharedName, atRisk: 0) }
    if campaign.spend > 0, campaign.sessions == 0 {
      return Row(campaign: campaign, finding: .spendAlone, atRisk: campaign.spend)
    }
    if campaign.spend > 0, campaign.clicks >= fewestClicks,
      campaign.sessions * 2 < campaign.clicks
    {
      let seen = Double(campaign.sessions) / Double(campaign.clicks)
      return Row(
        campaign: campaign, finding: .fewSessions,
        atRisk: Int64((Double(campaign.spend) * (1 - seen)).rounded()))
    }
    guard campaign.spend == 0, campaign.sessions > 0, campaign.channel.isPaid else { return nil }
    return Row(campaign: campaign, finding: .sessionsAlone, atRisk: 0)
  }
}

extension SpendAudit.Campaign {
  fileprivate var content: String { [key, name, source, medium].joined(separator: "\u{0}") }
}

extension SpendAudit {
  /// Campaigns whose spend and visits do not meet, most money at risk first.
  public static let results = ResultTable<Row>(
    "campaign_audit", grain: "campaign whose spend and visits do not meet",
    [
      .text("campaign_key", isKey: true, "'' for visits with a macro") { $0.campaign.key },
      .text("name", isKey: true, "of the campaign") { $0.campaign.name },
      .text("source", isKey: true, "as in spend") { $0.campaign.source },
      .text("medium", isKey: true, "as in spend") { $0.campaign.medium },
      .text(
        "finding", isKey: true,
        "spend-alone, few-sessions, sessions-alone, macro-not-replaced or shared-name"
      ) { $0.finding.rawValue },
      .money("at_risk", "spend that no visit answers for") { $0.atRisk },
      .money("spend", "of the days that spend and visits both cover") { $0.campaign.spend },
      .count("clicks", "as the platform counts") { $0.campaign.clicks },
      .count("sessions", "visits that carry the campaign") { $0.campaign.sessions },
    ])
}
