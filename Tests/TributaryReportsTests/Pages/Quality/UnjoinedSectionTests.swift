import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

@Suite struct UnjoinedSectionTests {
  @Test func `without such keys there is no section`() {
    #expect(UnjoinedSection(keys: [], asOf: CarnivalShop.asOf, words: .english).section == nil)
  }

  @Test func `keys are counted, and each reason is a row of the CSV`() throws {
    let keys = [
      UnjoinedKeys(reason: .crowd, kind: .phone, keys: 2, members: 61, example: "order:<b>7"),
      UnjoinedKeys(reason: .own, kind: .email, keys: 1, members: 4),
    ]
    let section = try #require(
      UnjoinedSection(keys: keys, asOf: CarnivalShop.asOf, words: .english).section)
    #expect(
      section.claim == "3 values join nobody: who carries one is no less a person alone.")
    guard case .table(let table) = section.blocks.first else {
      Issue.record("expected a table")
      return
    }
    let csv = CSVTable(table, .english).text
    #expect(csv.contains("reason,key,keys,members,example"))
    #expect(csv.contains("crowd,phone,2,61,order:<b>7"))
    #expect(!table.markup(.russian).rendered.contains("<b>7"))
  }

  @Test(arguments: UnjoinedKeys.Reason.allCases)
  func `every reason and kind is said in both languages`(reason: UnjoinedKeys.Reason) {
    for kind in IdentityKey.Kind.allCases {
      let keys = UnjoinedKeys(reason: reason, kind: kind, keys: 1, members: 7, example: "order:7")
      #expect(speaksBoth { $0.sentence(keys) + "." })
    }
  }
}
