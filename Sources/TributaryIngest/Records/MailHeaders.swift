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

  private static let wanted: Set<String> = [
    "from", "to", "date", "message-id", "in-reply-to", "references", "delivered-to",
    "x-original-to",
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
