import Testing

@testable import TributaryAnalysis

@Suite struct CampaignModelsTests {
  @Test(arguments: [(0.09, true), (0.1, false)])
  func `models agree while no campaign is a tenth apart`(spread: Double, isAgreed: Bool) {
    let parting = CampaignParting(campaign: "brand", sales: 9, largestSpread: spread)
    #expect(parting.isAgreed == isAgreed)
  }
}
