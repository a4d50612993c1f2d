import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

@Suite struct OwnTagSectionTests {
  private static let uses = [
    OwnTagUse(OwnTag(source: "banner", medium: "main", campaign: "may"), pageViews: 21),
    OwnTagUse(OwnTag(source: "<b>footer", medium: "(not set)"), pageViews: 1),
  ]

  private func section(_ uses: [OwnTagUse], _ words: Words) -> Section? {
    OwnTagSection(uses: uses, asOf: CarnivalShop.asOf, words: words).section
  }

  @Test func `without tags on own links there is no section`() {
    #expect(section([], .english) == nil)
    #expect(OwnTagUse.text([], .english) == nil)
  }

  @Test func `all are added up, and each tag is a row of the CSV`() throws {
    let section = try #require(self.section(Self.uses, .english))
    #expect(
      section.claim
        == "22\u{A0}page views of 28 days came by links on the shop’s own pages that carry a tag, "
        + "mostly utm_source=banner; they begin no visit and take no credit. Take the tags off.")
    guard case .table(let table) = section.blocks.first else {
      Issue.record("expected a table")
      return
    }
    let csv = CSVTable(table, .english).text
    #expect(csv.contains("source,medium,campaign,page_views"))
    #expect(csv.contains("banner,main,may,21"))
    #expect(!table.markup(.english).rendered.contains("<b>footer"))
  }

  @Test func `it is said in both languages, on the page and in a terminal`() throws {
    #expect(speaksBoth { $0.ownTagsClaim(Self.uses) })
    #expect(speaksBoth { $0.ownTagsTopic + "." })
    #expect(
      OwnTagUse.text(Self.uses, .russian)?.hasPrefix(
        "22 просмотра за 28 дней по ссылкам с меткой на страницах самого магазина") == true)
  }
}
