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
    #expect(Set(names.map(CityName.key)).count == 1)
  }

  @Test func `other cities stay others`() {
    let names = [
      "Новгород", "Великий Новгород", "Нижний Новгород", "Ростов", "Ростов-на-Дону", "Город", "г",
      "Mexico", "New York", "Йошкар-Ола",
    ]
    #expect(Set(names.map(CityName.key)).count == names.count)
  }
}
