/// A place in a JSON5 text that reads its smallest parts: space, names, text and numbers.
struct JSON5Cursor {
  private let scalars: [Unicode.Scalar]
  private var offset = 0
  private(set) var position = TextPosition()

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { offset = 1 }
  }

  /// The scalar at this place; nil at the end.
  var next: Unicode.Scalar? { offset < scalars.count ? scalars[offset] : nil }

  mutating func advance() {
    guard let scalar = next else { return }
    offset += 1
    let endsLine = scalar == "\n" || scalar == "\u{2028}" || scalar == "\u{2029}"
    if endsLine || (scalar == "\r" && next != "\n") {
      position.line += 1
      position.column = 1
    } else {
      position.column += 1
    }
  }

  /// Steps over that scalar; false when another stands here.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    advance()
    return true
  }

  func unexpected(_ expected: String, _ advice: String) -> JSON5Problem {
    JSON5Problem(position: position, message: "expected \(expected), found \(found); \(advice)")
  }

  private var found: String {
    guard let next else { return "the end of the file" }
    if next.properties.isWhitespace || next.value < 0x20 || next.value == 0x7F {
      return "U+" + String(next.value, radix: 16, uppercase: true)
    }
    return "'\(next)'"
  }

  /// Steps over white space and comments.
  mutating func skipSpace() throws(JSON5Problem) {
    while let scalar = next {
      if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
        advance()
      } else if scalar == "/" {
        try skipComment()
      } else {
        return
      }
    }
  }

  private mutating func skipComment() throws(JSON5Problem) {
    let start = position
    advance()
    if take("/") {
      while let scalar = next, !JSON5Cursor.endsLine(scalar) { advance() }
    } else if take("*") {
      while true {
        guard let scalar = next else {
          throw JSON5Problem(
            position: start,
            message: "expected the comment to be closed, found the end of the file; add */")
        }
        advance()
        if scalar == "*", take("/") { return }
      }
    } else {
      throw unexpected("a comment", "start it with // or /*")
    }
  }

  static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}"
  }

  static func startsName(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "$" || scalar.properties.isIDStart
  }

  /// The name that starts here.
  mutating func name() -> String {
    var name = ""
    while let scalar = next, scalar == "$" || scalar.properties.isIDContinue {
      name.unicodeScalars.append(scalar)
      advance()
    }
    return name
  }
}
