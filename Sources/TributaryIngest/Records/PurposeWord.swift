import Foundation

/// A word, number or sign of a payment's purpose.
struct PurposeWord {
  /// As written.
  let text: String
  /// In lower case, with `е` for `ё` and Cyrillic letters for the Latin ones that look like them.
  let key: String

  /// Letters and digits hold together with `-`, `/` and `_`, digits also with a point; every
  /// other sign is a word of its own, quotes and spaces are none.
  static func words(of text: String) -> [PurposeWord] {
    let scalars = Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
    var words: [PurposeWord] = []
    var index = 0
    while index < scalars.count {
      let start = index
      while index < scalars.count, holds(scalars, index, from: start) { index += 1 }
      if index == start {
        if !ignored.contains(scalars[index]), !scalars[index].properties.isWhitespace {
          words.append(PurposeWord(scalars[index...index]))
        }
        index += 1
      } else {
        var word = scalars[start..<index]
        while let last = word.last, !isLetterOrDigit(last) { word.removeLast() }
        words += parted(word).map(PurposeWord.init)
      }
    }
    return words
  }

  /// `135от03.05.26` in three, `135от` in two.
  private static func parted(
    _ word: ArraySlice<Unicode.Scalar>
  ) -> [ArraySlice<Unicode.Scalar>] {
    for index in word.indices.dropFirst() where isDigit(word[index - 1]) {
      let end = index + 2
      guard end <= word.endIndex, PurposeWord(word[index..<end]).key == "от",
        end == word.endIndex || isDigit(word[end])
      else { continue }
      let rest = end < word.endIndex ? [word[end...]] : []
      return [word[..<index], word[index..<end]] + rest
    }
    return [word]
  }

  private static let ignored = Set("\"'«»“”„`*\\|<>[]{}".unicodeScalars)
  private static let joints = Set("-/_".unicodeScalars)
  private static let lookalikes: [Character: Character] = [
    "a": "а", "c": "с", "e": "е", "o": "о", "p": "р", "t": "т", "x": "х", "y": "у",
  ]

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || isDigit(scalar)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func holds(_ scalars: [Unicode.Scalar], _ index: Int, from start: Int) -> Bool {
    let scalar = scalars[index]
    if isLetterOrDigit(scalar) { return scalar != "№" }
    guard index > start, index + 1 < scalars.count else { return false }
    if joints.contains(scalar) { return true }
    return scalar == "." && isDigit(scalars[index - 1]) && isDigit(scalars[index + 1])
  }

  private init(_ scalars: ArraySlice<Unicode.Scalar>) {
    text = String(String.UnicodeScalarView(scalars))
    let lower = text.lowercased().replacing("ё", with: "е")
    let isCyrillic = lower.unicodeScalars.contains { ("а"..."я").contains($0) }
    key = isCyrillic ? String(lower.map { PurposeWord.lookalikes[$0] ?? $0 }) : lower
  }
}

/// Words about invoices.
extension PurposeWord {
  private static let invoiceWords: Set<String> = [
    "счет", "счета", "счету", "счетом", "счете", "счетам", "счетов", "сч", "invoice", "invoices",
    "inv", "schet", "scheta", "schetu", "sch",
  ]

  /// `счет`, `сч`, `счет-договор`, `invoice`; never `счет-фактура`.
  var isInvoiceWord: Bool {
    let parts = key.split(separator: "-", maxSplits: 1)
    guard let first = parts.first, PurposeWord.invoiceWords.contains(String(first)) else {
      return false
    }
    return parts.count == 1 || parts[1].hasPrefix("догов") || parts[1].hasPrefix("оферт")
  }

  /// The number in `сч123`; `INV-7` is a number as it stands.
  var gluedInvoice: String? {
    let word = key.prefix { $0.isLetter }
    guard PurposeWord.invoiceWords.contains(String(word)), word.count < key.count else {
      return nil
    }
    let rest = text.dropFirst(word.count)
    if rest.first?.isNumber == true { return String(rest) }
    let isID = word == "inv" && rest.dropFirst().first?.isNumber == true
    return isID ? text : nil
  }

  /// What makes the `счет` after it an account.
  var isAccountWord: Bool {
    ["расч", "лицев", "корр", "текущ", "банковск", "транзит", "валютн"]
      .contains(where: key.hasPrefix)
      || ["р", "к", "л", "кор"].contains(key)
  }

  /// What may stand between `счет` and its number.
  var isLeadIn: Bool { isSign || ["на", "оплату", ".", ":", "(", "-", "–", "—"].contains(key) }

  var isSign: Bool {
    ["№", "#", "n", "no", "nr", "номер", "номеру", "номером", "номера", "ном"].contains(key)
  }

  var isJoint: Bool { [",", ";", "и", "and", "&", "+"].contains(key) }
}

/// Numbers and what is none.
extension PurposeWord {
  var isDigits: Bool { key.utf8.allSatisfy { (48...57).contains($0) } }

  /// May be an invoice's number: has a digit, is no date, no amount and no bank account.
  var isNumber: Bool {
    let isDecimal = isAmount && key.contains(".")
    return key.contains { $0.isNumber } && !isDate && !isDecimal && !(isDigits && key.count == 20)
  }

  /// The number without the `N` before it that stuck to it.
  var number: String {
    let isStuck = key.hasPrefix("n") && text.dropFirst().first?.isNumber == true
    return isStuck ? String(text.dropFirst()) : text
  }

  /// `1500.00` and `1500-00`.
  var isAmount: Bool {
    let parts = key.split { $0 == "." || $0 == "-" }
    return parts.count == 2 && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
      && (key.contains(".") || parts[1] == "00")
  }

  /// `01.05.2026`, `1.5.26`, `01/05/2026`, `2026-05-01`, also with `г` stuck to it.
  var isDate: Bool {
    let bare = key.hasSuffix("г") ? key.dropLast() : key[...]
    let isSeparator = { (sign: Character) in ".-/".contains(sign) }
    let parts = bare.split(omittingEmptySubsequences: false, whereSeparator: isSeparator)
    guard parts.count == 3, Set(bare.filter(isSeparator)).count == 1,
      parts.allSatisfy({ $0.allSatisfy(\.isNumber) })
    else { return false }
    let numbers = parts.map { (length: $0.count, value: Int($0) ?? 0) }
    func fits(_ year: Int, _ day: Int) -> Bool {
      (numbers[year].length == 4 || numbers[year].length == 2)
        && (1...2).contains(numbers[1].length)
        && (1...2).contains(numbers[day].length) && (1...12).contains(numbers[1].value)
        && (1...31).contains(numbers[day].value)
    }
    return fits(2, 0) || (numbers[0].length == 4 && fits(0, 2))
  }

  var isMonth: Bool {
    [
      "январ", "феврал", "марта", "апрел", "мая", "июн", "июл", "август", "сентябр", "октябр",
      "ноябр", "декабр",
    ].contains(where: key.hasPrefix)
  }

  var isYearWord: Bool { ["г", "год", "года"].contains(key) }

  /// What makes the number before it an amount, a rate or a count.
  var isUnit: Bool {
    isMonth || isYearWord
      || ["%", "р", "руб", "рублей", "rub", "₽", "коп", "шт", "кг", "т", "м", "дн", "дней"]
        .contains(key)
  }
}
