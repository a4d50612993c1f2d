import TributaryModel

/// The sources met so far, each told once and numbered; equal sources have equal numbers.
struct SourceTable {
  /// The number of a page view that brings no source.
  static let none: Int32 = -1

  private let classifier: SourceClassifier
  private let rulesReadLanding: Bool
  private var sources: [TrafficSource] = []
  private var codes: [TrafficSource: Int32] = [:]
  private var byReferrer: [String: Int32] = [:]
  private var byAddress: [Address: Int32] = [:]
  private var channels: [Visit: Channel] = [:]

  private struct Address: Hashable {
    let query: String
    let referrerHost: String?
  }

  private struct Visit: Hashable {
    let source: Int32
    let referrerHost: String?
  }

  init(classifier: SourceClassifier) {
    self.classifier = classifier
    rulesReadLanding = classifier.rules.channelRules.contains { $0.landing != nil }
  }

  /// The number of the source that an address and an outside referrer tell.
  mutating func code(query: String?, referrerHost: String?) -> Int32 {
    guard let query, SourceMark.isPresent(in: query) else {
      guard let referrerHost else { return SourceTable.none }
      if let known = byReferrer[referrerHost] { return known }
      let code = number(classifier.source(query: nil, referrerHost: referrerHost))
      byReferrer[referrerHost] = code
      return code
    }
    let address = Address(query: query, referrerHost: referrerHost)
    if let known = byAddress[address] { return known }
    let code = number(classifier.source(query: query, referrerHost: referrerHost))
    byAddress[address] = code
    return code
  }

  /// The source of a number; direct for none.
  func traffic(_ code: Int32) -> TrafficSource {
    sources.indices.contains(Int(code)) ? sources[Int(code)] : .direct
  }

  /// The channel of a visit, by the shop's rules and the standard group.
  mutating func channel(_ code: Int32, referrerHost: String?, landingPath: String) -> Channel {
    let visit = Visit(source: code, referrerHost: referrerHost)
    if !rulesReadLanding, let known = channels[visit] { return known }
    let channel = classifier.channel(
      of: traffic(code), referrerHost: referrerHost, landingPath: landingPath)
    if !rulesReadLanding { channels[visit] = channel }
    return channel
  }

  private mutating func number(_ traffic: TrafficSource) -> Int32 {
    if traffic.isDirect { return SourceTable.none }
    if let known = codes[traffic] { return known }
    let code = Int32(sources.count)
    sources.append(traffic)
    codes[traffic] = code
    return code
  }
}
