/// Phone numbers as people write them, brought to one form.
///
/// ```
///  8 (916) 555-01-02 доб. 12 / +44 (0)20 7946 0018
///  └─── a piece ───┘ └─────┘   └──── a piece ────┘
///        7916…       too short       4420…
/// ```
/// Letters and the marks `, ; / | # * : &` part pieces. Before the first number, a piece too short to
/// be one belongs to the next where only a slash parts them (`030/1234567`), else it is an extension,
/// an hour or a word. A date is no number. Digits behind a whole number are its extension.
public enum PhoneNumber {
  /// The first number of a text with its country code: `8 (495) 123-45-67` becomes `74951234567`.
  ///
  /// In Russia a number of 11 digits that starts with 8 gets a 7, one of 10 digits gets a 7 before
  /// it; for other countries see `PhoneCountry`. `00` and `8-10` stand for a plus; other numbers keep
  /// their digits. Nil below 7 digits: an internal extension is no phone; nil too where stars or
  /// crosses hide digits.
  public static func normalized(_ text: String, at home: PhoneCountry = .russia) -> String? {
    all(in: text, at: home).first
  }

  /// The numbers of a text in its order, each once.
  public static func all(in text: String, at home: PhoneCountry = .russia) -> [String] {
    guard !hidesDigits(text) else { return [] }
    var numbers: [String] = []
    var rest = Piece()
    for piece in pieces(of: text) {
      if numbers.isEmpty, piece.isBehindSlash, let joined = rest.joined(with: piece) {
        rest = joined
      } else {
        rest = piece
      }
      guard rest.isComplete else { continue }
      for number in rest.halves.compactMap({ $0.number(at: home) })
      where !numbers.contains(number) {
        numbers.append(number)
      }
      rest = Piece()
    }
    if let number = rest.number(at: home), !numbers.contains(number) { numbers.append(number) }
    return numbers
  }

  /// Digits between two marks that part numbers.
  private struct Piece {
    var digits = ""
    var hasPlus = false
    /// Positions in `digits` before which a blank or mark stands.
    var gaps: Set<Int> = []

    /// Whether a slash alone parts it from the piece before.
    var isBehindSlash = false

    var isEmpty: Bool { digits.isEmpty }

    /// Whether it is written as a day is: `01.05.2026`, `2026-05-01 10`.
    var isDate: Bool {
      guard !hasPlus, digits.count == 8 || (digits.count == 10 && gaps.contains(8)) else {
        return false
      }
      let inner = gaps.filter { (1..<8).contains($0) }
      let values = digits.compactMap(\.wholeNumberValue)
      func value(_ places: Range<Int>) -> Int { values[places].reduce(0) { $0 * 10 + $1 } }
      let isYear = { (value: Int) in (1990...2099).contains(value) }
      switch inner {
      case [2, 4]: return (1...31).contains(value(0..<2)) && isYear(value(4..<8))
      case [4, 6]: return isYear(value(0..<4)) && (1...12).contains(value(4..<6))
      default: return false
      }
    }

    /// Whether nothing of a number can be missing.
    var isComplete: Bool {
      guard digits.count >= 7 else { return false }
      guard hasPlus, let length = PhoneNumber.length(digits) else { return true }
      return digits.count >= length.lowerBound
    }

    /// The number of both; nil where the other is one by itself.
    func joined(with other: Piece) -> Piece? {
      guard !isComplete, !other.hasPlus, hasPlus || other.digits.count < 10,
        digits.count + other.digits.count <= 15
      else { return nil }
      return Piece(
        digits: digits + other.digits, hasPlus: hasPlus,
        gaps: gaps.union(other.gaps.map { $0 + digits.count }), isBehindSlash: isBehindSlash)
    }

    /// The piece without an extension behind a number that is whole before a blank or mark.
    private func withoutExtension(at home: PhoneCountry) -> Piece {
      let ends: ClosedRange<Int>
      if hasPlus {
        guard let length = PhoneNumber.length(digits) else { return self }
        ends = length
      } else if !home.isRussian {
        guard home.whole(digits) == nil, !isAbroadWithoutPlus,
          !(digits.count == 11 && digits.hasPrefix("8")),
          let end = gaps.filter({ home.whole(String(digits.prefix($0))) != nil }).max()
        else { return self }
        ends = end...end
      } else if digits.hasPrefix("7") || digits.hasPrefix("8"), gaps.contains(11) {
        ends = 11...11
      } else if let first = digits.first, "3489".contains(first), gaps.contains(10),
        !isAbroadWithoutPlus
      {
        ends = 10...10
      } else {
        return self
      }
      guard digits.count > ends.upperBound, let end = gaps.filter(ends.contains).max() else {
        return self
      }
      return Piece(
        digits: String(digits.prefix(end)), hasPlus: hasPlus, gaps: gaps.filter { $0 < end })
    }

    /// Whether a country's code stands apart before as many digits as its numbers have.
    private var isAbroadWithoutPlus: Bool {
      (1...3).contains { end in
        gaps.contains(end)
          && Int(digits.prefix(end)).flatMap(NumberShape.lengths(ofCountry:))?
            .contains(digits.count) == true
      }
    }

    /// Whether a plus was put before a Russian number as it is dialled at home: `+8 916 555-01-02`.
    private var isRussianWithPlus: Bool {
      guard hasPlus, digits.count == 11, digits.hasPrefix("8") else { return false }
      return digits.dropFirst().first.map { "3489".contains($0) } == true
        && (gaps.contains(1) || PhoneNumber.length(digits) == nil)
    }

    /// Two numbers of one length that only a blank parts, else the piece itself.
    var halves: [Piece] {
      let half = digits.count / 2
      guard [20, 22].contains(digits.count), gaps.contains(half) else { return [self] }
      return [String(digits.prefix(half)), String(digits.suffix(half))].map {
        Piece(digits: $0, hasPlus: hasPlus)
      }
    }

    /// The digits with the country code.
    func number(at home: PhoneCountry) -> String? {
      if !hasPlus, !home.isRussian, home.exit != "00", digits.hasPrefix(home.exit),
        digits.count >= 11
      {
        let abroad = String(digits.dropFirst(home.exit.count))
        return Piece(digits: abroad, hasPlus: true).number(at: home)
      }
      if digits.hasPrefix("00"), digits.count >= 11 {
        return Piece(digits: String(digits.dropFirst(2)), hasPlus: true).number(at: home)
      }
      if digits.hasPrefix("810"), !hasPlus {
        let abroad = digits.dropFirst(3)
        if PhoneNumber.length(abroad)?.contains(abroad.count) == true { return String(abroad) }
      }
      let whole = withoutExtension(at: home)
      guard home.isRussian else { return whole.number(in: home) }
      return whole.isRussianWithPlus ? "7" + whole.digits.dropFirst() : whole.plainNumber
    }

    /// The digits with the code of another country than Russia; of a Russian number with its own.
    private func number(in home: PhoneCountry) -> String? {
      guard (7..<16).contains(digits.count) else { return nil }
      if hasPlus { return digits }
      if let number = home.whole(digits) { return number }
      return digits.count == 11 && digits.hasPrefix("8") ? "7" + digits.dropFirst() : digits
    }

    private var plainNumber: String? {
      switch digits.count {
      case ..<7, 16...: return nil
      case 10 where !hasPlus: return "7" + digits
      case 11 where digits.hasPrefix("8") && !hasPlus: return "7" + digits.dropFirst()
      case 12 where digits.hasPrefix("78"): return "7" + digits.dropFirst(2)
      default: return digits
      }
    }
  }

  /// The digits that numbers of the country have whose code stands first.
  private static func length(_ digits: some StringProtocol) -> ClosedRange<Int>? {
    (1...3).lazy.compactMap { Int(digits.prefix($0)).flatMap(NumberShape.lengths(ofCountry:)) }
      .first
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces = [Piece()]
    // The zero of `+44 (0)20` is not dialled from abroad.
    let spoken = text.split(separator: "(0)", maxSplits: 1, omittingEmptySubsequences: false)
    let written =
      spoken.count == 2 && spoken[0].contains(where: \.isNumber)
      ? spoken.joined(separator: " ") : text
    for sign in written {
      let last = pieces.count - 1
      if let digit = digit(sign) {
        pieces[last].digits.append(digit)
      } else if sign == "+" {
        if pieces[last].digits.count >= 7 { pieces.append(Piece()) }
        pieces[pieces.count - 1].hasPlus = true
      } else if sign.isLetter || sign.isNewline || marks.contains(sign) {
        if !pieces[last].isEmpty { pieces.append(Piece(isBehindSlash: sign == "/")) }
        if sign != "/" { pieces[pieces.count - 1].isBehindSlash = false }
      } else {
        pieces[last].gaps.insert(pieces[last].digits.count)
      }
    }
    return pieces.filter { !$0.isEmpty && !$0.isDate }
  }

  /// The decimal digit of any script: `９` is 9.
  private static func digit(_ sign: Character) -> Character? {
    guard !sign.isASCII else { return sign.isNumber ? sign : nil }
    guard let scalar = sign.unicodeScalars.first, scalar.properties.numericType == .decimal,
      let value = sign.wholeNumberValue, (0...9).contains(value)
    else { return nil }
    return Character(String(value))
  }

  private static let marks: Set<Character> = [",", ";", "/", "|", "\\", "#", "*", ":", "&"]

  /// Whether stars or crosses stand for digits: `+7 916 ***-01-02`.
  private static func hidesDigits(_ text: String) -> Bool {
    var digits = 0
    var crosses = 0
    for sign in text {
      if sign.isASCII, sign.isNumber { digits += 1 }
      crosses = "*xXхХ".contains(sign) ? crosses + 1 : 0
      if crosses == 2, (1..<7).contains(digits) { return true }
    }
    return false
  }
}

extension PhoneNumber {
  /// Whether digits stand for a number that nobody has: its last seven digits are equal, or it is
  /// one of those that people type in place of theirs.
  ///
  /// Example: `+7 900 000-00-00`, `(555) 555-5555`, `9876543210`; not `+7 916 123-45-67`.
  static func isMadeUp(_ number: some StringProtocol) -> Bool {
    let end = number.utf8.suffix(7)
    return end.count == 7 && Set(end).count == 1 || hiddenCallers.contains(String(number))
      || typed.contains(String(number.suffix(10)))
  }

  private static let typed: Set<String> = [
    "0123456789", "1234567890", "9876543210", "0987654321", "9991234567",
  ]
  /// ANONYMOUS, RESTRICTED, UNKNOWN and BLOCKED as the keys of a phone.
  private static let hiddenCallers: Set<String> = [
    "266696687", "7378742833", "77378742833", "8656696", "2562533",
  ]
}
