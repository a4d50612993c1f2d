/// Takes phones and e-mails out of the addresses in a log: newsletters and forms put them there.
///
/// Digits become `#`, the words on both sides of an `@` become `*`; everything else stays, so that
/// campaign tags and order numbers read as before.
enum ContactMask {
  /// Whether a field may hold a contact; so rarely that the field is not looked at twice.
  static func mayHold(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> Bool {
    var index = place.lowerBound
    while index < place.upperBound {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "@"), UInt8(ascii: "\\"): return true
      case UInt8(ascii: "%") where index + 1 < place.upperBound:
        let (high, low) = (bytes[index], bytes[index + 1])
        if high == UInt8(ascii: "4"), low == UInt8(ascii: "0") { return true }
        if high == UInt8(ascii: "2"), low | 0x20 == UInt8(ascii: "b") { return true }
      case UInt8(ascii: "="):
        if index < place.upperBound, bytes[index] == UInt8(ascii: "+") { return true }
        guard index - 4 >= place.lowerBound else { continue }
        if endsPhone(bytes[index - 4], bytes[index - 3], bytes[index - 2]) { return true }
      default: break
      }
    }
    return false
  }

  /// The address without contacts.
  static func masked(_ address: String) -> String {
    var text = Array(address.utf8)
    maskEmails(&text)
    maskPhones(&text)
    return String(decoding: text, as: UTF8.self)
  }

  private static func maskEmails(_ text: inout [UInt8]) {
    for index in text.indices {
      let width = atWidth(text, index)
      guard width > 0 else { continue }
      let right = index + width
      guard index > 0, isMailPart(text[index - 1]), right < text.count, isMailPart(text[right])
      else { continue }
      var left = index
      while left > 0, isMailPart(text[left - 1]) {
        left -= 1
        text[left] = UInt8(ascii: "*")
      }
      var end = right
      while end < text.count, isMailPart(text[end]) {
        text[end] = UInt8(ascii: "*")
        end += 1
      }
    }
  }

  /// Whether the letters are the last of phone, mobile or tel.
  private static func endsPhone(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first | 0x20, second | 0x20, third | 0x20) {
    case (0x6f, 0x6e, 0x65), (0x69, 0x6c, 0x65), (0x74, 0x65, 0x6c): true
    default: false
    }
  }

  /// Bytes of `@` or `%40` there; 0 for anything else.
  private static func atWidth(_ text: [UInt8], _ index: Int) -> Int {
    switch text[index] {
    case UInt8(ascii: "@"): 1
    case UInt8(ascii: "%") where escape(text, index) == 0x40: 3
    default: 0
    }
  }

  /// The byte that the two signs after a percent sign stand for, or −1.
  private static func escape(_ text: [UInt8], _ index: Int) -> Int {
    JSONScan.hexadecimal(text.span, index + 1, 2, text.count)
  }

  /// Blots numbers of 7 to 15 digits after `=+` and `%2B`, and the values of parameters that are
  /// called phone, mobile or tel.
  private static func maskPhones(_ text: inout [UInt8]) {
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "="):
        if index + 1 < text.count, text[index + 1] == UInt8(ascii: "+") {
          maskNumber(&text, from: index + 2)
        } else if namesPhone(text[..<index]) {
          maskNumber(&text, from: index + 1)
        }
      case UInt8(ascii: "%") where escape(text, index) == 0x2b:
        maskNumber(&text, from: index + 3)
      default: break
      }
    }
  }

  private static func maskNumber(_ text: inout [UInt8], from start: Int) {
    var digits: [Int] = []
    var index = start
    while index < text.count {
      // Escaped signs such as %20 and %28 stand between the digits.
      if text[index] == UInt8(ascii: "%"), index + 2 < text.count {
        index += 3
        continue
      }
      if (48...57).contains(text[index]) {
        digits.append(index)
      } else if !"+-(). ".utf8.contains(text[index]) {
        break
      }
      index += 1
    }
    guard (7...15).contains(digits.count) else { return }
    for digit in digits { text[digit] = UInt8(ascii: "#") }
  }

  private static func namesPhone(_ before: ArraySlice<UInt8>) -> Bool {
    let end = before.suffix(6).map { $0 | 0x20 }
    return ["phone", "mobile", "tel"].contains { name in
      end.count >= name.utf8.count && end.suffix(name.utf8.count).elementsEqual(name.utf8)
    }
  }

  private static func isMailPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 0x80...: true
    default: "._-+*".utf8.contains(byte)
    }
  }
}
