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
      if index > 0, let sign = CurrencySign(CellReader.trimmed(String(part))) {
        join(sign)
        continue
      }
      let words = MoneyHeader.words(part)
      for (place, word) in words.enumerated() {
        if MoneyHeader.scales.contains(word.lowercased()) { isScaled = true }
        if let sign = MoneyHeader.sign(word, after: place > 0 ? words[place - 1] : "") {
          join(sign)
        }
      }
      if MoneyHeader.scales.contains(part.lowercased().filter { $0 != "." && $0 != " " }) {
        isScaled = true
      }
    }
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

  private static let scales: Set<String> = [
    "cent", "cents", "penny", "pence", "centimes", "centavos", "kopeck", "kopecks", "kopek",
    "kopeks", "коп", "копейка", "копейки", "копеек", "копейках", "minor", "micros",
    "thousand", "thousands", "тыс", "тысяч", "тысячи", "тысячах", "'000", "000", "000s",
    "million", "millions", "mln", "млн", "миллион", "миллионы", "миллионов", "миллионах", "млрд",
  ]
}
