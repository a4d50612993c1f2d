import TributaryModel

/// Bytes of a log turned into readable text.
enum LogText {
  /// The bytes of a field, `\xHH`, `\"`, `\\`, `\t`, `\n`, `\r` undone as nginx and Apache write
  /// them.
  static func unescaped(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>, _ escapes: LogEscapes
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(place.count)
    if escapes == .none {
      ByteScan.append(bytes, from: place.lowerBound, to: place.upperBound, to: &result)
      return result
    }
    var index = place.lowerBound
    while index < place.upperBound {
      let byte = bytes[index]
      index += 1
      guard byte == 0x5c, index < place.upperBound else {
        result.append(byte)
        continue
      }
      let next = bytes[index]
      index += 1
      switch next {
      case UInt8(ascii: "\""), 0x5c: result.append(next)
      case UInt8(ascii: "t"): result.append(9)
      case UInt8(ascii: "n"): result.append(10)
      case UInt8(ascii: "r"): result.append(13)
      case UInt8(ascii: "x") where index + 2 <= place.upperBound:
        if let value = hexadecimal(bytes[index], bytes[index + 1]) {
          result.append(value)
          index += 2
        } else {
          result += [byte, next]
        }
      default: result += [byte, next]
      }
    }
    return result
  }

  /// The text of a field: escapes undone, control characters visible, bytes read as
  /// `TextEncoding.text` does.
  static func text(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>, _ escapes: LogEscapes
  ) -> String {
    if ByteScan.isPlain(bytes, from: place.lowerBound, to: place.upperBound) {
      return ByteScan.text(bytes, from: place.lowerBound, to: place.upperBound)
    }
    return PrintableText.of(TextEncoding.text(unescaped(bytes, place, escapes)))
  }

  /// The text of a query, a whole address or another field that is kept, without the contacts in it.
  static func address(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>, _ escapes: LogEscapes
  ) -> String {
    let text = text(bytes, place, escapes)
    return ContactMask.mayHold(bytes, place) ? ContactMask.masked(text) : text
  }

  /// A path without contacts, its percent escapes undone where that changes no meaning.
  ///
  /// `%2F`, `%3F`, `%23`, `%25` and control characters stay escaped; so do escapes that are none.
  static func path(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>, _ escapes: LogEscapes
  ) -> String {
    let path = readablePath(bytes, place, escapes)
    return ContactMask.mayHold(bytes, place) ? ContactMask.masked(path) : path
  }

  private static func readablePath(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>, _ escapes: LogEscapes
  ) -> String {
    if ByteScan.isPlain(bytes, from: place.lowerBound, to: place.upperBound),
      ByteScan.first(0x25, in: bytes, from: place.lowerBound, to: place.upperBound) < 0
    {
      return ByteScan.text(bytes, from: place.lowerBound, to: place.upperBound)
    }
    let raw = unescaped(bytes, place, escapes)
    var result: [UInt8] = []
    var index = 0
    while index < raw.count {
      if raw[index] == 0x25, index + 2 < raw.count,
        let value = hexadecimal(raw[index + 1], raw[index + 2]), isHarmless(value)
      {
        result.append(value)
        index += 3
      } else {
        result.append(raw[index])
        index += 1
      }
    }
    return PrintableText.of(TextEncoding.text(result))
  }

  /// A host in lower case, readable, without port, closing dot, `name:password@` and contacts.
  static func host(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>, _ escapes: LogEscapes
  ) -> String {
    var name = text(bytes, place, escapes).lowercased()
    if let at = name.lastIndex(of: "@") { name.removeSubrange(...at) }
    if let colon = name.lastIndex(of: ":"), !name.hasSuffix("]"),
      name[name.index(after: colon)...].allSatisfy(\.isNumber),
      name.hasPrefix("[") || name.firstIndex(of: ":") == colon
    {
      name = String(name[..<colon])
    }
    if name.hasSuffix(".") { name.removeLast() }
    let readable = DomainName.readable(name)
    return ContactMask.mayHold(bytes, place) ? ContactMask.maskedHost(readable) : readable
  }

  private static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7f, UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"),
      UInt8(ascii: "%"):
      false
    default: true
    }
  }

  private static func hexadecimal(_ high: UInt8, _ low: UInt8) -> UInt8? {
    guard let high = digit(high), let low = digit(low) else { return nil }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }
}
