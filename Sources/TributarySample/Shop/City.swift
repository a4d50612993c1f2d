import TributaryModel

/// A city whose people buy, with or without a domain of its own.
struct City {
  let name: String
  let region: String
  /// The host of the city's domain; nil for cities that buy through Moscow's.
  let host: String?
  let population: Int
  /// Wish to buy per head, Moscow = 1.
  let rate: Double
  /// The static telephone number that the domain shows.
  let phone: String?
  /// Days before as-of on which the domain opened; nil for a domain older than the story.
  var launchedBefore: Int?

  static let mainHost = "maskarad.example"
  static let tollFree = "8 (800) 000-10-31"
  static let mapsNumber = "+7 (495) 000-12-31"
  /// How much more the launched city orders from its launch on.
  static let launchUplift = 1.6

  /// How much of the shop's demand comes from here before any launch.
  var weight: Double { Double(population) / 1_000_000 * rate }

  /// The domain that people of this city use on that day.
  func host(on day: Day, asOf: Day) -> String {
    guard let host else { return City.mainHost }
    return isOpen(on: day, asOf: asOf) ? host : City.mainHost
  }

  func isOpen(on day: Day, asOf: Day) -> Bool {
    launchDay(asOf: asOf).map { day >= $0 } ?? true
  }

  /// Demand as a multiple of what it would be without the city's domain launch.
  func launchFactor(on day: Day, asOf: Day) -> Double {
    launchedBefore != nil && isOpen(on: day, asOf: asOf) ? City.launchUplift : 1
  }

  func launchDay(asOf: Day) -> Day? { launchedBefore.map { asOf.adding(-$0) } }

  static let withDomain: [City] = [
    city("Москва", "Москва", mainHost, 13_100_000, 1.0, "+7 (495) 000-10-01"),
    city("Санкт-Петербург", "Санкт-Петербург", sub("spb"), 5_600_000, 0.8, "+7 (812) 000-10-02"),
    city(
      "Новосибирск", "Новосибирская область", sub("novosibirsk"), 1_600_000, 0.55,
      "+7 (383) 000-10-03"),
    city("Казань", "Татарстан", sub("kazan"), 1_300_000, 1.1, "+7 (843) 000-10-04"),
    City(
      name: "Краснодар", region: "Краснодарский край", host: sub("krasnodar"),
      population: 1_100_000, rate: 0.9, phone: "+7 (861) 000-10-05", launchedBefore: 271),
    city("Тверь", "Тверская область", sub("tver"), 420_000, 1.0, "+7 (4822) 00-10-06"),
    city("Калуга", "Калужская область", sub("kaluga"), 330_000, 0.7, "+7 (4842) 00-10-07"),
    city("Ржев", "Тверская область", sub("rzhev"), 60_000, 1.5, "+7 (48232) 0-10-08"),
  ]

  /// Cities without a domain, which buy through Moscow's.
  static let elsewhere: [City] = [
    city("Самара", "Самарская область", nil, 1_160_000, 0.6, nil),
    city("Пермь", "Пермский край", nil, 1_030_000, 0.6, nil),
    city("Уфа", "Башкортостан", nil, 1_160_000, 0.5, nil),
    city("Воронеж", "Воронежская область", nil, 1_050_000, 0.6, nil),
  ]

  static let all = withDomain + elsewhere

  private static func sub(_ name: String) -> String { name + "." + mainHost }

  private static func city(
    _ name: String, _ region: String, _ host: String?, _ population: Int, _ rate: Double,
    _ phone: String?
  ) -> City {
    City(
      name: name, region: region, host: host, population: population, rate: rate, phone: phone)
  }
}
