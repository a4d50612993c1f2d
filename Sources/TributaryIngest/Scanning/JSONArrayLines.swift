/// Turns a JSON array of records into one record a line, byte for byte in its place.
///
/// ```
///  file    [{"a":1},\n {"a":2}]
///  lines    {"a":1}
///            {"a":2}
/// ```
/// Brackets become blanks and ends of lines, ends of lines within records blanks. So an offset means
/// the same in both, and an array that was written anew with more records has grown.
struct JSONArrayLines {
  private var depth = 0
  private var isInText = false
  private var isEscaped = false
  /// Whether the record that is open has bytes yet.
  private var hasContent = false
  /// Whether a record has just closed its bracket.
  private var endsRecord = false

  /// Whether a file that begins with these bytes is an array of objects; nil when they are too few.
  static func begin(_ bytes: ArraySlice<UInt8>) -> Bool? {
    var rest = bytes
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    if rest.starts(with: mark) { rest = rest.dropFirst(mark.count) }
    rest = rest.drop(while: isBlank)
    guard let first = rest.first else { return nil }
    guard first == UInt8(ascii: "[") else { return false }
    return rest.dropFirst().first { !isBlank($0) }
      .map { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "]") }
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  /// Rewrites the next bytes of the file. A line ends right behind its record, whatever comes: an
  /// array goes on at other blanks than it ended with.
  mutating func rewrite(_ bytes: inout [UInt8], from start: Int, to end: Int) {
    for index in start..<end {
      let byte = bytes[index]
      if endsRecord {
        endsRecord = false
        if JSONArrayLines.isBlank(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") {
          bytes[index] = 10
          hasContent = false
          if byte == UInt8(ascii: "]") { depth -= 1 }
          continue
        }
      }
      if byte == 10 || byte == 13 { bytes[index] = 32 }
      guard !isInText else {
        isInText = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        continue
      }
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if depth == 0 { bytes[index] = 32 } else { hasContent = true }
        depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        endsRecord = depth == 1
        if depth == 0 { bytes[index] = endOfRecord() }
      case UInt8(ascii: ",") where depth == 1: bytes[index] = endOfRecord()
      default:
        isInText = byte == UInt8(ascii: "\"")
        if !JSONArrayLines.isBlank(byte) { hasContent = true }
      }
    }
  }

  private mutating func endOfRecord() -> UInt8 {
    defer { hasContent = false }
    return hasContent ? 10 : 32
  }
}
