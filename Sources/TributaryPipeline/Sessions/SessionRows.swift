import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// Rows of the table `session`, made one at a time: a run may write hundreds of thousands.
struct SessionRows: Sequence, IteratorProtocol {
  static let columns = [
    "session_id", "visitor", "day", "started_at", "ended_at", "host", "geodomain", "landing_path",
    "referrer_host", "source", "medium", "campaign", "campaign_id", "keyword", "content",
    "click_id", "channel", "campaign_key", "pages", "seconds", "reached_product", "reached_cart",
    "reached_checkout", "reached_order", "device", "is_new", "metrica_source",
  ]

  private let zone: Zone
  private let campaigns: CampaignNames
  private let geodomains: Set<String>
  private var rest: ArraySlice<Session>
  private var id: Int64
  private let known: Set<Int64>
  /// Whose session was the last, and when the first of theirs began.
  private var last: (visitor: Int64, start: Int64)?
  private var labels: [Origin: Label] = [:]

  /// - Parameters:
  ///   - sessions: those of a visitor one after another, in the order of their start.
  ///   - first: the id of the first.
  ///   - known: visitors who have earlier sessions.
  init(
    _ sessions: [Session], from first: Int64, zone: Zone, campaigns: CampaignNames,
    geodomains: Set<String>, known: Set<Int64>
  ) {
    self.known = known
    rest = sessions[...]
    id = first
    self.zone = zone
    self.campaigns = campaigns
    self.geodomains = geodomains
  }

  mutating func next() -> [Cell]? {
    guard let session = rest.popFirst() else { return nil }
    defer { id += 1 }
    let traffic = session.traffic
    let label = label(of: session)
    let channel = label.isPaid ? paidChannel(of: session) : session.channel
    let isNew = isFirst(session)
    let day = zone.day(of: session.startedAt)
    func flag(_ isSet: Bool) -> Cell { .integer(isSet ? 1 : 0) }
    return [
      .integer(id), .integer(session.visitor), .text(day.description),
      .integer(session.startedAt.milliseconds), .integer(session.endedAt.milliseconds),
      .text(session.host), geodomains.contains(session.host) ? .text(session.host) : .null,
      .text(session.landingPath), Cell(session.referrerHost), .text(traffic.source),
      .text(traffic.medium), Cell(traffic.campaign), Cell(traffic.campaignID),
      Cell(traffic.keyword), Cell(traffic.content), Cell(traffic.clickID?.kind.rawValue),
      .text(channel.rawValue), Cell(label.campaignKeys.key(on: day)),
      .integer(Int64(session.pages)),
      .integer(session.seconds), flag(session.steps.contains(.product)),
      flag(session.steps.contains(.cart)), flag(session.steps.contains(.checkout)),
      flag(session.steps.contains(.order)), .text(session.device.rawValue), flag(isNew),
      channel == session.channel ? label.metricaSource : .text(MetricaSource.ad.rawValue),
    ]
  }

  /// Two that begin at one instant are both the visitor's first.
  private mutating func isFirst(_ session: Session) -> Bool {
    guard !known.contains(session.visitor) else { return false }
    let start = session.startedAt.milliseconds
    if let last, last.visitor == session.visitor { return last.start == start }
    last = (session.visitor, start)
    return true
  }

  /// Of a session whose tags are paid for: the shop's rules, which may look at its page, go before.
  private func paidChannel(of session: Session) -> Channel {
    campaigns.channel(
      of: session.traffic, standard: session.channel, referrerHost: session.referrerHost,
      landingPath: session.landingPath)
  }

  /// All of a session that its campaign and Metrica's source follow from.
  private struct Origin: Hashable {
    let source: String
    let medium: String
    let campaign: String?
    let campaignID: String?
    let clickID: ClickID.Kind?
    let referrerHost: String?
    let comesFromOwnPages: Bool
  }

  private struct Label {
    let campaignKeys: CampaignKeys
    let metricaSource: Cell
    /// Whether spend names the tags, whose medium does not speak of paid clicks.
    let isPaid: Bool
  }

  /// Visits are many, their origins few.
  private mutating func label(of session: Session) -> Label {
    let traffic = session.traffic
    let origin = Origin(
      source: traffic.source, medium: traffic.medium, campaign: traffic.campaign,
      campaignID: traffic.campaignID, clickID: traffic.clickID?.kind,
      referrerHost: session.referrerHost, comesFromOwnPages: session.comesFromOwnPages)
    if let known = labels[origin] { return known }
    let label = Label(
      campaignKeys: campaigns.keys(
        source: traffic.source, medium: traffic.medium, campaign: traffic.campaign,
        campaignID: traffic.campaignID),
      metricaSource: .text(MetricaSource(session).rawValue), isPaid: campaigns.isPaid(traffic))
    // Anybody may make up campaigns.
    if labels.count < 10_000 { labels[origin] = label }
    return label
  }
}
