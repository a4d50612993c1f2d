import TributaryModel

/// What a header of money says of its amounts: `Total (EUR, incl. VAT)`, `Сумма, тыс. руб.`.
struct MoneyHeader {
  /// What its words and signs for a currency mean together; nil where there are none.
  private(set) var sign: CurrencySign?
  /// Whether it names two currencies, or one without a code: `USDT`, `у. е.`
  private(set) var isContradictory = false
  /// Whether its amounts are parts or multiples of the currency's unit: kopecks, thousands.
  private(set) var isScaled = false
  /// Whether a name or sign of the units came, no code: `руб. коп.` has both.
  private var hasNamedUnits = false

  init(_ header: String) {
    for (index, part) in HeaderPart.parts(of: CellReader.trimmed(header)).enumerated() {
      read(part, isOwn: index > 0)
    }
  }

  private mutating func read(_ part: HeaderPart, isOwn: Bool) {
    // In brackets and behind a comma any sign is one of a currency, `(р.)`; else words are words.
    if isOwn, !MoneyHeader.isPlain(part.text),
      !HeaderCurrency.wordsLikePastCodes.contains(part.text), let sign = CurrencySign(part.text)
    {
      join(sign, isNamed: Currency(part.text) == nil)
      return
    }
    for place in part.words.indices {
      let word = part.words[place]
      switch AmountScale.meaning(place, part, isOwn: isOwn) {
      case .scaled where !(hasNamedUnits && MoneyHeader.joints.contains(before(place, part))),
        .minor where !hasNamedUnits:
        isScaled = true
      case .scaled, .minor: break
      case nil:
        switch HeaderCurrency(place, part) {
        case .sign(let sign): join(sign, isNamed: Currency(word.text) == nil)
        case .unclear: isContradictory = true
        case nil: break
        }
      }
    }
    // `руб. (РБ)` may be of the country's sales or of its roubles.
    if isOwn, part.words.count == 1, hasNamedUnits, sign?.codes == ["BYN", "RUB"],
      let word = part.words.first, CurrencyCountry.code(of: word.lower) == "BYN"
    {
      isContradictory = true
    }
  }

  private func before(_ place: Int, _ part: HeaderPart) -> String {
    part.before(place)?.lower ?? ""
  }

  private mutating func join(_ other: CurrencySign, isNamed: Bool) {
    hasNamedUnits = hasNamedUnits || isNamed
    guard let known = sign else {
      sign = other
      return
    }
    guard let joined = known.joined(with: other) else {
      isContradictory = true
      return
    }
    sign = joined
  }

  /// Whether a word in small letters is more usual as a word: `Net sales (all)`.
  static func isPlain(_ word: String) -> Bool {
    plainWords.contains(word) && word.utf8.count == 3
  }

  /// What stands for a currency elsewhere and for another thing in headers: `cost_all`, `Сум.`
  static let plainWords: Set<String> = [
    "all", "top", "try", "cup", "pen", "mop", "gel", "mad", "cop", "bam", "sos",
    "сум", "сом", "дин", "ден", "дол", "фунт", "фунтов",
    "real", "rand", "pound", "pounds", "peso", "franc", "franken", "soles",
  ]

  /// Between units and their parts: `euros and cents`.
  private static let joints: Set<String> = [
    "and", "und", "et", "y", "e", "og", "och", "ve", "en", "a", "i", "и", "і", "та",
  ]
}
