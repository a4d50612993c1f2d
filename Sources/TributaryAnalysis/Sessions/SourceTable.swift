import TributaryModel

/// The sources met so far, numbered; addresses that differ in a click id only are read once.
struct SourceTable {
  /// The number of a page view that brings no source.
  static let none: Int32 = -1

  private let classifier: SourceClassifier
  private let rulesReadLanding: Bool
  /// The click ids whose value says nothing of the source, by their parameter's name.
  private let clickIDs: [(name: [UInt8], kind: ClickID.Kind)]
  private var sources: [TrafficSource] = []
  /// For each source the first that differs from it in the value of the click id at most; `none`
  /// for a source of its own kind.
  private var models: [Int32] = []
  private var byReferrer: [String: Int32] = [:]
  private var byAddress: [Address: Int32] = [:]
  /// By the query without the value of its click id.
  private var byClick: [Address: Int32] = [:]
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
    let numbers = classifier.rules.campaignIDParameters + [ClickID.Kind.gadCampaignID.rawValue]
    clickIDs = ClickID.Kind.allCases.filter { !numbers.contains($0.rawValue) }.map {
      (Array($0.rawValue.utf8), $0)
    }
    rulesReadLanding = classifier.rules.channelRules.contains { $0.landing != nil }
  }

  /// The number of the source that an address and an outside referrer tell.
  mutating func code(query: String?, referrerHost: String?) -> Int32 {
    guard let query, SourceMark.isPresent(in: query) else {
      guard let referrerHost else { return SourceTable.none }
      if let known = byReferrer[referrerHost] { return known }
      let code = number(classifier.source(query: nil, referrerHost: referrerHost), isModel: true)
      byReferrer[referrerHost] = code
      return code
    }
    if let click = ClickQuery(query, kinds: clickIDs) {
      return code(of: click, query: query, referrerHost: referrerHost)
    }
    let address = Address(query: query, referrerHost: referrerHost)
    if let known = byAddress[address] { return known }
    let traffic = classifier.source(query: query, referrerHost: referrerHost)
    let code = number(traffic, isModel: traffic.clickID == nil)
    if traffic.clickID == nil { byAddress[address] = code }
    return code
  }

  private mutating func code(
    of click: ClickQuery, query: String, referrerHost: String?
  ) -> Int32 {
    let address = Address(query: click.rest, referrerHost: referrerHost)
    let clickID = ClickID(kind: click.kind, value: click.value)
    if let model = byClick[address] {
      var traffic = sources[Int(model)]
      traffic.clickID = clickID
      sources.append(traffic)
      models.append(model)
      return Int32(sources.count - 1)
    }
    let traffic = classifier.source(query: query, referrerHost: referrerHost)
    let isModel = traffic.clickID == clickID
    let code = number(traffic, isModel: isModel)
    if isModel { byClick[address] = code }
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
    let model = models.indices.contains(Int(code)) ? models[Int(code)] : SourceTable.none
    let isKept = !rulesReadLanding && (model != SourceTable.none || code == SourceTable.none)
    let visit = Visit(source: model, referrerHost: referrerHost)
    if isKept, let known = channels[visit] { return known }
    let channel = classifier.channel(
      of: traffic(code), referrerHost: referrerHost, landingPath: landingPath)
    if isKept { channels[visit] = channel }
    return channel
  }

  private mutating func number(_ traffic: TrafficSource, isModel: Bool) -> Int32 {
    if traffic.isDirect { return SourceTable.none }
    let code = Int32(sources.count)
    sources.append(traffic)
    models.append(isModel ? code : SourceTable.none)
    return code
  }
}
