import Testing

@testable import TributaryAnalysis

@Suite struct WordStemTests {
  /// Forms by any grammar of the languages.
  @Test(arguments: [
    ["костюм", "костюмы", "костюмов", "костюмами", "костюме", "костюму"],
    ["маска", "маски", "маску", "масок", "масками"],
    ["выкройка", "выкройки", "выкройку", "выкроек"],
    ["игрушка", "игрушек", "игрушки", "игрушками"],
    ["детский", "детские", "детская", "детского", "детских", "детскому"],
    ["новогодний", "новогодняя", "новогодние", "новогоднего"],
    ["руками", "руки", "руках"],
    ["казань", "казани", "казанью"],
    ["москва", "москве", "москвы", "москвой"],
    ["магазин", "магазины", "магазине"],
    ["бесплатный", "бесплатная", "бесплатные"],
    ["купить", "купил", "купила", "купили"],
    ["королева", "королевы", "королеву"],
    ["costume", "costumes"], ["party", "parties"], ["dress", "dresses"], ["box", "boxes"],
    ["shop", "shops", "shopping", "shopped"], ["rent", "rents", "rented", "renting"],
    ["witch", "witches"],
  ])
  func `the forms of a word have one stem`(_ forms: [String]) {
    #expect(Set(forms.map(WordStem.of)).count == 1, "\(forms.map(WordStem.of))")
  }

  @Test(arguments: [
    ("костюм", "маска"), ("детский", "взрослый"), ("бесплатно", "напрокат"), ("казань", "москва"),
    ("рыцаря", "пирата"), ("dress", "drone"), ("king", "kind"), ("bus", "business"),
    ("купить", "куплет"), ("free", "freeze"),
  ])
  func `other words have others`(_ one: String, _ other: String) {
    #expect(WordStem.of(one) != WordStem.of(other))
  }

  @Test(arguments: ["", "я", "спб", "2026", "x2", "日本", "взять"])
  func `short words, numbers and other scripts stay`(_ word: String) {
    #expect(WordStem.of(word).hasPrefix(word.prefix(3)))
  }
}
