import Testing
import TributaryModel

@testable import TributarySample

struct DemandCurveTests {
  private let curve = DemandCurve(asOf: SampleSettings.standard.asOf)

  // 15 October: 10 to the power 0.5^1.75 = 1.983.
  @Test(arguments: [
    ("2025-10-15", 1.983), ("2025-10-30", 10), ("2025-10-31", 10), ("2025-12-26", 14),
    ("2025-12-29", 14), ("2026-03-07", 1.34), ("2026-05-26", 1.42), ("2026-07-20", 0.90),
    ("2026-04-10", 1.0), ("2024-12-27", 14), ("2026-09-29", 1.0),
  ])
  func `the season climbs as planted`(text: String, expected: Double) throws {
    let day = try #require(Day(text))
    #expect((curve.season(day) - expected).magnitude < 0.005)
  }

  @Test func `a year earlier the shop is smaller by twelve percent of itself`() {
    let asOf = SampleSettings.standard.asOf
    #expect((curve.growth(asOf) / curve.growth(asOf.adding(-365)) - 1.12).magnitude < 1e-9)
  }

  @Test func `the standard story ends on 14 November 2026 and lasts 26 months`() {
    #expect(SampleSettings.standard.asOf.description == "2026-11-14")
    #expect(SampleSettings.standard.trade.first.description == "2024-09-15")
    #expect(SampleSettings.standard.logged.first.description == "2026-10-01")
  }
}
