import TributaryModel

/// The log format that reads the opening of a file best.
struct LogGuess {
  /// A format of the registry that reads the opening whole and plausibly.
  private(set) var known: FormatGuess?
  /// Else the format `json`, with the keys that seem to say what a log says.
  private(set) var ownKeys: FormatGuess?
  /// Why nothing fits, where the file looks like a log.
  private(set) var objection: String?

  private static let lines = 100

  /// Errors: those of opening and unpacking.
  init(_ file: SourceFile) throws(IngestError) {
    let samples = try LogGuess.opening(file)
    var best: (named: NamedFormat, trial: LogTrial)?
    var nearest: (name: String, trial: LogTrial, objection: String)?
    for named in FormatRegistry.logs {
      let trial = LogTrial(try ClickstreamFormat(named.name), samples)
      if let objection = trial.objection {
        guard trial.loaded > nearest?.trial.loaded ?? 0 else { continue }
        nearest = (named.name, trial, objection)
        continue
      }
      let rank = (trial.fields, trial.literals)
      guard rank > best.map({ ($0.trial.fields, $0.trial.literals) }) ?? (0, 0) else { continue }
      best = (named, trial)
    }
    if let best {
      known = LogGuess.guess(best.named, best.trial, [:])
    } else if let object = samples.first, let own = LogGuess.own(object, samples) {
      ownKeys = own
    } else if let nearest {
      objection = "it looks like \(nearest.name), but \(nearest.objection)"
    }
  }

  /// The first lines that are not empty, and not too long.
  private static func opening(_ file: SourceFile) throws(IngestError) -> [[UInt8]] {
    var lines = LineReader(try ByteStream(file), leavesUnterminated: false, opensArrays: true)
    var samples: [[UInt8]] = []
    while samples.count < LogGuess.lines, let line = try lines.next() {
      guard !line.isTooLong else { continue }
      let start =
        line.offset == 0 ? EventBatcher.withoutMark(lines.buffer.span, line).start : line.start
      if start < line.end { samples.append(Array(lines.buffer[start..<line.end])) }
    }
    return samples
  }

  private static func guess(
    _ format: NamedFormat, _ trial: LogTrial, _ columns: [String: String]
  ) -> FormatGuess {
    FormatGuess(
      kind: .clickstream, format: format, columns: [], headers: columns, read: trial.read,
      loaded: trial.loaded)
  }

  /// A guess for JSON lines of unknown keys, by what stands under them.
  private static func own(_ object: [UInt8], _ samples: [[UInt8]]) -> FormatGuess? {
    let columns = LogKeys(JSONOutline(object.span, from: 0, to: object.count)).columns
    let isWeb = ["method", "status", "user_agent"].contains { columns[$0] != nil }
    guard isWeb, columns["client_ip"] != nil || columns["user_agent"] != nil,
      let format = try? ClickstreamFormat(ClickstreamFormat.ownKeys, columns: columns),
      case let trial = LogTrial(format, samples), trial.objection == nil
    else { return nil }
    return guess(FormatRegistry.json, trial, columns)
  }
}

/// Which keys of an object seem to say what a log says: by their values first, by their names
/// where several have such a value.
private struct LogKeys {
  private(set) var columns: [String: String] = [:]
  private let leaves: [(path: String, text: String)]

  init(_ outline: JSONOutline) {
    leaves = outline.leaves
    take(.time, named: ["time", "date", "start", "ts"], where: LogKeys.isTime)
    take(.request, named: ["request"]) { LogKeys.isRequest($0) }
    take(.path, named: ["path", "uri", "url"]) { $0.hasPrefix("/") && !$0.contains(" ") }
    take(.url, named: ["url", "uri"], not: ["ref"]) { LogKeys.isURL($0) }
    take(.query, named: ["query", "args"], isNamed: true) { !$0.hasPrefix("/") }
    take(.method, named: ["method", "verb"]) { LogKeys.methods.contains($0.uppercased()) }
    take(.host, named: ["host", "domain"], isNamed: true) { $0.contains(".") && !$0.contains("/") }
    take(.status, named: ["status", "code"], isNamed: true) { (100...599).contains(Int($0) ?? 0) }
    take(.bytes, named: ["bytes", "size"], isNamed: true) { Int($0) != nil }
    take(.referrer, named: ["refer"], isNamed: true) { LogKeys.isURL($0) || $0.count < 2 }
    take(.userAgent, named: ["agent", "ua"]) { $0.contains("Mozilla/") }
    take(
      .clientIP, named: ["client", "remote", "ip"],
      not: ["server", "upstream", "backend", "origin", "edge", "local"], where: LogKeys.isAddress)
    take(.forwardedFor, named: ["forwarded"], isNamed: true) { _ in true }
    // What was asked for is told once.
    if columns["request"] != nil { columns["path"] = nil }
    if columns["path"] != nil || columns["request"] != nil { columns["url"] = nil }
  }

  /// Takes the key with such a value whose name holds the first of the words, else the first.
  private mutating func take(
    _ column: LogColumn, named words: [String], not unwanted: [String] = [],
    isNamed: Bool = false, where fits: (String) -> Bool
  ) {
    let taken = Set(columns.values)
    let fitting = leaves.filter { leaf in
      let name = leaf.path.lowercased()
      return !taken.contains(leaf.path) && fits(leaf.text)
        && !unwanted.contains(where: name.contains)
    }
    let best = words.lazy.compactMap { word in
      fitting.first { $0.path.lowercased().contains(word) }
    }.first
    guard let path = (best ?? (isNamed ? nil : fitting.first))?.path else { return }
    columns[column.rawValue] = path
  }

  private static let methods: Set<String> = ["GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS"]

  private static func isTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var clock = LogClock(.timeAny)
    return clock.read(bytes.span, 0..<bytes.count) != nil
  }

  private static func isRequest(_ text: String) -> Bool {
    methods.contains { text.hasPrefix($0 + " /") }
  }

  private static func isURL(_ text: String) -> Bool {
    text.hasPrefix("http://") || text.hasPrefix("https://")
  }

  private static func isAddress(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    if case .internet = LogAddress.read(bytes.span, 0..<bytes.count) { return true }
    return false
  }
}
