import TributaryModel

/// Everything that the pages of one run show.
public struct RunReport: Sendable {
  public let shop: Shop
  /// The last day included.
  public let asOf: Day
  public let sources: [SourceQuality]
  public let indicators: [Indicator]
  public let campaigns: CampaignReport
  public let channels: ChannelReport
  /// What each model credits, by channel, campaign and keyword.
  public let attribution: AttributionReport
  public let identity: IdentityReport
  /// Nil without a log.
  public let robots: RobotReport?
  /// Most page views first.
  public let ownTags: [OwnTagUse]
  public let funnels: [Funnel]
  /// Nil when there are too few days of orders for a curve.
  public let season: SeasonalCurve?
  public let geodomains: GeodomainComparison
  /// Most calls first.
  public let unassignedCalls: [UnassignedCalls]
  public let orders: OrderAnswers
  public let tops: [TopList]
  public let ledger: LedgerAnswers
  /// What is odd about the files.
  public let notes: [SourceNote]
  /// Nil when nobody asked.
  public let callSources: CallSourceReport?
  /// Nil without search queries in the window.
  public var queries: QueryReport? { didSet { findings = Finding.all(self) } }
  /// What is stored of all this and of what else pages show.
  public var results = ResultSet()

  /// What is judged of all this.
  public private(set) var findings: [Finding] = []

  /// The shop as its pages name it.
  public struct Shop: Sendable {
    /// The name in the pipeline file, used in commands: `tributary query NAME`.
    public let pipeline: String
    public let name: String
    /// What the shop is, in a few words; empty when the pipeline file does not say.
    public let summary: String
    public let currency: Currency
    public let zone: Zone
    public let language: Language

    package init(
      pipeline: String, name: String, summary: String, currency: Currency, zone: Zone,
      language: Language
    ) {
      self.pipeline = pipeline
      self.name = name
      self.summary = summary
      self.currency = currency
      self.zone = zone
      self.language = language
    }
  }

  /// The language of the pages; `locale` in the pipeline file.
  public enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case russian = "ru"
  }

  package init(
    shop: Shop, asOf: Day, sources: [SourceQuality], indicators: [Indicator],
    campaigns: CampaignReport, channels: ChannelReport, funnels: [Funnel], season: SeasonalCurve?,
    geodomains: GeodomainComparison, orders: OrderAnswers, tops: [TopList],
    unassignedCalls: [UnassignedCalls] = [], ledger: LedgerAnswers = LedgerAnswers(),
    callSources: CallSourceReport? = nil, attribution: AttributionReport? = nil,
    identity: IdentityReport? = nil, robots: RobotReport? = nil, ownTags: [OwnTagUse] = [],
    notes: [SourceNote] = []
  ) {
    self.shop = shop
    self.asOf = asOf
    self.sources = sources
    self.indicators = indicators
    self.campaigns = campaigns
    self.channels = channels
    self.attribution = attribution ?? AttributionReport(window: channels.window)
    self.robots = robots
    self.ownTags = ownTags
    self.notes = notes
    self.identity =
      identity
      ?? IdentityReport(window: channels.window, matches: [], sessions: 0, knownSessions: 0)
    self.funnels = funnels
    self.season = season
    self.geodomains = geodomains
    self.unassignedCalls = unassignedCalls
    self.orders = orders
    self.tops = tops
    self.ledger = ledger
    self.callSources = callSources
    findings = Finding.all(self)
  }
}
