import TributaryModel

/// A spelling under which orders name a city that `geodomains` spells otherwise.
public struct CitySpelling: Sendable, Hashable {
  public let spelling: String
  /// The city as `geodomains` spells it.
  public let city: String
  public let orders: Int

  package init(spelling: String, city: String, orders: Int) {
    self.spelling = spelling
    self.city = city
    self.orders = orders
  }
}

extension CitySpelling {
  /// The spellings of all orders, most orders first.
  public static let results = ResultTable<CitySpelling>(
    "city_spelling", grain: "spelling that `geodomains` does not have",
    [
      .text("spelling", isKey: true, "as orders have it") { $0.spelling },
      .text("city", "as `geodomains` spells it") { $0.city },
      .count("orders", "of all days, that have it") { $0.orders },
    ])
}
