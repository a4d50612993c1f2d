extension JSON5Cursor {
  /// The text between the quotes that start here, escapes resolved.
  mutating func quotedText() throws(JSON5Problem) -> String {
    let start = position
    guard let quote = next else { throw unexpected("text", "put it into quotes") }
    advance()
    var text = ""
    while let scalar = next {
      if scalar == quote {
        advance()
        return text
      }
      if scalar == "\n" || scalar == "\r" {
        throw unexpected("the closing \(quote)", "close the text that starts in this line")
      }
      guard scalar.value >= 0x20 || scalar == "\t" else {
        throw unexpected("text", "write control characters as \\uXXXX")
      }
      if scalar == "\\" {
        if let escaped = try escape() { text.unicodeScalars.append(escaped) }
      } else {
        text.unicodeScalars.append(scalar)
        advance()
      }
    }
    throw JSON5Problem(
      position: start,
      message: "expected the closing \(quote), found the end of the file; close the text")
  }

  /// The scalar that an escape stands for; nil for a line continued after a backslash.
  private mutating func escape() throws(JSON5Problem) -> Unicode.Scalar? {
    let start = position
    advance()
    guard let letter = next else { return nil }
    advance()
    switch letter {
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "v": return "\u{B}"
    case "x": return Unicode.Scalar(try hexadecimal(2, from: start))
    case "u": return try unicodeEscape(from: start)
    case "\r":
      _ = take("\n")
      return nil
    case "\n", "\u{2028}", "\u{2029}": return nil
    case "0"..."9":
      throw JSON5Problem(
        position: start, message: "expected an escape, found \\\(letter); write \\u00XX or \\\\")
    default: return letter
    }
  }

  private mutating func unicodeEscape(from start: TextPosition) throws(JSON5Problem)
    -> Unicode.Scalar
  {
    let unit = try hexadecimal(4, from: start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    if unit < 0xDC00, take("\\"), take("u") {
      let low = try hexadecimal(4, from: start)
      let value = 0x10000 + (unit - 0xD800) << 10 + (low &- 0xDC00)
      if (0xDC00...0xDFFF).contains(low), let scalar = Unicode.Scalar(value) { return scalar }
    }
    throw JSON5Problem(
      position: start,
      message: "expected a whole character, found half of a pair; write the character itself")
  }

  private mutating func hexadecimal(_ count: Int, from start: TextPosition) throws(JSON5Problem)
    -> UInt32
  {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let scalar = next, scalar.isASCII, let digit = Character(scalar).hexDigitValue else {
        throw unexpected("\(count) hexadecimal digits", "write \\\\ for a backslash")
      }
      value = value * 16 + UInt32(digit)
      advance()
    }
    return value
  }
}
