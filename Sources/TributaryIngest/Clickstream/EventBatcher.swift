import TributaryModel

/// Turns lines into the rows of a batch, and into rejections.
struct EventBatcher {
  private(set) var rejections: [Rejection] = []
  var counts = FileCounts()
  private(set) var firstAt = Int64.max
  private(set) var lastAt = Int64.min
  var lines: LogLine
  let meaning: LineMeaning
  private var clock: LogClock
  private var codes: CodeTable
  private var visitors: VisitorTable
  private var tally = VisitorTally()
  /// Rows with a path.
  private var requests = 0
  /// The number of the line that is being read.
  private var lineNumber = 0
  /// The last line as it was read, where that is not as it stands in the file.
  var rewritten: [UInt8] = []
  /// Lines that came in a wrapper.
  var wrapped: [LineWrapper: Int] = [:]
  private let options: ClickstreamOptions
  private let leftOut: LeftOutLines
  private let defaultHost: [UInt8]
  private let cookieName: [UInt8]

  static let rows = 8192
  /// Bytes of queries, which are not shared, that one batch may hold.
  private static let maximumQueryBytes = 8 << 20
  private var queryBytes = 0
  /// Of a collector's rows: their ids, 0 for none.
  private var eventIDs: [Int64] = []
  private var links: [VisitorLink] = []
  private var key: [UInt8] = []
  /// The batch by rows: one append a line costs a third of one for each column.
  private(set) var rows: [EventRow] = []

  init(_ format: ClickstreamFormat, _ options: ClickstreamOptions) {
    lines = LogLine(format, cookie: options.visitorCookie)
    clock = LogClock(lines.timeField, zone: options.zone)
    meaning = LineMeaning(format)
    codes = CodeTable(meaning.escapes)
    visitors = VisitorTable(options.key, meaning.escapes)
    self.options = options
    leftOut = LeftOutLines(addresses: options.ownAddresses, sites: options.spamReferrers)
    defaultHost = Array((options.host ?? "").utf8)
    cookieName = Array((options.visitorCookie ?? "").utf8)
  }

  /// Whether the batch should be handed over before the next line.
  var isFull: Bool {
    rows.count >= EventBatcher.rows || queryBytes > EventBatcher.maximumQueryBytes
      || rejections.count >= 512 || codes.isFull
  }

  /// Takes the batch and its rejections, and makes room for the next.
  mutating func take() -> (EventBatch, [Rejection]) {
    var full = EventBatch(rows)
    rows.removeAll(keepingCapacity: true)
    if !meaning.identity.isEmpty {
      full.eventIDs = eventIDs
      eventIDs.removeAll(keepingCapacity: true)
    }
    full.links = links
    links = []
    let fresh = codes.takeNewStrings()
    full.generation = codes.generation
    full.firstNewCode = fresh.first
    full.newStrings = fresh.texts
    if codes.isFull { codes.startGeneration() }
    queryBytes = 0
    let refused = rejections
    rejections = []
    return (full, refused)
  }

  /// What is odd about all lines so far.
  var notes: [FileNote] {
    var notes = wrapped.map { FileNote(.wrappedLines, count: $0.value, about: $0.key.rawValue) }
    guard !meaning.isCollected else { return notes.sorted() }
    notes += tally.notes(tellsAgents: lines.isDecoded)
    let strange = counts.read - counts.rejected
    if requests == 0, strange >= VisitorTally.minimumPages {
      notes.append(FileNote(.noRequests, count: strange))
    }
    return notes.sorted()
  }

  /// Counts a line that is too long to be held.
  mutating func refuseLong(_ line: Line, start: [UInt8]) {
    counts.read += 1
    refuse(
      line, .tooLong,
      "expected a line of at most 64 KiB, found a longer one; look whether the file is a log",
      start)
  }

  /// Looks at a line that was read before, for what it says about later ones.
  mutating func pass(_ bytes: borrowing Span<UInt8>, _ read: Line) {
    let line = EventBatcher.withoutMark(bytes, read)
    _ = lines.note(bytes, from: line.start, to: line.end)
  }

  /// Takes in one line.
  mutating func add(_ bytes: borrowing Span<UInt8>, _ read: Line) {
    let line = EventBatcher.withoutMark(bytes, read)
    lineNumber = line.number
    if EventBatcher.isFiltered(bytes, line) {
      if lines.note(bytes, from: line.start, to: line.end) { return }
      counts.read += 1
      counts.filtered += 1
      return
    }
    if !rewritten.isEmpty { rewritten = [] }
    var outcome: Attempt
    if LineWrapper.mayStart(bytes, from: line.start, to: line.end) {
      outcome = reading(bytes, from: line.start, to: line.end)
    } else {
      outcome = attempt(bytes, from: line.start, to: line.end)
      if case .refused(let problem) = outcome {
        outcome = rescued(bytes, from: line.start, to: line.end, problem)
      }
    }
    switch outcome {
    case .loaded: counts.read += 1
    case .header: break
    case .filtered:
      counts.read += 1
      counts.filtered += 1
    case .refused(let problem):
      counts.read += 1
      refuse(bytes, line, problem)
    }
  }

  /// What became of a line that is read as the format says.
  enum Attempt {
    case loaded, header, filtered
    case refused(Problem)
  }

  /// Reads the line at `start..<end` as the format says, and appends its row.
  mutating func attempt(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Attempt {
    switch lines.read(bytes, from: start, to: end) {
    case .header: return .header
    case .filtered: return .filtered
    case .refused(let message): return .refused(.layout(message))
    case .record:
      let problem: Problem?
      if lines.isDecoded {
        let text = lines.text
        if meaning.lacksVisitor(lines.fields, text.span) { return .filtered }
        if isLeftOut(text.span) { return .filtered }
        problem = take(text.span)
      } else {
        if isLeftOut(bytes) { return .filtered }
        problem = take(bytes)
      }
      return problem.map(Attempt.refused) ?? .loaded
    }
  }

  /// Why a line is refused.
  enum Problem {
    case time, zone, number, address
    /// What was expected, what was found, what to do.
    case layout(String)

    var reason: Rejection.Reason {
      switch self {
      case .time, .zone: .badDate
      case .number, .address, .layout: .malformed
      }
    }

    var message: String {
      switch self {
      case .layout(let message): message
      case .time:
        "expected a time from 1990 to 2099 such as 17/May/2015:08:05:32 +0000, found another text; "
          + "check `format`"
      case .zone:
        "expected a time from 1990 to 2099 with an abbreviation in %Z that means one offset, or "
          + "that of the source's `timezone`, found another text; let the server write %z"
      case .number:
        "expected whole numbers as status and bytes, found other text; check `format`"
      case .address:
        "expected an IP address or a host name as the visitor's, found other text; check `format`"
      }
    }
  }

  private func isLeftOut(_ text: borrowing Span<UInt8>) -> Bool {
    guard !leftOut.isEmpty else { return false }
    let address = LogAddress.place(
      lines.fields, text, usesForwardedFor: options.usesForwardedFor)
    if leftOut.holds(address: address, text) { return true }
    let source =
      meaning.isCollected
      ? meaning.referrer(lines.fields, text) : lines.fields.place(.referrer, in: text)
    return leftOut.holds(referrer: source, text, meaning.escapes)
  }

  /// Makes a row of the fields; what is wrong with them where none can be made.
  private mutating func take(_ text: borrowing Span<UInt8>) -> Problem? {
    if lines.fields.isShifted(in: text) { return .address }
    guard let time = lines.fields.place(.time, in: text), let at = clock.read(text, time) else {
      return clock.namesZone ? .zone : .time
    }
    guard let status = number(.status, text, absent: -1), status <= 999,
      let size = number(.bytes, text, absent: lines.fields.has(.bytes) ? 0 : -1)
    else { return .number }
    return append(text, at: at, status: Int32(status), size: size) ? nil : .address
  }

  /// Appends the row; false when the visitor's address is none.
  private mutating func append(
    _ bytes: borrowing Span<UInt8>, at: Int64, status: Int32, size: Int64
  ) -> Bool {
    let agentPlace = lines.fields.place(.userAgent, in: bytes)
    let agent = code(agentPlace ?? lines.fields.place(.device, in: bytes), bytes, .agent)
    guard let sender = visitor(bytes, agentPlace, agent) else { return false }
    let request = RequestLine(lines.fields, bytes)
    let method = code(request.method, bytes, .method)
    let path = code(request.path, bytes, .path)
    let source =
      meaning.isCollected
      ? meaning.referrer(lines.fields, bytes) : lines.fields.place(.referrer, in: bytes)
    let referrer = code(source, bytes, .referrer)
    let host = host(request, bytes)
    let kind =
      meaning.kind(lines.fields, bytes)
      ?? RequestLine.kind(
        isGet: method < 0 || codes.has(CodeTable.isGet, method), status: status,
        path: codes.pathKind(path))
    let orders = meaning.isCollected ? meaning.orders(lines.fields, bytes, options.key) : []
    // A server tells of the order in its own name: no page, and a program as its agent.
    let isServers = !orders.isEmpty && path < 0
    let isBot =
      isServers
      ? false
      : agentPlace == nil
        ? !meaning.isCollected && lines.fields.has(.userAgent)
        : codes.has(CodeTable.isMarked, agent)
    var visitor = sender.id
    if meaning.isCollected { identify(bytes, at: at, visitor: &visitor, isServers: isServers) }
    let query = meaning.query(request.query, lines.fields, bytes)
    queryBytes += query?.utf8.count ?? 0
    rows.append(
      EventRow(
        at: at, visitor: visitor, bytes: size,
        query: query, host: host, path: path,
        referrer: referrer, userAgent: agent, method: method, status: status, kind: kind,
        isBot: isBot, line: Int64(lineNumber), orders: orders))
    firstAt = min(firstAt, at)
    lastAt = max(lastAt, at)
    if path >= 0 { requests &+= 1 }
    if kind == .page, !isBot, sender.isAddress, !meaning.isCollected {
      tally.count(address: sender.address, hasAgent: agentPlace != nil)
    }
    return true
  }

  /// Notes the id of an event, and who its visitor is to the shop.
  private mutating func identify(
    _ bytes: borrowing Span<UInt8>, at: Int64, visitor: inout Int64, isServers: Bool
  ) {
    if !meaning.identity.isEmpty {
      let hasID = meaning.identity(lines.fields, bytes, into: &key)
      eventIDs.append(hasID ? options.key.event(key.span) : 0)
    }
    guard let place = lines.fields.place(.user, in: bytes) else { return }
    let text = LogText.text(bytes, place, meaning.escapes)
    guard !NullText.isNull(text) else { return }
    let user = options.key.visitor(id: text)
    guard user != visitor else { return }
    if lines.fields.place(.cookie, in: bytes) != nil {
      links.append(VisitorLink(at: at, visitor: visitor, user: user))
    }
    if isServers { visitor = user }
  }

  private mutating func code(
    _ place: Range<Int>?, _ bytes: borrowing Span<UInt8>, _ kind: CodeTable.Kind
  ) -> Int32 {
    guard let place else { return -1 }
    return codes.code(bytes, place, kind)
  }

  private mutating func host(_ request: RequestLine, _ bytes: borrowing Span<UInt8>) -> Int32 {
    if let place = lines.host(request, bytes) { return codes.code(bytes, place, .host) }
    let name = defaultHost
    return name.isEmpty ? -1 : codes.code(name.span, 0..<name.count, .host)
  }

  /// Nil when the address is none.
  private mutating func visitor(
    _ bytes: borrowing Span<UInt8>, _ agent: Range<Int>?, _ agentCode: Int32
  ) -> VisitorTable.Visitor? {
    if let cookie = LogCookie.place(lines.fields, bytes, name: cookieName),
      LineMeaning.names(bytes, cookie)
    {
      return VisitorTable.Visitor(
        id: options.key.visitor(id: LogText.text(bytes, cookie, meaning.escapes)))
    }
    let address = LogAddress.place(
      lines.fields, bytes, usesForwardedFor: options.usesForwardedFor)
    return visitors.visitor(
      bytes, address: address ?? 0..<0, agent: agent, agentCode: agentCode,
      generation: codes.generation)
  }

  /// A whole number of at most 18 digits; `absent` for `-` and missing fields; nil for other text.
  private mutating func number(
    _ slot: LogSlot, _ bytes: borrowing Span<UInt8>, absent: Int64
  ) -> Int64? {
    guard let place = lines.fields.place(slot, in: bytes) else { return absent }
    if let number = LogNumber.read(bytes, place) { return number }
    // HAProxy: -1 is the status of an answer that never came, +512 the bytes so far.
    guard place.count > 1,
      let number = LogNumber.read(bytes, place.lowerBound + 1..<place.upperBound)
    else { return nil }
    switch bytes[place.lowerBound] {
    case UInt8(ascii: "-"): return number == 1 ? absent : nil
    case UInt8(ascii: "+"): return number
    default: return nil
    }
  }

  /// A file's first line may start with the UTF-8 byte order mark.
  static func withoutMark(_ bytes: borrowing Span<UInt8>, _ line: Line) -> Line {
    guard line.offset == 0, line.end - line.start >= 3, bytes[line.start] == 0xef,
      bytes[line.start + 1] == 0xbb, bytes[line.start + 2] == 0xbf
    else { return line }
    var rest = line
    rest.start += 3
    return rest
  }

  private static func isFiltered(_ bytes: borrowing Span<UInt8>, _ line: Line) -> Bool {
    guard line.start < line.end else { return true }
    let first = bytes[line.start]
    if first == UInt8(ascii: "#") { return true }
    guard first == 32 || first == 9 else { return false }
    for index in line.start..<line.end where bytes[index] != 32 && bytes[index] != 9 {
      return false
    }
    return true
  }

  mutating func refuse(_ bytes: borrowing Span<UInt8>, _ line: Line, _ problem: Problem) {
    var start: [UInt8] = []
    ByteScan.append(bytes, from: line.start, to: min(line.end, line.start + 256), to: &start)
    refuse(line, problem.reason, problem.message, start)
  }

  private mutating func refuse(
    _ line: Line, _ reason: Rejection.Reason, _ message: String, _ start: [UInt8]
  ) {
    counts.rejected += 1
    rejections.append(
      Rejection(
        line: line.number, byteOffset: line.offset, reason: reason, message: message,
        sample: Redaction.sample(start)))
  }
}
