/// The headers of one message that the tables of letters are made of.
struct MailHeaders {
  var line = 0
  var byteOffset: Int64 = 0
  /// The first line's first bytes.
  var start: [UInt8] = []
  var isTooLong = false
  /// By name in lower case; of equal names the first.
  private var fields: [String: [UInt8]] = [:]
  private var open: String?
  private var length = 0
  /// Whether any header was taken in.
  private(set) var hasHeaders = false

  private static let wanted: Set<String> = [
    "from", "to", "date", "message-id", "in-reply-to", "references", "delivered-to",
    "x-original-to", "subject", "cc", "reply-to", "content-length",
  ]
  /// Bytes that the wanted headers of a message may have.
  private static let limit = 1 << 16

  /// Takes in a line; one that begins with a space continues the header before it.
  mutating func take(_ bytes: ArraySlice<UInt8>) {
    if bytes.first == 32 || bytes.first == 9 {
      if let open { add(bytes, to: open) }
      return
    }
    open = nil
    hasHeaders = true
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
      .filter { $0 != " " && $0 != "\t" }
    guard MailHeaders.wanted.contains(name), fields[name] == nil else { return }
    fields[name] = []
    open = name
    add(bytes[(colon + 1)...], to: name)
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>, to name: String) {
    length += bytes.count
    guard length <= MailHeaders.limit else {
      isTooLong = true
      return
    }
    fields[name, default: []] += bytes
  }

  /// The unfolded text of a header; nil when it is absent or empty.
  func text(_ name: String) -> String? {
    guard let bytes = fields[name] else { return nil }
    let text = CellReader.trimmed(TextEncoding.text(bytes))
    return text.isEmpty ? nil : text
  }

  /// Whether a line is a header: its name and a colon.
  static func isHeader(_ bytes: ArraySlice<UInt8>) -> Bool {
    let name = bytes.prefix { $0 != UInt8(ascii: ":") }
    return name.count < bytes.count && !name.isEmpty
      && name.allSatisfy { byte in
        (48...57).contains(byte) || (65...90).contains(byte & 0xdf) || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: "_")
      }
  }

  /// Bytes of the body as `Content-Length` declares them.
  var bodyLength: Int64? {
    text("content-length").flatMap { Int64($0) }.flatMap { (0...1 << 40).contains($0) ? $0 : nil }
  }

  /// What tells a message from others that has no id: all that its writer set.
  var telling: String {
    let date = text("date").map { MailTime.milliseconds($0).map { String($0) } ?? $0 }
    let texts = ["from", "reply-to", "to", "cc", "subject"].map { text($0) ?? "" }
    return
      ([date ?? ""]
      + texts.map { text in
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
      }).joined(separator: "\n")
  }

  /// Whether it has what every message has.
  var isMessage: Bool { fields["date"] != nil && fields["from"] != nil }

  /// The first address of a header, in lower case: `"Lee, Ann" <Ann@example.com>, …`.
  func address(_ name: String) -> String? { text(name).flatMap(MailHeaders.address) }

  /// The last id of a header: References lists a thread from its first message on.
  func lastID(_ name: String) -> String? { text(name).flatMap { MailHeaders.ids($0).last } }

  func firstID(_ name: String) -> String? { text(name).flatMap { MailHeaders.ids($0).first } }

  private static func ids(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\t" || $0 == "," || $0 == "<" || $0 == ">" }
      .map(String.init).filter { $0.contains("@") }
  }

  /// Passes over quoted names and comments; an address in `<>` wins over bare ones.
  private static func address(in text: String) -> String? {
    var word = ""
    var words: [String] = []
    var (isQuoted, isEscaped, depth) = (false, false, 0)
    for character in text {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"", depth == 0 {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if character == "(" {
        depth += 1
      } else if character == ")" {
        depth = max(0, depth - 1)
      } else if depth > 0 {
        continue
      } else if character == ">", word.contains("@") {
        return word.lowercased()
      } else if " \t<>,;:".contains(character) {
        words.append(word)
        word = ""
        if character == ",", let found = words.first(where: { $0.contains("@") }) {
          return found.lowercased()
        }
      } else {
        word.append(character)
      }
    }
    return (words + [word]).first { $0.contains("@") }?.lowercased()
  }
}
