/// How page views become visits.
public struct SessionRules: Sendable, Hashable {
  /// A longer pause ends a visit. Units: seconds.
  public var gapSeconds: Int64
  /// How sources, campaigns and channels are told.
  public var sources: SourceRules
  public var funnel: FunnelPaths
  /// Query parameters that carry the order number on the page that confirms an order, lower case.
  public var orderIDParameters: [String]

  public init(
    gapSeconds: Int64 = 1800, sources: SourceRules = SourceRules(),
    funnel: FunnelPaths = FunnelPaths(), orderIDParameters: [String] = ["order_id"]
  ) {
    self.gapSeconds = gapSeconds
    self.sources = sources
    self.funnel = funnel
    self.orderIDParameters = orderIDParameters.map { $0.lowercased() }
  }
}
