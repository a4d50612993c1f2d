import Testing
import TributaryModel

@testable import TributaryAnalysis

struct CampaignEvidenceTests {
  /// The example of `CampaignEvidence`: prior Gamma(2, 100), 8 conversions of 300 clicks, 500
  /// margin each, spend 2,500. Rate 10 / 400, R = 1.5.
  /// scipy 1.17: `gamma.sf(x * 2500 / (300 * 500), 10, scale=1/400)` for x = 1 and 1.25.
  @Test(arguments: [(1.0, 0.8626284672642327), (1.25, 0.6745001635359718)])
  func `the probability of a return follows from the posterior`(bar: Double, expected: Double)
    throws
  {
    let credit = CampaignCredit(conversions: 8, revenue: 12_000, margin: 4000)
    let facts = CampaignFacts(
      key: "x", name: "x", source: "s", medium: "m", type: .generic, spend: 2500, impressions: 0,
      clicks: 300, sessions: 0, credits: [.linear: credit])
    let evidence = CampaignEvidence(
      facts: facts, prior: GammaPrior(shape: 2, rate: 100), exposure: 300, models: [.linear],
      marginPerConversion: 500)
    let probability = try #require(evidence.probability(above: bar))
    #expect(abs(probability - expected) < 1e-10)
    #expect(evidence.posteriors().mixtureMean == 0.025)
    #expect(evidence.rating.marginReturn.map { abs($0.value - 1.5) < 1e-12 } == true)
  }
}
