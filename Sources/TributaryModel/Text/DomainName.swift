import Foundation

/// Host names in the one form in which they are stored, compared and shown.
///
/// A name is written as people write it, `магазин.рф` and not `xn--80aairftm.xn--p1ai`, unless that
/// could pass for another name. A label stays, or becomes, `xn--` when
/// - it cannot be decoded, or encodes to something else than it came from,
/// - it has other characters than letters, marks, digits and hyphens, or capitals,
/// - its letters are of two scripts (but Latin beside Chinese, Japanese or Korean), or of a script
///   not listed here,
/// - all its letters are Cyrillic ones that look Latin and the top-level name is not Cyrillic.
///
/// Source: RFC 3492, RFC 5891; the rules of display are those of Chromium's IDN policy, simplified.
public enum DomainName {
  /// Lower case, without port, `www.` and the dot at the end, as people write it.
  public static func normalized(_ host: String) -> String {
    var name = host.lowercased()[...]
    if let colon = name.lastIndex(of: ":"), name[colon...].dropFirst().allSatisfy(\.isNumber),
      !name.hasSuffix("]")
    {
      name = name[..<colon]
    }
    while name.hasSuffix(".") { name = name.dropLast() }
    if name.hasPrefix("www."), name.count > 4 { name = name.dropFirst(4) }
    return readable(String(name))
  }

  /// The name as people write it; a name of plain letters is returned as it is.
  public static func readable(_ host: String) -> String {
    guard !host.utf8.allSatisfy({ $0 < 0x80 }) || host.contains("xn--") || host.contains("XN--")
    else { return host }
    guard host.utf8.count <= 1_024 else { return host }
    let dotted = String(
      String.UnicodeScalarView(host.unicodeScalars.map { dots.contains($0) ? "." : $0 }))
    let labels = dotted.lowercased().precomposedStringWithCanonicalMapping
      .split(separator: ".", omittingEmptySubsequences: false).map(Label.init)
    let isCyrillic = labels.last { !$0.unicode.isEmpty }?.scripts == [.cyrillic]
    return labels.map { $0.isSafe(inCyrillic: isCyrillic) ? $0.unicode : $0.ascii }
      .joined(separator: ".")
  }

  /// The full stops of other scripts.
  private static let dots: Set<Unicode.Scalar> = ["\u{3002}", "\u{ff0e}", "\u{ff61}"]

  /// One part of a name in both its forms.
  private struct Label {
    let unicode: String
    let ascii: String
    private let isSound: Bool
    /// Of its letters.
    let scripts: Set<Script>

    init(_ text: Substring) {
      let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
      let isEncoded = isPlain && text.hasPrefix("xn--") && text.utf8.count <= 63
      let decoded = isEncoded ? Punycode.decoded(String(text.dropFirst(4))) : nil
      unicode = decoded ?? String(text)
      let encoded = Punycode.encoded(unicode).map { "xn--" + $0 }
      ascii = isPlain ? String(text) : encoded ?? String(text)
      let letters = unicode.unicodeScalars.filter(\.properties.isAlphabetic)
      let found = letters.map(Script.init(of:))
      scripts = Set(found.compactMap(\.self))
      let isCanonical =
        unicode == unicode.lowercased().precomposedStringWithCanonicalMapping
        && (isPlain ? !isEncoded || (decoded != nil && encoded == String(text)) : encoded != nil)
      let hasUnicode = unicode.unicodeScalars.contains { !$0.isASCII }
      isSound =
        isCanonical && (!isEncoded || hasUnicode) && !found.contains(nil)
        && unicode.unicodeScalars.allSatisfy { $0.isASCII || Label.mayStand($0) }
    }

    func isSafe(inCyrillic: Bool) -> Bool {
      guard unicode != ascii else { return true }
      guard isSound else { return false }
      if scripts == [.cyrillic], !inCyrillic {
        return !unicode.unicodeScalars.allSatisfy {
          !$0.properties.isAlphabetic || likeLatin.contains($0)
        }
      }
      return scripts.count <= 1 || scripts.isSubset(of: [.latin, .han, .kana])
        || scripts.isSubset(of: [.latin, .han, .hangul])
    }

    private static func mayStand(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.properties.generalCategory {
      case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark,
        .decimalNumber:
        true
      default: false
      }
    }
  }

  /// Small Cyrillic letters that may be taken for Latin ones.
  private static let likeLatin = Set("асԁеһіјӏорԛѕԝхуъьҽпгѵѡ".unicodeScalars)

  /// The scripts of letters that are told apart.
  private enum Script: Hashable {
    case latin, greek, cyrillic, armenian, hebrew, arabic, devanagari, thai, georgian, hangul
    case kana, han

    init?(of letter: Unicode.Scalar) {
      switch letter.value {
      case 0x41...0x5a, 0x61...0x7a, 0xc0...0x24f, 0x1e00...0x1eff: self = .latin
      case 0x370...0x3ff, 0x1f00...0x1fff: self = .greek
      case 0x400...0x52f: self = .cyrillic
      case 0x530...0x58f: self = .armenian
      case 0x590...0x5ff: self = .hebrew
      case 0x600...0x6ff, 0x750...0x77f: self = .arabic
      case 0x900...0x97f: self = .devanagari
      case 0xe00...0xe7f: self = .thai
      case 0x10d0...0x10ff: self = .georgian
      case 0x1100...0x11ff, 0xac00...0xd7a3: self = .hangul
      case 0x3005...0x3007, 0x3400...0x4dbf, 0x4e00...0x9fff, 0x20000...0x2ffff: self = .han
      case 0x3040...0x30ff: self = .kana
      default: return nil
      }
    }
  }
}
