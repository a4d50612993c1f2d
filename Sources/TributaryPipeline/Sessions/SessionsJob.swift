import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// Cuts the page views of changed days into sessions.
///
/// A changed day changes the sessions that start on it and on the day after (they may have begun
/// earlier), and of the day before those that go on into it. The first two days are cut anew; of the
/// day before only visitors are read whose sessions end so late that they may go on.
///
/// ```
///             day before          | changed day         | day after           |
///  read       those who may go on | everyone            | everyone            | those who may go on
///  written    where they end      | anew                | anew                |
/// ```
/// Where servers tell of orders, which may be of another visitor's session of the two days before, these
/// are cut anew as well, with the page views of all.
///
/// Memory: days are cut together as long as they have few page views; those of a day that has many,
/// with the days around it, are read a part of the visitors at a time, so that at most `held` page
/// views and the sessions of one day are in memory.
struct SessionsJob {
  let warehouse: Warehouse
  let builder: SessionBuilder
  let campaigns: CampaignNames
  /// What sessions are made with.
  let fingerprint: String

  /// Page views of the days that are cut together.
  private static let stretch = 100_000
  /// Page views held in memory at a time, roughly: visitors are spread by their hashes.
  private let held: Int

  init(
    warehouse: Warehouse, builder: SessionBuilder, campaigns: CampaignNames, fingerprint: String,
    held: Int = 1_000_000
  ) {
    self.warehouse = warehouse
    self.builder = builder
    self.campaigns = campaigns
    self.fingerprint = fingerprint
    self.held = held
  }

  /// Rewrites the sessions around those days; of all days when the rules are not those that the
  /// stored sessions were cut by.
  ///
  /// Returns: the days whose sessions were rewritten, how many sessions were written, and whether
  /// history was replayed.
  func run(
    days: Set<Day>
  ) throws(WarehouseError) -> (days: Set<Day>, sessions: Int, isReplayed: Bool) {
    let known = try warehouse.fingerprint("sessions")
    let isReplayed = known != fingerprint
    let all = isReplayed ? try warehouse.days("select distinct day from event_span") : []
    // Spans may name days of another zone, and stored sessions are of other rules: all is read.
    let earlier = known != nil ? all.map { $0.adding(-1) } : []
    let written = try cut(days.union(all).union(earlier), whole: isReplayed && known != nil)
    if isReplayed { try warehouse.setFingerprint("sessions", fingerprint) }
    return (written.days, written.sessions, isReplayed && known != nil)
  }

  /// - Parameter whole: whether everyone's page views of the days around are read.
  private func cut(
    _ days: Set<Day>, whole: Bool
  ) throws(WarehouseError) -> (days: Set<Day>, sessions: Int) {
    var rewritten: Set<Day> = []
    var count = 0
    let domains = try geodomains()
    for stretch in try stretches(of: days) {
      var cut: Cut?
      if !whole {
        let reach = try Reach(stretch, gapSeconds: builder.rules.gapSeconds, warehouse)
        cut = try reach.hasLinks ? nil : sessions(of: stretch, reach)
      }
      var range = stretch
      if cut == nil {
        // An order belongs to a visit of up to a day before it, and whose it is, events of the day after
        // it may say.
        range = DayRange(first: stretch.first.adding(-2), last: stretch.last)
        cut = try sessions(of: range, nil)
      }
      guard let found = cut else { continue }
      try warehouse.write { () throws(WarehouseError) in
        let writing = try SessionWriting(warehouse, campaigns: campaigns, geodomains: domains)
        try writing.replace(range, with: found.sessions)
        if try writing.update(found.goingOn, on: range.first.adding(-1)) {
          rewritten.insert(range.first.adding(-1))
        }
        try warehouse.replace(
          table: "robot_day", columns: ["day", "reason", "visitors", "requests"],
          part: .days(range.days),
          rows: found.robots.counts.map { count in
            [
              .text(count.day.description), .text(count.reason.rawValue),
              .integer(Int64(count.visitors)), .integer(Int64(count.requests)),
            ]
          })
        try warehouse.replace(
          table: "own_tag_day", columns: ["day", "source", "medium", "campaign", "page_views"],
          part: .days(range.days),
          rows: found.ownTags.counts.map { count in
            [
              .text(count.day.description), .text(count.tag.source), .text(count.tag.medium),
              .text(count.tag.campaign), .integer(Int64(count.pageViews)),
            ]
          })
      }
      rewritten.formUnion(range.days)
      count += found.sessions.count
    }
    return (rewritten, count)
  }

  /// What a stretch of days was cut into.
  private struct Cut {
    var sessions: [Session]
    /// Sessions of the day before, of visitors whose last one may go on into the stretch.
    var goingOn: [Session]
    var robots: RobotTally
    var ownTags: OwnTagTally
  }

  /// Which visitors of the days around a stretch may have sessions that touch it.
  private struct Reach {
    /// Of the two days before.
    let before: Set<Int64>
    /// A session goes on past the stretch only where it has a page view then or later.
    let late: Instant
    /// Whether events around the stretch call visitors by the id of a user.
    let hasLinks: Bool

    init(_ range: DayRange, gapSeconds: Int64, _ warehouse: Warehouse) throws(WarehouseError) {
      let zone = warehouse.settings.zone
      let days = [range.first.adding(-2), range.first.adding(-1)].map { Cell.text($0.description) }
      let start = zone.instant(of: range.first).milliseconds - gapSeconds * 1000
      var found: Set<Int64> = []
      try warehouse.forEachRow(
        "select visitor from session where day between ?1 and ?2 and ended_at >= ?3",
        days + [.integer(start)]
      ) { row in found.insert(row.int64(0)) }
      before = found
      late = Instant(
        milliseconds: zone.instant(of: range.last.adding(1)).milliseconds - gapSeconds * 1000)
      var isLinked = false
      try warehouse.forEachRow(
        "select 1 from visitor_user where day between ?1 and ?2 limit 1",
        [days[0], .text(range.last.adding(2).description)]
      ) { _ in isLinked = true }
      hasLinks = isLinked
    }
  }

  /// The sessions that start on those days, and who was no person on them.
  ///
  /// - Parameter reach: nil to read everyone's page views of the days around.
  /// Returns: nil where not everyone was read and should have been: servers tell of orders, or
  /// sessions of the day before cannot be told apart.
  private func sessions(
    of range: DayRange, _ reach: Reach?
  ) throws(WarehouseError) -> Cut? {
    let around = DayRange(first: range.first.adding(-1), last: range.last.adding(1))
    let parts = max(1, (try PageViewReading(warehouse).count(on: around) + held - 1) / held)
    let zone = warehouse.settings.zone
    var sessions: [Session] = []
    var robots = RobotTally()
    var ownTags = OwnTagTally()
    var orders: [ServerOrder] = []
    for part in 0..<parts {
      let views = try pageViews(of: range, reach, part: part, of: parts)
      guard reach == nil || views.serverOrders.isEmpty else { return nil }
      let habits = try habits(on: around, part: part, of: parts)
      let judgement = RobotJudgement(
        of: views, rules: builder.rules, zone: zone, habits: habits)
      for count in judgement.counts where range.contains(count.day) { robots.add(count) }
      orders += views.serverOrders
      sessions += builder.sessions(of: views, without: judgement.robots) { tag, at in
        let day = zone.day(of: Instant(milliseconds: at))
        if range.contains(day) { ownTags.add(tag, on: day) }
      }
    }
    if parts > 1 { sessions = SessionBuilder.ordered(sessions) }
    if !orders.isEmpty {
      let days = DayRange(first: around.first.adding(-1), last: around.last.adding(1))
      // Visits of the days around are there, too: an order is of the last before it.
      ServerOrders(orders, links: try links(on: days), zone: zone).place(in: &sessions)
    }
    let near = DayRange(first: around.first, last: range.last)
    sessions = sessions.filter { near.contains(zone.day(of: $0.startedAt)) }
    let start = zone.instant(of: range.first)
    let goingOn = reach == nil ? [] : sessions.filter { $0.startedAt < start }
    // Two of a visitor that begin at one instant could be taken for each other.
    let starts = Set(goingOn.map { [$0.visitor, $0.startedAt.milliseconds] })
    guard starts.count == goingOn.count else { return nil }
    return Cut(
      sessions: sessions.filter { $0.startedAt >= start }, goingOn: goingOn, robots: robots,
      ownTags: ownTags)
  }

  private func pageViews(
    of range: DayRange, _ reach: Reach?, part: Int, of parts: Int
  ) throws(WarehouseError) -> PageViews {
    var reading = PageViewReading(warehouse, part: part, of: parts)
    let next = range.last.adding(1)
    if let reach {
      try reading.read(range)
      let late = reading.visitors(from: reach.late)
      try reading.read(
        DayRange(first: range.first.adding(-2), last: range.first.adding(-1)), of: reach.before)
      try reading.read(DayRange(first: next, last: next), of: late)
    } else {
      try reading.read(DayRange(first: range.first.adding(-1), last: next))
    }
    return try reading.pageViews()
  }

  /// Visitors whom events of those days call by the id of a user.
  private func links(on days: DayRange) throws(WarehouseError) -> [ServerOrders.Link] {
    var found: [ServerOrders.Link] = []
    try warehouse.forEachRow(
      "select distinct day, visitor, user from visitor_user where day between ?1 and ?2",
      [.text(days.first.description), .text(days.last.description)]
    ) { row in
      guard let day = Day(row.text(0)) else { return }
      found.append(ServerOrders.Link(day: day, visitor: row.int64(1), user: row.int64(2)))
    }
    return found
  }

  private func habits(
    on days: DayRange, part: Int, of parts: Int
  ) throws(WarehouseError) -> [RobotJudgement.Habit] {
    var found: [RobotJudgement.Habit] = []
    let cells: [Cell] = [
      .text(days.first.description), .text(days.last.description), .integer(Int64(parts)),
      .integer(Int64(part)),
    ]
    for row in try warehouse.rows(.visitorHabits, cells) {
      guard let day = try row.day("day"),
        let reason = RobotJudgement.Reason(rawValue: try row.text("habit"))
      else { continue }
      found.append(
        RobotJudgement.Habit(
          day: day, visitor: try row.int64("visitor"), reason: reason,
          requests: try row.int("requests")))
    }
    return found
  }

  /// Consecutive days to cut together, few enough page views at a time.
  private func stretches(of days: Set<Day>) throws(WarehouseError) -> [DayRange] {
    let wanted = Set(days.flatMap { [$0, $0.adding(1)] }).sorted()
    let reading = PageViewReading(warehouse)
    var ranges: [DayRange] = []
    var held = 0
    for day in wanted {
      let more = try reading.count(on: DayRange(first: day, last: day))
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
