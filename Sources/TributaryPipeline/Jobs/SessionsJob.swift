import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// Cuts the page views of changed days into sessions.
///
/// A changed day changes the sessions that start on it, on the day before (they may go on into it)
/// and on the day after (they may have begun earlier). To cut those, the page views of one more day
/// on each side are read.
struct SessionsJob {
  let warehouse: Warehouse
  let builder: SessionBuilder
  let campaigns: CampaignNames

  /// Page views held in memory at a time, but for a single day that has more.
  private static let stretch = 250_000

  /// Rewrites the sessions around those days.
  ///
  /// Returns: the days whose sessions were rewritten, and how many sessions were written.
  func run(days: Set<Day>) throws(WarehouseError) -> (days: Set<Day>, sessions: Int) {
    var rewritten: Set<Day> = []
    var count = 0
    let domains = try geodomains()
    for range in try stretches(of: days) {
      let views = try PageViewReading(warehouse).pageViews(
        on: DayRange(first: range.first.adding(-1), last: range.last.adding(1)))
      let zone = warehouse.settings.zone
      let sessions = builder.sessions(of: views).filter {
        range.contains(zone.day(of: $0.startedAt))
      }
      try warehouse.write { () throws(WarehouseError) in
        try SessionWriting(warehouse, campaigns: campaigns, geodomains: domains)
          .replace(range, with: sessions)
      }
      rewritten.formUnion(range.days)
      count += sessions.count
    }
    return (rewritten, count)
  }

  /// Consecutive days to cut together, few enough page views at a time.
  private func stretches(of days: Set<Day>) throws(WarehouseError) -> [DayRange] {
    let wanted = Set(days.flatMap { [$0.adding(-1), $0, $0.adding(1)] }).sorted()
    var views: [String: Int] = [:]
    let sql = "select day, sum(events) from event_span group by day"
    try warehouse.forEachRow(sql) { row in views[row.text(0)] = Int(row.int64(1)) }
    var ranges: [DayRange] = []
    var held = 0
    for day in wanted {
      let more = views[day.description] ?? 0
      if let open = ranges.last, open.last.adding(1) == day, held + more <= Self.stretch {
        ranges[ranges.count - 1] = DayRange(first: open.first, last: day)
        held += more
      } else {
        ranges.append(DayRange(first: day, last: day))
        held = more
      }
    }
    return ranges
  }

  private func geodomains() throws(WarehouseError) -> Set<String> {
    Set(
      try warehouse.rows("select domain from geodomain").map { row throws(WarehouseError) in
        try row.text("domain")
      })
  }
}
