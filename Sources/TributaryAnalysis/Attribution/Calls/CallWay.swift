import TributaryModel

/// One way that a call may have come: what a session says of its source.
public struct CallWay: Sendable, Hashable {
  public let channel: Channel
  public let source: String?
  public let medium: String?
  public let campaignKey: String?
  public let keyword: String?
  /// Units: 0...1.
  public let probability: Double

  /// The parts of a whole in which probabilities are added up.
  private static let parts = 10_000.0

  package init(
    channel: Channel, source: String? = nil, medium: String? = nil, campaignKey: String? = nil,
    keyword: String? = nil, probability: Double
  ) {
    self.channel = channel
    self.source = source
    self.medium = medium
    self.campaignKey = campaignKey
    self.keyword = keyword
    self.probability = probability
  }

  /// Ways that differ in more than their probability, in order of content; those alike are one.
  ///
  /// Sums are of whole parts (`parts`), so that the order of the sessions cannot matter.
  public static func merged(_ ways: [CallWay]) -> [CallWay] {
    var parts: [CallWay: Double] = [:]
    for way in ways {
      parts[way.with(probability: 0), default: 0] +=
        (way.probability * CallWay.parts).rounded()
    }
    return parts.map { $0.with(probability: $1 / CallWay.parts) }
      .sorted { $0.content.lexicographicallyPrecedes($1.content) }
  }

  /// The probability that it came none of these ways.
  public static func rest(of ways: [CallWay]) -> Double {
    let parts = ways.reduce(0) { $0 + ($1.probability * CallWay.parts).rounded() }
    return max(0, CallWay.parts - parts) / CallWay.parts
  }

  private func with(probability: Double) -> CallWay {
    CallWay(
      channel: channel, source: source, medium: medium, campaignKey: campaignKey, keyword: keyword,
      probability: probability)
  }

  private var content: [String] {
    [channel.rawValue, source ?? "", medium ?? "", campaignKey ?? "", keyword ?? ""]
  }
}
