import TributaryModel

/// What a header of money says of its amounts: `Total (EUR, incl. VAT)`, `Сумма, тыс. руб.`.
struct MoneyHeader {
  /// What its words and signs for a currency mean together; nil where there are none.
  private(set) var sign: CurrencySign?
  /// Whether it names two currencies.
  private(set) var isContradictory = false
  /// Whether its amounts are parts or multiples of the currency's unit: kopecks, thousands.
  private(set) var isScaled = false

  init(_ header: String) {
    let parts = CellReader.trimmed(header).split { "()[],".contains($0) }
    for (index, part) in parts.enumerated() {
      // In brackets and behind a comma any sign is one of a currency, `(р.)`; else words are words.
      if index > 0, case let word = CellReader.trimmed(String(part)),
        !MoneyHeader.isPlain(word), let sign = CurrencySign(word)
      {
        join(sign)
        continue
      }
      let words = MoneyHeader.words(part)
      for (place, word) in words.enumerated() {
        note(word.lowercased(), after: place > 0 ? words[place - 1].lowercased() : "")
        if let sign = MoneyHeader.sign(word, after: place > 0 ? words[place - 1] : "") {
          join(sign)
        }
      }
      note(part.lowercased().filter { $0 != "." && $0 != " " }, after: "")
    }
    // `Сумма, руб. коп.` has both, and `руб.` says which are the units.
    if hasKopecks, sign == nil { isScaled = true }
  }

  private var hasKopecks = false

  private mutating func note(_ word: String, after before: String) {
    if MoneyHeader.kopecks.contains(word), before != "без" { hasKopecks = true }
    if MoneyHeader.scales.contains(word), !MoneyHeader.asides.contains(before) { isScaled = true }
  }

  /// Whether a word in brackets, in small letters, is more usual as a word: `Net sales (all)`.
  private static func isPlain(_ word: String) -> Bool {
    plainWords.contains(word) && word.utf8.count == 3
  }

  private mutating func join(_ other: CurrencySign) {
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

  /// The words of `total_usd`, `TotalUSD` and `тыс.руб.`.
  private static func words(_ text: Substring) -> [String] {
    var spaced = ""
    var before: Character = " "
    for letter in text {
      if before.isLowercase, letter.isUppercase { spaced.append(" ") }
      spaced.append(letter)
      before = letter
    }
    return spaced.split { $0.isWhitespace || "_-./:;".contains($0) }.map(String.init)
  }

  private static func sign(_ word: String, after before: String) -> CurrencySign? {
    let isSign = word.unicodeScalars.contains { $0.properties.generalCategory == .currencySymbol }
    let isCode = word.count == 3 && Currency(word) != nil && !plainWords.contains(word.lowercased())
    let isNamed = prepositions.contains(before.lowercased()) || isCyrillicName(word)
    return isSign || isCode || isNamed ? CurrencySign(word) : nil
  }

  /// A name such as `руб` stands for nothing else; short ones and abbreviations may.
  private static func isCyrillicName(_ word: String) -> Bool {
    word.count >= 3 && word.unicodeScalars.allSatisfy { (0x400...0x4ff).contains($0.value) }
      && !plainWords.contains(word.lowercased())
  }

  /// Before the name of a currency: `Total in USD`, `Сумма в рублях`.
  private static let prepositions: Set<String> = ["in", "en", "em", "в"]

  /// What stands for a currency elsewhere and for another thing in headers: `cost_all`, `Сум.`
  private static let plainWords: Set<String> = [
    "all", "top", "try", "cup", "pen", "mop", "gel", "mad", "cop", "bam", "sos",
    "сум", "сом", "дин", "ден", "дол", "фунт", "фунтов",
  ]

  private static let kopecks: Set<String> = ["коп", "копейка", "копейки", "копеек", "копейках"]

  /// Before what is said by the way: `rounded to cents`, `incl. cents`.
  private static let asides: Set<String> = ["to", "incl", "including", "with", "without", "no"]

  private static let scales: Set<String> = [
    "cent", "cents", "penny", "pence", "centimes", "centavos", "kopeck", "kopecks", "kopek",
    "kopeks", "minor", "micros",
    "thousand", "thousands", "тыс", "тысяч", "тысячи", "тысячах", "'000", "000s",
    "million", "millions", "mln", "млн", "миллион", "миллионы", "миллионов", "миллионах", "млрд",
  ]
}
