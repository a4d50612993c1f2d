/// Text made safe to print: control characters become visible escapes.
public enum PrintableText {
  /// The text with C0, DEL, C1 and direction controls written as `\xHH` or `\u{…}`.
  public static func of(_ text: String, keeping kept: String = "") -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isControl(scalar), !kept.unicodeScalars.contains(scalar) {
        result += escape(scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether the text has nothing to escape.
  static func isSafe(_ text: String) -> Bool { !text.unicodeScalars.contains(where: isControl) }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069, 0xfeff: true
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    if scalar.value > 0xff { return "\\u{" + digits + "}" }
    return "\\x" + (digits.count == 1 ? "0" + digits : digits)
  }
}
