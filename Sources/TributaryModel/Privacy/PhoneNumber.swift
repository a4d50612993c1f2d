/// Phone numbers as people write them, brought to one form.
///
/// ```
///  8 (916) 555-01-02 доб. 12 / +44 (0)20 7946 0018
///  └─── a piece ───┘ └─────┘   └──── a piece ────┘
///        7916…       too short       4420…
/// ```
/// Letters and the marks `, ; / | # * : &` part pieces. A piece too short to be a number belongs to
/// the next one where both together are one (`030/1234567`), else it is an extension or a word.
public enum PhoneNumber {
  /// The first number of a text with its country code: `8 (495) 123-45-67` becomes `74951234567`.
  ///
  /// A Russian number of 11 digits that starts with 8 gets a 7, one of 10 digits gets a 7 before
  /// it; `00` and `8-10` stand for a plus; other numbers keep their digits. Nil below 7 digits: an
  /// internal extension is no phone; nil too where stars or crosses hide digits.
  public static func normalized(_ text: String) -> String? { all(in: text).first }

  /// The numbers of a text in its order, each once.
  public static func all(in text: String) -> [String] {
    guard !hidesDigits(text) else { return [] }
    var numbers: [String] = []
    var rest = Piece()
    for piece in pieces(of: text) {
      if !rest.isEmpty, let joined = rest.joined(with: piece) {
        rest = joined
      } else {
        rest = piece
      }
      guard rest.isComplete else { continue }
      for number in rest.halves.compactMap(\.number) where !numbers.contains(number) {
        numbers.append(number)
      }
      rest = Piece()
    }
    if let number = rest.number, !numbers.contains(number) { numbers.append(number) }
    return numbers
  }

  /// Digits between two marks that part numbers.
  private struct Piece {
    var digits = ""
    var hasPlus = false
    /// Positions in `digits` before which a blank or mark stands.
    var gaps: Set<Int> = []

    var isEmpty: Bool { digits.isEmpty }

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
      return Piece(digits: digits + other.digits, hasPlus: hasPlus, gaps: gaps)
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
    var number: String? {
      if digits.hasPrefix("00"), digits.count >= 11 {
        return Piece(digits: String(digits.dropFirst(2)), hasPlus: true).number
      }
      if digits.hasPrefix("810"), !hasPlus {
        let abroad = digits.dropFirst(3)
        if PhoneNumber.length(abroad)?.contains(abroad.count) == true { return String(abroad) }
      }
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
      if sign.isASCII, sign.isNumber {
        pieces[pieces.count - 1].digits.append(sign)
      } else if sign == "+" {
        if pieces[pieces.count - 1].digits.count >= 7 { pieces.append(Piece()) }
        pieces[pieces.count - 1].hasPlus = true
      } else if sign.isLetter || sign.isNewline || marks.contains(sign) {
        if !pieces[pieces.count - 1].isEmpty { pieces.append(Piece()) }
      } else {
        pieces[pieces.count - 1].gaps.insert(pieces[pieces.count - 1].digits.count)
      }
    }
    return pieces.filter { !$0.isEmpty }
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
