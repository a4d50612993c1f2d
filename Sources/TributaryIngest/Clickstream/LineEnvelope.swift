/// A line that is a member of a JSON object: `{"log": "LINE\n", "stream": "stdout"}`.
///
/// Source: Docker, "JSON File logging driver"; systemd, "Journal JSON Format"; Google, "LogEntry";
/// Elastic, "Filebeat exported fields" and "ECS: event.original"; Graylog, "GELF Payload
/// Specification"; AWS, "CloudWatch Logs Insights: discovered fields"; OpenTelemetry, "Logs Data
/// Model"; Splunk, "Export search results".
struct LineEnvelope {
  /// Empty for a blank line of a container.
  let text: [UInt8]
  let wrapper: LineWrapper

  /// Members that shippers put the line in, the most certain first.
  private static let members: [(name: String, wrapper: LineWrapper)] = [
    ("log", .container), ("MESSAGE", .journald), ("message", .json), ("msg", .json),
    ("line", .json), ("textPayload", .json), ("jsonPayload", .json), ("event", .json),
    ("original", .json), ("@message", .json), ("short_message", .json), ("full_message", .json),
    ("body", .json), ("LogEntry", .json), ("LogMessage", .json), ("result", .json),
    ("_raw", .json), ("_source", .json),
  ]

  /// All members of the object that may be the line, the most certain first. Shippers have other
  /// uses for some of the names: `log` of Elastic tells the file.
  static func all(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> [LineEnvelope] {
    guard let open = object(bytes, from: start, to: end) else { return [] }
    var found: [LineEnvelope] = []
    for (name, wrapper) in members {
      let value = JSONScan.member(name, of: bytes, from: open, to: end)
      guard value >= 0, let text = text(bytes, from: value, to: end),
        !text.isEmpty || wrapper == .container
      else { continue }
      found.append(LineEnvelope(text: text, wrapper: wrapper))
    }
    return found
  }

  /// Whether a program wrote the line as an error: no request, where it cannot be read.
  static func isError(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
    guard let open = object(bytes, from: start, to: end) else { return false }
    let stream = JSONScan.member("stream", of: bytes, from: open, to: end)
    return stream >= 0 && text(bytes, from: stream, to: end) == Array("stderr".utf8)
  }

  private static func object(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    let open = JSONScan.space(bytes, from: start, to: end)
    return open < end && bytes[open] == UInt8(ascii: "{") ? open : nil
  }

  /// The inside of a string, an object as it stands, or the bytes that a list of numbers names, as
  /// journald lists those that are no UTF-8.
  private static func text(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> [UInt8]? {
    let after = JSONScan.endOfValue(bytes, from: start, to: end)
    guard after > start else { return nil }
    var text: [UInt8] = []
    switch bytes[start] {
    case 0x22: JSONScan.append(bytes, from: start + 1, to: after - 1, to: &text)
    case UInt8(ascii: "{"): ByteScan.append(bytes, from: start, to: after, to: &text)
    case UInt8(ascii: "["):
      var number = -1
      for index in start + 1..<after {
        if bytes[index] &- 48 < 10 {
          number = max(number, 0) * 10 + Int(bytes[index] - 48)
          guard number < 256 else { return nil }
        } else if number >= 0 {
          text.append(UInt8(number))
          number = -1
        }
      }
    default: return nil
    }
    while let last = text.last, last == 10 || last == 13 { text.removeLast() }
    return text
  }
}
