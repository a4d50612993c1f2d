/// A JSON number with an exponent, as programs write very small and great ones: `1.99e3`, `5e-05`.
enum ScientificNumber {
  /// The same number without the exponent, digit by digit: `1990`, `0.00005`; nil for a text that is
  /// none, or has an exponent beyond 30.
  ///
  /// Source: RFC 8259, 6.
  static func plain(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard let mark = text.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return nil }
    var number = text[..<mark]
    let isNegative = number.first == UInt8(ascii: "-")
    if isNegative { number = number.dropFirst() }
    let parts = number.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isDigits = { (part: ArraySlice<UInt8>) in
      !part.isEmpty && part.allSatisfy { $0 &- 48 < 10 }
    }
    guard (1...2).contains(parts.count), parts.allSatisfy(isDigits),
      let exponent = Int(String(decoding: text[(mark + 1)...], as: UTF8.self)),
      abs(exponent) <= 30
    else { return nil }
    var digits = Array(parts.joined())
    var point = parts[0].count + exponent
    if point <= 0 {
      digits = [UInt8](repeating: 48, count: 1 - point) + digits
      point = 1
    }
    if point > digits.count { digits += [UInt8](repeating: 48, count: point - digits.count) }
    let whole = digits[..<point].drop { $0 == 48 }
    let fraction = digits[point...]
    return (isNegative ? [UInt8(ascii: "-")] : []) + (whole.isEmpty ? [48] : Array(whole))
      + (fraction.isEmpty ? [] : [UInt8(ascii: ".")] + fraction)
  }
}
