import TributaryModel

/// Finds visitors who behave within a file as no browser does: many pages without one of the styles,
/// scripts and pictures that browsers fetch with them, nothing but HEAD, nothing but missing pages.
///
/// Only they are stored: what becomes of them is judged with the whole day in hand.
struct VisitorHabits {
  /// Fewer pages may all lie in a browser's cache.
  static let fewestPages: Int32 = 10
  /// Fewer missing pages may be a person's dead link, a second try and the icon of the site.
  static let fewestMissing: Int32 = 5
  /// Beyond this many visitors the first are followed alone, so that memory stays bounded.
  private static let limit = 1_000_000

  private struct VisitorDay: Hashable {
    let visitor: Int64
    let day: Day
  }

  /// What a visitor did so far.
  fileprivate struct Visit {
    var requests: Int32 = 0
    var pages: Int32 = 0
    var hasAsset = false
    var isOnlyHead = true
    var isOnlyMissing = true
  }

  private var visits: [VisitorDay: Visit] = [:]

  mutating func add(day: Day, visitor: Int64, kind: RequestKind, isHead: Bool, status: Int32) {
    let key = VisitorDay(visitor: visitor, day: day)
    if visits.count >= Self.limit, visits[key] == nil { return }
    visits[key, default: Visit()].add(kind, isHead: isHead, status: status)
  }

  /// Takes back a request that turned out to have come before.
  mutating func remove(day: Day, visitor: Int64, isPage: Bool) {
    let key = VisitorDay(visitor: visitor, day: day)
    visits[key]?.requests &-= 1
    if isPage { visits[key]?.pages &-= 1 }
    if visits[key]?.requests == 0 { visits[key] = nil }
  }

  /// Writes those found in a file.
  func write(_ connection: Connection, sourceFile: Int64) throws(WarehouseError) {
    let add = try connection.prepare(
      """
      insert into visitor_habit values (?, ?, ?, ?, ?)
      on conflict do update set requests = requests + excluded.requests
      """)
    let found = visits.compactMap { key, visit in visit.habit.map { (key, $0) } }
    for (key, habit) in found.sorted(by: {
      ($0.0.day, $0.0.visitor) < ($1.0.day, $1.0.visitor)
    }) {
      try add.run([
        .text(key.day.description), .integer(key.visitor), .integer(sourceFile),
        .text(habit.name), .integer(Int64(habit.requests)),
      ])
    }
  }
}

extension VisitorHabits.Visit {
  fileprivate mutating func add(_ kind: RequestKind, isHead: Bool, status: Int32) {
    requests &+= 1
    if kind == .page { pages &+= 1 }
    if kind == .asset { hasAsset = true }
    if !isHead { isOnlyHead = false }
    if status != 404, status != 410 { isOnlyMissing = false }
  }

  /// What speaks against a browser, and by how many requests; nil for nothing.
  fileprivate var habit: (name: String, requests: Int32)? {
    if isOnlyHead { return ("only-head", requests) }
    if isOnlyMissing, requests >= VisitorHabits.fewestMissing { return ("only-missing", requests) }
    if !hasAsset, pages >= VisitorHabits.fewestPages { return ("no-assets", pages) }
    return nil
  }
}
