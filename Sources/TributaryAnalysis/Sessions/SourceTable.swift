import TributaryModel

/// The sources met so far, numbered; those without a click id are told once and kept.
///
/// A click id is hardly ever seen twice, so that looking one up would cost more than reading it.
struct SourceTable {
  /// The number of a page view that brings no source.
  static let none: Int32 = -1

  private let classifier: SourceClassifier
  private let rulesReadLanding: Bool
  private var sources: [TrafficSource] = []
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
    if code == SourceTable.none || sources[Int(code)].clickID == nil { byAddress[address] = code }
    return code
  }

  /// Whether two numbers stand for the same source.
  func isSame(_ left: Int32, _ right: Int32) -> Bool {
    left == right || traffic(left) == traffic(right)
  }

  /// The source of a number; direct for none.
  func traffic(_ code: Int32) -> TrafficSource {
    sources.indices.contains(Int(code)) ? sources[Int(code)] : .direct
  }

  /// The channel of a visit, by the shop's rules and the standard group.
  mutating func channel(_ code: Int32, referrerHost: String?, landingPath: String) -> Channel {
    let traffic = traffic(code)
    let visit = Visit(source: code, referrerHost: referrerHost)
    let isKept = !rulesReadLanding && traffic.clickID == nil
    if isKept, let known = channels[visit] { return known }
    let channel = classifier.channel(
      of: traffic, referrerHost: referrerHost, landingPath: landingPath)
    if isKept { channels[visit] = channel }
    return channel
  }

  private mutating func number(_ traffic: TrafficSource) -> Int32 {
    if traffic.isDirect { return SourceTable.none }
    sources.append(traffic)
    return Int32(sources.count - 1)
  }
}
