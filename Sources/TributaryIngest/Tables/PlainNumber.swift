/// A number as most exports write it: up to twelve digits, and one or two behind the decimal sign.
struct PlainNumber: Equatable {
  /// All digits, with the number's sign.
  var value: Int64
  /// Digits behind the decimal sign.
  var decimals: Int
  var isNegative: Bool

  /// Nil for any other form, which may still be a number; see `NumberText`.
  ///
  /// - Parameter decimal: the sign that the file uses, nil when that is not known.
  init?(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>, decimal: DecimalSign?) {
    var index = place.lowerBound
    let end = place.upperBound
    isNegative = index < end && bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    guard let whole = PlainNumber.digits(bytes, &index, to: end), (1...12).contains(whole.count)
    else { return nil }
    (value, decimals) = (whole.value, 0)
    if index < end {
      guard PlainNumber.isSign(bytes[index], decimal) else { return nil }
      index += 1
      guard let rest = PlainNumber.digits(bytes, &index, to: end), (1...2).contains(rest.count),
        index == end
      else { return nil }
      value = value * (rest.count == 1 ? 10 : 100) + rest.value
      decimals = rest.count
    }
    if isNegative { value = -value }
  }

  /// The amount in minor units with that many digits; nil where it would have to be rounded.
  func scaled(by digits: Int) -> Int64? {
    switch digits - decimals {
    case 0: value
    case 1: value * 10
    case 2: value * 100
    case 3: value * 1000
    default: nil
    }
  }

  /// Exact: a quotient of two whole numbers below 2^53 is rounded as the decimal text is.
  var double: Double {
    switch decimals {
    case 0: Double(value)
    case 1: Double(value) / 10
    default: Double(value) / 100
    }
  }

  /// With one or two digits behind it, either sign is the decimal one unless the file shows
  /// otherwise: digits are grouped by three.
  private static func isSign(_ byte: UInt8, _ decimal: DecimalSign?) -> Bool {
    switch byte {
    case UInt8(ascii: "."): decimal != .comma
    case UInt8(ascii: ","): decimal != .point
    default: false
    }
  }

  private static func digits(
    _ bytes: borrowing Span<UInt8>, _ index: inout Int, to end: Int
  ) -> (value: Int64, count: Int)? {
    let start = index
    var value: Int64 = 0
    while index < end, case let digit = bytes[index] &- 48, digit < 10 {
      guard index - start < 12 else { return nil }
      value = value * 10 + Int64(digit)
      index += 1
    }
    return (value, index - start)
  }
}
