import TributaryModel

/// Finds the events of a load that had come before, within it or in another file, on the same day.
///
/// Collectors deliver at least once. Only events with a row are compared, page views and orders of
/// people: of others nothing but a day's count is kept, so each of their lines counts. The rows of
/// the days that the load touches are read through their spans and sorted by id, so that no index
/// grows with history and memory stays bounded.
struct EventRepeats {
  /// What is known of a line that came before.
  struct Line {
    let day: Day
    /// Of the shop's clock.
    let hour: Int
    let visitor: Int64
    /// `text_id`
    let host: Int64?
    let isOrder: Bool
  }

  /// An id on more lines than both is none: a constant, or a counter that starts anew.
  private static let mostLines: Int64 = 100
  private static let mostShare = 0.01

  /// Ids that are none.
  private(set) var notes: [FileNote] = []
  private let warehouse: Warehouse
  private let newIDs: Range<Int64>
  private let days: [Day]

  /// - Parameters:
  ///   - newIDs: `event_id`s of the load.
  ///   - days: those of its rows, in order.
  ///   - lines: how many the load has read.
  init(
    _ warehouse: Warehouse, newIDs: Range<Int64>, days: [Day], lines: Int
  ) throws(WarehouseError) {
    self.warehouse = warehouse
    self.newIDs = newIDs
    self.days = days
    try gather()
    try setAside(lines)
  }

  /// Takes the repeated rows out of the table of events.
  ///
  /// - Parameters:
  ///   - line: is told of every line that came before.
  ///   - further: is told the day of every order that a line tells besides.
  /// - Returns: how many rows and lines.
  func takeOut(
    line: (Line) -> Void, further: (Day) -> Void
  ) throws(WarehouseError) -> (rows: Int, lines: Int) {
    try markRepeats()
    var days = DayCache(zone: warehouse.settings.zone)
    var (rows, lines) = (0, 0)
    try warehouse.forEachRow(
      """
      select at, visitor, host, order_id is not null, event_hash & 1
      from temp.repeated_event join event using (event_id)
      order by event_id
      """, []
    ) { row in
      rows += 1
      let day = days.day(of: row.int64(0))
      guard row.int64(4) == 0 else {
        further(day)
        return
      }
      lines += 1
      line(
        Line(
          day: day, hour: days.hour, visitor: row.int64(1), host: row.optionalInt64(2),
          isOrder: row.int64(3) == 1))
    }
    if rows > 0 {
      try warehouse.connection.execute(
        "delete from event where event_id in (select event_id from temp.repeated_event)")
    }
    try warehouse.connection.execute(
      "drop table temp.repeated_event; drop table temp.delivered_event")
    return (rows, lines)
  }

  /// Lists the ids of the load and of the days that it touches.
  private func gather() throws(WarehouseError) {
    try warehouse.connection.execute(
      """
      drop table if exists temp.delivered_event;
      drop table if exists temp.repeated_event;
      create table temp.delivered_event (
        event_hash integer not null, at integer not null, event_id integer not null
      ) strict;
      create table temp.repeated_event (event_id integer primary key) strict;
      """)
    let insert = try warehouse.connection.prepare(
      """
      insert into temp.delivered_event
      select event_hash, at, event_id from event
      where event_id between ?1 and ?2 and event_hash is not null
      """)
    for stretch in try stretches() {
      try insert.run([.integer(stretch.lowerBound), .integer(stretch.upperBound)])
    }
  }

  /// Stretches of event ids with rows of the days, overlapping ones made one.
  private func stretches() throws(WarehouseError) -> [ClosedRange<Int64>] {
    var found: [ClosedRange<Int64>] = []
    let spans = """
      select first_event_id, last_event_id from event_span where day = ?1 and first_event_id < ?2
      """
    for day in days {
      try warehouse.forEachRow(spans, [.text(day.description), .integer(newIDs.lowerBound)]) {
        row in found.append(row.int64(0)...max(row.int64(0), row.int64(1)))
      }
    }
    if !newIDs.isEmpty { found.append(newIDs.lowerBound...newIDs.upperBound - 1) }
    var merged: [ClosedRange<Int64>] = []
    for stretch in found.sorted(by: {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }) {
      if let open = merged.last, stretch.lowerBound <= open.upperBound + 1 {
        merged[merged.count - 1] = open.lowerBound...max(open.upperBound, stretch.upperBound)
      } else {
        merged.append(stretch)
      }
    }
    return merged
  }

  /// Leaves ids out that stand on too many lines to be any; their rows stay, without an id.
  private mutating func setAside(_ lines: Int) throws(WarehouseError) {
    var heavy: [(hash: Int64, lines: Int64)] = []
    try warehouse.forEachRow(
      """
      select event_hash, count(*) from temp.delivered_event
      where event_id >= ?1 and event_hash & 1 = 0
      group by event_hash having count(*) > ?2
      """, [.integer(newIDs.lowerBound), .integer(EventRepeats.mostLines)]
    ) { row in
      let count = row.int64(1)
      if Double(count) > EventRepeats.mostShare * Double(lines) {
        heavy.append((row.int64(0), count))
      }
    }
    guard !heavy.isEmpty else { return }
    let forget = try warehouse.connection.prepare(
      "update event set event_hash = null where event_id >= ?1 and event_hash = ?2")
    let leave = try warehouse.connection.prepare(
      "delete from temp.delivered_event where event_hash = ?1")
    for (hash, count) in heavy {
      try forget.run([.integer(newIDs.lowerBound), .integer(hash)])
      try leave.run([.integer(hash)])
      notes.append(FileNote(.repeatedID, count: Int(count)))
    }
  }

  /// Lists the rows of the load that another of their id and day stands before.
  private func markRepeats() throws(WarehouseError) {
    let mark = try warehouse.connection.prepare("insert into temp.repeated_event values (?)")
    let select = try warehouse.connection.prepare(
      "select event_hash, at, event_id from temp.delivered_event order by event_hash, event_id")
    var cache = DayCache(zone: warehouse.settings.zone)
    var hash: Int64 = 0
    var seen: [Day] = []
    while try select.step() {
      let day = cache.day(of: select.int64(1))
      if select.int64(0) != hash {
        hash = select.int64(0)
        seen.removeAll(keepingCapacity: true)
      }
      let id = select.int64(2)
      if id >= newIDs.lowerBound, seen.contains(day) {
        try mark.run([.integer(id)])
      } else if !seen.contains(day) {
        seen.append(day)
      }
    }
  }
}
