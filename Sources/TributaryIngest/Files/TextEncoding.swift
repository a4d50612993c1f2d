/// How bytes are letters.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case windows1251 = "windows-1251"
  /// The Cyrillic of DOS.
  case cp866

  /// Bytes of unknown encoding as text: strict UTF-8, else windows-1251.
  static func text(_ bytes: [UInt8]) -> String {
    String(validating: bytes, as: UTF8.self) ?? TextEncoding.windows1251.text(bytes)
  }

  /// The text of bytes in this encoding; U+FFFD stands for what has no character.
  func text(_ bytes: [UInt8]) -> String {
    switch self {
    case .utf8: String(decoding: bytes, as: UTF8.self)
    case .windows1251: TextEncoding.text(bytes, TextEncoding.scalars1251)
    case .cp866: TextEncoding.text(bytes, TextEncoding.scalars866)
    }
  }

  private static func text(_ bytes: [UInt8], _ scalars: [Unicode.Scalar]) -> String {
    var result = ""
    result.unicodeScalars.reserveCapacity(bytes.count)
    for byte in bytes { result.unicodeScalars.append(scalars[Int(byte)]) }
    return result
  }

  private static let ascii = (0..<0x80).compactMap(Unicode.Scalar.init)

  /// Source: Unicode, CP1251.TXT; 0x98, which has no character, becomes U+FFFD.
  private static let scalars1251: [Unicode.Scalar] = {
    let upper = Array(
      "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{fffd}™љ›њќћџ\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї"
        .unicodeScalars)
    return ascii + upper + (0x410...0x44f).compactMap(Unicode.Scalar.init)
  }()

  /// Source: Unicode, CP866.TXT.
  private static let scalars866: [Unicode.Scalar] = {
    let letters = (0x410...0x43f).compactMap(Unicode.Scalar.init)
    let frames = Array("░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀".unicodeScalars)
    let rest = (0x440...0x44f).compactMap(Unicode.Scalar.init)
    return ascii + letters + frames + rest + Array("ЁёЄєЇїЎў°∙·√№¤■\u{a0}".unicodeScalars)
  }()
}
