import TributaryModel

/// The messages of a mailbox, or the one message of a file; bodies are passed over.
///
/// ```
///  From ann@example.com Sun May  3 10:15:04 2026    starts a message of a mailbox
///  From: Ann Lee <ann@example.com>                  headers, folded over lines
///                                                   blank line: the record is whole
///  >From the body …                                 passed over up to the next separator
/// ```
/// A blank line need not stand before a separator. One that is bare (`From ` alone) or has no full
/// date counts only when the headers behind it are those of a message. Separators within the
/// `Content-Length` of a message are its body's where its end is indeed an end.
/// Source: RFC 4155 and RFC 5322; qmail's mbox(5) for the variants.
final class MailRecords: RecordSource {
  let names: CellNames
  private var lines: LineReader
  private var cutter: MailCutter
  private let path: String
  private var state = State.start
  private var isMailbox = false
  private var message = MailHeaders()
  /// Whether the separator before the open headers proves nothing by itself.
  private var isDoubtful = false
  private var length: DeclaredLength?
  private var ready: [Record] = []

  private enum State {
    case start
    case headers
    case body
  }

  /// A body whose length its message declares: what looks like messages inside waits for its end.
  private struct DeclaredLength {
    let end: Int64
    var inside: [Record] = []
  }

  /// Records that may wait for the end of one body.
  private static let mostInside = 10_000

  init(
    _ stream: consuming ByteStream, _ options: TableOptions, _ columns: [Column]
  ) throws(IngestError) {
    path = stream.file.name
    lines = LineReader(stream, leavesUnterminated: false)
    cutter = MailCutter(columns, options)
    names = .wanted(cutter.positions)
  }

  func next() throws(IngestError) -> Record? {
    while ready.isEmpty, let line = try lines.next() {
      if state == .start {
        guard line.isTooLong || line.start < line.end else { continue }
        try begin(line)
      } else {
        settleLength(at: line)
        try take(line)
      }
    }
    if ready.isEmpty, state == .headers {
      state = .body
      try close(before: nil)
    }
    if ready.isEmpty, let open = length {
      length = nil
      if lines.contentOffset < open.end { ready = open.inside.reversed() }
    }
    return ready.popLast()
  }

  func finish(_ summary: inout FileSummary) throws(IngestError) { summary.close(&lines) }

  private func begin(_ line: Line) throws(IngestError) {
    var bytes = lines.buffer[line.start..<line.end]
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { bytes.removeFirst(3) }
    isMailbox = !line.isTooLong && MailSeparator(bytes) != nil
    guard isMailbox || (!line.isTooLong && MailHeaders.isHeader(bytes)) else {
      throw IngestError(
        .unsupported, path: path, line: line.number,
        message: "expected a mailbox (a line `From …`) or a message's headers, found another file; "
          + "check `format`")
    }
    open(line, isDoubtful: false)
    if !isMailbox { message.take(bytes) }
  }

  private func open(_ line: Line, isDoubtful: Bool) {
    message = MailHeaders()
    message.line = line.number
    message.byteOffset = line.offset
    message.start = Array(lines.buffer[line.start..<min(line.end, line.start + 256)])
    self.isDoubtful = isDoubtful
    state = .headers
  }

  private func take(_ line: Line) throws(IngestError) {
    let bytes = line.isTooLong ? [] : lines.buffer[line.start..<line.end]
    if state == .headers {
      if !line.isTooLong, bytes.isEmpty {
        state = .body
        return try close(before: line.offset + Int64(line.terminator))
      }
      if line.isTooLong {
        message.isTooLong = true
        return
      }
      if isHeader(bytes) {
        message.take(bytes)
        return
      }
      state = .body
      if message.hasHeaders { try close(before: line.offset) }
    }
    if isMailbox, !line.isTooLong, let separator = MailSeparator(bytes) {
      open(line, isDoubtful: separator == .doubtful)
    }
  }

  /// Whether the line belongs to the open headers; behind a separator one has to come at once.
  private func isHeader(_ bytes: ArraySlice<UInt8>) -> Bool {
    if MailHeaders.isHeader(bytes) || bytes.starts(with: ">From ".utf8) { return true }
    guard message.hasHeaders else { return false }
    return bytes.first == 32 || bytes.first == 9
      || (!isDoubtful && !bytes.starts(with: "From ".utf8))
  }

  /// Makes a record of the headers that have ended.
  ///
  /// - Parameter body: where the body begins; nil at the end of the file.
  private func close(before body: Int64?) throws(IngestError) {
    guard isMailbox || message.isMessage else {
      throw IngestError(
        .unsupported, path: path, line: message.line,
        message: "expected a message with Date and From, found neither; check `format`")
    }
    guard !isDoubtful || message.isMessage else { return }
    let record = cutter.record(message)
    guard length == nil else {
      length?.inside.append(record)
      if length?.inside.count ?? 0 > MailRecords.mostInside { giveUpLength() }
      return
    }
    ready.append(record)
    if isMailbox, let body, let bytes = message.bodyLength {
      length = DeclaredLength(end: body + bytes)
    }
  }

  /// At the declared end of a body stands a separator, or the length is wrong and what looked like
  /// messages inside were some.
  private func settleLength(at line: Line) {
    guard let open = length, line.offset >= open.end, line.isTooLong || line.start < line.end else {
      return
    }
    let isEnd = !line.isTooLong && MailSeparator(lines.buffer[line.start..<line.end]) != nil
    guard isEnd else { return giveUpLength() }
    length = nil
    state = .body
  }

  private func giveUpLength() {
    ready = (length?.inside ?? []).reversed() + ready
    length = nil
  }
}

/// A line that may begin a message of a mailbox.
enum MailSeparator {
  /// `From ann@example.com Sun May  3 10:15:04 2026`, with or without a zone.
  case dated
  /// `From ` alone, or with less of a date.
  case doubtful

  /// Nil for a line of text.
  init?(_ line: ArraySlice<UInt8>) {
    guard line.starts(with: "From".utf8) else { return nil }
    let rest = line.dropFirst(4)
    if rest.allSatisfy({ $0 == 32 || $0 == 9 }) {
      self = .doubtful
      return
    }
    guard rest.first == 32, line.count < 1000, rest.contains(UInt8(ascii: ":")) else { return nil }
    let words = rest.split { $0 == 32 || $0 == 9 || $0 == UInt8(ascii: ",") }
    let date = words.suffix(7)
    func has(_ fits: (ArraySlice<UInt8>) -> Bool) -> Bool { date.contains(where: fits) }
    let digits = { (word: ArraySlice<UInt8>) in word.allSatisfy { (48...57).contains($0) } }
    guard has({ $0.count == 4 && digits($0) }),
      has({ $0.contains(UInt8(ascii: ":")) && digits($0.filter { $0 != UInt8(ascii: ":") }[...]) })
    else { return nil }
    let isDated =
      words.count >= 5 && has { MailSeparator.days.contains(MailSeparator.name($0)) }
      && has { MailSeparator.months.contains(MailSeparator.name($0)) }
    self = isDated ? .dated : .doubtful
  }

  private static let days: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func name(_ word: ArraySlice<UInt8>) -> String {
    word.count == 3 ? String(decoding: word, as: UTF8.self).lowercased() : ""
  }
}
