import Foundation
import Testing
import TributaryModel

@testable import TributaryAnalysis

@Suite struct CutSimulationTests {
  private static let window = DayRange(last: Day(number: 20_771), count: 28)

  private static func campaign(_ key: String, sales: Double, spend: Int64) -> CampaignFacts {
    CampaignFacts(
      key: key, name: key, source: "x", medium: "cpc", type: .generic, spend: spend,
      impressions: 0, clicks: 4000, sessions: 4000,
      credits: Dictionary(
        uniqueKeysWithValues: AttributionModel.rating.map {
          (
            $0,
            Credit(
              conversions: Estimate(sales), value: Int64(sales) * 300_000,
              margin: Int64(sales) * 100_000)
          )
        }))
  }

  private static let report = CampaignReport.rating(
    [
      campaign("earns", sales: 400, spend: 10_000_000),
      campaign("loses", sales: 20, spend: 10_000_000),
      campaign("none", sales: 0, spend: 1_000_000),
    ], window: window, covered: window, askedCut: 0.25)

  private func cuts(_ key: String) throws -> CampaignCuts {
    try #require(Self.report.cuts.first { $0.rating.facts.key == key })
  }

  /// Of 400 sales at 88% brought, with spend to the power .7: half the spend loses
  /// 1 - .5^.7 = 38.4%, a quarter less loses 1 - .75^.7 = 18.2%.
  @Test func `a part of the spend loses less than its part of the sales`() throws {
    let earns = try cuts("earns")
    let lost = { (cut: CutSimulation) in -cut.sales.value / -earns.stop.sales.value }
    #expect(abs(lost(earns.half) - 0.384) < 0.02)
    #expect(try abs(lost(#require(earns.asked)) - 0.182) < 0.02)
    #expect(abs(-earns.stop.sales.value - 400 * 0.88) < 15)
    #expect(earns.half.saved == 5_000_000 && earns.stop.saved == 10_000_000)
  }

  @Test func `what is left over is what is saved less the margin that is lost`() throws {
    for cuts in Self.report.cuts {
      for cut in [cuts.half, cuts.stop] {
        #expect(abs(cut.profit.value - Double(cut.saved) - cut.margin.value) < 1)
        let range = try #require(cut.sales.interval)
        #expect(range.contains(cut.sales.value) && range.upper <= 0)
      }
    }
    #expect(try cuts("earns").half.chance < 0.01)
    #expect(try cuts("loses").half.chance > 0.99)
    #expect(try cuts("none").stop.chance > 0.9)
  }

  @Test func `most spend comes first, and without a margin nothing is simulated`() {
    #expect(Self.report.cuts.map(\.rating.facts.key) == ["earns", "loses", "none"])
    let unsold = CampaignReport.rating(
      [Self.campaign("none", sales: 0, spend: 100)], window: Self.window, covered: Self.window)
    #expect(unsold.cuts.isEmpty)
  }
}
