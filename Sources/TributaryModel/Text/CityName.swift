/// A city's name as it joins: `г. Казань`, `Казань` and `КАЗАНЬ г` are one city.
public enum CityName {
  /// The name without regard to case, `ё`, hyphens, points and the word for a city around it; of
  /// several usual spellings always the same one.
  ///
  /// Example: `Санкт Петербург`, `СПб` and `Saint Petersburg` have one key.
  ///
  /// - Parameter own: the shop's own spellings, as `keys(of:)` gives them.
  public static func key(of name: String, own: [String: String] = [:]) -> String {
    var words = place(name.lowercased()).map { $0 == "ё" ? "е" : $0 }
      .split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }.map { String($0) }
    if words.count > 1, let first = words.first, titles.contains(first) { words.removeFirst() }
    if words.count > 1, let last = words.last, titles.contains(last),
      !(last == "city" && cities.contains(words.dropLast().joined(separator: " ")))
    {
      words.removeLast()
    }
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

  /// The part of an address that names the city: `Москва` of `Москва, Россия` and of
  /// `Московская обл, г Москва`; the whole text where several parts may.
  private static func place(_ name: String) -> String {
    guard name.contains(",") else { return name }
    let parts = name.split(separator: ",").map { part in
      part.split { !($0.isLetter || $0.isNumber) }.map { String($0) }
    }
    let left = parts.filter { words in
      !words.isEmpty && !countries.contains(words.joined(separator: " "))
        && !words.contains(where: regions.contains)
    }
    return left.count == 1 ? left[0].joined(separator: " ") : name
  }

  private static let countries: Set<String> = [
    "россия", "рф", "российская федерация", "russia", "ru", "беларусь", "belarus", "казахстан",
    "kazakhstan", "украина", "україна", "ukraine", "germany", "deutschland", "германия", "france",
    "франция", "italy", "italia", "spain", "españa", "poland", "polska", "usa", "us", "uk",
    "united states", "united kingdom", "switzerland", "schweiz", "austria", "österreich",
  ]
  private static let regions: Set<String> = [
    "обл", "область", "край", "респ", "республика", "oblast", "region", "krai", "district",
  ]
  /// Cities whose name is another place's without the word.
  private static let cities: Set<String> = [
    "kansas", "oklahoma", "jersey", "iowa", "salt lake", "mexico", "panama", "kuwait", "quebec",
    "québec", "guatemala", "vatican", "carson", "dodge", "atlantic", "virginia", "texas", "sioux",
    "rapid", "traverse", "ho chi minh", "cape", "gold",
  ]

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
    "москва": ["мск", "moscow", "moskva", "moskau", "moscou"],
    "екатеринбург": ["екб", "екат", "ебург", "yekaterinburg", "ekaterinburg"],
    "нижний новгород": [
      "нн", "н новгород", "нижнии новгород", "nizhny novgorod", "nizhniy novgorod",
      "nizhnij novgorod",
      "nizhnii novgorod",
    ],
    "великий новгород": ["в новгород", "velikiy novgorod", "veliky novgorod"],
    "ростов на дону": [
      "рнд", "ростов н д", "ростов н дону", "ростов дон", "rostov on don", "rostov na donu",
    ],
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
    "new york": ["nyc", "new york ny", "new york city"], "los angeles": ["la", "los angeles ca"],
    "geneva": ["genève", "geneve", "genf", "женева"],
    "brussels": ["bruxelles", "brüssel", "brussel"],
    "lisbon": ["lisboa"], "copenhagen": ["københavn", "kobenhavn"], "florence": ["firenze"],
    "frankfurt": ["frankfurt am main", "frankfurt main", "frankfurt a m"],
    "харьков": ["харків", "kharkiv", "kharkov"], "одесса": ["одеса", "odesa", "odessa"],
    "düsseldorf": ["duesseldorf", "dusseldorf"], "montreal": ["montréal"],
    "saint louis": ["st louis"],
    "sao paulo": ["são paulo"],
  ]
}
