/// The part of a word that its forms share: `костюм`, `костюмы` and `костюмами` have one.
///
/// A light stemmer: the longest ending of a list is cut while three letters stay, and what is left is
/// mended where a vowel comes and goes (`маска`, `масок`). It knows no dictionary: two words may fall
/// together, which makes a replay wider and an advice rarer, never the other way round.
/// Source: after M. F. Porter, "An algorithm for suffix stripping", 1980, step 1, and the endings of the
/// Snowball stemmer for Russian.
enum WordStem {
  /// Letters that stay at least.
  static let shortest = 3

  /// - Parameter word: in lower case, with `е` for `ё`.
  static func of(_ word: String) -> String {
    let letters = Array(word.unicodeScalars)
    guard letters.count > shortest else { return word }
    let isRussian = letters.allSatisfy(isCyrillic)
    let isLatin = letters.allSatisfy { "a" <= $0 && $0 <= "z" }
    guard isRussian || isLatin else { return word }
    return text(isRussian ? russian(letters) : english(letters))
  }

  private typealias Letters = [Unicode.Scalar]

  private static func text(_ letters: Letters) -> String {
    String(String.UnicodeScalarView(letters))
  }

  private static func isCyrillic(_ letter: Unicode.Scalar) -> Bool {
    "а" <= letter && letter <= "я"
  }

  // MARK: Russian

  private static let russianVowels = Set("аеиоуыэюя".unicodeScalars)

  /// Of nouns, adjectives, participles and verbs; the longest that fits is cut.
  private static let russianEndings: [Letters] = endings(
    """
    иями ями ами иях ях ах ией ей ой ом ем ам ям иям ием ов ев иев ии ие ия ию ья ье ью ьи ьев ьями
    ью а я о е и ы у ю ь й
    ими ыми его ого ему ому ее ие ые ое ий ый ой ем им ым ом их ых ую юю ая яя ою ею
    ившими ившие ивший ившего авшие авший ующий ющий ущий ящий ащий
    уйте ите йте ешь ишь ете ют ут ят ат ить ыть ать ять еть оть уть ал ял ил ыл ел ала яла ила ыла ела
    али яли или ыли ели ало яло ило ыло ело ает яет ует еет ит ет
    """)

  private static let reflexive: [Letters] = endings("ся сь")

  private static func endings(_ list: String) -> [Letters] {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
      .map { Array($0.unicodeScalars) }
      .sorted { $0.count == $1.count ? text($0) < text($1) : $0.count > $1.count }
  }

  private static func russian(_ word: Letters) -> Letters {
    var stem = cut(word, reflexive)
    stem = cut(stem, russianEndings)
    if stem.last == "ь" || stem.last == "й", stem.count > shortest { stem.removeLast() }
    if stem.count > shortest, stem.last == "н", stem.dropLast().last == "н" { stem.removeLast() }
    return mended(stem)
  }

  /// Without the vowel that stands in a form without an ending: `масок`, `игрушек`, `выкроек`.
  private static func mended(_ stem: Letters) -> Letters {
    guard stem.count > shortest, stem.last == "к" else { return stem }
    let vowel = stem[stem.count - 2]
    let before = stem[stem.count - 3]
    guard vowel == "о" || vowel == "е" else { return stem }
    guard russianVowels.contains(before) else { return stem.dropLast(2) + ["к"] }
    return vowel == "е" ? stem.dropLast(2) + ["й", "к"] : stem
  }

  private static func cut(_ word: Letters, _ endings: [Letters]) -> Letters {
    for ending in endings where word.count - ending.count >= shortest {
      guard word.suffix(ending.count).elementsEqual(ending) else { continue }
      let stem = word.dropLast(ending.count)
      // A stem without a vowel is no stem: взять.
      if stem.contains(where: russianVowels.contains) { return Array(stem) }
    }
    return word
  }

  // MARK: English

  private static let englishVowels = Set("aeiouy".unicodeScalars)

  private static func english(_ word: Letters) -> Letters {
    var stem = singular(word)
    for ending in [Letters("ing".unicodeScalars), Letters("ed".unicodeScalars)]
    where stem.count - ending.count >= shortest && stem.suffix(ending.count).elementsEqual(ending) {
      let rest = Array(stem.dropLast(ending.count))
      guard rest.contains(where: englishVowels.contains) else { continue }
      stem = undoubled(rest)
      break
    }
    if stem.count > shortest, stem.last == "e" { stem.removeLast() }
    if stem.count > shortest, stem.last == "y" { stem[stem.count - 1] = "i" }
    return stem
  }

  /// `costumes` as `costume`, `parties` as `party`, `dresses` as `dress`; `dress` as it is.
  private static func singular(_ word: Letters) -> Letters {
    guard word.last == "s", word.count > shortest else { return word }
    let before = word[word.count - 2]
    if before == "s" || before == "u" || before == "i" { return word }
    if before == "e", word.count > 4 {
      let stem = Array(word.dropLast(2))
      if stem.last == "i" { return stem.dropLast() + ["y"] }
      let sound = text(Array(stem.suffix(2)))
      if ["ss", "sh", "ch"].contains(sound) || stem.last == "x" { return stem }
    }
    return Array(word.dropLast())
  }

  /// `shopp` as `shop`; `sell` and `miss` keep their double letters.
  private static func undoubled(_ stem: Letters) -> Letters {
    guard stem.count > shortest, let last = stem.last, stem[stem.count - 2] == last,
      !englishVowels.contains(last), !["l", "s", "z"].contains(last)
    else { return stem }
    return Array(stem.dropLast())
  }
}
