import TributaryModel

/// Tells in a row of digits, points, commas, spaces and apostrophes which sign groups and which is
/// the decimal one.
enum NumberDigits {
  private static let comma = UInt8(ascii: ",")
  private static let point = UInt8(ascii: ".")

  /// - Parameters:
  ///   - minorDigits: how many digits the amount's currency has behind the decimal sign.
  ///   - isWhole: whether it counts something.
  static func read(
    _ digits: [UInt8], decimal: DecimalSign?, minorDigits: Int, isWhole: Bool
  ) -> NumberText.Reading {
    if digits.allSatisfy({ $0 >= 48 }) {
      return .number(NumberText(whole: digits.map { $0 - 48 }), nil)
    }
    func number(_ sign: DecimalSign?) -> NumberText.Reading {
      split(digits, at: sign).map { .number($0, sign) } ?? .none
    }
    let commas = digits.count { $0 == comma }
    let points = digits.count { $0 == point }
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
      parts[1].count == 3 && (1...3).contains(parts[0].count)
      && parts[0].allSatisfy { $0 >= 48 } && parts[0].first != 48
    guard couldGroup, case .number(let fractional, _) = number(sign) else { return number(sign) }
    // A count such as 12.000 may have been written with three decimals.
    let mayBeCount = isWhole && sign == .point && parts[1].elementsEqual([48, 48, 48])
    if minorDigits == 0 || isWhole, !mayBeCount { return number(other) }
    if minorDigits >= 3, sign == .point { return number(sign) }
    return .ambiguous(fractional)
  }

  /// Splits at the decimal sign; before it one other sign may group the digits.
  private static func split(_ digits: [UInt8], at sign: DecimalSign?) -> NumberText? {
    let decimal = sign == .comma ? comma : point
    let parts =
      sign == nil
      ? [digits[...]] : digits.split(separator: decimal, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = whole(parts[0]) else { return nil }
    let fraction = parts.count == 2 ? Array(parts[1]) : []
    guard fraction.allSatisfy({ $0 >= 48 }) else { return nil }
    return NumberText(whole: whole, fraction: fraction.map { $0 - 48 })
  }

  /// The digits of groups of three, or of two before a last of three as India writes them:
  /// `1,00,000`.
  private static func whole(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
    let signs = Set(digits.filter { $0 < 48 })
    guard let sign = signs.first else { return digits.map { $0 - 48 } }
    let groups = digits.split(separator: sign, omittingEmptySubsequences: false)
    guard signs.count == 1, groups[0].first.map({ $0 != 48 }) ?? false, groups.last?.count == 3
    else { return nil }
    let inner = groups.dropFirst().dropLast()
    let isByThree = inner.allSatisfy { $0.count == 3 } && groups[0].count <= 3
    let isIndian = inner.allSatisfy { $0.count == 2 } && groups[0].count <= 2 && !inner.isEmpty
    guard isByThree || isIndian else { return nil }
    return groups.joined().map { $0 - 48 }
  }
}
