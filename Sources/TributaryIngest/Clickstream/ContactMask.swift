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
        let before = index - 2
        guard before > place.lowerBound else { continue }
        // phonE=, mobilE=, teL=
        let last = bytes[before] | 0x20
        if last == UInt8(ascii: "e") || last == UInt8(ascii: "l") { return true }
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

  /// Bytes of `@` or `%40` there; 0 for anything else.
  private static func atWidth(_ text: [UInt8], _ index: Int) -> Int {
    if text[index] == UInt8(ascii: "@") { return 1 }
    return text[index...].starts(with: Array("%40".utf8)) ? 3 : 0
  }

  /// Blots numbers of 7 to 15 digits after `=+` and `%2B`, and the values of parameters that are
  /// called phone, mobile or tel.
  private static func maskPhones(_ text: inout [UInt8]) {
    for index in text.indices {
      if text[index...].starts(with: Array("=+".utf8)) {
        maskNumber(&text, from: index + 2)
      } else if text[index] == UInt8(ascii: "%"),
        ["%2B", "%2b"].contains(where: { text[index...].starts(with: Array($0.utf8)) })
      {
        maskNumber(&text, from: index + 3)
      } else if text[index] == UInt8(ascii: "="), namesPhone(text[..<index]) {
        maskNumber(&text, from: index + 1)
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
    let name = before.suffix(while: { !"?&;/".utf8.contains($0) })
    let word = String(decoding: name, as: UTF8.self).lowercased()
    return ["phone", "mobile", "tel"].contains(where: word.hasSuffix)
  }

  private static func isMailPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 0x80...: true
    default: "._-+*".utf8.contains(byte)
    }
  }
}

extension ArraySlice<UInt8> {
  /// The longest end whose bytes all fit.
  fileprivate func suffix(while fits: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, fits(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
