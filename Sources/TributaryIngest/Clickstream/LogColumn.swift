/// What `columns` of a log's source can name.
public enum LogColumn: String, CaseIterable, Sendable {
  case time, date, request, method, host, path, query, url, status, bytes, referrer
  case userAgent = "user_agent"
  case clientIP = "client_ip"
  case forwardedFor = "forwarded_for"
  case clientID = "client_id"
  case cookie

  /// One sentence: what stands under the key.
  public var meaning: String {
    switch self {
    case .time: "When; without an offset in the source's `timezone`. Required."
    case .date: "The day, where `time` is a time of day alone."
    case .request: "Method, path and query in one: `GET /cart?a=1 HTTP/1.1`."
    case .method: "`GET` where none is named."
    case .host: "The site's name."
    case .path: "The path, with or without its query. One of `path`, `url`, `request` is required."
    case .query: "The query, where the path has none."
    case .url: "The whole address, with or without `https://`."
    case .status: "The status of the answer, a number."
    case .bytes: "The size of the answer, a number."
    case .referrer: "The address of the page before."
    case .userAgent: "The browser."
    case .clientIP: "The visitor's address."
    case .forwardedFor: "X-Forwarded-For, for `forwarded_for: true`."
    case .clientID: "An id that the visitor keeps, instead of address and browser."
    case .cookie: "The header Cookie, for `visitor_cookie`."
    }
  }

  private var field: LogField {
    switch self {
    case .time, .date: .timeAny
    case .request: .request
    case .method: .method
    case .host: .host
    case .path: .target
    case .query: .query
    case .url: .url
    case .status: .status
    case .bytes: .bytes
    case .referrer: .referrer
    case .userAgent: .userAgent
    case .clientIP: .address
    case .forwardedFor: .forwardedFor
    case .clientID: .visitor
    case .cookie: .cookieHeader
    }
  }

  /// The layout of JSON lines whose keys are these and no others.
  ///
  /// Errors: `badOption` for unknown names and where time or request is missing.
  static func layout(_ columns: [String: String]) throws(IngestError) -> LineLayout {
    let sources = try sources(columns)
    let named = Set(columns.keys)
    guard named.contains("time"), !named.isDisjoint(with: ["path", "url", "request"]) else {
      let found = columns.isEmpty ? "no columns" : columns.keys.sorted().joined(separator: ", ")
      throw IngestError(
        .badOption, path: "columns",
        message: "expected the keys of a JSON log as columns, time and one of path, url, request "
          + "at least, found \(found); write columns: {time: 'KEY', path: 'KEY', "
          + "client_ip: 'KEY', user_agent: 'KEY'}")
    }
    return LineLayout(.json(), sources)
  }

  /// The layout with these names before its own.
  static func adding(
    _ columns: [String: String], to layout: LineLayout
  ) throws(IngestError) -> LineLayout {
    guard !columns.isEmpty else { return layout }
    guard layout.writer == .server else {
      throw IngestError(
        .badOption, path: "columns",
        message: "expected columns beside the log of a server, found them beside a collector's "
          + "events, where they do nothing; remove them")
    }
    var own = try sources(columns)
    for index in own.indices {
      let known = layout.sources.first { $0.field == own[index].field && !$0.isJoined }
      own[index].decoding = known?.decoding ?? .none
    }
    var result = layout
    let slots = Set(own.map { $0.field.slot(cookie: nil) })
    if !slots.isDisjoint(with: LogSlot.requests) {
      result.sources.removeAll { LogSlot.requests.contains($0.field.slot(cookie: nil)) }
    }
    result.sources.insert(contentsOf: own, at: 0)
    return result
  }

  private static func sources(
    _ columns: [String: String]
  ) throws(IngestError) -> [LineLayout.Source] {
    for name in columns.keys.sorted() where LogColumn(rawValue: name) == nil {
      throw IngestError(
        .badOption, path: "columns",
        message: "expected a column of a log, found \(name); known are "
          + allCases.map(\.rawValue).joined(separator: ", "))
    }
    return allCases.compactMap { column in
      guard column != .date, let key = columns[column.rawValue] else { return nil }
      if column == .time, let date = columns[LogColumn.date.rawValue] {
        return LineLayout.Source(.timeAny, [date, key], isJoined: true)
      }
      // A key that is written so goes before steps into objects.
      let written = key.contains(".") && !key.contains("\"") ? ["[\"\(key)\"]"] : []
      return LineLayout.Source(column.field, written + [key])
    }
  }
}
