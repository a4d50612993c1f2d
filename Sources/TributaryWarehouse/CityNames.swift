import TributaryModel

/// The keys of cities, remembered: a shop has few cities, and many orders.
struct CityNames {
  private var known: [String: String] = [:]
  /// Anybody may type a city.
  private static let most = 10_000

  mutating func key(of name: String) -> String {
    if let key = known[name] { return key }
    if known.count >= CityNames.most { known = [:] }
    let key = CityName.key(of: name)
    known[name] = key
    return key
  }
}
