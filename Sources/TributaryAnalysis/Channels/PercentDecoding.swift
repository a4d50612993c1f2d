import Foundation

/// Turns the escaped text of a web address into the words that it stands for.
///
/// Bytes that are not UTF-8 are read as windows-1251, the code page of old Russian mailings and
/// shop engines. A percent sign without two hexadecimal digits stays as it is; nothing traps.
enum PercentDecoding {
  /// The text of those bytes; `+` is a space.
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
        let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2])
      {
        plain.append(high << 4 | low)
        index += 3
      } else {
        plain.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
        index += 1
      }
    }
    return text(plain)
  }

  /// UTF-8 where the bytes are that, else windows-1251.
  private static func text(_ bytes: [UInt8]) -> String {
    let unicode = String(decoding: bytes, as: UTF8.self)
    if bytes.allSatisfy({ $0 < 0x80 }) { return unicode }
    if unicode.utf8.elementsEqual(bytes) { return unicode.precomposedStringWithCanonicalMapping }
    var scalars = String.UnicodeScalarView()
    for byte in bytes { scalars.append(windows1251(byte)) }
    return String(scalars)
  }

  private static func windows1251(_ byte: UInt8) -> Unicode.Scalar {
    switch byte {
    case 0..<0x80: Unicode.Scalar(byte)
    case 0xC0...0xFF: Unicode.Scalar(UInt16(byte) - 0xC0 + 0x410) ?? "\u{FFFD}"
    default: upperHalf[Int(byte) - 0x80]
    }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// 0x80 to 0xBF. Source: unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1251.TXT.
  private static let upperHalf: [Unicode.Scalar] = Array(
    "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї".unicodeScalars
  )
}
