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
