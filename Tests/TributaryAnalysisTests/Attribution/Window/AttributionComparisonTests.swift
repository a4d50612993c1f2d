import Testing
import TributaryModel

@testable import TributaryAnalysis

@Suite struct AttributionComparisonTests {
  private static func part(
    _ grain: AttributionGrain, _ rows: [(String, Double, Double)]
  ) -> AttributionReport.Part {
    func credit(_ conversions: Double) -> Credit {
      Credit(conversions: Estimate(conversions), value: 0, margin: 0)
    }
    return AttributionReport.Part(
      kind: .call, grain: grain,
      rows: rows.map { dimension, first, last in
        AttributionReport.Row(
          dimension: dimension, credits: [.first: credit(first), .last: credit(last)])
      }, unattributed: Credit(conversions: Estimate(7), value: 0, margin: 0),
      total: Credit(conversions: Estimate(0), value: 0, margin: 0), nulls: 0)
  }

  private static let report = AttributionReport(
    window: DayRange(last: Day(number: 20_771), count: 28),
    parts: [
      part(.channel, [("email", 10, 30), ("direct", 0, 0)]),
      part(.keyword, [("keyword:mask", 5, 5), ("channel:email", 1, 1)]),
    ])

  /// That a call is a call says nothing; 5 unknown of 10 are no less than half.
  @Test(arguments: [(4.0, "email"), (5.0, nil)] as [(Double, String?)])
  func `the row with most leads unless half are unattributed`(unknown: Double, leader: String?) {
    func credit(_ conversions: Double) -> Credit {
      Credit(conversions: Estimate(conversions), value: 0, margin: 0)
    }
    let part = AttributionReport.Part(
      kind: .call, grain: .channel,
      rows: [
        AttributionReport.Row(dimension: "call", credits: [.linear: credit(6)]),
        AttributionReport.Row(dimension: "email", credits: [.linear: credit(2)]),
      ], unattributed: credit(unknown), total: credit(10), nulls: 0)
    #expect(part.leader?.dimension == leader)
  }

  /// Half of 30 - 10 over their middle of 20.
  @Test func `channels end with what nothing explains, on which the models agree`() {
    #expect(Self.report.channels.map(\.name) == ["email", "direct", ""])
    #expect(Self.report.channels.map(\.apart) == [0.5, nil, nil])
    #expect(
      AttributionModel.allCases.allSatisfy {
        Self.report.channels[2].credits[$0]?.conversions.value == 7
      })
  }

  @Test func `keywords stand by their text, without what their channels keep`() {
    #expect(Self.report.keywords.map(\.name) == ["mask"])
    #expect(Self.report.keywords.map(\.kind) == [.call])
  }

  @Test func `a column of a model never has the name of the place in the list`() {
    for result in [AttributionComparison.channelResults, AttributionComparison.keywordResults] {
      #expect(result.shape.position(of: "position") == nil)
      #expect(Set(result.shape.columns.map(\.name)).count == result.shape.columns.count)
    }
  }
}
