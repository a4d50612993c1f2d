import TributaryModel

/// A shop's own word on which channel a visit belongs to; asked before the standard rules.
///
/// A pattern may hold `*`; case does not matter. Every pattern that is given must match; a rule
/// without patterns matches nothing.
public struct ChannelRule: Sendable, Hashable {
  public let source: Glob?
  public let medium: Glob?
  public let campaign: Glob?
  /// Matched with the referrer's host.
  public let referrer: Glob?
  /// Matched with the path of the landing page.
  public let landing: Glob?
  public let channel: Channel

  package init(
    source: String? = nil, medium: String? = nil, campaign: String? = nil,
    referrer: String? = nil, landing: String? = nil, channel: Channel
  ) {
    func glob(_ pattern: String?) -> Glob? { pattern.map { Glob($0, ignoresCase: true) } }
    self.source = glob(source)
    self.medium = glob(medium)
    self.campaign = glob(campaign)
    self.referrer = glob(referrer)
    self.landing = glob(landing)
    self.channel = channel
  }

  /// Whether the visit fits every pattern that is given.
  public func matches(
    _ traffic: TrafficSource, referrerHost: String?, landingPath: String
  ) -> Bool {
    let pairs: [(Glob?, String?)] = [
      (source, traffic.source), (medium, traffic.medium), (campaign, traffic.campaign),
      (referrer, referrerHost), (landing, landingPath),
    ]
    guard pairs.contains(where: { $0.0 != nil }) else { return false }
    return pairs.allSatisfy { glob, text in
      guard let glob else { return true }
      return glob.matches(text ?? "")
    }
  }
}
