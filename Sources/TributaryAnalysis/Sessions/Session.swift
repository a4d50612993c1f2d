import TributaryModel

/// One visit: page views of one visitor without a long pause and from one source.
public struct Session: Sendable, Hashable {
  public let visitor: Int64
  /// The first page view.
  public let startedAt: Instant
  /// The last page view.
  public let endedAt: Instant
  /// The host of the landing page, lower case, without port.
  public let host: String
  public let landingPath: String
  /// The host that the visitor came from; nil for none and for the shop's own hosts.
  public let referrerHost: String?
  public let traffic: TrafficSource
  public let channel: Channel
  public let pages: Int
  public private(set) var steps: FunnelSteps
  /// Order numbers on the pages that confirm an order, in the order of the visit, each once.
  public private(set) var orderIDs: [String]
  /// By order number the host of the page that confirmed it, where that is another than `host`.
  public var confirmingHosts: [String: String] = [:]
  public let device: DeviceClass
  /// Whether the landing page names one of the shop's own pages, or a payment page, as the one
  /// before: the visit goes on after a pause.
  public var comesFromOwnPages = false

  package init(
    visitor: Int64, startedAt: Instant, endedAt: Instant, host: String, landingPath: String,
    referrerHost: String?, traffic: TrafficSource, channel: Channel, pages: Int,
    steps: FunnelSteps, orderIDs: [String], device: DeviceClass
  ) {
    self.visitor = visitor
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.host = host
    self.landingPath = landingPath
    self.referrerHost = referrerHost
    self.traffic = traffic
    self.channel = channel
    self.pages = pages
    self.steps = steps
    self.orderIDs = orderIDs
    self.device = device
  }

  /// Notes an order that was made in the visit though no page of it shows it.
  mutating func confirm(_ order: String) {
    steps.formUnion(.order)
    if !orderIDs.contains(order) { orderIDs.append(order) }
  }

  /// Whole seconds from the first page view to the last.
  public var seconds: Int64 { (endedAt.milliseconds - startedAt.milliseconds) / 1000 }
}

extension Session {
  /// Whether one session comes before another: by start, then by content, by visitor last.
  static func precedes(_ left: Session, _ right: Session) -> Bool {
    if left.startedAt != right.startedAt { return left.startedAt < right.startedAt }
    if left.host != right.host { return left.host < right.host }
    if left.landingPath != right.landingPath { return left.landingPath < right.landingPath }
    if left.endedAt != right.endedAt { return left.endedAt < right.endedAt }
    if left.pages != right.pages { return left.pages < right.pages }
    let a = left.contentKey
    let b = right.contentKey
    return a == b ? left.visitor < right.visitor : a.lexicographicallyPrecedes(b)
  }

  private var contentKey: [String] {
    [
      referrerHost ?? "", traffic.source, traffic.medium, traffic.campaign ?? "",
      traffic.campaignID ?? "", traffic.keyword ?? "", traffic.content ?? "",
      traffic.clickID?.kind.rawValue ?? "", traffic.clickID?.value ?? "", device.rawValue,
      String(steps.rawValue), orderIDs.joined(separator: "\u{0}"),
    ]
  }
}
