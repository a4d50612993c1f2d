import TributaryModel

/// Finds visitors who look at many pages of a file and fetch none of the styles, scripts and pictures
/// that browsers fetch with them.
///
/// Only they are stored: what becomes of them is judged with the whole day in hand.
struct BareVisitors {
  private struct VisitorDay: Hashable {
    let visitor: Int64
    let day: Day
  }

  /// Fewer pages may all lie in a browser's cache.
  static let fewestPages: Int64 = 10
  /// Beyond this many visitors the first are no longer followed, so that memory stays bounded.
  private static let limit = 1_000_000

  /// Pages so far; -1 once an asset was fetched.
  private var pages: [VisitorDay: Int64] = [:]

  mutating func add(day: Day, visitor: Int64, kind: RequestKind) {
    switch kind {
    case .page:
      guard pages.count < Self.limit else { return }
      let key = VisitorDay(visitor: visitor, day: day)
      if let known = pages[key] {
        if known >= 0 { pages[key] = known + 1 }
      } else {
        pages[key] = 1
      }
    case .asset: pages[VisitorDay(visitor: visitor, day: day)] = -1
    case .other: break
    }
  }

  /// Writes those found in a file.
  func write(_ connection: Connection, sourceFile: Int64) throws(WarehouseError) {
    let add = try connection.prepare(
      """
      insert into bare_visitor_day values (?, ?, ?, ?)
      on conflict do update set pages = pages + excluded.pages
      """)
    let bare = pages.filter { $0.value >= Self.fewestPages }
    for (key, pages) in bare.sorted(by: {
      ($0.key.day, $0.key.visitor) < ($1.key.day, $1.key.visitor)
    }) {
      try add.run([
        .text(key.day.description), .integer(key.visitor), .integer(sourceFile), .integer(pages),
      ])
    }
  }
}
