import TributaryModel

/// Which words of a header say that amounts are parts or multiples of a currency's unit.
///
/// Source: Unicode CLDR 46, compact numbers and units; ISO 4217; usage of shops' and banks' exports.
enum AmountScale {
  enum Meaning {
    /// Thousands, cents, millionths.
    case scaled
    /// Kopecks, which `руб. коп.` has too, where roubles are the units.
    case minor
  }

  /// What a word means at its place; nil for other words, and where it is said by the way.
  static func meaning(_ place: Int, _ part: HeaderPart, isOwn: Bool) -> Meaning? {
    let word = part.words[place]
    let before = part.before(place)?.lower ?? ""
    guard !asides.contains(before) else { return nil }
    let isIn = prepositions.contains(before)
    if isMinor(word.lower) { return isIn ? .scaled : .minor }
    let isAlone = isIn || (isOwn && part.words.count == 1)
    if isAlone, ownMinor.contains(word.lower) { return isIn ? .scaled : .minor }
    let isScaled =
      words.contains(word.lower) || stems.contains(where: word.lower.hasPrefix)
      || ideographs.contains(where: word.lower.contains) || (isAlone && own.contains(word.lower))
      || (ending.contains(word.lower) && place == part.words.count - 1)
      || (word.lower == "miles" && part.after(place)?.lower == "de")
      || isGlued(word) || isZeros(place, part, isOwn, isIn) || isBeside(place, part)
    return isScaled ? .scaled : nil
  }

  private static func isMinor(_ word: String) -> Bool {
    minor.contains(word)
      || (minorStems.contains(where: word.hasPrefix) && !word.hasPrefix("centimet"))
  }

  /// `k€`, `TEUR`, `MUSD`, `$k`, `$000`, `тыср`.
  private static func isGlued(_ word: HeaderPart.HeaderWord) -> Bool {
    guard word.text.utf8.count <= 24, CurrencySign(word.text) == nil else { return false }
    if word.text.contains("¢") { return true }
    for prefix in letters where word.lower.hasPrefix(prefix) {
      let rest = word.text.dropFirst(prefix.count)
      if codes.contains(rest.lowercased()) || rest.lowercased() == "kr" { return true }
      let isLong = prefix.count > 2 && (rest.count > 1 || rest.first?.isASCII == false)
      if isLong || rest.contains(where: HeaderPart.isSymbol), CurrencySign(String(rest)) != nil {
        return true
      }
    }
    if codes.contains(String(word.lower.prefix(3))) {
      return behind.contains(String(word.lower.dropFirst(3)))
    }
    guard let symbol = word.lower.lastIndex(where: HeaderPart.isSymbol) else { return false }
    return CurrencySign(String(word.lower[...symbol])) != nil
      && behind.contains(String(word.lower[word.lower.index(after: symbol)...]))
  }

  /// `T EUR`, `т. р.`, `EUR k`.
  private static func isBeside(_ place: Int, _ part: HeaderPart) -> Bool {
    let word = part.words[place]
    // `руб. к оплате` has a preposition.
    if behind.contains(word.lower), word.text.count > 1 || part.after(place) == nil,
      let before = part.before(place), isCurrency(before)
    {
      return true
    }
    // `€/t EUR` has tonnes behind its stroke.
    let isStart = place > 0 && part.before(place) == nil
    guard !isStart, let after = part.after(place) else { return false }
    if word.text == "e", after.text == "Ft" { return true }
    let isShort = after.text.count == 1 && after.text.first?.isASCII == true && !after.hasSymbol
    guard !isShort || (after.lower == "p" && word.lower == "т") else { return false }
    return (fronts.contains(word.text) || longFronts.contains(word.lower)) && isCurrency(after)
  }

  /// `'000`, `x1000`, `in 1000 EUR`, `000 USD`; not `from 1000 EUR`, `store 000`.
  private static func isZeros(
    _ place: Int, _ part: HeaderPart, _ isOwn: Bool, _ isIn: Bool
  ) -> Bool {
    let word = part.words[place].lower
    if multiples.contains(word) { return true }
    guard !word.isEmpty, word.drop(while: { $0 == "1" }).allSatisfy({ $0 == "0" }),
      !word.hasPrefix("11")
    else { return false }
    // `x 1000`, `x € 1000`
    let isTimes = part.words[..<place].suffix(2).contains { ["x", "х", "×"].contains($0.lower) }
    if ["000", "000000"].contains(word) {
      let neighbours = [part.before(place), part.after(place)]
      return isIn || (isOwn && part.words.count == 1)
        || neighbours.contains { $0.map(isCurrency) ?? false }
    }
    guard ["1000", "1000000"].contains(word) else { return isTimes && word == "100" }
    let isWhole = isOwn && place == 0 && part.words.count <= 2
    return isIn || isTimes
      || (isWhole && (part.after(place).map(isCurrency) ?? (part.words.count == 1)))
  }

  private static func isCurrency(_ word: HeaderPart.HeaderWord) -> Bool {
    CurrencySign(word.text) != nil && !MoneyHeader.plainWords.contains(word.lower)
  }

  /// Before a unit of amounts: `Total in USD`, `Сумма в рублях`, `Kwota w groszach`.
  static let prepositions: Set<String> = [
    "in", "en", "em", "în", "dalam", "в", "у", "w", "v", "u", "i", "as",
  ]

  /// Before what is said by the way: `rounded to cents`, `без копеек`, `per mille`.
  private static let asides: Set<String> = [
    "to", "incl", "including", "with", "without", "no", "per", "с", "со", "з", "із", "без", "до",
    "за", "на", "включая", "z", "ze", "bez", "za", "do", "mit", "ohne", "inkl", "pro", "avec",
    "sans", "par", "pour", "con", "sin", "por", "com", "sem", "senza", "met", "zonder", "med",
    "utan", "uden", "uten", "from", "over", "от", "свыше",
  ]

  private static let words: Set<String> = [
    "cent", "cents", "cts", "penny", "pennies", "pence", "centu", "centů", "centai", "centen",
    "centy", "eurocent", "eurocents", "цент", "центы", "центов", "центах", "центи",
    "центів", "пенс", "пенсы", "пенсов", "пенсах", "kobo", "pesewas", "satang", "λεπτά", "λεπτα",
    "kopeck", "kopecks", "kopek", "kopeks",
    "minor", "micros", "millionths", "nanos", "subunit", "subunits", "milliunits", "millicents",
    "thousand", "thousands", "hundreds", "тыс", "тис", "тыща", "тысяча", "tsd", "tausend",
    "tausender", "mii", "millier", "milliers", "milhares", "migliaia", "tys", "tis", "tisíc",
    "tūkst", "tusen", "tusind", "tusinde", "duizend", "duizenden", "tuhat", "tuhansia", "ezer",
    "hilj", "hiljada", "хиљ", "хиљада", "хил", "мың", "ribu", "nghìn", "ngàn", "χιλ", "אלפי", "אלף",
    "ألف", "آلاف", "हज़ार", "हजार",
    "mio", "mln", "млн", "milhões", "milhoes", "milhão", "mrd", "mld", "млрд", "mds", "juta",
    "triệu", "εκατ", "crore", "crores", "lakh", "lakhs", "लाख", "करोड़", "מיליון", "مليون",
  ]

  private static let stems = [
    "сотн", "тысяч", "тисяч", "хиляд", "хиљад", "χιλιάδ", "χιλιαδ", "tysi", "tysię", "tisíc",
    "tūkstan",
    "million", "milion", "millon", "millón", "milioan", "miljon", "miljoon", "millió", "milyon",
    "миллион",
    "милион", "мільйон", "мільён", "εκατομμ", "milliard", "miliard", "milyar", "billion",
    "миллиард",
    "милиард", "мільярд", "milijon", "milijun",
  ]

  private static let minor: Set<String> = [
    "коп", "kop", "kops", "öre", "øre", "oere", "ören", "bani", "rappen", "qəpik", "qepik",
    "tetri", "тетри", "paise", "paisa", "paisas", "lipa", "lipe", "lipama", "agorot", "halala",
    "halalas", "fils", "fen", "poisha",
  ]

  private static let minorStems = [
    "копейк", "копеек", "копеєк", "копійк", "копійок", "капейк", "капеек", "copeck", "kopeek",
    "kopeik",
    "kopeyk", "kopeyek", "kopejk", "kopiyk", "kopijk", "kopiej", "kopiyok", "kopijok", "grosz",
    "groschen", "centime", "centimo", "céntim", "centav", "centesim", "cêntim", "kuruş", "kurus",
    "тиын", "тийин", "тыйын", "тийын", "tiyin", "tiyn", "tyiyn", "стотин", "stotin", "haléř",
    "haler", "halier", "fillér", "sentt", "сентаво", "грош",
  ]

  /// Units in brackets, behind a comma or a preposition alone; other things elsewhere.
  private static let ownMinor: Set<String> = ["ct", "gr", "sen", "分", "角"]

  private static let own: Set<String> = [
    "k", "к", "mn", "bn", "mil", "miles", "тр", "труб", "тгрн", "ттг", "rb", "jt", "万", "萬", "千",
    "천", "만", "億", "亿",
  ]

  /// Units at the end, `cost_micro`; other things before a word.
  private static let ending: Set<String> = ["micro", "sen"]

  private static let ideographs = [
    "千円", "万円", "億円", "千元", "万元", "萬元", "亿元", "億元", "천원", "만원", "백만", "억원",
    "พันบาท", "ล้าน",
  ]

  /// Glued to a code or sign; the longest come first.
  private static let letters = [
    "млрд", "тыс", "тис", "млн", "tsd", "tys", "mln", "mio", "mrd", "mds", "mm", "mn", "bn", "k",
    "t", "m",
    "к", "т",
  ]

  /// Before a code or sign, with a space or a point between: the case of letters counts.
  private static let fronts: Set<String> = ["T", "t", "K", "k", "M", "MM", "т", "Т"]

  private static let longFronts: Set<String> = [
    "mil", "mille", "miles", "bin", "ming", "lac", "lacs", "rb", "jt", "mia", "mila", "mn", "bn",
    "tuh",
  ]

  private static let behind: Set<String> = [
    "k", "m", "mm", "mn", "bn", "к", "000", "'000", "000s", "000's", "'000s", "000000", "mil",
    "mille", "lac", "lacs", "cr", "rb", "jt", "tr",
  ]

  private static let multiples: Set<String> = [
    "'000", "000s", "000's", "'000s", "'000'", "x1000", "х1000", "×1000", "*1000", "x100", "х100",
    "×100", "*100", "x1000000", "×1000000", "1e3", "1e6", "10^3", "10^6", "10³", "10⁶", "1000s",
  ]

  /// Codes that are no other words with a letter before or behind them.
  private static let codes: Set<String> = [
    "eur", "usd", "gbp", "chf", "rub", "rur", "uah", "kzt", "byn", "pln", "czk", "huf", "bgn",
    "sek", "nok", "dkk", "isk", "jpy", "cny", "inr", "brl", "mxn", "cad", "aed", "zar", "krw",
    "idr", "thb", "vnd", "uzs", "kgs", "azn", "nzd",
  ]
}
