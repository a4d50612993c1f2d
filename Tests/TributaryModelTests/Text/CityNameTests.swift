import Testing

@testable import TributaryModel

@Suite struct CityNameTests {
  @Test(arguments: [
    ["Королёв", "г. Королев", "КОРОЛЕВ г", "город Королёв", "г.Королёв"],
    ["Ростов-на-Дону", "Ростов на Дону", "г. Ростов-на-Дону", "Ростов н/Д", "Rostov-on-Don"],
    ["Нижний Новгород", "Н. Новгород", "Н.Новгород", "г Нижний-Новгород", "Nizhny Novgorod"],
    ["München", "Muenchen", "MUNICH", "Мюнхен"],
    ["Saint Petersburg", "St. Petersburg", "СПб", "С.-Петербург"],
    ["Йошкар-Ола", "йошкар ола", "Йошкар‑Ола", " г.  Йошкар-Ола "],
  ])
  func `spellings of a city are one`(names: [String]) {
    #expect(Set(names.map { CityName.key(of: $0) }).count == 1)
  }

  @Test func `other cities stay others`() {
    let names = [
      "Новгород", "Великий Новгород", "Нижний Новгород", "Ростов", "Ростов-на-Дону", "Город", "г",
      "Mexico", "New York", "Йошкар-Ола",
    ]
    #expect(Set(names.map { CityName.key(of: $0) }).count == names.count)
  }

  @Test func `a shop's own spellings mean its cities`() {
    let own = CityName.keys(of: [
      "Qazan": "Казань", "Кзн": "г. Qazan", "СПб": "Петроград", "Nürnberg": "Nuremberg",
    ])
    func isOne(_ names: String...) -> Bool {
      Set(names.map { CityName.key(of: $0, own: own) }).count == 1
    }
    #expect(isOne("Qazan", "г. Казань", "КЗН", "kazan"))
    #expect(isOne("Петроград", "Санкт-Петербург", "Питер"))
    #expect(isOne("nürnberg", "NUREMBERG"))
    #expect(!isOne("Казань", "Петроград") && !isOne("Казань", "Казан"))
  }

  @Test func `spellings that name each other are one city, and those that lead there too`() {
    let own = CityName.keys(of: ["Aa": "Bb", "Bb": "Cc", "Cc": "Aa", "Dd": "Bb", "Ee": "Ee"])
    #expect(Set(["Aa", "Bb", "Cc", "Dd"].map { CityName.key(of: $0, own: own) }) == ["aa"])
    #expect(CityName.key(of: "Ee", own: own) == "ee")
  }

  @Test(arguments: [
    ("Москва, Россия", "Москва"), ("г Москва, Московская обл", "Москва"), ("Moskau", "Москва"),
    ("Moscow, Russia", "Москва"), ("Nizhnij Novgorod", "Нижний Новгород"), ("Genève", "Geneva"),
    ("Rostov-na-Donu", "Ростов-на-Дону"), ("Lisboa", "Lisbon"),
    ("Frankfurt/Main", "Frankfurt am Main"),
    ("New York City", "New York"),
  ])
  func `a city in another language or with its country is one`(spelling: String, city: String) {
    #expect(CityName.key(of: spelling) == CityName.key(of: city))
  }

  @Test(arguments: [
    ("Kansas City", "Kansas"), ("Oklahoma City", "Oklahoma"), ("Mexico City", "Mexico"),
    ("Москва, Зеленоград", "Москва"),
  ])
  func `a city is not the place that its name begins with`(city: String, other: String) {
    #expect(CityName.key(of: city) != CityName.key(of: other))
  }
}
