/// What people typed as words: in lower case, without signs, at most twelve.
///
/// Strangers write queries: what is kept of one is bounded. A word with a minus before it excludes
/// what it names and is left out, as are operators of keywords.
struct QueryText: Hashable, Sendable {
  /// In their order.
  let words: [String]

  /// Words of one query that are read; no platform takes longer keywords.
  static let mostWords = 12
  /// Letters of one word that are kept.
  static let longestWord = 40

  init(_ typed: String) {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var isExcluded = false
    var previous: Unicode.Scalar = " "
    func close() {
      defer {
        word = String.UnicodeScalarView()
        isExcluded = false
      }
      guard !word.isEmpty, !isExcluded, words.count < QueryText.mostWords else { return }
      words.append(String(word))
    }
    for scalar in typed.prefix(QueryText.mostWords * (QueryText.longestWord + 1))
      .lowercased().unicodeScalars
    {
      if QueryText.belongs(scalar) {
        if word.isEmpty { isExcluded = previous == "-" || previous == "\u{2212}" }
        if word.count < QueryText.longestWord { word.append(scalar == "ё" ? "е" : scalar) }
      } else {
        // A hyphen within a word parts two words and excludes none.
        let isWithin = !word.isEmpty
        close()
        previous = isWithin && scalar == "-" ? " " : scalar
        continue
      }
      previous = scalar
    }
    close()
    self.words = words
  }

  /// The words with a blank between them.
  var text: String { words.joined(separator: " ") }

  private static func belongs(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A, 0x430...0x44F, 0x451: true
    case ..<0x80: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  /// Words that say nothing by themselves: no advice is of one alone.
  static let small: Set<String> = Set(
    """
    а без бы в во да для до же за и из или к ко как ли на над не но о об от по под при про с со у что
    это a an and as at by for from how in is it of on or the to what with
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
