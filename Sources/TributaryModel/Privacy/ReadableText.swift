/// A text with its escapes undone, each byte with the place where it was written.
///
/// ```
///  written   a n n % 2 5 4 0 m        `%2540` is `%40`, which is `@`
///  bytes     a n n     @     m
///  starts    0 1 2     3     8  9     one more than bytes: where the last one ends
/// ```
struct ReadableText {
  private(set) var bytes: [UInt8]
  private(set) var starts: [Int]
  private let written: [UInt8]

  /// Escapes within escapes that are undone.
  private static let depth = 4

  init(_ text: String) {
    written = Array(text.utf8)
    bytes = written
    starts = Array(0...written.count)
    for _ in 0..<ReadableText.depth { if !undoEscapes() { break } }
    makeSignsPlain()
  }

  /// Whether the byte was written as an escape.
  func isEscaped(_ index: Int) -> Bool { starts[index + 1] - starts[index] > 1 }

  /// The text as it was written, with a mark in the place of each byte that has one.
  func text(_ marks: [UInt8]) -> String {
    var result = Array(written[..<starts[0]])
    result.reserveCapacity(written.count)
    for index in bytes.indices {
      if marks[index] == 0 {
        result += written[starts[index]..<starts[index + 1]]
      } else {
        result.append(marks[index])
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Undoes one layer of escapes; false when there is none.
  private mutating func undoEscapes() -> Bool {
    guard bytes.contains(where: { $0 == 0x25 || $0 == 0x26 || $0 == 0x5c }) else { return false }
    return rewrite { bytes, index in Escape(bytes, index).map { ($0.bytes, $0.width) } }
  }

  /// Writes the dashes, spaces and full-width signs of Unicode as those of ASCII, and leaves out
  /// signs that nobody sees.
  private mutating func makeSignsPlain() {
    guard bytes.contains(where: { $0 >= 0x80 || $0 < 0x09 }) else { return }
    _ = rewrite { bytes, index in ReadableText.plainSign(bytes, index) }
  }

  private mutating func rewrite(
    _ replacement: ([UInt8], Int) -> (bytes: [UInt8], width: Int)?
  ) -> Bool {
    var (plain, places): ([UInt8], [Int]) = ([], [])
    plain.reserveCapacity(bytes.count)
    places.reserveCapacity(bytes.count + 1)
    var (index, hasChanged) = (0, false)
    while index < bytes.count {
      guard let found = replacement(bytes, index) else {
        plain.append(bytes[index])
        places.append(starts[index])
        index += 1
        continue
      }
      for byte in found.bytes {
        plain.append(byte)
        places.append(starts[index])
      }
      index += found.width
      hasChanged = true
    }
    guard hasChanged else { return false }
    places.append(written.count)
    (bytes, starts) = (plain, places)
    return true
  }

  private static func plainSign(_ bytes: [UInt8], _ index: Int) -> ([UInt8], Int)? {
    let (first, left) = (bytes[index], bytes.count - index)
    if first < 0x09 { return ([], 1) }
    // A soft hyphen.
    if first == 0xc2, left >= 2, bytes[index + 1] == 0xad { return ([], 2) }
    if first == 0xc2, left >= 2, bytes[index + 1] == 0xa0 { return ([0x20], 2) }
    guard left >= 3, first == 0xe2 || first == 0xef else { return nil }
    switch (first, bytes[index + 1], bytes[index + 2]) {
    case (0xe2, 0x80, 0x80...0x8a), (0xe2, 0x80, 0xaf): return ([0x20], 3)
    // Spaces without width, joiners, the byte order mark.
    case (0xe2, 0x80, 0x8b...0x8f), (0xe2, 0x81, 0xa0), (0xef, 0xbb, 0xbf): return ([], 3)
    case (0xe2, 0x80, 0x90...0x95), (0xe2, 0x88, 0x92): return ([0x2d], 3)
    // The full-width forms of `!` to `_`, U+FF01 to U+FF3F.
    case (0xef, 0xbc, let last) where last >= 0x81: return ([last - 0x60], 3)
    default: return nil
    }
  }
}

/// One escape of an address, of JSON, of a script or of HTML.
private struct Escape {
  let bytes: [UInt8]
  let width: Int

  init?(_ text: [UInt8], _ index: Int) {
    switch text[index] {
    case UInt8(ascii: "%"): self.init(percent: text, index)
    case UInt8(ascii: "\\"): self.init(backslash: text, index)
    case UInt8(ascii: "&"): self.init(entity: text, index)
    default: return nil
    }
  }

  /// `%40`, `%u0040`.
  private init?(percent text: [UInt8], _ index: Int) {
    guard index + 2 < text.count else { return nil }
    if let byte = HexDigit.byte(text[index + 1], text[index + 2]) {
      (bytes, width) = ([byte], 3)
      return
    }
    guard text[index + 1] | 0x20 == UInt8(ascii: "u"),
      let scalar = Escape.scalar(text, index + 2, 4)
    else { return nil }
    (bytes, width) = (Array(String(scalar).utf8), 6)
  }

  /// `\u0040`, `\x40`, `\"`, `\/`, `\\`.
  private init?(backslash text: [UInt8], _ index: Int) {
    guard index + 1 < text.count else { return nil }
    switch text[index + 1] {
    case UInt8(ascii: "u"):
      guard let scalar = Escape.scalar(text, index + 2, 4) else { return nil }
      (bytes, width) = (Array(String(scalar).utf8), 6)
    case UInt8(ascii: "x"):
      guard index + 3 < text.count, let byte = HexDigit.byte(text[index + 2], text[index + 3])
      else { return nil }
      (bytes, width) = ([byte], 4)
    case UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\"):
      (bytes, width) = ([text[index + 1]], 2)
    default: return nil
    }
  }

  /// `&#64;`, `&#x40;`, `&amp;`.
  private init?(entity text: [UInt8], _ index: Int) {
    if text[index...].starts(with: Array("&amp;".utf8)) {
      (bytes, width) = ([UInt8(ascii: "&")], 5)
      return
    }
    guard index + 2 < text.count, text[index + 1] == UInt8(ascii: "#") else { return nil }
    let isHexadecimal = text[index + 2] | 0x20 == UInt8(ascii: "x")
    var at = index + (isHexadecimal ? 3 : 2)
    var value: UInt32 = 0
    let first = at
    while at < text.count, at - first < 7, let digit = HexDigit.value(text[at]),
      isHexadecimal || digit < 10
    {
      value = value * (isHexadecimal ? 16 : 10) + UInt32(digit)
      at += 1
    }
    guard at > first, at < text.count, text[at] == UInt8(ascii: ";"),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    (bytes, width) = (Array(String(scalar).utf8), at + 1 - index)
  }

  private static func scalar(_ text: [UInt8], _ start: Int, _ count: Int) -> Unicode.Scalar? {
    guard start + count <= text.count else { return nil }
    var value: UInt32 = 0
    for index in start..<start + count {
      guard let digit = HexDigit.value(text[index]) else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return Unicode.Scalar(value)
  }
}
