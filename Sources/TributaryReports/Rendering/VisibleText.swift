/// Text made safe to show: escaped for HTML, without characters that hide or turn it.
enum VisibleText {
  /// The longest text of a stranger that a page shows; the CSV has it whole.
  static let longest = 60

  /// Stands for a character that cannot be seen or that changes the direction of others.
  static let mark: Character = "\u{FFFD}"

  /// Safe between tags and inside a quoted attribute.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: needsCare) else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default:
        if isHidden(scalar) {
          result.append(mark)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  /// With a mark in the place of every hidden character, for a file that is no markup.
  static func marked(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { isHidden($0) ? "\u{FFFD}" : $0 }))
  }

  /// Whether a byte may belong to a character that has to be replaced.
  private static func needsCare(_ byte: UInt8) -> Bool {
    switch byte {
    case ..<0x20, 0x7F..., UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "\""), UInt8(ascii: "'"):
      true
    default: false
    }
  }

  /// The first characters and "…" when the text is longer; heaps of accents are cut as well.
  static func cut(_ text: String, to count: Int = longest) -> String {
    let characters = text.prefix(count)
    let scalars = characters.unicodeScalars.prefix(count * 3)
    guard scalars.count < text.unicodeScalars.count else { return text }
    return String(String.UnicodeScalarView(scalars)) + "…"
  }

  /// Control characters, line separators, and marks that order or embed text from right to left.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0xFEFF, 0xFFF9...0xFFFB:
      true
    default: false
    }
  }
}
