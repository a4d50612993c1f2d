/// A city's name as it joins: `г. Казань`, `Казань` and `КАЗАНЬ г` are one city.
public enum CityName {
  /// The name without regard to case, `ё`, hyphens, points and the word for a city around it; of
  /// several usual spellings always the same one.
  ///
  /// Example: `Санкт Петербург`, `СПб` and `Saint Petersburg` have one key.
  ///
  /// - Parameter own: the shop's own spellings, as `keys(of:)` gives them.
  public static func key(of name: String, own: [String: String] = [:]) -> String {
    var words = name.lowercased().map { $0 == "ё" ? "е" : $0 }
      .split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }.map { String($0) }
    if words.count > 1, let first = words.first, titles.contains(first) { words.removeFirst() }
    if words.count > 1, let last = words.last, titles.contains(last) { words.removeLast() }
    let plain = words.joined(separator: " ")
    let key = usual[plain] ?? plain
    return own[key] ?? key
  }

  /// Keys of cities by the keys of other spellings.
  ///
  /// - Parameter spellings: cities by another spelling: `["Qazan": "Казань"]`. One that names a
  ///   further spelling means that spelling's city; a circle means the least of its keys.
  public static func keys(of spellings: [String: String]) -> [String: String] {
    var next: [String: String] = [:]
    for (spelling, city) in spellings.sorted(by: { $0.key < $1.key }) {
      next[key(of: spelling)] = key(of: city)
    }
    return next.mapValues { first in
      var seen = [first]
      while let city = next[seen[seen.count - 1]] {
        if let start = seen.firstIndex(of: city) { return seen[start...].min() ?? city }
        seen.append(city)
      }
      return seen[seen.count - 1]
    }
  }

  /// Usual other spellings of a city, as people write them; none where none is known.
  package static func usualSpellings(_ key: String) -> [String] { spellings[key] ?? [] }

  /// Words that say that a name is a city's.
  private static let titles: Set<String> = ["г", "гор", "город", "city", "stadt", "ville"]

  /// Usual other spellings, in the form of keys.
  private static let usual: [String: String] = {
    var usual: [String: String] = [:]
    for (name, others) in spellings {
      for other in others { usual[other] = name }
    }
    return usual
  }()

  private static let spellings: [String: [String]] = [
    "санкт петербург": [
      "спб", "с пб", "с петербург", "ст петербург", "петербург", "питер", "санктпетербург",
      "saint petersburg", "st petersburg", "st peterburg", "sankt peterburg", "sankt petersburg",
      "spb",
    ],
    "москва": ["мск", "moscow", "moskva"],
    "екатеринбург": ["екб", "екат", "ебург", "yekaterinburg", "ekaterinburg"],
    "нижний новгород": [
      "нн", "н новгород", "нижнии новгород", "nizhny novgorod", "nizhniy novgorod",
    ],
    "великий новгород": ["в новгород", "velikiy novgorod", "veliky novgorod"],
    "ростов на дону": ["рнд", "ростов н д", "ростов н дону", "ростов дон", "rostov on don"],
    "новосибирск": ["нск", "новосиб", "novosibirsk"],
    "казань": ["kazan", "kazan'"],
    "краснодар": ["крд", "krasnodar"],
    "красноярск": ["крск", "krasnoyarsk"],
    "челябинск": ["челяба", "chelyabinsk"],
    "самара": ["samara"], "омск": ["omsk"], "уфа": ["ufa"], "пермь": ["perm", "perm'"],
    "воронеж": ["voronezh"], "волгоград": ["volgograd"], "тюмень": ["tyumen", "tyumen'"],
    "набережные челны": ["наб челны", "н челны", "naberezhnye chelny"],
    "комсомольск на амуре": ["комсомольск н а"],
    "орел": ["orel", "oryol"], "тверь": ["tver", "tver'"], "сочи": ["sochi"],
    "минск": ["minsk"], "алматы": ["алма ата", "almaty"],
    "астана": ["нур султан", "astana", "nur sultan"],
    "киев": ["kyiv", "kiev", "київ"], "рига": ["riga", "rīga"],
    "munich": ["münchen", "muenchen", "мюнхен"], "cologne": ["köln", "koeln", "кельн"],
    "vienna": ["wien", "вена"], "prague": ["praha", "прага"], "warsaw": ["warszawa", "варшава"],
    "rome": ["roma", "рим"], "milan": ["milano", "милан"], "zurich": ["zürich", "zuerich"],
    "new york": ["nyc", "new york ny"],
  ]
}
