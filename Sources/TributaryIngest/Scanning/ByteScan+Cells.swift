/// Searches in the lines and cells of tables.
extension ByteScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// Notes for each cell of the line `start..<end` where it ends, counted from `start`.
  ///
  /// False where the line has a quote: then the ends mean nothing.
  static func cellEnds(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, delimiter: UInt8,
    into ends: inout [Int]
  ) -> Bool {
    let (wanted, quotes) = (UInt64(delimiter) &* ones, UInt64(0x22) &* ones)
    var place = 0
    while start + place < end {
      let rest = end - start - place
      let word =
        rest >= 8 ? word(bytes, at: start + place) : tail(bytes, from: start + place, to: end)
      guard hits(word ^ quotes) == 0 else { return false }
      var found = hits(word ^ wanted)
      while found != 0 {
        ends.append(place + found.trailingZeroBitCount / 8)
        found &= found &- 1
      }
      place += 8
    }
    ends.append(end - start)
    return true
  }

  /// The upper bit of each byte that is 0, and no other.
  private static func hits(_ word: UInt64) -> UInt64 {
    ~(((word & ~tops) &+ ~tops) | word | ~tops)
  }

  /// Whether all bytes of `start..<end` are below 0x80.
  static func isASCII(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
    firstWide(bytes, from: start, to: end) == end
  }

  /// Whether `start..<end` is well-formed UTF-8.
  ///
  /// Source: The Unicode Standard, table 3-7.
  static func isUTF8(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
    var index = firstWide(bytes, from: start, to: end)
    while index < end {
      let length = sequenceLength(bytes, at: index, to: end)
      guard length > 0 else { return false }
      index += length
      if index < end, bytes[index] < 0x80 { index = firstWide(bytes, from: index, to: end) }
    }
    return true
  }

  /// The position of the first byte of 0x80 or more, or `end`.
  private static func firstWide(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var index = start
    while index + 8 <= end {
      let wide = word(bytes, at: index) & tops
      if wide != 0 { return index + wide.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < end, bytes[index] < 0x80 { index += 1 }
    return index
  }

  /// Bytes of the letter that starts with a byte of 0x80 or more; 0 where it is ill-formed.
  private static func sequenceLength(
    _ bytes: borrowing Span<UInt8>, at index: Int, to end: Int
  ) -> Int {
    let first = bytes[index]
    let length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    guard first >= 0xc2, first <= 0xf4, index + length <= end else { return 0 }
    let second = bytes[index + 1]
    let lowest: UInt8 = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80
    let highest: UInt8 = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf
    guard second >= lowest, second <= highest else { return 0 }
    var offset = 2
    while offset < length {
      guard bytes[index + offset] & 0xc0 == 0x80 else { return 0 }
      offset += 1
    }
    return length
  }
}

extension ByteScan {
  /// Whether well-formed UTF-8 shows at a look to be in normalization form C: letters below U+0300,
  /// Cyrillic without its combining marks, dashes and quotation marks, № and ₽.
  static func isComposed(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
    var index = firstWide(bytes, from: start, to: end)
    while index < end {
      let first = bytes[index]
      if first < 0x80 {
        index += 1
        continue
      }
      let second = bytes[index + 1]
      switch first {
      case 0xc2...0xcb, 0xd0, 0xd3: index += 2
      // U+0483 to U+0489 are marks.
      case 0xd1: index += 2
      case 0xd2 where second >= 0x8a: index += 2
      case 0xe2 where second == 0x80 && bytes[index + 2] >= 0x90: index += 3
      case 0xe2 where second == 0x84 && bytes[index + 2] == 0x96: index += 3
      case 0xe2 where second == 0x82 && bytes[index + 2] == 0xbd: index += 3
      default: return false
      }
    }
    return true
  }
}
