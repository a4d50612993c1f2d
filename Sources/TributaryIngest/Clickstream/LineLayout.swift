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
    /// One object a line; names are paths of `JSONLeafReader`.
    case json
    /// Cells between separators; names are those of the header. Without a separator it is the
    /// tab where a line has one, else the space.
    case columns(Header, separator: UInt8?)
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

  /// What a record needs to be taken; others are filtered. Of JSON only.
  enum Filter: Sendable {
    /// The path is there, whatever its value.
    case has(String)
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

  let writer: Writer
  let shape: Shape
  let sources: [Source]
  let filters: [Filter]
  /// What the events of these names are; events of other names are `other`. Where events have no
  /// names, those of a collector are pages.
  let kinds: [(event: String, kind: RequestKind)]
  /// The events whose order number says that the order was made; all, if none is listed.
  let confirmations: [String]
  /// The fields that together are the id of an event: a record that has the first of them and all
  /// else alike is the same event, delivered again. Empty where events have no id.
  let identity: [LogSlot]
  /// Of each of these lists every record, or the header, has a name; others are refused.
  let required: [[String]]

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
