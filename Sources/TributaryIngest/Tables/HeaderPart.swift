/// What stands in a header between brackets and commas: `Total (EUR, incl. VAT)` has three.
struct HeaderPart {
  /// As it is written.
  let text: String
  let words: [HeaderWord]

  /// A word of a header: two of `total_usd`, `TotalUSD` and `тыс.руб.`
  struct HeaderWord {
    /// As it is written, without marks around it such as `*`.
    let text: String
    let lower: String
    /// Counts what stands between strokes; that of `€/1000` is the price's other end.
    let segment: Int

    var hasSymbol: Bool { text.contains(where: HeaderPart.isSymbol) }
  }

  static func parts(of header: String) -> [HeaderPart] {
    plain(header).split { edges.contains($0) }.map { part in
      let segments = part.split(separator: "/").enumerated()
      return HeaderPart(
        text: CellReader.trimmed(String(part)),
        words: segments.flatMap { segment, text in
          words(text).map { HeaderWord(text: $0, lower: $0.lowercased(), segment: segment) }
        })
    }
  }

  /// The word before another on the same side of a stroke.
  func before(_ place: Int) -> HeaderWord? { neighbour(of: place, at: place - 1) }

  func after(_ place: Int) -> HeaderWord? { neighbour(of: place, at: place + 1) }

  private func neighbour(of place: Int, at other: Int) -> HeaderWord? {
    guard words.indices.contains(other), words[other].segment == words[place].segment else {
      return nil
    }
    return words[other]
  }

  static func isSymbol(_ letter: Character) -> Bool {
    letter.unicodeScalars.contains { $0.properties.generalCategory == .currencySymbol }
  }

  private static let edges: Set<Character> = [
    "(", ")", "[", "]", "{", "}", "<", ">", ",", ";", ":", "|", "=", "\"", "«", "»", "“", "”",
    "（", "）", "［", "］", "【", "】", "，", "；", "：", "、",
  ]

  /// With plain apostrophes, `U.S.` as one word, and numbers without signs between their thousands.
  private static func plain(_ header: String) -> String {
    let letters = header.map { "\u{2019}\u{2bc}\u{2018}`´".contains($0) ? "'" : $0 }
    var plain = ""
    for (place, letter) in letters.enumerated() {
      let next = letters[(place + 1)...].prefix(4)
      let parts =
        place > 0 && letters[place - 1].isASCIIDigit && ", .'\u{a0}\u{202f}".contains(letter)
        && next.prefix(3).count == 3 && next.prefix(3).allSatisfy(\.isASCIIDigit)
        && !(next.count == 4 && next.last?.isASCIIDigit == true)
      if !parts { plain.append(letter) }
    }
    return plain.replacing("U.S.", with: "US ")
  }

  private static func words(_ text: Substring) -> [String] {
    var spaced = ""
    var before: Character = " "
    for letter in text {
      if before.isLowercase, letter.isUppercase { spaced.append(" ") }
      spaced.append(letter)
      before = letter
    }
    return spaced.split { $0.isWhitespace || "_-–—.+&".contains($0) }.map(bare)
      .filter { !$0.isEmpty }
  }

  /// Without marks, and without the article of `d'euros`.
  private static func bare(_ word: Substring) -> String {
    let isCore = { (letter: Character) in
      letter.isLetter || letter.isNumber && !"¹²³⁴".contains(letter) || isSymbol(letter)
    }
    let isNumber = word.contains(where: \.isASCIIDigit)
    let isKept = { (letter: Character) in isCore(letter) || isNumber && "'×*³⁶".contains(letter) }
    guard let first = word.firstIndex(where: isKept), let last = word.lastIndex(where: isKept)
    else { return "" }
    let core = word[first...last]
    return String(["d'", "l'"].contains(core.prefix(2).lowercased()) ? core.dropFirst(2) : core)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
