import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

@Suite struct CitySpellingSectionTests {
  private func spellings(_ count: Int) -> [CitySpelling] {
    (0..<count).map { CitySpelling(spelling: "<b>\($0)", city: "Orel", orders: 2) }
  }

  @Test func `without spellings there is neither section nor sentence`() {
    #expect(
      CitySpellingSection(spellings: [], asOf: CarnivalShop.asOf, words: .english).section == nil)
    #expect(CitySpelling.text([], .english) == nil)
  }

  @Test(arguments: [1, 3, 4])
  func `spellings are said in both languages, three of them by name`(count: Int) throws {
    let spellings = spellings(count)
    #expect(speaksBoth { $0.sentence(spellings) + "." })
    let text = try #require(CitySpelling.text(spellings, .english))
    #expect(text.hasSuffix("…") == (count > 3))
    #expect(text.contains("\(count * 2) orders"))
    for words in [Words.english, .russian] {
      let section = try #require(
        CitySpellingSection(spellings: spellings, asOf: CarnivalShop.asOf, words: words).section)
      guard case .table(let table) = section.blocks.first else { return }
      #expect(CSVTable(table, .english).text.contains("<b>0,Orel,2"))
      #expect(!table.markup(.russian).rendered.contains("<b>0"))
    }
  }
}
