import TributaryModel

/// A number as people write it, taken apart into digits, with the currency that stands beside it.
struct NumberText: Equatable {
  var isNegative = false
  /// Digits before and after the decimal sign, as values 0 to 9.
  var whole: [UInt8] = []
  var fraction: [UInt8] = []
  /// What the signs and words beside the number stand for; nil where there are none.
  var sign: CurrencySign?

  /// What a text says.
  enum Reading: Equatable {
    /// The decimal sign is the one that the text proves, whether it has one or only groups.
    case number(NumberText, DecimalSign?)
    /// `1,234`: one sign with three digits after it may be a thousand or a fraction.
    case ambiguous(NumberText)
    case none
  }

  /// Reads a text; `decimal` is the sign that the file uses, nil when that is not known.
  ///
  /// Spaces of all widths and apostrophes group digits; a minus may stand before or behind the
  /// number, or parentheses around it; signs, words and codes of currencies stand at either end,
  /// or where the fraction begins: `1990 р. 50 коп.`
  /// - Parameters:
  ///   - currency: that of the amount, unless the text names another.
  ///   - isWhole: whether it counts something, so that a sign before three digits can only group.
  ///
  /// In a currency without minor units that is so too; in one with three of them a point before
  /// three digits is decimal.
  static func read(
    _ text: String, decimal: DecimalSign?, currency: Currency? = nil, isWhole: Bool = false
  ) -> Reading {
    guard let plain = plain(text) else {
      return AmountText(text, currency: currency)?.reading(decimal: decimal, isWhole: isWhole)
        ?? .none
    }
    return NumberDigits.read(
      plain.digits, decimal: decimal, minorDigits: currency?.minorDigits ?? 2, isWhole: isWhole
    ).changed { $0.isNegative = plain.isNegative }
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

  /// An optional minus, then nothing but digits, points and commas: the usual case.
  private static func plain(_ text: String) -> (isNegative: Bool, digits: [UInt8])? {
    var bytes = Array(text.utf8)
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes.removeFirst() }
    var digits = 0
    for byte in bytes {
      if (48...57).contains(byte) { digits += 1 } else if byte != 44, byte != 46 { return nil }
    }
    return digits > 0 && bytes.count <= 40 ? (isNegative, bytes) : nil
  }
}

extension NumberText.Reading {
  func changed(_ change: (inout NumberText) -> Void) -> NumberText.Reading {
    switch self {
    case .number(var number, let sign):
      change(&number)
      return .number(number, sign)
    case .ambiguous(var number):
      change(&number)
      return .ambiguous(number)
    case .none: return .none
    }
  }
}
