/// The name or path of a file: bytes, which need not be text, with a spelling that is.
///
/// Two names are one when their bytes are: `й` in one character and `й` in two are two files to the
/// system, while texts that hold them are equal. What is no text, would steer a terminal, or could
/// be taken for such a spelling is written `\xHH`, byte by byte, so that a spelling means one name.
///
/// ```
///  bytes     61 ff 2e 6c 6f 67        61 0a 62        5c 78 66 66
///  spelling  a\xFF.log                a\x0Ab          \x5Cxff
/// ```
public struct FileName: Sendable {
  /// What the ledger keeps and people read.
  public let spelling: String

  package init(bytes: [UInt8]) {
    let text = String(validating: bytes, as: UTF8.self)
    let isPlain = text.map { !$0.utf8.contains(FileName.backslash) && PrintableText.isSafe($0) }
    spelling = if let text, isPlain == true { text } else { FileName.spell(bytes) }
  }

  /// A name as the ledger has it.
  public init(spelling: String) {
    self.spelling = spelling
  }

  /// What the system is given.
  public var bytes: [UInt8] {
    let text = Array(spelling.utf8)
    guard text.contains(FileName.backslash) else { return text }
    var bytes: [UInt8] = []
    var index = 0
    while index < text.count {
      if let byte = FileName.escape(in: text, at: index) {
        bytes.append(byte)
        index += 4
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return bytes
  }

  private static func spell(_ bytes: [UInt8]) -> String {
    var result = ""
    var index = 0
    while index < bytes.count {
      let isTaken = escape(in: bytes, at: index) != nil
      guard !isTaken, let scalar = scalar(in: bytes, at: index),
        PrintableText.isSafe(String(Character(scalar)))
      else {
        // A character that must not be shown is spelled byte by byte, as its bytes come up here.
        let length = scalar(in: bytes, at: index).map { UTF8.width($0) } ?? 1
        for byte in bytes[index..<index + length] { result += escape(byte) }
        index += length
        continue
      }
      result.unicodeScalars.append(scalar)
      index += UTF8.width(scalar)
    }
    return result
  }

  /// The character that starts there; nil where the bytes are no text.
  private static func scalar(in bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
    let length =
      switch bytes[index] {
      case 0..<0x80: 1
      case 0xc2..<0xe0: 2
      case 0xe0..<0xf0: 3
      case 0xf0..<0xf5: 4
      default: 0
      }
    guard length > 0, index + length <= bytes.count else { return nil }
    return String(validating: bytes[index..<index + length], as: UTF8.self)?.unicodeScalars.first
  }

  private static func escape(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "\\x" + (digits.count == 1 ? "0" : "") + digits
  }

  private static func escape(in text: [UInt8], at index: Int) -> UInt8? {
    guard text[index] == backslash, index + 3 < text.count, text[index + 1] == UInt8(ascii: "x"),
      let high = Character(Unicode.Scalar(text[index + 2])).hexDigitValue,
      let low = Character(Unicode.Scalar(text[index + 3])).hexDigitValue
    else { return nil }
    return UInt8(high << 4 | low)
  }

  private static let backslash = UInt8(ascii: "\\")
}

extension FileName: Hashable, Comparable {
  /// By the bytes of the path.
  public static func == (left: FileName, right: FileName) -> Bool {
    // Texts that differ have other bytes, which is told at once; equal ones may differ in form.
    left.spelling == right.spelling && left.spelling.utf8.elementsEqual(right.spelling.utf8)
  }

  /// Equal ones have the same hash.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(spelling)
  }

  /// The order of the spellings' bytes.
  public static func < (left: FileName, right: FileName) -> Bool {
    left.spelling.utf8.lexicographicallyPrecedes(right.spelling.utf8)
  }
}

extension FileName: CustomStringConvertible, ExpressibleByStringLiteral {
  public var description: String { spelling }

  /// A literal is taken as it stands.
  public init(stringLiteral text: String) { self.init(bytes: Array(text.utf8)) }
}
