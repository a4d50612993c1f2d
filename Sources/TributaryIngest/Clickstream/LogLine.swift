import TributaryModel

/// Finds the fields of one line at a time, whatever the layout of the log.
///
/// ```
///  pattern   bytes of the line ---------------------> fields, places in the line itself
///  record    bytes of the line -> `text`, decoded --> fields, places in `text`
/// ```
struct LogLine {
  enum Outcome {
    case record
    /// Names the columns of later lines; no record.
    case header
    case filtered
    /// What was expected, what was found, what to do.
    case refused(String)
  }

  private(set) var fields = LineFields()
  /// How the time is written.
  let timeField: LogField
  private let pattern: LogLineParser
  private var json: JSONLine?
  private var columns: ColumnLine?

  init(_ format: ClickstreamFormat, cookie: String?) {
    switch format.layout {
    case .pattern(let parts):
      pattern = LogLineParser(parts, cookie: cookie)
      timeField = pattern.timeField
      isDecoded = false
    case .record(let layout):
      pattern = LogLineParser([], cookie: nil)
      timeField = layout.timeField
      isDecoded = true
      let sources = layout.resolved(cookie: cookie)
      switch layout.shape {
      case .json: json = JSONLine(sources, layout)
      case .columns: columns = ColumnLine(sources, layout)
      }
    }
  }

  /// Whether the places are in `text` and not in the line.
  let isDecoded: Bool
  /// Whether other lines of the file say what the cells of a line are.
  var hasHeader: Bool { columns != nil }

  /// The decoded text of the last line.
  var text: [UInt8] { json?.text ?? columns?.text ?? [] }

  /// Bytes that the format says stand between fields; 0 where lines are records with names.
  var literals: Int { pattern.literalBytes }

  /// Finds the fields of the line at `start..<end`.
  mutating func read(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Outcome {
    if !isDecoded {
      return pattern.parse(bytes, from: start, to: end, into: &fields)
        ? .record
        : .refused(
          "expected a line in the source's log format, found another layout; check `format`")
    }
    fields.clear()
    if json != nil {
      return json?.read(bytes, from: start, to: end, into: &fields) ?? .filtered
    }
    return columns?.read(bytes, from: start, to: end, into: &fields) ?? .filtered
  }

  /// Looks at a line that is no record, because it is a comment or was read before: whether it
  /// names the columns of later lines, or says something else about the file.
  mutating func note(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
    columns?.note(bytes, from: start, to: end) ?? false
  }

  /// The host: the line's own, else that of the address asked for, else the server's.
  func host(_ request: RequestLine, _ bytes: borrowing Span<UInt8>) -> Range<Int>? {
    if let own = fields.place(.host, in: bytes) { return own }
    if let asked = request.host, !asked.isEmpty { return asked }
    return fields.place(.serverName, in: bytes)
  }
}
