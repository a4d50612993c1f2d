import TributaryModel

/// The sources met so far, numbered; addresses that differ in a click id only are read once.
struct SourceTable {
  /// The number of a page view that brings no source.
  static let none: Int32 = -1

  private let classifier: SourceClassifier
  private let queries: QueryColumn
  private let rulesReadLanding: Bool
  private let mostAlike: Int
  private let hashMask: Int64
  /// The click ids whose value says nothing of the source.
  private let clickIDs: ClickQuery.Kinds
  private var entries: [Entry] = []
  private var readings: [Reading] = []
  /// What each reading says, and the channel of its visits once that is asked for.
  private var traffic: [TrafficSource] = []
  private var channels: [Channel?] = []
  /// The codes of what referrers say alone.
  private var byReferrer: [Int32?] = []
  private var byAddress: [Address: Int32] = [:]
  /// The newest reading with that hash of rest and referrer.
  private var byRest = HashNumbers()
  /// Nobody can prepare many queries whose hashes meet.
  private let seed = UInt64(truncatingIfNeeded: Hasher().finalize())
  /// The rests of the readings' queries, one behind the other.
  private var rests: [UInt64] = []
  private var rest: [UInt64] = []
  /// Channels of visits without a source, by referrer.
  private var direct: [Int32: Channel] = [:]

  /// A source by its number.
  private struct Entry {
    let reading: Int32
    /// Where its click id lies; empty where the reading is of no other.
    let clickID: Range<Int>
  }

  /// An address and a referrer, read whole.
  private struct Reading {
    let referrer: Int32
    /// Where the rest of the query lies in `rests`; empty where the reading serves no other.
    var rest: Range<Int> = 0..<0
    /// The reading before it with the same hash.
    var before = SourceTable.none
  }

  private struct Address: Hashable {
    let query: String
    let referrer: Int32
  }

  /// - Parameters:
  ///   - mostAlike: readings tried for one hash; where more share it, queries are read whole, each
  ///     by itself.
  ///   - hashMask: 0 makes all hashes meet.
  init(
    classifier: SourceClassifier, queries: QueryColumn, mostAlike: Int = 8, hashMask: Int64 = -1
  ) {
    self.classifier = classifier
    self.mostAlike = mostAlike
    self.hashMask = hashMask
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
    let index = Int(referrer)
    guard hostNames.indices.contains(index) else { return SourceTable.none }
    while byReferrer.count < hostNames.count { byReferrer.append(nil) }
    if let known = byReferrer[index] { return known }
    let found = classifier.source(query: nil, referrerHost: hostNames[index])
    let code = number(found, Reading(referrer: referrer))
    byReferrer[index] = code
    return code
  }

  /// The number of the source that a row's marked query and an outside referrer tell.
  mutating func code(row: Int, referrer: Int32, hostNames: [String]) -> Int32 {
    let place = queries.place(of: row)
    if let click = ClickQuery(queries.bytes, place, kinds: clickIDs) {
      return code(of: click, place, referrer: referrer, hostNames: hostNames)
    }
    let address = Address(query: queries.text(of: row), referrer: referrer)
    if let known = byAddress[address] { return known }
    let found = source(address.query, referrer, hostNames)
    let code = number(found, Reading(referrer: referrer))
    if found.clickID == nil { byAddress[address] = code }
    return code
  }

  private mutating func code(
    of click: ClickQuery, _ place: Range<Int>, referrer: Int32, hostNames: [String]
  ) -> Int32 {
    click.rest(of: queries.bytes, place, into: &rest)
    let hash = restHash(referrer)
    let slot = byRest.place(of: hash)
    let newest = byRest.number(at: slot)
    var known = newest
    var tried = 0
    while known != SourceTable.none, tried < mostAlike {
      if isRead(by: readings[Int(known)], referrer) {
        entries.append(Entry(reading: known, clickID: click.value))
        return Int32(entries.count - 1)
      }
      known = readings[Int(known)].before
      tried += 1
    }
    let found = source(String(decoding: queries.bytes[place], as: UTF8.self), referrer, hostNames)
    let value = String(decoding: queries.bytes[click.value], as: UTF8.self)
    guard tried < mostAlike, found.clickID == ClickID(kind: click.kind, value: value)
    else { return number(found, Reading(referrer: referrer)) }
    byRest.set(Int32(readings.count), of: hash, at: slot)
    let start = rests.count
    rests += rest
    return number(
      found, Reading(referrer: referrer, rest: start..<rests.count, before: newest),
      clickID: click.value)
  }

  private func restHash(_ referrer: Int32) -> Int64 {
    var hash = seed ^ UInt64(truncatingIfNeeded: referrer)
    for word in rest {
      hash = (hash ^ word) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 32
    }
    return Int64(bitPattern: hash) & hashMask
  }

  /// Whether that reading tells what the query in `rest` says but for its click id.
  private func isRead(by reading: Reading, _ referrer: Int32) -> Bool {
    reading.referrer == referrer && rests[reading.rest].elementsEqual(rest)
  }

  /// Whether two numbers stand for the same source.
  func isSame(_ left: Int32, _ right: Int32) -> Bool {
    if left == right { return true }
    if let a = entry(left), let b = entry(right), a.reading == b.reading {
      return queries.bytes[a.clickID] == queries.bytes[b.clickID]
    }
    return traffic(left) == traffic(right)
  }

  /// The source of a number; direct for none.
  func traffic(_ code: Int32) -> TrafficSource {
    guard let entry = entry(code) else { return .direct }
    var found = traffic[Int(entry.reading)]
    if !entry.clickID.isEmpty, let kind = found.clickID?.kind {
      found.clickID = ClickID(
        kind: kind, value: String(decoding: queries.bytes[entry.clickID], as: UTF8.self))
    }
    return found
  }

  /// The channel of a visit, by the shop's rules and the standard group.
  ///
  /// - Parameter referrer: the one that the source was told by.
  mutating func channel(
    _ code: Int32, referrer: Int32, hostNames: [String], landingPath: String
  ) -> Channel {
    let reading = entry(code).map { Int($0.reading) }
    if !rulesReadLanding, let known = reading.map({ channels[$0] }) ?? direct[referrer] {
      return known
    }
    let host = hostNames.indices.contains(Int(referrer)) ? hostNames[Int(referrer)] : nil
    let channel = classifier.channel(
      of: traffic(code), referrerHost: host, landingPath: landingPath)
    if let reading { channels[reading] = channel } else { direct[referrer] = channel }
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
    _ found: TrafficSource, _ reading: Reading, clickID: Range<Int> = 0..<0
  ) -> Int32 {
    if found.isDirect { return SourceTable.none }
    readings.append(reading)
    traffic.append(found)
    channels.append(nil)
    entries.append(Entry(reading: Int32(readings.count - 1), clickID: clickID))
    return Int32(entries.count - 1)
  }
}
