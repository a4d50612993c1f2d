/// A number as programs write it, to the last digit: `12`, `0.1`, `1e-05`, `1234.5678901`.
enum DecimalText {
  /// The double nearest to the text of a trimmed cell; nil when it is no number, or when a lone sign
  /// may part thousands or a fraction, as in `1,234`.
  static func value(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> Double? {
    if let plain = plain(bytes, place) { return plain }
    let text = ByteScan.text(bytes, from: place.lowerBound, to: place.upperBound)
    if text.utf8.allSatisfy({ scientific.contains($0) }), let value = Double(text) {
      return value.isFinite ? value : nil
    }
    guard case .number(let number, _) = NumberText.read(text, decimal: nil) else { return nil }
    return number.double
  }

  private static let scientific = Set("0123456789.eE+-".utf8)

  /// At most 16 digits, or 15 and a point: the quotient of two whole numbers below 2^53 and 10^22
  /// is rounded once, as the decimal text is.
  ///
  /// Source: W. Clinger, "How to read floating point numbers accurately", 1990.
  private static func plain(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> Double? {
    var index = place.lowerBound
    let isNegative = index < place.upperBound && bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    guard place.upperBound - index <= 16 else { return nil }
    var (digits, point, value) = (0, -1, Int64(0))
    while index < place.upperBound {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "."), point < 0 {
        point = digits
      } else if byte &- 48 < 10 {
        value = value * 10 + Int64(byte &- 48)
        digits += 1
      } else {
        return nil
      }
    }
    guard digits > 0 else { return nil }
    let size = point < 0 ? Double(value) : Double(value) / powers[digits - point]
    return isNegative && size != 0 ? -size : size
  }

  private static let powers: [Double] = (0...16).map { power in
    (0..<power).reduce(1.0) { value, _ in value * 10 }
  }
}
