extension JSON5Cursor {
  static func startsNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "+" || scalar == "-" || scalar == "." || ("0"..."9").contains(scalar)
  }

  /// The number that starts here; always finite.
  mutating func number() throws(JSON5Problem) -> Double {
    let start = position
    var text = ""
    while let scalar = next, JSON5Cursor.belongsToNumber(scalar) {
      text.unicodeScalars.append(scalar)
      advance()
    }
    guard let value = JSON5Cursor.value(of: text), value.isFinite else {
      throw JSON5Problem(
        position: start,
        message: "expected a finite number, found \(text); put it into quotes if it is text")
    }
    return value
  }

  private static func belongsToNumber(_ scalar: Unicode.Scalar) -> Bool {
    startsNumber(scalar) || scalar.properties.isIDContinue
  }

  private static func value(of text: String) -> Double? {
    var digits = Substring(text)
    var sign = 1.0
    if let first = digits.first, first == "-" || first == "+" {
      sign = first == "-" ? -1 : 1
      digits = digits.dropFirst()
    }
    if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
      guard let value = UInt64(digits.dropFirst(2), radix: 16), value < 1 << 53,
        digits.dropFirst(2).first != "+"
      else { return nil }
      return sign * Double(value)
    }
    guard isDecimal(digits) else { return nil }
    return Double(digits).map { sign * $0 }
  }

  /// Digits with at most one point and an exponent; no zero before other digits.
  private static func isDecimal(_ text: Substring) -> Bool {
    let parts = text.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "e" || $0 == "E" })
    guard let mantissa = parts.first else { return false }
    if parts.count == 2 {
      let exponent =
        parts[1].first == "-" || parts[1].first == "+" ? parts[1].dropFirst() : parts[1]
      guard !exponent.isEmpty, areDigits(exponent) else { return false }
    }
    let halves = mantissa.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = halves.first ?? ""
    if whole.count > 1, whole.first == "0" { return false }
    return halves.allSatisfy(areDigits) && halves.contains { !$0.isEmpty }
  }

  private static func areDigits(_ text: Substring) -> Bool {
    text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
  }
}
