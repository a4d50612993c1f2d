import TributaryModel

/// Requests of one file counted by day, host and kind, of bots by user agent too.
///
/// Kept by the reader's codes in memory and added to `request_day` at the end.
struct RequestCounts {
  private struct Key: Hashable {
    let day: Day
    let host: Int32
    let kind: RequestKind
    /// Nil for people.
    let agent: Int32?
  }

  /// Beyond this many different counts they are written early, so that memory stays bounded.
  private static let limit = 200_000

  private let connection: Connection
  private let sourceFile: Int64
  private var bots: [Key: Int64] = [:]
  private var people: [Key: Int] = [:]
  /// People's counts by position; neighbours in a log mostly fall on the last one of their kind.
  private var totals: [Int64] = []
  private var lastDay: Day?
  private var lastHost: Int32 = -1
  private var lastPositions: [Int] = []
  /// Requests of people to take out of those written, by the `text_id` of the host.
  private var repeats: [Repeat: Int64] = [:]

  private struct Repeat: Hashable {
    let day: Day
    let host: Int64?
    let kind: RequestKind
  }

  init(_ warehouse: Warehouse, sourceFile: Int64) throws(WarehouseError) {
    connection = warehouse.connection
    self.sourceFile = sourceFile
  }

  var isLarge: Bool { bots.count + people.count > RequestCounts.limit }

  mutating func add(day: Day, host: Int32, kind: RequestKind, agent: Int32?) {
    if let agent {
      bots[Key(day: day, host: host, kind: kind, agent: agent), default: 0] += 1
      return
    }
    if day != lastDay || host != lastHost {
      lastDay = day
      lastHost = host
      lastPositions = RequestKind.allCases.map { position(day: day, host: host, kind: $0) }
    }
    totals[lastPositions[Int(kind.rawValue)]] += 1
  }

  /// Adds the counts to those stored and starts from zero.
  mutating func write(_ codes: inout TextCodes) throws(WarehouseError) {
    var counts = bots
    for (key, position) in people where totals[position] > 0 { counts[key] = totals[position] }
    let add = try connection.prepare(
      """
      update request_day set requests = requests + ?1
      where day = ?2 and source_file_id = ?3 and host is ?4 and kind = ?5 and is_bot = ?6
        and user_agent is ?7
      """)
    let insert = try connection.prepare(
      """
      insert into request_day (requests, day, source_file_id, host, kind, is_bot, user_agent)
      values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """)
    for (key, requests) in counts.sorted(by: { RequestCounts.comes($0.key, before: $1.key) }) {
      let host = try codes.id(of: key.host)
      let agent = try codes.id(of: key.agent ?? -1)
      let values: [Cell] = [
        .integer(requests), .text(key.day.description), .integer(sourceFile),
        host.map { .integer($0) } ?? .null, .text(key.kind.name),
        .integer(key.agent == nil ? 0 : 1), agent.map { .integer($0) } ?? .null,
      ]
      try add.run(values)
      if connection.changes == 0 { try insert.run(values) }
    }
    bots.removeAll()
    people.removeAll()
    totals.removeAll()
    lastDay = nil
  }

  /// Notes that a person's request, written already, had come before.
  mutating func remove(day: Day, host: Int64?, kind: RequestKind) {
    repeats[Repeat(day: day, host: host, kind: kind), default: 0] += 1
  }

  /// Takes those requests out of the counts stored.
  mutating func takeOut() throws(WarehouseError) {
    let subtract = try connection.prepare(
      """
      update request_day set requests = requests - ?1
      where day = ?2 and source_file_id = ?3 and host is ?4 and kind = ?5 and is_bot = 0
      """)
    for (key, requests) in repeats {
      try subtract.run([
        .integer(requests), .text(key.day.description), .integer(sourceFile),
        key.host.map { .integer($0) } ?? .null, .text(key.kind.name),
      ])
    }
    repeats.removeAll()
    let clear = try connection.prepare(
      "delete from request_day where source_file_id = ? and requests = 0")
    try clear.run([.integer(sourceFile)])
  }

  private mutating func position(day: Day, host: Int32, kind: RequestKind) -> Int {
    let key = Key(day: day, host: host, kind: kind, agent: nil)
    if let known = people[key] { return known }
    people[key] = totals.count
    totals.append(0)
    return totals.count - 1
  }

  private static func comes(_ left: Key, before right: Key) -> Bool {
    (left.day.number, Int(left.host), Int(left.kind.rawValue), Int(left.agent ?? -2))
      < (right.day.number, Int(right.host), Int(right.kind.rawValue), Int(right.agent ?? -2))
  }
}
