import Testing
import TributaryAnalysis
import TributaryModel

@testable import TributaryReports

@Suite struct WordsNamesTests {
  let english = Words(.english, currency: .rub)
  let russian = Words(.russian, currency: .rub)

  /// Every fixed word in both languages, told apart from the others of its kind.
  private func check<Value: CaseIterable>(_ type: Value.Type, _ name: (Words, Value) -> String) {
    let pairs = Value.allCases.map { (name(english, $0), name(russian, $0)) }
    for (first, second) in pairs {
      #expect(!first.isEmpty && !second.isEmpty && first != second, "\(first) \(second)")
      #expect(second.unicodeScalars.contains { (0x0400...0x04FF).contains($0.value) }, "\(second)")
    }
    #expect(Set(pairs.map(\.0)).count == pairs.count)
    #expect(Set(pairs.map(\.1)).count == pairs.count)
  }

  @Test func `every source has a name`() { check(SourceKind.self) { $0.name($1) } }
  @Test func `every channel has a name`() { check(Channel.self) { $0.name($1) } }
  @Test func `every model has a name`() { check(AttributionModel.self) { $0.name($1) } }
  @Test func `every indicator has a name`() { check(Indicator.Name.self) { $0.name($1) } }
  @Test func `every campaign type has a name`() { check(CampaignType.self) { $0.name($1) } }
  @Test func `every page has a title`() { check(PageName.self) { $0.title($1) } }
  @Test func `every advice has a verb`() { check(CampaignAdvice.self) { $0.advice($1) } }
  @Test func `every verdict has words`() { check(Indicator.Verdict.self) { $0.verdict($1) } }
}
