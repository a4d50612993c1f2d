/// What the groups of a number say: a phone, a card, or neither.
struct NumberShape {
  private let token: NumberToken
  private let part: ClosedRange<Int>
  private let sizes: [Int]
  private let total: Int

  init(_ token: NumberToken, _ part: ClosedRange<Int>) {
    self.token = token
    self.part = part
    sizes = token.sizes(part)
    total = sizes.reduce(0, +)
  }

  /// Most groups of a phone or card.
  static let mostGroups = 7

  /// Whether they are a phone without a plus.
  var isPhone: Bool {
    guard (7...17).contains(total), sizes.count > 1 else { return false }
    if let bracket = part.first(where: token.isBracketed) { return hasAreaCode(bracket) }
    guard let sign = commonSign, !beginsWithDate else { return false }
    if sign == UInt8(ascii: ".") { return isDotted }
    return isInternational || isNational || isRussian || isAmerican || isLocal(sign)
  }

  /// Whether they are a card's number in the groups that are printed on it.
  var isCard: Bool {
    [[4, 4, 4, 4], [4, 4, 4, 4, 3], [4, 6, 5]].contains(sizes) && commonSign != nil
      && NumberShape.isCard(token.digits(part))
  }

  /// Whether 13 to 19 digits have the check digit of a card.
  ///
  /// Source: ISO/IEC 7812-1, annex B (Luhn).
  static func isCard(_ digits: [UInt8]) -> Bool {
    guard (13...19).contains(digits.count), digits.contains(where: { $0 != 48 }) else {
      return false
    }
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let value = Int(digit - 48) * (place % 2 == 0 ? 1 : 2)
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }

  /// How many digits the numbers of a country have, its code included; nil for other codes.
  ///
  /// Source: ITU-T E.164 and the numbering plans of its members.
  static func lengths(ofCountry code: Int) -> ClosedRange<Int>? { countries[code] }

  private static let countries: [Int: ClosedRange<Int>] = [
    1: 11...11, 7: 11...11, 20: 12...12, 30: 12...12, 31: 11...11, 32: 10...11, 33: 11...11,
    34: 11...11, 36: 10...11, 39: 11...13, 40: 11...11, 41: 11...11, 43: 10...13, 44: 11...12,
    45: 10...10, 46: 10...11, 47: 10...10, 48: 11...11, 49: 10...13, 52: 12...12, 54: 12...13,
    55: 12...13, 60: 10...12, 61: 11...11, 62: 11...13, 63: 12...12, 66: 11...11, 81: 11...12,
    82: 11...12, 84: 11...12, 86: 12...13, 90: 12...12, 91: 12...12, 98: 12...12, 351: 12...12,
    353: 11...12, 358: 10...12, 359: 11...12, 370: 11...11, 371: 11...11, 372: 10...11,
    373: 11...11, 374: 11...11, 375: 12...12, 380: 12...12, 381: 11...12, 385: 11...12,
    420: 12...12, 421: 12...12, 852: 11...11, 971: 11...12, 972: 11...12, 992: 12...12,
    993: 11...11, 994: 12...12, 995: 12...12, 996: 12...12, 998: 12...12,
  ]

  // MARK: Shapes

  /// `8 (916) 123-45-67`, `(495) 1234567`, `00 44 (0)20 7946 0018`.
  private func hasAreaCode(_ bracket: Int) -> Bool {
    let code = token.groups[bracket].count
    guard code <= 5, bracket < part.upperBound else { return false }
    let before = token.sizes(part).prefix(bracket - part.lowerBound).reduce(0, +)
    let rest = total - before - code
    let isPrefixed = before <= 3 || token.value(part.lowerBound) == 0
    return isPrefixed && (before > 0 || code >= 2) && (5...10).contains(rest) && total <= 15
  }

  /// The sign between all groups, dots or others; nil for a mix with dots or more than a phone has.
  private var commonSign: UInt8? {
    var sign: UInt8?
    for group in part.dropLast() {
      let gap = token.gap(after: group).filter { $0 != 0x20 }
      guard gap.count <= 1, gap.first != UInt8(ascii: "/") else { return nil }
      let found = gap.first ?? 0x20
      let isDot = found == UInt8(ascii: ".")
      if let sign, isDot != (sign == UInt8(ascii: ".")) { return nil }
      if sign == nil || found == UInt8(ascii: "-") { sign = found }
    }
    return sign
  }

  /// `8.916.123.45.67`, `555.123.4567`, `06.12.34.56.78`; not an address of the internet.
  private var isDotted: Bool {
    switch sizes {
    case [1, 3, 3, 2, 2]: return [7, 8].contains(token.value(part.lowerBound))
    case [3, 3, 4]: return token.value(part.lowerBound) > 200
    case [3, 3, 2, 2]: return token.value(part.lowerBound) > 255
    case [2, 2, 2, 2, 2]: return beginsWithZero
    default: return false
    }
  }

  /// `0044 7700 900123`, `00 44 7700 900123`, `380 67 123 45 67`.
  private var isInternational: Bool {
    let first = token.groups[part.lowerBound]
    let value = token.value(part.lowerBound)
    if value == 0, first.count == 2, sizes.count > 2 {
      let code = token.value(part.lowerBound + 1)
      return NumberShape.lengths(ofCountry: code)?.contains(total - 2) == true
    }
    if beginsWithZero, first.count > 2, String(value).count == first.count - 2 {
      return NumberShape.lengths(ofCountry: value)?.contains(total - 2) == true
    }
    return sizes.count > 2 && first.count > 1 && !beginsWithZero
      && NumberShape.lengths(ofCountry: value)?.contains(total) == true
  }

  /// A number of a country that dials a zero first: `020 7946 0018`, `07700 900123`.
  private var isNational: Bool {
    guard beginsWithZero, (9...12).contains(total), sizes[0] <= 5, !token.isOfWord else {
      return false
    }
    if sizes.count == 2 {
      return sizes[0] >= 3 && sizes[1] >= 6 && !isJoined
    }
    return sizes.dropFirst().allSatisfy { (2...4).contains($0) }
  }

  /// `8-916-123-45-67`, `7 4852 12 34 56`, `8 9161234567`, `916 123-45-67`.
  private var isRussian: Bool {
    if total == 11, sizes[0] == 1, [7, 8].contains(token.value(part.lowerBound)) {
      return sizes.count == 2 || (3...5).contains(sizes[1])
    }
    return [[3, 3, 2, 2], [3, 2, 2, 3], [3, 2, 3, 2], [4, 2, 2, 2]].contains(sizes)
      && token.digits(part)[0] > UInt8(ascii: "2")
  }

  /// `555-123-4567`, `1 555 123 4567`.
  private var isAmerican: Bool {
    switch sizes {
    case [3, 3, 4]: token.digits(part)[0] > UInt8(ascii: "1")
    case [1, 3, 3, 4]: token.value(part.lowerBound) == 1
    default: false
    }
  }

  /// `123-45-67`, as within a city. Sizes of tyres and furniture are in fives: `205-55-16`.
  private func isLocal(_ sign: UInt8) -> Bool {
    guard sizes == [3, 2, 2], sign == UInt8(ascii: "-"), !token.isOfWord else { return false }
    return token.value(part.lowerBound) % 5 != 0 || token.value(part.lowerBound + 1) % 5 != 0
  }

  private var beginsWithZero: Bool {
    let digits = token.digits(part.lowerBound...part.lowerBound)
    return digits[0] == 48
  }

  /// Whether dashes or underscores stand between the groups, as in the numbers of articles.
  private var isJoined: Bool {
    part.dropLast().contains { !token.gap(after: $0).contains(0x20) }
  }

  /// `2026-05-03...`, `03-05-2026...`.
  private var beginsWithDate: Bool {
    guard sizes.count >= 3 else { return false }
    let parts = (0..<3).map { token.value(part.lowerBound + $0) }
    let years = 1900...2099
    if sizes[0] == 4 {
      return years.contains(parts[0]) && (1...12).contains(parts[1]) && (1...31).contains(parts[2])
    }
    return sizes[2] == 4 && sizes[0] <= 2 && sizes[1] <= 2 && years.contains(parts[2])
      && (1...31).contains(parts[0]) && (1...31).contains(parts[1])
  }
}
