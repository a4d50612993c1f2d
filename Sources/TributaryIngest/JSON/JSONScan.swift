/// The grammar of JSON over bytes: where strings, numbers and whole values end.
///
/// Every function gives −1 where the grammar is broken. Two things are let through that real
/// logs hold: `\xHH` in a string (nginx without `escape=json`), and raw bytes of any kind.
/// Source: RFC 8259.
enum JSONScan {
  /// Objects and arrays within each other, the outermost counted; one bit of a word each.
  static let maximumDepth = 64

  /// The first byte that is no white space, or `end`.
  static func space(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int {
    var at = start
    while at < end {
      let byte = bytes[at]
      guard byte == 32 || byte == 10 || byte == 13 || byte == 9 else { break }
      at &+= 1
    }
    return at
  }

  /// The closing quote of the string whose text starts at `start`.
  static func endOfString(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var at = start
    while true {
      at = ByteScan.quoteOrBackslash(in: bytes, from: at, to: end)
      guard at >= 0 else { return -1 }
      if bytes[at] == 0x22 { return at }
      at = endOfEscape(bytes, from: at + 1, to: end)
      guard at >= 0 else { return -1 }
    }
  }

  /// The end of the escape whose letter is at `start`.
  private static func endOfEscape(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Int {
    guard start < end else { return -1 }
    switch bytes[start] {
    case UInt8(ascii: "u"): return hexadecimal(bytes, start + 1, 4, end) < 0 ? -1 : start + 5
    case UInt8(ascii: "x"): return hexadecimal(bytes, start + 1, 2, end) < 0 ? -1 : start + 3
    case let letter: return plainEscape(letter) == nil ? -1 : start + 1
    }
  }

  /// What stands for a byte after a backslash.
  static func plainEscape(_ letter: UInt8) -> UInt8? {
    switch letter {
    case 0x22, 0x5c, UInt8(ascii: "/"): letter
    case UInt8(ascii: "n"): 10
    case UInt8(ascii: "r"): 13
    case UInt8(ascii: "t"): 9
    case UInt8(ascii: "b"): 8
    case UInt8(ascii: "f"): 12
    default: nil
    }
  }

  /// The number of so many hexadecimal digits.
  static func hexadecimal(
    _ bytes: borrowing Span<UInt8>, _ start: Int, _ count: Int, _ end: Int
  ) -> Int {
    guard start + count <= end else { return -1 }
    var value = 0
    for index in start..<start + count {
      switch bytes[index] {
      case let byte where (48...57).contains(byte): value = value << 4 | Int(byte - 48)
      case let byte where (97...102).contains(byte | 0x20):
        value = value << 4 | Int((byte | 0x20) - 87)
      default: return -1
      }
    }
    return value
  }

  /// The end of a number, `true`, `false` or `null`.
  static func endOfScalar(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Int {
    guard start < end else { return -1 }
    switch bytes[start] {
    case UInt8(ascii: "t"): return literal(bytes, start, end, 4, 0x6575_7274)
    case UInt8(ascii: "f"): return literal(bytes, start, end, 5, 0x65_736c_6166)
    case UInt8(ascii: "n"): return literal(bytes, start, end, 4, 0x6c6c_756e)
    default: return endOfNumber(bytes, from: start, to: end)
    }
  }

  /// The end of a literal given as a little-endian number.
  private static func literal(
    _ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int, _ count: Int, _ word: UInt64
  ) -> Int {
    guard start + count <= end else { return -1 }
    return ByteScan.tail(bytes, from: start, to: start + count) == word ? start + count : -1
  }

  private static func endOfNumber(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var at = start
    if at < end, bytes[at] == UInt8(ascii: "-") { at += 1 }
    let whole = at
    at = digits(bytes, from: at, to: end)
    guard at > whole, at == whole + 1 || bytes[whole] != UInt8(ascii: "0") else { return -1 }
    if at < end, bytes[at] == UInt8(ascii: ".") {
      let fraction = at + 1
      at = digits(bytes, from: fraction, to: end)
      guard at > fraction else { return -1 }
    }
    if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < end, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
      let exponent = at
      at = digits(bytes, from: exponent, to: end)
      guard at > exponent else { return -1 }
    }
    return at
  }

  private static func digits(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int {
    var at = start
    while at < end, bytes[at] &- 48 < 10 { at &+= 1 }
    return at
  }

  /// Past the colon of the member whose key is next.
  private static func endOfKey(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Int {
    let quote = space(bytes, from: start, to: end)
    guard quote < end, bytes[quote] == 0x22 else { return -1 }
    let closing = endOfString(bytes, from: quote + 1, to: end)
    return closing < 0 ? -1 : colon(bytes, from: closing + 1, to: end)
  }

  /// Past the next colon.
  static func colon(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int {
    let at = space(bytes, from: start, to: end)
    return at < end && bytes[at] == UInt8(ascii: ":") ? at + 1 : -1
  }

  /// Past the value that starts at or after `start`, itself `depth` deep.
  ///
  /// Needs no stack: one bit of a word says of each open container whether it is an object.
  static func endOfValue(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, depth: Int = 0
  ) -> Int {
    var at = start
    var (objects, open): (UInt64, Int) = (0, 0)
    while true {
      at = space(bytes, from: at, to: end)
      guard at < end else { return -1 }
      let byte = bytes[at]
      switch byte {
      case 0x22:
        at = endOfString(bytes, from: at + 1, to: end) + 1
        guard at > 0 else { return -1 }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        open += 1
        guard depth + open <= maximumDepth else { return -1 }
        objects = objects << 1 | (byte == UInt8(ascii: "{") ? 1 : 0)
        at = space(bytes, from: at + 1, to: end)
        // The closing sign is two above the opening one.
        if at < end, bytes[at] == byte + 2 { break }
        if byte == UInt8(ascii: "{") { at = endOfKey(bytes, from: at, to: end) }
        guard at >= 0 else { return -1 }
        continue
      default:
        at = endOfScalar(bytes, from: at, to: end)
        guard at >= 0 else { return -1 }
      }
      at = closed(bytes, from: at, to: end, &objects, &open)
      guard at >= 0, open > 0 else { return at }
    }
  }

  /// Leaves the containers that end here, up to the next value or the end of them all.
  private static func closed(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int,
    _ objects: inout UInt64, _ open: inout Int
  ) -> Int {
    var at = start
    while open > 0 {
      at = space(bytes, from: at, to: end)
      guard at < end else { return -1 }
      let isObject = objects & 1 == 1
      if bytes[at] == UInt8(ascii: ",") {
        return isObject ? endOfKey(bytes, from: at + 1, to: end) : at + 1
      }
      guard bytes[at] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else { return -1 }
      at += 1
      open -= 1
      objects >>= 1
    }
    return at
  }

  /// Decodes the inside of a well-formed string onto the end of `text`.
  static func append(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, to text: inout [UInt8]
  ) {
    var at = start
    while at < end {
      let slash = ByteScan.first(0x5c, in: bytes, from: at, to: end)
      ByteScan.append(bytes, from: at, to: slash < 0 ? end : slash, to: &text)
      guard slash >= 0, slash + 1 < end else { return }
      let letter = bytes[slash + 1]
      at = slash + 2
      if letter == UInt8(ascii: "u") {
        at = appendUnicode(bytes, from: at, to: end, to: &text)
      } else if letter == UInt8(ascii: "x") {
        text.append(UInt8(truncatingIfNeeded: hexadecimal(bytes, at, 2, end)))
        at += 2
      } else {
        text.append(plainEscape(letter) ?? letter)
      }
    }
  }

  /// Decodes `HHHH`, or `HHHH\uHHHH` of a surrogate pair; a half of a pair becomes U+FFFD.
  private static func appendUnicode(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, to text: inout [UInt8]
  ) -> Int {
    let unit = hexadecimal(bytes, start, 4, end)
    var (value, at) = (unit, start + 4)
    if unit & 0xfc00 == 0xd800, at + 6 <= end, bytes[at] == 0x5c,
      bytes[at + 1] == UInt8(ascii: "u")
    {
      let low = hexadecimal(bytes, at + 2, 4, end)
      if low >= 0, low & 0xfc00 == 0xdc00 {
        value = 0x10000 + (unit & 0x3ff) << 10 + (low & 0x3ff)
        at += 6
      }
    }
    let scalar = Unicode.Scalar(UInt32(max(0, value))) ?? "\u{fffd}"
    text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    return at
  }
}
