/// Turns log format strings into parts.
///
/// Source: nginx, `ngx_http_log_module`; Apache, `mod_log_config`.
enum LogFormatCompiler {
  /// The parts of a format string in nginx `$variable` or Apache `%directive` syntax.
  ///
  /// Errors: `badOption` for a directive that is not known, for two fields with nothing between
  /// them and for a format without a time.
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
    return switch name {
    case "remote_addr", "realip_remote_addr": .address
    case "http_x_forwarded_for", "proxy_add_x_forwarded_for": .forwardedFor
    case "time_local": .timeLocal
    case "time_iso8601": .timeISO
    case "msec": .timeEpoch
    case "request": .request
    case "request_method": .method
    case "request_uri": .target
    case "uri", "document_uri": .path
    case "args", "query_string": .query
    case "status": .status
    case "body_bytes_sent", "bytes_sent": .bytes
    case "http_referer": .referrer
    case "http_user_agent": .userAgent
    case "host", "http_host", "server_name": .host
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
    case "t" where argument == "sec": parts.append(.timeEpoch)
    case "t":
      throw unreadable("%{\(argument ?? "")}t", whole, "use %t or %{sec}t")
    case "r": parts.append(.request)
    case "m": parts.append(.method)
    case "U": parts.append(.path)
    case "s": parts.append(.status)
    case "b", "B", "O": parts.append(.bytes)
    case "v", "V": parts.append(.host)
    case "C": parts.append(.cookie(argument ?? ""))
    case "i": parts.append(header(argument ?? ""))
    case "l", "u", "p", "D", "T", "I", "k", "L", "P", "X", "f", "A", "H", "R", "q", "o", "n", "e",
      "S":
      parts.append(.ignored)
    default: throw unreadable("%\(directive.letter)", whole, "use a directive of mod_log_config")
    }
  }

  private static func header(_ name: String) -> LogField {
    switch name.lowercased() {
    case "referer": .referrer
    case "user-agent": .userAgent
    case "host": .host
    case "x-forwarded-for": .forwardedFor
    default: .ignored
    }
  }

  private static func check(_ parts: [LogFormatPart], _ text: String) throws(IngestError) {
    for (first, second) in zip(parts, parts.dropFirst()) {
      if case .field = first, case .field = second {
        throw unreadable("two fields with nothing between them", text, "put a space between them")
      }
    }
    let times: [LogFormatPart] = [.field(.timeLocal), .field(.timeISO), .field(.timeEpoch)]
    guard parts.contains(where: times.contains) else {
      throw unreadable("no time", text, "add $time_local or %t")
    }
  }

  static func unreadable(_ found: String, _ text: String, _ advice: String) -> IngestError {
    IngestError(
      .badOption, path: "format",
      message: "expected a log format string, found \(found) in '\(text)'; \(advice)")
  }

  /// Parts in the making: neighbouring literal bytes grow together.
  private struct PartList {
    private(set) var all: [LogFormatPart] = []

    mutating func append(_ byte: UInt8) {
      if case .literal(let bytes) = all.last {
        all[all.count - 1] = .literal(bytes + [byte])
      } else {
        all.append(.literal([byte]))
      }
    }

    mutating func append(_ field: LogField) { all.append(.field(field)) }
  }

  /// `%>s`, `%{Referer}i`, `%!200,304{X}i`: modifiers, an argument in braces, a letter.
  private struct Directive {
    let argument: String?
    let letter: Character

    init(_ text: [UInt8], at index: inout Int, _ whole: String) throws(IngestError) {
      var argument: String?
      while index < text.count {
        let byte = text[index]
        index += 1
        if byte == UInt8(ascii: "{") {
          let end = text[index...].firstIndex(of: UInt8(ascii: "}")) ?? text.count
          argument = String(decoding: text[index..<end], as: UTF8.self)
          index = min(end + 1, text.count)
        } else if "<>!,0123456789".utf8.contains(byte) {
          continue
        } else {
          if byte == UInt8(ascii: "^"), index + 1 < text.count { index += 2 }
          self.argument = argument
          letter = Character(Unicode.Scalar(byte))
          return
        }
      }
      throw LogFormatCompiler.unreadable("a % at the end", whole, "write %% for a percent sign")
    }
  }
}
