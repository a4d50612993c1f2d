import TributaryModel

/// Cuts a CSV or TSV file into records, in bounded memory.
///
/// A quote that is never closed costs one line: the record's first line is refused, the lines
/// after it are read again, each by itself.
struct CSVReader: ~Copyable {
  /// Bytes that a line, and a record of several lines, may have.
  static let limit = 1 << 20

  private(set) var lines: LineReader
  let delimiter: UInt8
  private var queue: [HeldLine] = []
  private var queueHead = 0
  private var state = CSVState.cellStart

  private struct HeldLine {
    var line: Line
    var bytes: [UInt8]
    /// Was part of a record whose quote never closed.
    var standsAlone = false
  }

  /// - Parameters:
  ///   - delimiter: nil to take the one that makes a header of a line, else that of `DelimiterGuess`.
  ///   - skipped: lines at the start that are no records.
  ///   - cells: the least number of cells of a whole record.
  ///   - headerFit: how many wanted columns a header has; 0 where one that is needed is missing.
  init(
    _ stream: consuming ByteStream, delimiter: UInt8?, skipped: Int = 0, cells: Int = 2,
    headerFit: (Record) -> Int = { _ in 0 }
  ) throws(IngestError) {
    lines = LineReader(stream, limit: CSVReader.limit, leavesUnterminated: false, chunk: 4 << 20)
    for _ in 0..<skipped { _ = try lines.next() }
    var held: [HeldLine] = []
    var found: UInt8?
    while held.count < 20, let line = try lines.next() {
      let bytes = line.isTooLong ? lines.longLineStart : Array(lines.buffer[line.start..<line.end])
      held.append(HeldLine(line: line, bytes: bytes))
      if held.count == 1, bytes.starts(with: [0xef, 0xbb, 0xbf]) {
        held[0].bytes.removeFirst(3)
      }
      if held.count == 1, let declared = CSVReader.declared(held[0].bytes) {
        found = declared
        held.removeLast()
        break
      }
    }
    queue = held
    self.delimiter =
      delimiter ?? found ?? CSVReader.ofHeader(held, headerFit)
      ?? DelimiterGuess.of(held.map(\.bytes), cells: cells) ?? UInt8(ascii: ",")
  }

  /// The delimiter that makes the first header of a line, whatever the lines below it hold.
  private static func ofHeader(_ lines: [HeldLine], _ headerFit: (Record) -> Int) -> UInt8? {
    for held in lines where !held.line.isTooLong {
      var best: (delimiter: UInt8, fit: Int)?
      for delimiter in "\t;,|".utf8 where held.bytes.contains(delimiter) {
        var record = Record()
        record.begin(held.line, held.bytes.span, from: 0, to: held.bytes.count)
        var state = CSVState.cellStart
        state.take(
          held.bytes.span, from: 0, to: held.bytes.count, delimiter: delimiter, isFirst: true,
          into: &record)
        if state == .quoted { continue }
        if state != .whole { record.endCell() }
        let fit = headerFit(record)
        if fit > best?.fit ?? 0 { best = (delimiter, fit) }
      }
      if let best { return best.delimiter }
    }
    return nil
  }

  /// The next record, or nil at the end.
  mutating func next() throws(IngestError) -> Record? {
    var record = Record()
    return try next(into: &record) ? record : nil
  }

  /// The next record in the place of one that is not needed any more; false at the end.
  mutating func next(into record: inout Record) throws(IngestError) -> Bool {
    state = .cellStart
    guard let first = try takeLine(into: &record, isFirst: true) else { return false }
    if first.line.isTooLong {
      record.problem = .tooLong
    } else if state == .whole {
      return true
    } else if state != .quoted {
      record.endCell()
    } else if first.standsAlone {
      record.problem = .unclosedQuote
    } else {
      try readOn(&record, first.line)
    }
    return true
  }

  /// Closes the book on the file; call after the last record.
  mutating func finish(_ summary: inout FileSummary) { summary.close(&lines) }

  private mutating func readOn(_ record: inout Record, _ first: Line) throws(IngestError) {
    var taken: [HeldLine] = []
    var terminator = first.terminator
    while state == .quoted, record.bytes.count <= CSVReader.limit {
      state.takeNewline(terminator, into: &record)
      guard let held = try takeLine(into: &record, isFirst: false) else { break }
      taken.append(held)
      terminator = held.line.terminator
      if held.line.isTooLong || held.standsAlone { break }
    }
    let endsWell = taken.last.map { !$0.line.isTooLong && !$0.standsAlone } ?? false
    if state != .quoted, endsWell {
      record.endCell()
      return
    }
    record.problem = .unclosedQuote
    for index in taken.indices { taken[index].standsAlone = true }
    queue = taken + queue[queueHead...]
    queueHead = 0
  }

  /// Feeds the next line, from the queue or the file, to the record. The line's bytes are kept
  /// only for lines after a record's first.
  private mutating func takeLine(
    into record: inout Record, isFirst: Bool
  ) throws(IngestError) -> HeldLine? {
    if queueHead < queue.count {
      let held = queue[queueHead]
      queueHead += 1
      if queueHead == queue.count {
        queue = []
        queueHead = 0
      }
      let count = held.bytes.count
      let start = CSVReader.start(held.bytes.span, from: 0, to: count)
      if isFirst { record.begin(held.line, held.bytes.span, from: 0, to: count) }
      if !held.line.isTooLong {
        state.take(
          held.bytes.span, from: isFirst ? start : 0, to: count, delimiter: delimiter,
          isFirst: isFirst,
          into: &record)
      }
      return held
    }
    guard let line = try lines.next() else { return nil }
    if line.isTooLong {
      let start = lines.longLineStart
      if isFirst { record.begin(line, start.span, from: 0, to: start.count) }
      return HeldLine(line: line, bytes: start)
    }
    if isFirst { record.begin(line, lines.buffer.span, from: line.start, to: line.end) }
    var state = state
    let start =
      isFirst ? CSVReader.start(lines.buffer.span, from: line.start, to: line.end) : line.start
    state.take(
      lines.buffer.span, from: start, to: line.end, delimiter: delimiter, isFirst: isFirst,
      into: &record)
    self.state = state
    return HeldLine(line: line, bytes: isFirst ? [] : Array(lines.buffer[line.start..<line.end]))
  }

  /// Past a mark of byte order, which stands inside a file that was joined of several.
  private static func start(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Int {
    guard start + 3 <= end, bytes[start] == 0xef, bytes[start + 1] == 0xbb,
      bytes[start + 2] == 0xbf
    else { return start }
    return start + 3
  }

  /// The delimiter of Excel's `sep=;` line.
  private static func declared(_ line: [UInt8]) -> UInt8? {
    line.count == 5 && line.starts(with: Array("sep=".utf8)) ? line[4] : nil
  }
}
