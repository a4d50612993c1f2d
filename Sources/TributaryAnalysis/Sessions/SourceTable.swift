import TributaryModel

/// The sources met so far, numbered; addresses that differ in a click id only are read once.
struct SourceTable {
  /// The number of a page view that brings no source.
  static let none: Int32 = -1

  private let classifier: SourceClassifier
  private let queries: QueryColumn
  private let rulesReadLanding: Bool
  /// The click ids whose value says nothing of the source.
  private let clickIDs: ClickQuery.Kinds
  private var entries: [Entry] = []
  /// What was read whole, by `Entry.source`.
  private var sources: [TrafficSource] = []
  private var byReferrer: [Int32: Int32] = [:]
  private var byAddress: [Address: Int32] = [:]
  /// Entries whose queries are alike but for the click id, by the hash of what is alike.
  private var byClick: [Click: [Int32]] = [:]
  private var channels: [Visit: Channel] = [:]

  private struct Entry {
    /// Which of `sources` it is, but for the click id.
    let source: Int32
    /// The first entry that differs in the value of the click id at most; `none` for a source of
    /// its own kind.
    let model: Int32
    let query: Range<Int>
    /// Where its own click id lies; empty for the source's.
    let value: Range<Int>
  }

  private struct Address: Hashable {
    let query: String
    let referrer: Int32
  }

  private struct Click: Hashable {
    let restHash: UInt64
    let referrer: Int32
  }

  private struct Visit: Hashable {
    let source: Int32
    let referrer: Int32
  }

  init(classifier: SourceClassifier, queries: QueryColumn) {
    self.classifier = classifier
    self.queries = queries
    let numbers = classifier.rules.campaignIDParameters + [ClickID.Kind.gadCampaignID.rawValue]
    clickIDs = ClickQuery.Kinds(ClickID.Kind.allCases.filter { !numbers.contains($0.rawValue) })
    rulesReadLanding = classifier.rules.channelRules.contains { $0.landing != nil }
  }

  /// Whether the query of a row speaks of a source.
  func isMarked(row: Int) -> Bool {
    SourceMark.isPresent(in: queries.bytes, queries.place(of: row))
  }

  /// The number of the source that a referrer alone tells; `none` for none.
  mutating func code(referrer: Int32, hostNames: [String]) -> Int32 {
    guard hostNames.indices.contains(Int(referrer)) else { return SourceTable.none }
    if let known = byReferrer[referrer] { return known }
    let traffic = classifier.source(query: nil, referrerHost: hostNames[Int(referrer)])
    let code = number(traffic, isModel: true)
    byReferrer[referrer] = code
    return code
  }

  /// The number of the source that a row's marked query and an outside referrer tell.
  mutating func code(row: Int, referrer: Int32, hostNames: [String]) -> Int32 {
    let place = queries.place(of: row)
    if let click = ClickQuery(queries.bytes, place, kinds: clickIDs) {
      return code(of: click, place, referrer: referrer, hostNames: hostNames)
    }
    let query = queries.text(of: row)
    let address = Address(query: query, referrer: referrer)
    if let known = byAddress[address] { return known }
    let traffic = source(query, referrer, hostNames)
    let code = number(traffic, isModel: traffic.clickID == nil)
    if traffic.clickID == nil { byAddress[address] = code }
    return code
  }

  private mutating func code(
    of click: ClickQuery, _ place: Range<Int>, referrer: Int32, hostNames: [String]
  ) -> Int32 {
    let key = Click(restHash: click.restHash, referrer: referrer)
    for model in byClick[key] ?? [] {
      let entry = entries[Int(model)]
      guard
        ClickQuery.isSameRest(entry.query, entry.value, place, click.value, in: queries.bytes)
      else { continue }
      entries.append(
        Entry(source: entry.source, model: model, query: place, value: click.value))
      return Int32(entries.count - 1)
    }
    let query = String(decoding: queries.bytes[place], as: UTF8.self)
    let traffic = source(query, referrer, hostNames)
    let value = String(decoding: queries.bytes[click.value], as: UTF8.self)
    let isModel = traffic.clickID == ClickID(kind: click.kind, value: value)
    let code = number(traffic, isModel: isModel, query: place, value: isModel ? click.value : 0..<0)
    if isModel, code != SourceTable.none { byClick[key, default: []].append(code) }
    return code
  }

  /// Whether two numbers stand for the same source.
  func isSame(_ left: Int32, _ right: Int32) -> Bool {
    if left == right { return true }
    if let a = entry(left), let b = entry(right), a.model == b.model, a.model != SourceTable.none {
      return queries.bytes[a.value] == queries.bytes[b.value]
    }
    return traffic(left) == traffic(right)
  }

  /// The source of a number; direct for none.
  func traffic(_ code: Int32) -> TrafficSource {
    guard let entry = entry(code) else { return .direct }
    var traffic = sources[Int(entry.source)]
    if entry.model != SourceTable.none, entry.model != code, let kind = traffic.clickID?.kind {
      traffic.clickID = ClickID(
        kind: kind, value: String(decoding: queries.bytes[entry.value], as: UTF8.self))
    }
    return traffic
  }

  /// The channel of a visit, by the shop's rules and the standard group.
  mutating func channel(
    _ code: Int32, referrer: Int32, hostNames: [String], landingPath: String
  ) -> Channel {
    let model = entry(code)?.model ?? SourceTable.none
    let isKept = !rulesReadLanding && (model != SourceTable.none || code == SourceTable.none)
    let visit = Visit(source: model, referrer: referrer)
    if isKept, let known = channels[visit] { return known }
    let host = hostNames.indices.contains(Int(referrer)) ? hostNames[Int(referrer)] : nil
    let channel = classifier.channel(
      of: traffic(code), referrerHost: host, landingPath: landingPath)
    if isKept { channels[visit] = channel }
    return channel
  }

  private func entry(_ code: Int32) -> Entry? {
    entries.indices.contains(Int(code)) ? entries[Int(code)] : nil
  }

  private func source(_ query: String, _ referrer: Int32, _ hostNames: [String]) -> TrafficSource {
    classifier.source(
      query: query,
      referrerHost: hostNames.indices.contains(Int(referrer)) ? hostNames[Int(referrer)] : nil)
  }

  private mutating func number(
    _ traffic: TrafficSource, isModel: Bool, query: Range<Int> = 0..<0, value: Range<Int> = 0..<0
  ) -> Int32 {
    if traffic.isDirect { return SourceTable.none }
    let code = Int32(entries.count)
    entries.append(
      Entry(
        source: Int32(sources.count), model: isModel ? code : SourceTable.none, query: query,
        value: value))
    sources.append(traffic)
    return code
  }
}
