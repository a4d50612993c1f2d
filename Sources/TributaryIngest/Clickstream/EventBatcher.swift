import TributaryModel

/// Turns lines into the rows of a batch, and into rejections.
struct EventBatcher {
  private(set) var rejections: [Rejection] = []
  private(set) var counts = FileCounts()
  private(set) var firstAt = Int64.max
  private(set) var lastAt = Int64.min
  private(set) var parser: LogLineParser
  private var clock: LogClock
  private var codes = CodeTable()
  private var visitors: VisitorTable
  private let options: ClickstreamOptions
  private let defaultHost: [UInt8]
  private let hasAgent: Bool

  static let rows = 8192
  /// Bytes of queries, which are not shared, that one batch may hold.
  private static let maximumQueryBytes = 8 << 20
  private var queryBytes = 0
  /// The batch by rows: one append a line costs a third of one for each column.
  private(set) var rows: [EventRow] = []

  init(_ format: ClickstreamFormat, _ options: ClickstreamOptions) {
    parser = LogLineParser(format, cookie: options.visitorCookie)
    clock = LogClock(parser.timeField)
    visitors = VisitorTable(options.key)
    self.options = options
    defaultHost = Array((options.host ?? "").utf8)
    hasAgent = parser.has(.userAgent)
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

  /// Counts a line that is too long to be held.
  mutating func refuseLong(_ line: Line, start: [UInt8]) {
    counts.read += 1
    refuse(
      line, .tooLong,
      "expected a line of at most 64 KiB, found a longer one; look whether the file is a log",
      start)
  }

  /// Takes in one line.
  mutating func add(_ bytes: borrowing Span<UInt8>, _ read: Line) {
    let line = EventBatcher.withoutMark(bytes, read)
    counts.read += 1
    if EventBatcher.isFiltered(bytes, line) {
      counts.filtered += 1
      return
    }
    guard parser.parse(bytes, from: line.start, to: line.end) else {
      refuse(
        bytes, line, .malformed,
        "expected a line in the source's log format, found another layout; check `format`")
      return
    }
    guard let time = parser.place(.time, in: bytes), let at = clock.read(bytes, time) else {
      refuse(
        bytes, line, .badDate,
        "expected a time from 1990 to 2099 such as 17/May/2015:08:05:32 +0000, found another text")
      return
    }
    guard let status = number(.status, bytes, absent: -1), status <= 999,
      let size = number(.bytes, bytes, absent: parser.has(.bytes) ? 0 : -1)
    else {
      refuse(
        bytes, line, .malformed, "expected whole numbers as status and bytes, found other text")
      return
    }
    append(bytes, at: at, status: Int32(status), size: size)
  }

  private mutating func append(
    _ bytes: borrowing Span<UInt8>, at: Int64, status: Int32, size: Int64
  ) {
    let request = RequestLine(parser, bytes)
    let method = code(request.method, bytes, .method)
    let path = code(request.path, bytes, .path)
    let agentPlace = parser.place(.userAgent, in: bytes)
    let agent = code(agentPlace, bytes, .agent)
    queryBytes += request.query?.count ?? 0
    let referrer = code(parser.place(.referrer, in: bytes), bytes, .referrer)
    let host = host(bytes)
    let kind = RequestLine.kind(
      isGet: codes.has(CodeTable.isGet, method), status: status, hasPath: path >= 0,
      isAsset: codes.has(CodeTable.isMarked, path))
    let isBot = agent >= 0 ? codes.has(CodeTable.isMarked, agent) : hasAgent
    rows.append(
      EventRow(
        at: at, visitor: visitor(bytes, agentPlace, agent), bytes: size,
        query: request.query.map { LogText.address(bytes, $0) }, host: host, path: path,
        referrer: referrer, userAgent: agent, method: method, status: status, kind: kind,
        isBot: isBot))
    firstAt = min(firstAt, at)
    lastAt = max(lastAt, at)
  }

  private mutating func code(
    _ place: Range<Int>?, _ bytes: borrowing Span<UInt8>, _ kind: CodeTable.Kind
  ) -> Int32 {
    guard let place else { return -1 }
    return codes.code(bytes, place, kind)
  }

  private mutating func host(_ bytes: borrowing Span<UInt8>) -> Int32 {
    if let place = parser.place(.host, in: bytes) { return codes.code(bytes, place, .host) }
    let name = defaultHost
    return name.isEmpty ? -1 : codes.code(name.span, 0..<name.count, .host)
  }

  private mutating func visitor(
    _ bytes: borrowing Span<UInt8>, _ agent: Range<Int>?, _ agentCode: Int32
  ) -> Int64 {
    if let cookie = parser.place(.cookie, in: bytes) {
      return options.key.visitor(id: LogText.text(bytes, cookie))
    }
    let address = LogAddress.place(
      parser, bytes, usesForwardedFor: options.usesForwardedFor)
    return visitors.visitor(
      bytes, address: address ?? 0..<0, agent: agent, agentCode: agentCode,
      generation: codes.generation)
  }

  /// A whole number of at most 18 digits; `absent` for `-` and missing fields; nil for other text.
  private func number(
    _ slot: LogSlot, _ bytes: borrowing Span<UInt8>, absent: Int64
  ) -> Int64? {
    guard let place = parser.place(slot, in: bytes) else { return absent }
    return LogNumber.read(bytes, place)
  }

  /// A file's first line may start with the UTF-8 byte order mark.
  private static func withoutMark(_ bytes: borrowing Span<UInt8>, _ line: Line) -> Line {
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

  private mutating func refuse(
    _ bytes: borrowing Span<UInt8>, _ line: Line, _ reason: Rejection.Reason, _ message: String
  ) {
    var start: [UInt8] = []
    ByteScan.append(bytes, from: line.start, to: min(line.end, line.start + 256), to: &start)
    refuse(line, reason, message, start)
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
