/// Turns log format strings into parts.
///
/// Source: nginx, `ngx_http_log_module`; Apache, `mod_log_config`.
enum LogFormatCompiler {
  /// The parts of a format string in nginx `$variable` or Apache `%directive` syntax.
  ///
  /// Errors: `badOption` for a directive that is not known, for two fields with nothing between
  /// them and for a format without a time or a request.
  static func compile(_ text: String) throws(IngestError) -> [LogFormatPart] {
    let characters = Array(text.utf8)
    let parts =
      text.contains("$") ? nginx(characters) : try apache(characters, text)
    try check(parts, text)
    return parts
  }

  private static func nginx(_ text: [UInt8]) -> [LogFormatPart] {
    var parts = PartList()
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "$") else {
        parts.append(text[index])
        index += 1
        continue
      }
      index += 1
      let isBraced = index < text.count && text[index] == UInt8(ascii: "{")
      if isBraced { index += 1 }
      let start = index
      while index < text.count, isNameByte(text[index]) { index += 1 }
      let name = String(decoding: text[start..<index], as: UTF8.self)
      if isBraced, index < text.count { index += 1 }
      parts.append(variable(name))
    }
    return parts.all
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || byte == UInt8(ascii: "_")
  }

  private static func variable(_ name: String) -> LogField {
    if name.hasPrefix("cookie_") { return .cookie(String(name.dropFirst(7))) }
    if name.hasPrefix("upstream_") { return .list }
    return switch name {
    case "remote_addr", "realip_remote_addr": .address
    case "alb_client", "haproxy_client": .addressAndPort
    case "alb_request": .requestWithHost
    case "alb_domain_name": .serverName
    case "http_x_forwarded_for", "proxy_add_x_forwarded_for", "http_forwarded",
      "http_x_real_ip", "http_cf_connecting_ip", "http_true_client_ip":
      .forwardedFor
    case "time_local": .timeLocal
    case "time_iso8601": .timeISO
    case "msec": .timeEpoch
    case "request": .request
    case "request_method": .method
    case "request_uri": .target
    case "uri", "document_uri": .path
    case "args", "query_string", "is_args": .query
    case "status": .status
    case "body_bytes_sent", "bytes_sent": .bytes
    case "http_referer": .referrer
    case "http_user_agent": .userAgent
    case "host", "http_host", "server_name": .host
    case "http_cookie": .cookieHeader
    default: .ignored
    }
  }

  private static func apache(
    _ text: [UInt8], _ whole: String
  ) throws(IngestError) -> [LogFormatPart] {
    var parts = PartList()
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      if byte == UInt8(ascii: "\\"), index < text.count {
        // The configuration file writes \" for a quote inside its own quotes.
        parts.append(text[index])
        index += 1
      } else if byte != UInt8(ascii: "%") {
        parts.append(byte)
      } else {
        let directive = try Directive(text, at: &index, whole)
        try append(directive, to: &parts, whole)
      }
    }
    return parts.all
  }

  private static func append(
    _ directive: Directive, to parts: inout PartList, _ whole: String
  ) throws(IngestError) {
    let argument = directive.argument
    switch directive.letter {
    case "%": parts.append(UInt8(ascii: "%"))
    case "h", "a": parts.append(argument == nil || argument == "c" ? .address : .ignored)
    case "t" where argument == nil:
      parts.append(UInt8(ascii: "["))
      parts.append(.timeLocal)
      parts.append(UInt8(ascii: "]"))
    case "t": try append(time: argument ?? "", to: &parts, whole)
    case "r": parts.append(.request)
    case "m": parts.append(.method)
    case "U": parts.append(.path)
    case "q": parts.append(.query)
    case "s": parts.append(.status)
    case "b", "B", "O": parts.append(.bytes)
    case "v", "V": parts.append(.host)
    case "C": parts.append(.cookie(argument ?? ""))
    case "i": parts.append(header(argument ?? ""))
    case "l": parts.append(.identity)
    case "u", "p", "D", "T", "I", "k", "L", "P", "X", "f", "A", "H", "R", "o", "n", "e",
      "S", "c", "x":
      parts.append(.ignored)
    default: throw unreadable("%\(directive.letter)", whole, "use a directive of mod_log_config")
    }
  }

  /// The argument of `%{…}t`: a unit, or letters of `strftime`.
  private static func append(
    time argument: String, to parts: inout PartList, _ whole: String
  ) throws(IngestError) {
    var letters = argument[...]
    for prefix in ["begin:", "end:"] where letters.hasPrefix(prefix) {
      letters = letters.dropFirst(prefix.count)
    }
    switch letters {
    case "sec", "msec", "usec": parts.append(.timeEpoch)
    case "msec_frac": parts.append(fractionDigits: 3)
    case "usec_frac": parts.append(fractionDigits: 6)
    default:
      guard let format = LogTimeFormat(String(letters)) else {
        throw unreadable("%{\(argument)}t", whole, "use %t, %{sec}t or %{%F %T}t")
      }
      parts.append(format)
    }
  }

  private static func header(_ name: String) -> LogField {
    switch name.lowercased() {
    case "referer": .referrer
    case "user-agent": .userAgent
    case "host": .host
    case "x-forwarded-for", "forwarded", "x-real-ip", "cf-connecting-ip", "true-client-ip":
      .forwardedFor
    case "cookie": .cookieHeader
    default: .ignored
    }
  }

  private static func check(_ parts: [LogFormatPart], _ text: String) throws(IngestError) {
    for (first, second) in zip(parts, parts.dropFirst()) {
      if case .field = first, case .field = second {
        throw unreadable("two fields with nothing between them", text, "put a space between them")
      }
    }
    var (hasTime, hasRequest) = (false, false)
    for case .field(let field) in parts {
      let slot = field.slot(cookie: nil)
      hasTime = hasTime || slot == .time
      hasRequest = hasRequest || LogSlot.requests.contains(slot)
      if case .timeFormat(let format) = field, !format.isWhole {
        throw unreadable("a time without day or hour", text, "use %t, or %{%F %T}t")
      }
    }
    guard hasTime else { throw unreadable("no time", text, "add $time_local or %t") }
    guard hasRequest else { throw unreadable("no request", text, "add \"$request\" or \"%r\"") }
  }

  static func unreadable(_ found: String, _ text: String, _ advice: String) -> IngestError {
    IngestError(
      .badOption, path: "format",
      message: "expected a log format string, found \(found) in '\(text)'; \(advice)")
  }
}
