import TributaryModel

/// Which keys of JSON lines seem to say what a log says.
///
/// A key must hold such values in nearly all lines of the opening that have it. Where several do,
/// their names decide; of those that may say what was asked for, the values: see `rank`.
struct LogKeys {
  /// Column of `LogColumn` -> key.
  private(set) var columns: [String: String] = [:]
  /// The key that names kinds of events, with their names.
  private(set) var events: (key: String, names: [String])?
  /// Whether nearly all lines tell of an error of a program, as its trackers of errors do.
  private(set) var areErrors = false
  private let keys: [Key]

  /// A key of any line.
  private struct Key {
    let path: String
    /// The path in lower case, and its last step.
    let name: String
    let last: String
    /// What stands there in the lines that say something there.
    var values: [String] = []

    init(_ path: String) {
      self.path = path
      name = path.lowercased()
      last = name.split(separator: ".").last.map(String.init) ?? name
    }

    func has(_ words: [String]) -> Bool { words.contains(where: name.contains) }
    func ends(_ words: [String]) -> Bool { words.contains(where: last.contains) }

    /// Whether nearly all values are such.
    func holds(_ fits: (String) -> Bool) -> Bool {
      !values.isEmpty && values.count(where: fits) * 10 >= values.count * 9
    }
  }

  /// - Parameter lines: lines of a file; what is no JSON object has no keys.
  init(_ lines: [[UInt8]]) {
    keys = LogKeys.keys(lines)
    take(.time, named: ["time", "date", "start", "ts"]) { $0.holds(LogKeys.isTime) }
    take(.request, named: ["request"]) { $0.holds(LogKeys.isRequest) }
    if columns["request"] == nil { takeAddress() }
    if columns["url"] == nil { takeHost() }
    take(.method, named: ["method", "verb"]) {
      $0.holds { LogKeys.methods.contains($0.uppercased()) }
    }
    take(.status, named: ["status", "code"], isNamed: true) {
      !$0.has(["cache", "origin", "upstream", "backend", "grpc"])
        && $0.holds { (100...599).contains(Int($0) ?? 0) }
    }
    take(.bytes, named: ["response", "sent", "bytes", "size"], isNamed: true) {
      $0.ends(["bytes", "size", "length"]) && !$0.has(["cache", "origin", "upstream", "header"])
        && ($0.has(["response", "sent"]) || !$0.has(["request", "received"]))
        && $0.holds { Int($0) != nil }
    }
    take(.referrer, named: ["referer", "referrer"], isNamed: true) {
      !$0.has(["initial", "first"])
        && ($0.values.isEmpty || $0.values.contains(where: LogKeys.isURL))
    }
    take(.userAgent, named: ["agent", "ua"]) { $0.values.contains { $0.contains("Mozilla/") } }
    takeVisitor()
    takeEvents()
    areErrors = keys.contains {
      LogKeys.isError($0) && $0.values.count * 10 >= lines.count * 9
    }
  }

  // MARK: Choice

  /// Takes the key whose name holds the first of the words, else the first of all.
  private mutating func take(
    _ column: LogColumn, named words: [String], isNamed: Bool = false, where fits: (Key) -> Bool
  ) {
    let taken = Set(columns.values)
    let fitting = keys.filter { !taken.contains($0.path) && fits($0) }
    let named = words.lazy.compactMap { word in fitting.first { $0.name.contains(word) } }.first
    columns[column.rawValue] = (named ?? (isNamed ? nil : fitting.first))?.path
  }

  /// What was asked for, with the query where the address does not tell it.
  private mutating func takeAddress() {
    let unwanted = ["ref", "upstream", "backend", "redirect", "file", "script", "blocked"]
    let taken = Set(columns.values)
    let fitting = keys.filter {
      !taken.contains($0.path) && !$0.has(unwanted)
        && $0.holds { LogKeys.isPath($0) || LogKeys.isURL($0) }
    }
    let named = fitting.filter { $0.ends(["path", "uri", "url", "target", "page", "location"]) }
    let candidates = named.isEmpty ? fitting.filter { $0.holds(LogKeys.isPath) } : named
    // Of equals the first.
    guard let best = candidates.reversed().max(by: { LogKeys.rank($0) < LogKeys.rank($1) }),
      !best.holds(LogKeys.isTemplate)
    else { return }
    columns[best.holds(LogKeys.isURL) ? "url" : "path"] = best.path
    if !best.values.contains(where: { $0.contains("?") }) {
      take(.query, named: ["query", "args"], isNamed: true) {
        $0.ends(["query", "args"]) && ($0.values.isEmpty || $0.holds { $0.contains("=") })
      }
    }
  }

  private mutating func takeHost() {
    take(.host, named: ["authority", "host", "domain"], isNamed: true) {
      !$0.has(["upstream", "backend", "agent.", "kubernetes"])
        && $0.holds { $0.contains(".") && !$0.contains("/") && !LogKeys.isAddress($0) }
    }
  }

  /// A whole address says more than a path, one with a query more than one without, and what a
  /// server makes of the address, such as the route, is the same for many.
  private static func rank(_ key: Key) -> (Int, Int, Int, Int) {
    (
      key.holds(isTemplate) ? 0 : 1, Set(key.values).count,
      key.values.contains { $0.contains("?") } ? 1 : 0, key.holds(isURL) ? 1 : 0
    )
  }

  private mutating func takeVisitor() {
    let unwanted = [
      "server", "upstream", "backend", "origin", "edge", "local", "forwarded", "host.ip",
    ]
    let words = ["client", "remote", "ip"]
    // Behind a proxy the connection's own address is the proxy's.
    take(.clientIP, named: words, isNamed: true) {
      !$0.has(unwanted) && $0.holds(LogKeys.isAddress)
        && $0.values.contains(where: LogKeys.isPublic)
    }
    if columns["client_ip"] == nil {
      take(.clientIP, named: words) { !$0.has(unwanted) && $0.holds(LogKeys.isAddress) }
    }
    take(.forwardedFor, named: ["forwarded"], isNamed: true) { $0.holds(LogKeys.isAddress) }
  }

  /// The names of a collector's events, and the id of its visitor.
  private mutating func takeEvents() {
    let names = ["event", "event_name", "eventname", "event_type", "eventtype"]
    if let key = keys.first(where: { names.contains($0.last) && !$0.values.isEmpty }) {
      events = (key.path, Set(key.values).sorted())
    }
    guard !isOfRequests else { return }
    take(
      .clientID,
      named: ["distinct_id", "domain_userid", "anonymous", "visitor", "device_id", "session_id"],
      isNamed: true
    ) { !$0.values.isEmpty }
  }

  /// Whether the lines are events of several kinds.
  var haveEvents: Bool { events.map { $0.names.count > 1 } ?? false }

  /// Whether the lines tell what only a server knows of a request.
  var isOfRequests: Bool {
    ["request", "method", "status"].contains { columns[$0] != nil }
  }

  /// Whether the lines tell when somebody saw what.
  var isOfVisits: Bool {
    columns["time"] != nil && ["request", "path", "url"].contains { columns[$0] != nil }
      && ["client_ip", "user_agent", "client_id"].contains { columns[$0] != nil }
  }

  // MARK: Values

  /// By the place of their first appearance.
  private static func keys(_ lines: [[UInt8]]) -> [Key] {
    var keys: [Key] = []
    var places: [String: Int] = [:]
    for line in lines {
      for leaf in JSONOutline(line.span, from: 0, to: line.count).leaves {
        let place = places[leaf.path] ?? keys.count
        if place == keys.count {
          places[leaf.path] = place
          keys.append(Key(leaf.path))
        }
        if !NullText.isNull(leaf.text) { keys[place].values.append(leaf.text) }
      }
    }
    return keys
  }

  /// A level of errors alone, or what only an error has. A server's log has it in few lines.
  private static func isError(_ key: Key) -> Bool {
    let steps = key.name.split { ".[".contains($0) }
    if !Set(steps).isDisjoint(with: ["exception", "stacktrace", "stack_trace", "culprit"]) {
      return !key.holds { ["0", "false", "{}", "[]"].contains($0) }
    }
    return ["level", "severity", "loglevel", "log_level"].contains(key.last)
      && key.holds { ["error", "fatal", "critical", "warning"].contains($0.lowercased()) }
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

  /// Whether it stands for many addresses: `/{proxy+}`, `/product/:id`, `/user/<name>`.
  private static func isTemplate(_ text: String) -> Bool {
    text.contains("{") || text.contains("/:") || text.contains("<")
  }

  private static func isAddress(_ text: String) -> Bool { address(text) != nil }

  private static func address(_ text: String) -> InternetAddress? {
    let bytes = Array(text.utf8)
    guard case .internet(let address) = LogAddress.read(bytes.span, 0..<bytes.count) else {
      return nil
    }
    return address
  }

  private static func isPublic(_ text: String) -> Bool { address(text)?.isPublic == true }

  private static func isPath(_ text: String) -> Bool {
    text.hasPrefix("/") && !text.contains(" ")
  }

  private static func isURL(_ text: String) -> Bool {
    text.hasPrefix("http://") || text.hasPrefix("https://")
  }
}
