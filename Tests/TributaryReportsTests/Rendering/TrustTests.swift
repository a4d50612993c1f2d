import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

@Suite struct TrustTests {
  private func source(
    _ kind: SourceKind, to last: Int? = 0, coverage: [SourceQuality.Coverage] = [.full],
    refused: Int = 0, isMissing: Bool = false
  ) -> SourceQuality {
    SourceQuality(
      kind: kind, counts: FileCounts(), files: 1,
      dataTo: last.map { CarnivalShop.asOf.adding(-$0) }, coverage: coverage,
      refused: (0..<refused).map { SourceQuality.RefusedFile(path: "\($0)", message: "") },
      rejections: [], isMissing: isMissing)
  }

  @Test func `the state of a source`() {
    let asOf = CarnivalShop.asOf
    #expect(SourceState(source(.calls), asOf: asOf) == .whole)
    #expect(SourceState(source(.calls, to: nil, coverage: []), asOf: asOf) == .whole)
    #expect(SourceState(source(.calls, isMissing: true), asOf: asOf) == .missing)
    #expect(SourceState(source(.calls, to: 3), asOf: asOf) == .stops(asOf.adding(-3)))
    #expect(SourceState(source(.calls, refused: 2), asOf: asOf) == .refused(2))
    #expect(SourceState(source(.calls, coverage: [.full, .part]), asOf: asOf) == .part)
    #expect(SourceState(source(.calls, coverage: [.part, .part, .full]), asOf: asOf) == .parts(2))
    #expect(
      SourceState(source(.calls, coverage: [.missing, .missing, .full]), asOf: asOf) == .gaps(2))
  }

  private func trust(_ sources: [SourceQuality], requires: [SourceKind] = []) -> Trust {
    let base = CarnivalShop(.english).empty
    let report = RunReport(
      shop: base.shop, asOf: base.asOf, sources: sources, indicators: [],
      campaigns: base.campaigns, channels: base.channels, funnels: [], season: nil,
      geodomains: base.geodomains, orders: base.orders, tops: [])
    return Trust(PageContext(report), uses: SourceKind.allCases, requires: requires)
  }

  @Test func `a source that ended in another year says which`() throws {
    let days = CarnivalShop.asOf.days(since: try #require(Day("2022-06-30")))
    let text = trust([source(.orders, to: days)]).state.rendered.replacing("\u{A0}", with: " ")
    #expect(text.contains("Orders: data stop on 30 June 2022"))
    let table = FreshnessTable(
      CarnivalShop(.english).report.replacing(sources: [source(.orders, to: days)]),
      Words(.english, currency: .rub, year: 2026)
    ).table
    #expect(table.markup(.english).rendered.contains("30\u{A0}Jun\u{A0}2022"))
  }

  @Test func `the block says what is whole, what is not and what that does`() {
    func text(_ trust: Trust) -> String {
      trust.state.rendered.replacing("\u{A0}", with: " ")
    }
    let whole = trust([source(.orders), source(.calls)])
    #expect(whole.isWhole && text(whole).hasPrefix("All 2 sources are complete to 14 November."))
    let late = trust([source(.orders), source(.calls, to: 1)])
    #expect(!late.isWhole)
    #expect(
      text(late)
        == "Of 2 sources 1 is complete to 14 November. <b>Calls: data stop on 13 November</b>, "
        + "so after it calls and phone orders are low.")
    let none = trust([], requires: [.orders])
    #expect(!none.isWhole)
    #expect(
      text(none)
        == "<b>No source of this page is loaded.</b> <b>Not loaded: orders</b>; add "
        + "<code>orders</code> to <code>sources</code>.")
    let one = trust([source(.orders)])
    #expect(text(one).hasPrefix("Its only source is complete"))
    #expect(text(trust([source(.orders, to: 2), source(.calls, to: 2)])).hasPrefix("None of 2"))
  }

  @Test func `the block says how many past days changed`() {
    let changed = CarnivalShop(.english).report
    let detail = Trust(PageContext(changed), uses: SourceKind.allCases).detail.rendered
    #expect(detail.hasSuffix("Since the report of 13\u{A0}November 2\u{A0}past days changed."))
    #expect(!trust([source(.orders)]).detail.rendered.contains("past"))
  }
}
