import TributaryModel

/// One contact of a person with the shop that may have led to a conversion.
public struct Touchpoint: Sendable, Hashable {
  public let personID: String
  /// Start of the session or call, receipt of the letter.
  public let at: Instant
  public let kind: Kind
  /// Number of the session, call or letter within its kind.
  public let member: String
  public let channel: Channel
  public let source: String?
  public let medium: String?
  /// See `CampaignDirectory`; nil for none.
  public let campaignKey: String?
  public let keyword: String?
  public let geodomain: String?
  /// Orders placed in the session.
  public let orderIDs: [String]
  /// 1, but for the ways that one call may have come: theirs add up to 1.
  public let probability: Double
  /// When the same contact was made again: redials, further letters of a thread.
  public private(set) var repeats: [Instant] = []

  /// What kind of contact it was.
  public enum Kind: String, Sendable, CaseIterable, Hashable {
    case session, call, letter
  }

  package init(
    personID: String, at: Instant, kind: Kind, member: String, channel: Channel,
    source: String? = nil, medium: String? = nil, campaignKey: String? = nil,
    keyword: String? = nil, geodomain: String? = nil, orderIDs: [String] = [],
    probability: Double = 1
  ) {
    self.personID = personID
    self.at = at
    self.kind = kind
    self.member = member
    self.channel = channel
    self.source = source
    self.medium = medium
    self.campaignKey = campaignKey
    self.keyword = keyword
    self.geodomain = geodomain
    self.orderIDs = orderIDs
    self.probability = probability
  }

  /// The same contact, made again at those instants.
  func repeated(at times: [Instant]) -> Touchpoint {
    var other = self
    other.repeats = times
    return other
  }

  /// Whether one touchpoint comes before another: by time, then by kind and content.
  ///
  /// No hash takes part; the member decides last, which holds none.
  public static func precedes(_ left: Touchpoint, _ right: Touchpoint) -> Bool {
    if left.at != right.at { return left.at < right.at }
    if left.kind != right.kind {
      return (Kind.allCases.firstIndex(of: left.kind) ?? 0)
        < (Kind.allCases.firstIndex(of: right.kind) ?? 0)
    }
    return left.contentKey.lexicographicallyPrecedes(right.contentKey)
  }

  private var contentKey: [String] {
    [
      channel.rawValue, source ?? "", medium ?? "", campaignKey ?? "", keyword ?? "",
      geodomain ?? "", orderIDs.joined(separator: "\u{0}"), personID, member,
    ]
  }
}
