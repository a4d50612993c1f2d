import TributaryModel

/// Where the fields of a log are whose lines are records with names: JSON objects or columns.
///
/// ```swift
/// LineLayout(.json, [
///   Source(.timeAny, ["timestamp"]), Source(.url, ["context.page.url"]),
///   Source(.event, ["type"]), Source(.visitor, ["anonymousId"]),
/// ], kinds: [("page", .page)])
/// ```
struct LineLayout: Sendable {
  enum Shape: Sendable {
    /// One object a line; names are paths of `JSONLeafReader`. Where people spell the names as
    /// they like, `clientIp` is `client_ip` too; see `KeySpelling`.
    case json(anySpelling: Bool = false)
    /// Cells between separators; names are those of the header. Without a separator it is the
    /// tab where a line has one, else the space. Cells may stand in quotes where they are strings.
    case columns(Header, separator: UInt8?, hasStrings: Bool = false)
  }

  enum Header: Sendable {
    /// `#Fields: date time …`, anywhere and as often as the server likes.
    case directive
    /// The first line of the file.
    case firstLine
    /// None: these are the columns.
    case fixed([String])
  }

  /// A field and the names it may have, best first: the first one with a value counts.
  struct Source: Sendable {
    let field: LogField
    var names: [String]
    var decoding: FieldDecoding
    /// Whether the value is those of all the names, with spaces between.
    var isJoined: Bool

    init(
      _ field: LogField, _ names: [String], _ decoding: FieldDecoding = .none,
      isJoined: Bool = false
    ) {
      self.field = field
      self.names = names
      self.decoding = decoding
      self.isJoined = isJoined
    }
  }

  /// What tells a record from those of other programs that write to the same file, which are
  /// filtered. Of JSON only.
  enum Filter: Sendable {
    /// A record without the first path is another program's if it has the second.
    case has(String, orElse: String)
    /// The value, if there is one, starts so.
    case starts(String, with: String)
  }

  /// Whose records these are.
  enum Writer: Sendable {
    /// A web server: method, status and path tell what a request is.
    case server
    /// A collector of events: their names tell. A record that names no visitor is filtered, since
    /// it belongs to nobody; one without a user agent is no bot.
    case collector
  }

  /// What every record, or the header, has one of; others are refused.
  struct Need: Sendable {
    /// The column of `columns` that may name it; nil where none does.
    let column: String?
    let names: [String]

    /// The first names, for people.
    var shown: [String] { Array(names.filter { !$0.hasPrefix("[\"") }.prefix(4)) }
  }

  let writer: Writer
  let shape: Shape
  var sources: [Source]
  let filters: [Filter]
  /// What the events of these names are; events of other names are `other`. Where events have no
  /// names, those of a collector are pages.
  let kinds: [(event: String, kind: RequestKind)]
  /// The events whose order number says that the order was made; all, if none is listed.
  let confirmations: [String]
  /// The fields that together are the id of an event: a record that has the first of them and all
  /// else alike is the same event, delivered again. Empty where events have no id.
  let identity: [LogSlot]
  private let required: [[String]]

  init(
    _ shape: Shape, _ sources: [Source], filters: [Filter] = [], writer: Writer = .server,
    kinds: [(event: String, kind: RequestKind)] = [], confirmations: [String] = [],
    identity: [LogSlot] = [], required: [[String]] = []
  ) {
    self.writer = writer
    self.identity = identity
    self.confirmations = confirmations
    self.required = required
    self.shape = shape
    self.sources = sources
    self.filters = filters
    self.kinds = kinds
  }

  /// What a record must have: of a server's log a time and a request.
  var needs: [Need] {
    let own = required.map { Need(column: nil, names: $0) }
    guard writer == .server else { return own }
    func names(_ isWanted: (LogSlot) -> Bool) -> [String] {
      sources.filter { isWanted($0.field.slot(cookie: nil)) }.flatMap(\.names)
    }
    return own + [
      Need(column: "time", names: names { $0 == .time }),
      Need(column: "path", names: names(LogSlot.requests.contains)),
    ]
  }

  /// How the time is written.
  var timeField: LogField {
    sources.first { $0.field.slot(cookie: nil) == .time }?.field ?? .timeAny
  }

  /// The sources with the visitor's cookie in the place of `{cookie}`; without a cookie those
  /// names are left out.
  func resolved(cookie: String?) -> [Source] {
    sources.compactMap { source in
      var source = source
      source.names = source.names.compactMap { name in
        guard name.contains("{cookie}") else { return name }
        return cookie.map { name.replacing("{cookie}", with: $0) }
      }
      if case .cookieHeader = source.field, cookie == nil { return nil }
      return source.names.isEmpty ? nil : source
    }
  }
}
