/// How page views become visits.
public struct SessionRules: Sendable, Hashable {
  /// A longer pause ends a visit. Units: seconds.
  public var gapSeconds: Int64
  /// How sources, campaigns and channels are told.
  public var sources: SourceRules
  public var funnel: FunnelPaths
  /// More page views of one visitor within a minute are a robot's.
  public var maxPagesPerMinute: Int
  /// Parts of user agents that are robots to the shop, and those that are people whatever else
  /// speaks against them; case does not matter.
  public var botAgents: [String]
  public var humanAgents: [String]
  /// Query parameters that carry the order number on the page that confirms an order, lower case.
  public var orderIDParameters: [String]

  package init(
    gapSeconds: Int64 = 1800, sources: SourceRules = SourceRules(),
    funnel: FunnelPaths = FunnelPaths(), orderIDParameters: [String] = ["order_id"],
    maxPagesPerMinute: Int = 60, botAgents: [String] = [], humanAgents: [String] = []
  ) {
    self.gapSeconds = gapSeconds
    self.sources = sources
    self.funnel = funnel
    self.maxPagesPerMinute = maxPagesPerMinute
    self.botAgents = botAgents.map { $0.lowercased() }
    self.humanAgents = humanAgents.map { $0.lowercased() }
    self.orderIDParameters = orderIDParameters.map { $0.lowercased() }
  }
}
