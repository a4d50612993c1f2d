/// What bytes that are no UTF-8 show of their encoding: windows-1251 or windows-1252.
///
/// ```
///  4d fc 6e 63 68 65 6e   München or Mьnchen: a word of one alphabet is meant
///  cc ee f1 ea e2 e0      Ìîñêâà or Москва: so many letters above 0x7f are Cyrillic
///  31 30 20 80            10 € or 10 Ђ: what stands by itself is a sign of money
/// ```
struct EncodingEvidence {
  private var latin = 0
  private var cyrillic = 0

  /// Nil where as much speaks for one as for the other.
  var encoding: TextEncoding? {
    latin == cyrillic ? nil : latin > cyrillic ? .windows1252 : .windows1251
  }

  /// Takes in a cell or another text that stands by itself.
  mutating func note(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) {
    var index = place.lowerBound
    while index < place.upperBound {
      let start = index
      while index < place.upperBound, EncodingEvidence.isLetter(bytes[index]) { index += 1 }
      if index > start {
        noteWord(bytes, start..<index)
      } else {
        noteSign(bytes, index, place)
        index += 1
      }
    }
  }

  /// A letter in both encodings.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0xc0 || (byte | 0x20) &- 97 < 26
  }

  /// Words in Latin letters have one or two above 0x7f together, Cyrillic ones all. Articles in
  /// capitals mix letters that look alike, so those show nothing.
  private mutating func noteWord(_ bytes: borrowing Span<UInt8>, _ word: Range<Int>) {
    var (above, run, longest) = (0, 0, 0)
    var isTelling = false
    for index in word {
      run = bytes[index] >= 0xc0 ? run + 1 : 0
      above += run > 0 ? 1 : 0
      longest = max(longest, run)
      let byte = bytes[index]
      if byte &- 97 < 26 || (byte >= 0xc0 && !EncodingEvidence.lookalikes.contains(byte)) {
        isTelling = true
      }
    }
    if above == word.count {
      cyrillic += above > 1 ? 1 : 0
    } else if above > 0 {
      latin += longest <= 2 && isTelling ? 1 : 0
      cyrillic += longest > 2 ? 1 : 0
    }
  }

  /// А, В, Е, К, М, Н, О, Р, С, Т, У and Х of windows-1251.
  private static let lookalikes: Set<UInt8> = [
    0xc0, 0xc2, 0xc5, 0xca, 0xcc, 0xcd, 0xce, 0xd0, 0xd1, 0xd2, 0xd3, 0xd5,
  ]

  /// 0x80 is € or Ђ, 0xa3 £ or Ј, 0x88 ˆ or €.
  private mutating func noteSign(
    _ bytes: borrowing Span<UInt8>, _ index: Int, _ place: Range<Int>
  ) {
    guard index == place.lowerBound || bytes[index - 1] < 0xc0,
      index + 1 == place.upperBound || bytes[index + 1] < 0xc0
    else { return }
    switch bytes[index] {
    case 0x80, 0xa3: latin += 1
    case 0x88: cyrillic += 1
    default: break
    }
  }
}
