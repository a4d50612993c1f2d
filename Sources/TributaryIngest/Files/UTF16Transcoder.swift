/// Turns UTF-16 that comes in pieces into UTF-8; halves of pairs that stand alone become U+FFFD.
struct UTF16Transcoder {
  private let isBigEndian: Bool
  private var oddByte: UInt8?
  private var highHalf: UInt16?

  /// Nil unless the two bytes are the byte order mark of UTF-16.
  init?(mark: [UInt8]) {
    switch mark {
    case [0xff, 0xfe]: isBigEndian = false
    case [0xfe, 0xff]: isBigEndian = true
    default: return nil
    }
  }

  /// The next piece; at most 3 bytes for 2, and 6 more for what was held back.
  mutating func utf8(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes {
      guard let first = oddByte else {
        oddByte = byte
        continue
      }
      oddByte = nil
      let unit =
        isBigEndian
        ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first)
      take(unit, &result)
    }
    if isLast, oddByte != nil || highHalf != nil {
      append("\u{fffd}", &result)
      (oddByte, highHalf) = (nil, nil)
    }
    return result
  }

  private mutating func take(_ unit: UInt16, _ result: inout [UInt8]) {
    if let high = highHalf {
      highHalf = nil
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x10000 + (UInt32(high) - 0xd800) << 10 + (UInt32(unit) - 0xdc00)
        append(Unicode.Scalar(value) ?? "\u{fffd}", &result)
        return
      }
      append("\u{fffd}", &result)
    }
    if UTF16.isLeadSurrogate(unit) {
      highHalf = unit
    } else {
      append(Unicode.Scalar(unit) ?? "\u{fffd}", &result)
    }
  }

  private func append(_ scalar: Unicode.Scalar, _ result: inout [UInt8]) {
    result += Array(String(Character(scalar)).utf8)
  }
}
