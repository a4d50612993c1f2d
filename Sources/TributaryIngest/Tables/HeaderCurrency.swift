import TributaryModel

/// What a word of a header of money says of its currency.
enum HeaderCurrency {
  case sign(CurrencySign)
  /// A currency that nobody can place: `USDT`, `у. е.`, `XX$`.
  case unclear

  /// Nil for a word that names no currency.
  init?(_ place: Int, _ part: HeaderPart) {
    let word = part.words[place]
    let (before, after) = (part.before(place), part.after(place))
    if HeaderCurrency.isUnplaced(word, before) {
      self = .unclear
      return
    }
    if word.hasSymbol {
      self.init(symbol: word, before, after)
      return
    }
    guard let meant = CurrencySign(word.text) else { return nil }
    if word.lower == "р", before?.lower == "б", let rouble = CurrencySign("б.р.") {
      self = .sign(rouble)
      return
    }
    if let narrowed = CurrencyCountry.narrowed(meant, by: [before, after]) {
      self = .sign(narrowed)
      return
    }
    guard
      HeaderCurrency.isCode(word.text)
        || HeaderCurrency.isName(word, isLast: after == nil, after?.lower ?? "")
        || HeaderCurrency.isUnit(word, before)
    else { return nil }
    self = .sign(meant)
  }

  /// `€`, `US $`, `$ CAD`, `Total€`.
  private init?(
    symbol word: HeaderPart.HeaderWord, _ before: HeaderPart.HeaderWord?,
    _ after: HeaderPart.HeaderWord?
  ) {
    if let sign = CurrencySign(word.text) {
      let isShort = { (text: String) in (2...3).contains(text.utf8.count) }
      let first = before.map(\.text).flatMap { isShort($0) ? CurrencySign($0 + word.text) : nil }
      let last = after.map(\.text).flatMap { isShort($0) ? CurrencySign(word.text + $0) : nil }
      self = .sign(first ?? last ?? sign)
      return
    }
    let rest = word.text.filter { !HeaderPart.isSymbol($0) }
    // Programs mark their own names so: `$revenue`.
    if word.text.first == "$", rest.count >= 3, word.text.dropFirst() == rest,
      rest.allSatisfy(\.isASCII), rest.first?.isLetter == true, CurrencySign(rest) == nil
    {
      return nil
    }
    let symbols = word.text.filter(HeaderPart.isSymbol)
    let isWord = rest.count >= 3 && Currency(rest) == nil || rest.allSatisfy(\.isNumber)
    let isAtEnd = word.text.hasPrefix(symbols) || word.text.hasSuffix(symbols)
    guard isWord, isAtEnd, let sign = CurrencySign(symbols) else {
      self = .unclear
      return
    }
    self = .sign(sign)
  }

  private static func isUnplaced(
    _ word: HeaderPart.HeaderWord, _ before: HeaderPart.HeaderWord?
  ) -> Bool {
    let pair = (before?.lower ?? "") + " " + word.lower
    return unplaced.contains(word.lower) || unplacedPairs.contains(pair)
      || word.lower.hasPrefix("биткоин") || word.lower.hasPrefix("криптовалют")
  }

  /// A code in use, or one of the past, in capitals where small letters make a word.
  private static func isCode(_ word: String) -> Bool {
    guard word.utf8.count == 3, word.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
    guard Currency(word) == nil else { return !MoneyHeader.plainWords.contains(word.lowercased()) }
    return pastCodes.contains(word.lowercased()) || (word == word.uppercased() && isPast(word))
  }

  private static func isPast(_ word: String) -> Bool {
    !wordsLikePastCodes.contains(word) && CurrencySign(word)?.codes == [word]
  }

  /// A name such as `руб` or `euros` stands for nothing else; short ones and abbreviations may.
  private static func isName(
    _ word: HeaderPart.HeaderWord, isLast: Bool, _ after: String
  ) -> Bool {
    if MoneyHeader.plainWords.contains(word.lower) { return false }
    let isLatin = word.text.allSatisfy(\.isASCII)
    if shortNames.contains(word.lower) {
      return isLast || word.text == "TL" || (!isLatin && word.text.count > 1)
    }
    // `Euro pallets` are no euros.
    if adjectives.contains(word.lower) { return isLast || remarks.contains(after) }
    return word.text.count >= (isLatin ? 4 : 3) && word.text.allSatisfy(\.isLetter)
  }

  /// Whether a preposition makes a word a unit: `in soles`, `в сом`.
  private static func isUnit(
    _ word: HeaderPart.HeaderWord, _ before: HeaderPart.HeaderWord?
  ) -> Bool {
    word.text.count >= 2 && !MoneyHeader.isPlain(word.text)
      && AmountScale.prepositions.contains(before?.lower ?? "")
  }

  private static let unplaced: Set<String> = [
    "usdt", "usdc", "btc", "xbt", "eth", "bitcoin", "bitcoins", "tether", "satoshi", "satoshis",
    "уе",
  ]

  private static let unplacedPairs: Set<String> = [
    "у е", "y e", "усл ед", "условных единиц", "условных единицах", "условные единицы",
    "conventional units", "руб пмр", "рублей пмр", "рублях пмр",
  ]

  private static let pastCodes: Set<String> = ["rur", "byr", "hrk", "trl", "uak"]

  /// Codes of the past that are words and abbreviations of today.
  static let wordsLikePastCodes: Set<String> = [
    "STD", "SIT", "ESP", "ARA", "YUM", "SUR", "PEI", "CSD", "ROL", "MTL", "PTE", "ATS", "CUC",
  ]

  private static let shortNames: Set<String> = [
    "тг", "тнг", "р", "zł", "zl", "kč", "kr", "tl", "lei", "dh", "dhs", "cfa", "rs", "rp", "yen",
    "so'm",
  ]

  private static let adjectives: Set<String> = ["euro", "dollar", "euró", "dolar", "dólar"]

  private static let remarks: Set<String> = [
    "incl", "inc", "excl", "ex", "including", "excluding", "net", "netto", "gross", "brutto", "ttc",
    "ht", "amount", "total", "sum", "value", "equivalent",
  ]
}
