import TributaryModel

/// A log's format tried in earnest on the first lines of a file.
struct LogTrial {
  /// Fields that got a value in any line.
  let fields: Int
  /// Bytes that the format says stand between fields.
  let literals: Int
  /// Lines that are records, and those of them that would be loaded.
  let read: Int
  let loaded: Int
  /// Why the guess is none, for people; nil where it is one.
  let objection: String?

  init(_ format: ClickstreamFormat, _ samples: [[UInt8]]) {
    var batcher = LogTrial.batcher(format)
    var evidence = Evidence()
    var filled: Set<LogSlot> = []
    for (number, sample) in samples.enumerated() {
      let before = batcher.rows.count
      let line = Line(
        start: 0, end: sample.count, terminator: 1, number: number + 1, offset: 1)
      batcher.add(sample.span, line)
      guard batcher.rows.count > before else { continue }
      let text =
        batcher.lines.isDecoded
        ? batcher.lines.text : batcher.rewritten.isEmpty ? sample : batcher.rewritten
      evidence.take(batcher.lines, batcher.meaning.escapes, text.span)
      for slot in LogSlot.read where batcher.lines.fields.place(slot, in: text.span) != nil {
        filled.insert(slot)
      }
    }
    fields = filled.count
    literals = batcher.lines.literals
    read = batcher.counts.read - batcher.counts.filtered
    loaded = batcher.rows.count
    let refused = batcher.counts.rejected
    objection =
      if loaded == 0, refused == 0 {
        "no line is a record"
      } else if refused * 20 > read, let first = batcher.rejections.first {
        "line \(first.line): \(first.message)"
      } else {
        evidence.objection(isCollected: batcher.meaning.isCollected)
      }
  }

  private static func batcher(_ format: ClickstreamFormat) -> EventBatcher {
    let zeros = [UInt8](repeating: 0, count: 32)
    guard let key = ContactKey(bytes: zeros) else { preconditionFailure("a key has 32 bytes") }
    return EventBatcher(format, ClickstreamOptions(key: key))
  }

  /// What the fields of the lines look like.
  private struct Evidence {
    private var lines = 0
    private var requests = 0
    private var agents = (read: 0, likely: 0)
    private var hosts = (read: 0, likely: 0)
    private var addresses = (read: 0, likely: 0)
    private var internet = 0
    private var names: Set<String> = []
    private var visitors = 0

    mutating func take(
      _ line: borrowing LogLine, _ escapes: LogEscapes, _ bytes: borrowing Span<UInt8>
    ) {
      lines += 1
      let request = RequestLine(line.fields, bytes)
      if request.path != nil { requests += 1 }
      if let place = line.fields.place(.userAgent, in: bytes) {
        agents.read += 1
        if Evidence.isAgent(LogText.text(bytes, place, escapes)) { agents.likely += 1 }
      }
      if let place = line.host(request, bytes) {
        hosts.read += 1
        if Evidence.isHost(LogText.host(bytes, place, escapes)) { hosts.likely += 1 }
      }
      if line.fields.place(.cookie, in: bytes) != nil { visitors += 1 }
      if let place = LogAddress.place(line.fields, bytes, usesForwardedFor: false) {
        let reading = LogAddress.read(bytes, place)
        var text: [UInt8] = []
        LogAddress.append(reading, bytes, to: &text)
        let name = String(decoding: text, as: UTF8.self)
        switch reading {
        case .internet:
          addresses.likely += 1
          internet += 1
        case .name where name.contains("."):
          addresses.likely += 1
          names.insert(name)
        default: names.insert(name)
        }
        addresses.read += 1
      }
    }

    /// Lines of one visitor, if that is a name, that may be by chance.
    private static let manyLines = 20

    func objection(isCollected: Bool) -> String? {
      guard !isCollected, lines > 0 else { return nil }
      if requests * 2 < lines { return "most lines hold no request" }
      if agents.likely * 2 < agents.read { return "the browsers do not look like browsers" }
      if hosts.likely * 2 < hosts.read { return "the hosts do not look like hosts" }
      if addresses.likely * 2 < addresses.read {
        return "the visitors' addresses do not look like addresses"
      }
      if addresses.read == 0, agents.read == 0, visitors == 0 {
        return "no line names a visitor's address or browser"
      }
      if names.count == 1, internet == 0, addresses.read >= Evidence.manyLines {
        return "one name is the visitor of every line"
      }
      return nil
    }

    /// A program with its version, or words.
    private static func isAgent(_ text: String) -> Bool {
      guard text.contains(where: \.isLetter), !text.contains("\" \"") else { return false }
      let isAddress = text.hasPrefix("/") || text.hasPrefix("http")
      return !isAddress || text.contains(" ")
    }

    private static func isHost(_ text: String) -> Bool {
      if text == "localhost" { return true }
      let bytes = Array(text.utf8)
      if InternetAddress(bytes.span, from: 0, to: bytes.count) != nil || text.hasPrefix("[") {
        return true
      }
      // A name that was made readable need not be ASCII.
      return text.contains(".")
        && text.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
    }
  }
}
