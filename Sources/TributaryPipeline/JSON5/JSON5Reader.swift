/// Reads JSON5 into values that know their line and column.
///
/// Shape: comments, trailing commas, unquoted keys, single quotes, hexadecimal and signed numbers
/// as in JSON5; stricter in that keys must not repeat, and Infinity, NaN and lone surrogates are
/// refused. Bounded: 1 MiB of text, 32 levels.
/// Errors: the first breach of syntax; repeated keys are gathered, so that all of them are told.
/// Source: https://spec.json5.org
struct JSON5Reader {
  static let largestSize = 1 << 20
  static let deepest = 32

  /// The document, or everything that is wrong with it.
  static func read(_ bytes: [UInt8]) throws(JSON5Failure) -> JSON5Value {
    guard bytes.count <= largestSize else {
      throw JSON5Failure(
        "expected at most 1 MiB, found \(bytes.count) bytes; is this the right file?")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw JSON5Failure("expected UTF-8, found other bytes; save the file as UTF-8")
    }
    var reader = JSON5Reader(cursor: JSON5Cursor(text))
    let value: JSON5Value
    do {
      value = try reader.document()
    } catch {
      throw JSON5Failure(problems: reader.repeated + [error])
    }
    guard reader.repeated.isEmpty else { throw JSON5Failure(problems: reader.repeated) }
    return value
  }

  private var cursor: JSON5Cursor
  private var repeated: [JSON5Problem] = []

  private init(cursor: JSON5Cursor) {
    self.cursor = cursor
  }

  private mutating func document() throws(JSON5Problem) -> JSON5Value {
    try cursor.skipSpace()
    let value = try value(depth: 1)
    try cursor.skipSpace()
    guard cursor.next == nil else {
      throw cursor.unexpected("the end of the file", "remove what follows the closing brace")
    }
    return value
  }

  private mutating func value(depth: Int) throws(JSON5Problem) -> JSON5Value {
    let position = cursor.position
    guard depth <= JSON5Reader.deepest else {
      throw JSON5Problem(
        position: position,
        message: "expected at most \(JSON5Reader.deepest) levels, found more; flatten it")
    }
    let content: JSON5Value.Content =
      switch cursor.next {
      case "{": .object(try members(depth: depth))
      case "[": .list(try elements(depth: depth))
      case "\"", "'": .text(try cursor.quotedText())
      case let next? where JSON5Cursor.startsNumber(next): .number(try cursor.number())
      case let next? where JSON5Cursor.startsName(next): try word()
      default: throw cursor.unexpected("a value", "write text in quotes, a number, [ or {")
      }
    return JSON5Value(content: content, position: position)
  }

  private mutating func word() throws(JSON5Problem) -> JSON5Value.Content {
    let position = cursor.position
    switch cursor.name() {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null": return .null
    case "Infinity", "NaN":
      throw JSON5Problem(
        position: position, message: "expected a finite number, found none; write its digits")
    case let other:
      throw JSON5Problem(
        position: position, message: "expected a value, found \(other); put text into quotes")
    }
  }

  private mutating func elements(depth: Int) throws(JSON5Problem) -> [JSON5Value] {
    cursor.advance()
    var values: [JSON5Value] = []
    while true {
      try cursor.skipSpace()
      if cursor.take("]") { return values }
      values.append(try value(depth: depth + 1))
      try cursor.skipSpace()
      guard cursor.take(",") || cursor.next == "]" else {
        throw cursor.unexpected("',' or ']'", "separate the values of a list by commas")
      }
    }
  }

  private mutating func members(depth: Int) throws(JSON5Problem) -> [JSON5Member] {
    cursor.advance()
    var members: [JSON5Member] = []
    var lines: [String: Int] = [:]
    while true {
      try cursor.skipSpace()
      if cursor.take("}") { return members }
      let position = cursor.position
      let key = try key()
      try cursor.skipSpace()
      guard cursor.take(":") else {
        throw cursor.unexpected("':' after the key \(key)", "write \(key): value")
      }
      try cursor.skipSpace()
      let value = try value(depth: depth + 1)
      if let line = lines.updateValue(position.line, forKey: key) {
        let message = "expected each key once, found \(key) again (first in line \(line)); keep one"
        repeated.append(JSON5Problem(position: position, message: message))
      } else {
        members.append(JSON5Member(key: key, position: position, value: value))
      }
      try cursor.skipSpace()
      guard cursor.take(",") || cursor.next == "}" else {
        throw cursor.unexpected("',' or '}'", "separate the keys of an object by commas")
      }
    }
  }

  private mutating func key() throws(JSON5Problem) -> String {
    switch cursor.next {
    case "\"", "'": return try cursor.quotedText()
    case let next? where JSON5Cursor.startsName(next): return cursor.name()
    default: throw cursor.unexpected("a key", "write a name, in quotes if it holds other signs")
    }
  }
}

/// Everything that is wrong with a JSON5 text; never empty.
struct JSON5Failure: Error, Sendable {
  let problems: [JSON5Problem]

  init(problems: [JSON5Problem]) {
    self.problems = problems
  }

  init(_ message: String) {
    self.init(problems: [JSON5Problem(position: TextPosition(), message: message)])
  }
}
