/// Makes a line safe for a terminal.
enum VisibleLine {
  /// The text with control and direction characters written as `\xHH` or `\u{...}`.
  static func of(_ text: String, keeping kept: Set<Unicode.Scalar> = []) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isControl(scalar), !kept.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result +=
          scalar.value > 0xFF ? "\\u{\(digits)}" : "\\x" + (digits.count == 1 ? "0" : "") + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
