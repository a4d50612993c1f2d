/// How bytes are letters.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case windows1251 = "windows-1251"
  case windows1252 = "windows-1252"
  /// Read as windows-1252, as browsers do: what differs are control characters.
  case latin1 = "iso-8859-1"
  case latin9 = "iso-8859-15"
  case koi8r = "koi8-r"
  /// The Cyrillic of DOS.
  case cp866

  /// Bytes of unknown encoding as text: strict UTF-8, else windows-1251 or 1252, whichever makes
  /// words of one alphabet.
  static func text(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var evidence = EncodingEvidence()
    evidence.note(bytes.span, 0..<bytes.count)
    return (evidence.encoding ?? .windows1251).text(bytes)
  }

  /// The text of bytes in this encoding; U+FFFD stands for what has no character.
  func text(_ bytes: [UInt8]) -> String {
    switch self {
    case .utf8: String(decoding: bytes, as: UTF8.self)
    case .windows1251: TextEncoding.text(bytes, TextEncoding.scalars1251)
    case .windows1252, .latin1: TextEncoding.text(bytes, TextEncoding.scalars1252)
    case .latin9: TextEncoding.text(bytes, TextEncoding.scalars885915)
    case .koi8r: TextEncoding.text(bytes, TextEncoding.scalarsKOI8)
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

  /// Source: Unicode, CP1252.TXT; what has no character becomes U+FFFD.
  private static let scalars1252: [Unicode.Scalar] = {
    let upper = Array(
      "€\u{fffd}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffd}Ž\u{fffd}\u{fffd}‘’“”•–—˜™š›œ\u{fffd}žŸ".unicodeScalars)
    return ascii + upper + (0xa0...0xff).compactMap(Unicode.Scalar.init)
  }()

  /// Source: Unicode, 8859-15.TXT.
  private static let scalars885915: [Unicode.Scalar] = {
    var scalars = (0...0xff).compactMap(Unicode.Scalar.init)
    let others: [(Int, Unicode.Scalar)] = [
      (0xa4, "€"), (0xa6, "Š"), (0xa8, "š"), (0xb4, "Ž"), (0xb8, "ž"), (0xbc, "Œ"), (0xbd, "œ"),
      (0xbe, "Ÿ"),
    ]
    for (byte, scalar) in others { scalars[byte] = scalar }
    return scalars
  }()

  /// Source: RFC 1489 and Unicode, KOI8-R.TXT.
  private static let scalarsKOI8: [Unicode.Scalar] = {
    let frames = "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{a0}⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©"
    let small = "юабцдефгхийклмнопярстужвьызшэщчъ"
    return ascii + Array((frames + small + small.uppercased()).unicodeScalars)
  }()

  /// Source: Unicode, CP866.TXT.
  private static let scalars866: [Unicode.Scalar] = {
    let letters = (0x410...0x43f).compactMap(Unicode.Scalar.init)
    let frames = Array("░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀".unicodeScalars)
    let rest = (0x440...0x44f).compactMap(Unicode.Scalar.init)
    return ascii + letters + frames + rest + Array("ЁёЄєЇїЎў°∙·√№¤■\u{a0}".unicodeScalars)
  }()
}
