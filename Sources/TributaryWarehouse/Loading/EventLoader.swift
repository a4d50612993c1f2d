import TributaryModel

/// Loads the requests of one log: page views and orders of people as rows, everything as day
/// counts. Of a collector's page views and orders each counts once, however often it came.
struct EventLoader {
  /// Requests taken so far.
  private(set) var loaded = 0
  /// Of them, those that had come before.
  private(set) var duplicate = 0
  private(set) var notes: [FileNote] = []
  private(set) var dirtyDays: Set<Day> = []

  private let warehouse: Warehouse
  private let sourceFile: Int64
  private var codes: TextCodes
  private var counts: RequestCounts
  private var hours: RequestHours
  private var rows: EventRows
  private var habits = VisitorHabits()
  private var days: DayCache
  private var spans: [Day: EventSpan] = [:]
  private var nextID: Int64
  private let firstID: Int64
  private let hasIDs: Bool
  private var links = VisitorLinks()
  private var pagesByPeople = 0
  private var pagesByRobots = 0
  private var busy: BusyDays
  /// Page views that are enough to wonder whose they are.
  private static let fewestPages = 100

  /// - Parameter hasIDs: whether the file's events have ids, as a collector's do.
  init(warehouse: Warehouse, sourceFile: Int64, hasIDs: Bool = false) throws(WarehouseError) {
    self.hasIDs = hasIDs
    self.warehouse = warehouse
    self.sourceFile = sourceFile
    codes = try TextCodes(warehouse)
    counts = try RequestCounts(warehouse, sourceFile: sourceFile)
    hours = RequestHours(warehouse, sourceFile: sourceFile)
    rows = try EventRows(warehouse.connection, sourceFile: sourceFile, hasIDs: hasIDs)
    days = DayCache(zone: warehouse.settings.zone)
    busy = BusyDays(nil, zone: warehouse.settings.zone)
    firstID = try warehouse.connection.integer("select max(event_id) from event") + 1
    nextID = firstID
  }

  mutating func append(_ batch: EventBatch) throws(WarehouseError) {
    try check(batch)
    // Counts are kept by code, so they are written before the codes change their meaning.
    if codes.startsAnew(batch) || counts.isLarge { try counts.write(&codes) }
    if hours.isLarge { try hours.write() }
    try codes.learn(batch)
    var lastDay: Day?
    let hasOrders = !batch.orderIDs.isEmpty
    let hasFurtherOrders = !batch.furtherOrderIDs.isEmpty
    for row in 0..<batch.count {
      let day = days.day(of: batch.at[row])
      if day != lastDay {
        dirtyDays.insert(day)
        lastDay = day
      }
      busy.add(day)
      let isBot = batch.isBot[row]
      let kind = batch.kind[row]
      if kind == .page {
        if isBot { pagesByRobots += 1 } else { pagesByPeople += 1 }
      }
      if !isBot {
        habits.add(
          day: day, visitor: batch.visitor[row], kind: kind,
          isHead: codes.isHead(batch.method[row]), status: batch.status[row])
      }
      counts.add(
        day: day, host: batch.host[row], kind: kind, agent: isBot ? batch.userAgent[row] : nil)
      hours.add(day: day, hour: days.hour, kind: kind, isBot: isBot)
      if !isBot, kind == .page || hasOrders && batch.orderIDs[row] != nil {
        try store(batch, row, day, order: hasOrders ? batch.orderIDs[row] : nil)
        if hasFurtherOrders, let orders = batch.furtherOrderIDs[row] {
          for order in orders { try store(batch, row, day, order: order, isFurther: true) }
        }
      }
    }
    for link in batch.links { links.add(link, on: days.day(of: link.at)) }
    loaded += batch.count
  }

  /// Writes what was held back and takes out what had come before.
  mutating func settle() throws(WarehouseError) {
    try rows.finish()
    try counts.write(&codes)
    let connection = warehouse.connection
    let last = try connection.integer("select max(event_id) from event")
    guard last == nextID - 1 else {
      throw warehouse.failure(
        .other, "load requests", "expected the last event to be \(nextID - 1), found \(last)")
    }
    if hasIDs { try takeOutRepeats() }
    try hours.write()
    notes += busy.notes
    if pagesByRobots > pagesByPeople, pagesByRobots + pagesByPeople >= EventLoader.fewestPages {
      notes.append(FileNote(.mostlyRobots, count: pagesByRobots))
    }
  }

  /// Writes what was gathered of the whole file.
  func finish() throws(WarehouseError) {
    let connection = warehouse.connection
    try habits.write(connection, sourceFile: sourceFile)
    try links.write(connection, sourceFile: sourceFile)
    let insert = try connection.prepare("insert into event_span values (?, ?, ?, ?, ?, ?, ?)")
    for (day, span) in spans.sorted(by: { $0.key < $1.key }) {
      try insert.run([
        .text(day.description), .integer(sourceFile), .integer(span.firstID),
        .integer(span.lastID), .integer(span.events), .integer(span.firstAt),
        .integer(span.lastAt),
      ])
    }
  }

  private mutating func takeOutRepeats() throws(WarehouseError) {
    let repeats = try EventRepeats(
      warehouse, newIDs: firstID..<nextID, days: spans.keys.sorted(), lines: loaded)
    notes = repeats.notes
    let found = try repeats.takeOut { event in
      habits.remove(day: event.day, visitor: event.visitor, isPage: !event.isOrder)
      spans[event.day]?.remove(isPageView: !event.isOrder)
      let kind: RequestKind = event.isOrder ? .other : .page
      counts.remove(day: event.day, host: event.host, kind: kind)
      hours.remove(day: event.day, hour: event.hour, kind: kind)
    } further: { day in
      spans[day]?.remove(isPageView: false)
    }
    guard found.rows > 0 else { return }
    loaded -= found.lines
    duplicate += found.lines
    try counts.takeOut()
    let last = try warehouse.connection.integer("select max(event_id) from event")
    for day in spans.keys { spans[day]?.end(at: last) }
    spans = spans.filter { $0.value.rows > 0 }
  }

  private mutating func store(
    _ batch: EventBatch, _ row: Int, _ day: Day, order: String?, isFurther: Bool = false
  ) throws(WarehouseError) {
    let at = batch.at[row]
    var hash = hasIDs ? batch.eventIDs[row] : 0
    // A further order of a line is told from the line by an odd number.
    if hash != 0, isFurther, let order { hash = (hash ^ Int64(bitPattern: TextHash.of(order))) | 1 }
    try rows.append(
      EventRows.Event(
        at: at, visitor: batch.visitor[row], host: try codes.id(of: batch.host[row]),
        path: try codes.id(of: batch.path[row]), query: batch.query[row],
        referrer: try codes.id(of: batch.referrer[row]),
        userAgent: try codes.id(of: batch.userAgent[row]), status: batch.status[row],
        line: batch.line[row], orderID: order, eventHash: hash == 0 ? nil : hash))
    spans[day, default: EventSpan(id: nextID, at: at)].add(
      id: nextID, at: at, isPageView: order == nil)
    nextID += 1
  }

  private func check(_ batch: EventBatch) throws(WarehouseError) {
    let counts = [
      batch.visitor.count, batch.host.count, batch.path.count, batch.query.count,
      batch.referrer.count, batch.userAgent.count, batch.status.count, batch.kind.count,
      batch.isBot.count, batch.method.count, batch.line.count,
      hasIDs ? batch.eventIDs.count : batch.count,
    ]
    guard counts.allSatisfy({ $0 == batch.count }) else {
      throw warehouse.failure(
        .other, "load requests",
        "expected columns of \(batch.count) requests, found lengths \(counts)")
    }
  }
}

/// Where one day's events of one load lie.
private struct EventSpan {
  let firstID: Int64
  var lastID: Int64
  var events: Int64 = 0
  /// Page views and orders.
  var rows: Int64 = 0
  var firstAt: Int64
  var lastAt: Int64

  init(id: Int64, at: Int64) {
    firstID = id
    lastID = id
    firstAt = at
    lastAt = at
  }

  mutating func add(id: Int64, at: Int64, isPageView: Bool) {
    lastID = id
    if isPageView { events += 1 }
    rows += 1
    firstAt = min(firstAt, at)
    lastAt = max(lastAt, at)
  }

  mutating func remove(isPageView: Bool) {
    if isPageView { events -= 1 }
    rows -= 1
  }

  /// No row lies behind that one.
  mutating func end(at last: Int64) { lastID = min(lastID, last) }
}
