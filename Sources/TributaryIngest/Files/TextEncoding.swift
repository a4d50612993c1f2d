/// Bytes of unknown encoding as text: strict UTF-8, else windows-1251.
enum TextEncoding {
  static func text(_ bytes: [UInt8]) -> String {
    String(validating: bytes, as: UTF8.self) ?? windows1251(bytes)
  }

  /// Source: Unicode, CP1251.TXT; 0x98, which has no character, becomes U+FFFD.
  static func windows1251(_ bytes: [UInt8]) -> String {
    var result = ""
    result.unicodeScalars.reserveCapacity(bytes.count)
    for byte in bytes { result.unicodeScalars.append(scalars[Int(byte)]) }
    return result
  }

  private static let scalars: [Unicode.Scalar] = {
    let upper = Array(
      "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{fffd}™љ›њќћџ\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї"
        .unicodeScalars)
    let letters = (0x410...0x44f).compactMap(Unicode.Scalar.init)
    return (0..<0x80).compactMap(Unicode.Scalar.init) + upper + letters
  }()
}
