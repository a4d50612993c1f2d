/// The one mask that every kept text passes: it takes out e-mails, phones and card numbers.
///
/// Digits become `#`, the words on both sides of an `@` become `*`; everything else stays as it was
/// written, escapes too. A masked text is masked for good: a second time changes nothing.
///
/// | taken out | stays |
/// |---|---|
/// | `ann@mail.example`, `ann%2540mail.example`, `ann\u0040mail.example` | `/@shop`, `logo@2x.png` |
/// | `+79161234567`, `8 (916) 123-45-67`, `8-916-123-45-67` | `89161234567`, an article or a campaign |
/// | `phone=89161234567`, `tel:89161234567`, `wa.me/79161234567` | `sku=89161234567` |
/// | `4111 1111 1111 1111`, `card=4111111111111111` | `4006381333931` |
public enum ContactMask {
  /// The text without contacts.
  ///
  /// - Parameters:
  ///   - name: what the text's column or field is called in its file, which may say that bare digits
  ///     are a phone or a card.
  ///   - strictly: of a record whose columns cannot be told apart: bare rows of 10 to 15 digits go
  ///     too, and an address whose end is cut off.
  public static func masked(
    _ text: String, named name: String = "", strictly: Bool = false
  ) -> String {
    let field = name.isEmpty ? nil : ContactField(name)
    if field == nil, !strictly {
      let bytes = Array(text.utf8)
      guard mayHold(bytes.span, 0..<bytes.count) else { return text }
    }
    let readable = ReadableText(text)
    var marks = [UInt8](repeating: 0, count: readable.bytes.count)
    EmailSearch(readable, isCut: strictly).mark(&marks)
    NumberSearch(readable, field: field, isStrict: strictly).mark(&marks)
    return readable.text(marks)
  }

  /// A host without contacts in the names below its domain; the domain itself is public:
  /// `8-800-555-35-35.ru`.
  public static func maskedHost(_ host: String) -> String {
    let names = host.split(separator: ".", omittingEmptySubsequences: false)
    guard names.count > 1, let last = names.last, last.contains(where: \.isLetter) else {
      return masked(host)
    }
    guard names.count > 2 else { return host }
    let own = names.dropLast(2).joined(separator: ".")
    return ([masked(own)] + names.suffix(2).map(String.init)).joined(separator: ".")
  }

  /// Whether bytes may hold a contact. Most texts show at once that they do not; of those that may,
  /// `masked` looks closer. Escapes may be undone or not.
  public static func mayHold(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> Bool {
    // The shortest contact is `a@b.c`.
    guard place.count >= 5 else { return false }
    var row = DigitRow()
    var at = place.lowerBound
    let end = place.upperBound
    while at < end {
      let byte = bytes[at]
      at += 1
      if (byte | 0x20) &- 97 < 26 {
        while at < end, (bytes[at] | 0x20) &- 97 < 26 { at += 1 }
        if row.isBlank { continue }
        if row.isSuspect(bytes, from: place.lowerBound) { return true }
        row = DigitRow()
        continue
      }
      if byte &- 48 < 10 {
        if row.add(at - 1) { return true }
        continue
      }
      switch byte {
      case UInt8(ascii: "@"), UInt8(ascii: "\\"): return true
      case UInt8(ascii: "%"):
        guard at + 1 < end else { return true }
        switch HexDigit.byte(bytes[at], bytes[at + 1]) ?? 0x40 {
        // `@`, `%`, `#`, a backslash, escaped digits, full-width and unseen signs: written so that
        // they are not seen.
        case 0x40, 0x25, 0x23, 0x5c, 0x30...0x39, 0x00...0x08, 0xef: return true
        case 0x2b, 0x28: row.isCalled = true
        case 0x20, 0x29, 0x2d, 0x2e, 0x5f, 0x80...: row.group()
        default:
          if row.isSuspect(bytes, from: place.lowerBound) { return true }
          row = DigitRow()
        }
        at += 2
      case UInt8(ascii: "+"), UInt8(ascii: "("): row.isCalled = true
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ")"),
        UInt8(ascii: "_"), 0xc2, 0xe2:
        row.group()
      case 0x80...0xbf: continue
      case 0xef, 0x00...0x08: return true
      case UInt8(ascii: "/") where row.isCalled: row.group()
      case UInt8(ascii: "&") where isEntity(bytes, at, end): return true
      default:
        if row.isSuspect(bytes, from: place.lowerBound) { return true }
        row = DigitRow()
      }
    }
    return row.isSuspect(bytes, from: place.lowerBound)
  }

  /// Whether `#64;` or `amp;` follows an ampersand.
  private static func isEntity(
    _ bytes: borrowing Span<UInt8>, _ at: Int, _ end: Int
  ) -> Bool {
    guard at < end else { return false }
    if bytes[at] == UInt8(ascii: "#") { return true }
    return at + 4 < end && bytes[at] == UInt8(ascii: "a") && bytes[at + 3] == UInt8(ascii: ";")
  }
}

/// Digits in a row, with single signs between them, as `mayHold` meets them.
private struct DigitRow {
  private var digits = 0
  private var start = 0
  private var isGrouped = false
  /// Whether a plus or a bracket stands before or among them.
  var isCalled = false

  var isBlank: Bool { digits == 0 && !isCalled }

  /// Notes a sign between digits.
  mutating func group() { if digits > 0 { isGrouped = true } }

  /// Takes in a digit; true when it makes the row a suspect.
  mutating func add(_ place: Int) -> Bool {
    if digits == 0 { start = place }
    digits += 1
    guard digits >= 7 else { return false }
    return isCalled || (digits >= 9 && isGrouped)
  }

  /// Whether the row, which ends here, may be a number of somebody.
  func isSuspect(_ bytes: borrowing Span<UInt8>, from first: Int) -> Bool {
    guard digits >= 7, digits <= 19 else { return false }
    return (isGrouped && digits == 7) || ContactField.mayEnd(bytes, from: first, before: start)
  }
}
