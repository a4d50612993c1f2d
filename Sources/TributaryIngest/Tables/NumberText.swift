/// A number as people write it, taken apart into digits.
struct NumberText: Equatable {
  var isNegative = false
  /// Digits before and after the decimal sign, as values 0 to 9.
  var whole: [UInt8] = []
  var fraction: [UInt8] = []

  /// What a text says.
  enum Reading: Equatable {
    case number(NumberText, DecimalSign?)
    /// `1,234`: one sign with three digits after it may be a thousand or a fraction.
    case ambiguous(NumberText)
    case none
  }

  /// Reads a text; `decimal` is the sign that the file uses, nil when that is not known.
  ///
  /// Spaces of all widths and apostrophes group digits; currency signs and words at either end
  /// are passed over.
  static func read(_ text: String, decimal: DecimalSign?) -> Reading {
    guard let (isNegative, digits) = stripped(text) else { return .none }
    if digits.allSatisfy({ $0 >= 48 }) {
      return .number(NumberText(isNegative: isNegative, whole: digits.map { $0 - 48 }), nil)
    }
    let comma = UInt8(ascii: ",")
    let point = UInt8(ascii: ".")
    let commas = digits.filter { $0 == comma }.count
    let points = digits.filter { $0 == point }.count
    func number(_ sign: DecimalSign?) -> Reading {
      guard var number = split(digits, at: sign) else { return .none }
      number.isNegative = isNegative
      return .number(number, sign)
    }
    if commas + points == 0 { return number(nil) }
    if let decimal { return number(decimal) }
    if commas > 0, points > 0 {
      let last = digits.last { $0 == comma || $0 == point }
      return number(last == comma ? .comma : .point)
    }
    let sign: DecimalSign = commas > 0 ? .comma : .point
    let other: DecimalSign = commas > 0 ? .point : .comma
    if commas + points > 1 { return number(other) }
    let parts = digits.split(
      separator: commas > 0 ? comma : point, omittingEmptySubsequences: false)
    let couldGroup =
      parts[1].count == 3 && (1...3).contains(parts[0].count) && parts[0].first != 48
    guard couldGroup, case .number(let fractional, _) = number(sign) else { return number(sign) }
    return .ambiguous(fractional)
  }

  /// Minor units with that many digits, half away from zero; nil when it does not fit.
  func scaled(by digits: Int) -> Int64? {
    var value: Int64 = 0
    let kept = fraction.prefix(digits)
    let padding = [UInt8](repeating: 0, count: digits - kept.count)
    for digit in whole + kept + padding {
      let (product, overflows) = value.multipliedReportingOverflow(by: 10)
      let (sum, spills) = product.addingReportingOverflow(Int64(digit))
      if overflows || spills { return nil }
      value = sum
    }
    if fraction.count > digits, fraction[digits] >= 5 {
      guard value < .max else { return nil }
      value += 1
    }
    return isNegative ? -value : value
  }

  /// The digits as written, with a point before the fraction: `-1020.50`.
  var plain: String {
    func digits(_ values: [UInt8]) -> String { values.map(String.init).joined() }
    let number = (isNegative ? "-" : "") + (whole.isEmpty ? "0" : digits(whole))
    return fraction.isEmpty ? number : number + "." + digits(fraction)
  }

  var hasFraction: Bool { fraction.contains { $0 != 0 } }

  var double: Double? {
    func digits(_ values: [UInt8]) -> String { values.map(String.init).joined() }
    guard whole.count <= 300 else { return nil }
    return Double((isNegative ? "-0" : "0") + digits(whole) + "." + digits(fraction) + "0")
  }

  /// The sign, and digits with points and commas; nil when anything else is left.
  private static func stripped(_ text: String) -> (Bool, [UInt8])? {
    if let plain = plain(text) { return plain }
    var scalars = text.unicodeScalars.filter { !groupSpaces.contains($0) }[...]
    for word in currencyWords {
      let letters = Array(word.unicodeScalars)
      func same(_ part: some Sequence<Unicode.Scalar>) -> Bool {
        String(String.UnicodeScalarView(part)).lowercased() == word
      }
      if scalars.count > letters.count {
        if same(scalars.suffix(letters.count)) { scalars = scalars.dropLast(letters.count) }
        if same(scalars.prefix(letters.count)) { scalars = scalars.dropFirst(letters.count) }
      }
    }
    var isNegative = false
    if let first = scalars.first, "-\u{2212}+".unicodeScalars.contains(first) {
      isNegative = first != "+"
      scalars = scalars.dropFirst()
    }
    let bytes = scalars.map { $0.isASCII ? UInt8($0.value) : 0 }
    let isClean = bytes.allSatisfy { (48...57).contains($0) || $0 == 44 || $0 == 46 }
    let hasDigit = bytes.contains { (48...57).contains($0) }
    return isClean && hasDigit && bytes.count <= 40 ? (isNegative, bytes) : nil
  }

  /// The same for the usual case: an optional minus, then nothing but digits, points and commas.
  private static func plain(_ text: String) -> (Bool, [UInt8])? {
    var bytes = Array(text.utf8)
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes.removeFirst() }
    var digits = 0
    for byte in bytes {
      if (48...57).contains(byte) { digits += 1 } else if byte != 44, byte != 46 { return nil }
    }
    return digits > 0 && bytes.count <= 40 ? (isNegative, bytes) : nil
  }

  /// Splits at the decimal sign; the other sign may only group digits by threes before it.
  private static func split(_ digits: [UInt8], at sign: DecimalSign?) -> NumberText? {
    let decimal = sign == .comma ? UInt8(ascii: ",") : UInt8(ascii: ".")
    let group = sign == .comma ? UInt8(ascii: ".") : UInt8(ascii: ",")
    let parts = digits.split(separator: decimal, omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    let groups = parts[0].split(separator: group, omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    let fraction = parts.count == 2 ? Array(parts[1]) : []
    guard !fraction.contains(group) else { return nil }
    return NumberText(
      whole: groups.joined().map { $0 - 48 }, fraction: fraction.map { $0 - 48 })
  }

  private static let groupSpaces: Set<Unicode.Scalar> = [
    " ", "\u{a0}", "\u{202f}", "\u{2009}", "'", "\u{2019}",
  ]
  private static let currencyWords = [
    "₽", "$", "€", "£", "руб.", "руб", "р.", "rub", "usd", "eur", "gbp",
  ]
}
