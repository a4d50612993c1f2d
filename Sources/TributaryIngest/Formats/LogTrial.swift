import TributaryModel

/// A log's format tried in earnest on the first lines of a file.
struct LogTrial {
  /// Fields that got a value in any line.
  let filled: Set<LogSlot>
  var fields: Int { filled.count }
  /// Bytes that the format says stand between fields.
  let literals: Int
  /// Lines that are records, and those of them that would be loaded.
  let read: Int
  let loaded: Int
  /// Why the guess is none, for people; nil where it is one.
  let objection: String?

  /// - Parameter usesForwardedFor: as the source's `forwarded_for`.
  init(
    _ format: ClickstreamFormat, _ samples: [[UInt8]], usesForwardedFor: Bool = false
  ) {
    var batcher = LogTrial.batcher(format, usesForwardedFor)
    var evidence = Evidence(usesForwardedFor: usesForwardedFor)
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
    self.filled = filled
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
        evidence.objection(
          isCollected: batcher.meaning.isCollected, mayBeOfPrograms: format.mayBeOfPrograms)
      }
  }

  private static func batcher(
    _ format: ClickstreamFormat, _ usesForwardedFor: Bool
  ) -> EventBatcher {
    let zeros = [UInt8](repeating: 0, count: 32)
    guard let key = ContactKey(bytes: zeros) else { preconditionFailure("a key has 32 bytes") }
    return EventBatcher(format, ClickstreamOptions(key: key, usesForwardedFor: usesForwardedFor))
  }

  /// What the fields of the lines look like.
  private struct Evidence {
    let usesForwardedFor: Bool
    private var lines = 0
    private var requests = 0
    /// Lines that name a method or a status.
    private var answers = 0
    private var agents = (read: 0, likely: 0)
    private var hosts = (read: 0, likely: 0)
    /// Lists of forwarded addresses that stand between unnamed fields.
    private var lists = (read: 0, likely: 0)
    private var addresses = (read: 0, likely: 0)
    /// Lines of visitors on the internet, and of connections from the shop's own net.
    private var publics = 0
    private var locals = 0
    private var internet = 0
    private var names: Set<String> = []
    private var visitors = 0

    init(usesForwardedFor: Bool) { self.usesForwardedFor = usesForwardedFor }

    mutating func take(
      _ line: borrowing LogLine, _ escapes: LogEscapes, _ bytes: borrowing Span<UInt8>
    ) {
      lines += 1
      let request = RequestLine(line.fields, bytes)
      if request.path != nil { requests += 1 }
      if request.method != nil || line.fields.place(.status, in: bytes) != nil { answers += 1 }
      if let place = line.fields.place(.userAgent, in: bytes) {
        agents.read += 1
        if Evidence.isAgent(LogText.text(bytes, place, escapes)) { agents.likely += 1 }
      }
      if let place = line.host(request, bytes) {
        hosts.read += 1
        let isNamed = line.isDecoded
        if Evidence.isHost(LogText.host(bytes, place, escapes), mayBeAddress: isNamed) {
          hosts.likely += 1
        }
      }
      if line.fields.place(.cookie, in: bytes) != nil { visitors += 1 }
      if !line.isDecoded, let place = line.fields.place(.forwardedFor, in: bytes) {
        lists.read += 1
        if Evidence.isList(bytes, place) { lists.likely += 1 }
      }
      takeAddress(line, bytes)
    }

    private mutating func takeAddress(
      _ line: borrowing LogLine, _ bytes: borrowing Span<UInt8>
    ) {
      if let place = LogAddress.place(line.fields, bytes, usesForwardedFor: false),
        case .internet(let address) = LogAddress.read(bytes, place), !address.isPublic
      {
        locals += 1
      }
      guard
        let place = LogAddress.place(line.fields, bytes, usesForwardedFor: usesForwardedFor)
      else { return }
      let reading = LogAddress.read(bytes, place)
      var text: [UInt8] = []
      LogAddress.append(reading, bytes, to: &text)
      let name = String(decoding: text, as: UTF8.self)
      names.insert(name)
      switch reading {
      case .internet(let address):
        addresses.likely += 1
        internet += 1
        if address.isPublic { publics += 1 }
      case .name where name.contains("."): addresses.likely += 1
      default: break
      }
      addresses.read += 1
    }

    /// Lines of one visitor that may be by chance: of a name, of an address of the shop's own net.
    private static let manyLines = 20
    private static let fewLines = 5

    func objection(isCollected: Bool, mayBeOfPrograms: Bool) -> String? {
      guard !isCollected, lines > 0 else { return nil }
      if requests * 2 < lines { return "most lines hold no request" }
      if answers * 2 < lines { return "most lines hold neither a method nor a status" }
      if agents.likely * 2 < agents.read { return "the browsers do not look like browsers" }
      if hosts.likely * 2 < hosts.read { return "the hosts do not look like hosts" }
      if lists.likely * 2 < lists.read {
        return "the forwarded addresses do not look like addresses"
      }
      if mayBeOfPrograms, isOfOneProgram {
        return "one address, none of the internet, is the visitor of every line"
      }
      return visitorObjection
    }

    /// Whether the lines may be the calls that a program of the shop makes itself.
    private var isOfOneProgram: Bool {
      names.count == 1 && publics == 0 && agents.read == 0 && visitors == 0
        && addresses.read >= Evidence.fewLines
    }

    private var visitorObjection: String? {
      if addresses.likely * 2 < addresses.read {
        return "the visitors' addresses do not look like addresses"
      }
      if addresses.read == 0, agents.read == 0, visitors == 0 {
        return "no line names a visitor's address or browser"
      }
      if names.count == 1, internet == 0, addresses.read >= Evidence.manyLines {
        return "one name is the visitor of every line"
      }
      if usesForwardedFor, locals * 2 < lines || publics * 2 < lines {
        return "no proxy stands between the visitors and the server"
      }
      return nil
    }

    /// A program with its version, or words.
    private static func isAgent(_ text: String) -> Bool {
      guard text.contains(where: \.isLetter), !text.contains("\" \"") else { return false }
      let isAddress = text.hasPrefix("/") || text.hasPrefix("http")
      return !isAddress || text.contains(" ")
    }

    /// Addresses, or a word for none; X-Forwarded-For names no hosts.
    private static func isList(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> Bool {
      switch LogAddress.read(bytes, place) {
      case .internet, .none: true
      case .name, .other: false
      }
    }

    /// - Parameter mayBeAddress: whether the log says that it is the host: a site may be asked
    ///   for by its address, but between unnamed fields an address is a visitor's or a proxy's.
    private static func isHost(_ text: String, mayBeAddress: Bool) -> Bool {
      if text == "localhost" { return true }
      let bytes = Array(text.utf8)
      if case .internet = LogAddress.read(bytes.span, 0..<bytes.count) { return mayBeAddress }
      // A name that was made readable need not be ASCII.
      return text.contains(".")
        && text.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
    }
  }
}
