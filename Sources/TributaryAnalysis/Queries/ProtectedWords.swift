import TributaryModel

/// Words that are never advised against: the shop's own names, and its cities.
public struct ProtectedWords: Sendable {
  /// Why a word is protected.
  public enum Reason: String, Sendable, CaseIterable {
    case brand, city
  }

  private let brands: Set<String>
  private let cities: Set<String>
  private let cityKeys: Set<String>

  /// Letters that a name's word has at least; shorter ones name nobody.
  static let shortest = 3

  /// - Parameters:
  ///   - names: of the shop: its title, its domains.
  ///   - cities: as its files write them.
  package init(names: [String] = [], cities: [String] = []) {
    brands = Set(names.flatMap(Self.words).map(Self.sound))
    cityKeys = Set(cities.map { CityName.key(of: $0) })
    self.cities = Set(
      (cities + cityKeys.flatMap(CityName.usualSpellings)).flatMap(Self.words).map(WordStem.of))
  }

  /// Nil for a word that may be advised against.
  ///
  /// - Parameter word: in lower case, with `е` for `ё`.
  func reason(_ word: String) -> Reason? {
    let stem = WordStem.of(word)
    if cities.contains(stem) || cityKeys.contains(CityName.key(of: word)) { return .city }
    return brands.contains(Self.sound(word)) ? .brand : nil
  }

  /// The names of a domain without its ending: `kazan.maskarad.example` has two.
  private static func words(_ name: String) -> [String] {
    let isDomain = !name.contains(" ") && name.contains(".")
    let parts = isDomain ? name.split(separator: ".").dropLast().joined(separator: " ") : name
    return QueryText(parts).words.filter {
      $0.unicodeScalars.count >= shortest && !QueryText.small.contains($0) && $0 != "www"
    }
  }

  /// The stem in Latin letters, so that a name is known in either script: `маскарад`, `maskarad`.
  ///
  /// Spellings of a sound fall together; it is no transliteration for people.
  static func sound(_ word: String) -> String {
    var text = ""
    for letter in WordStem.of(word).unicodeScalars {
      text += latin[letter] ?? String(Character(letter))
    }
    for (spelling, sound) in sounds { text = text.replacing(spelling, with: sound) }
    var sound = ""
    for letter in text where letter != sound.last { sound.append(letter) }
    return sound
  }

  private static let latin: [Unicode.Scalar: String] = [
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i",
    "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "",
    "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
  ]

  private static let sounds = [
    ("shch", "sh"), ("sch", "sh"), ("kh", "h"), ("ph", "f"), ("ck", "k"), ("tz", "ts"), ("x", "ks"),
    ("y", "i"), ("j", "i"), ("w", "v"), ("ch", "#"), ("c", "k"), ("q", "k"), ("#", "ch"),
  ]
}
