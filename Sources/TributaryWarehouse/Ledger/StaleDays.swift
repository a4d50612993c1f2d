import TributaryModel

/// Days whose rows have changed since sessions, journeys and marts were last made of them.
///
/// Loads note them in their own transaction, so that a run that was cut short leaves its days to
/// the next one.
public struct StaleDays: Hashable, Sendable {
  public var days: Set<Day> = []
  /// Of them, those whose page views changed.
  public var clickstreamDays: Set<Day> = []
  /// Rows without a day changed, such as products: every day may look different.
  public var touchesAllDays = false

  package init() {}

  public var isEmpty: Bool { days.isEmpty && !touchesAllDays }
}

extension Warehouse {
  /// The days that wait to be made anew.
  public func staleDays() throws(WarehouseError) -> StaleDays {
    var stale = StaleDays()
    try forEachRow("select day, has_page_views from stale_day") { row in
      guard let day = Day(row.text(0)) else {
        stale.touchesAllDays = true
        return
      }
      stale.days.insert(day)
      if row.int64(1) == 1 { stale.clickstreamDays.insert(day) }
    }
    return stale
  }

  /// Forgets the days that wait; in one transaction with what was made of them.
  public func forgetStaleDays() throws(WarehouseError) {
    try run("delete from stale_day")
    try run("delete from stale_day_file")
  }

  /// Adds to the days that wait.
  func note(_ stale: StaleDays) throws(WarehouseError) {
    let insert = try connection.prepare(
      """
      insert into stale_day values (?1, ?2)
      on conflict do update set has_page_views = max(has_page_views, ?2)
      """)
    for day in stale.days.sorted() {
      let hasPageViews = stale.clickstreamDays.contains(day)
      try insert.run([.text(day.description), .integer(hasPageViews ? 1 : 0)])
    }
    if stale.touchesAllDays { try insert.run([.text(""), .integer(0)]) }
  }

  /// Adds to what brought the change of days: a file, by the kind of the table that it changed.
  func note(
    _ days: Set<Day>, touchesAllDays: Bool, of kind: SourceKind, by file: Int64
  ) throws(WarehouseError) {
    let insert = try connection.prepare("insert or ignore into stale_day_file values (?, ?, ?)")
    for day in days.sorted() {
      try insert.run([.text(day.description), .text(kind.rawValue), .integer(file)])
    }
    if touchesAllDays { try insert.run([.text(""), .text(kind.rawValue), .integer(file)]) }
  }
}
