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
    let credit = Credit(conversions: Estimate(8), value: 12_000, margin: 4000)
    let facts = CampaignFacts(
      key: "x", name: "x", source: "s", medium: "m", type: .generic, spend: 2500, impressions: 0,
      clicks: 300, sessions: 0, credits: [.linear: credit])
    let evidence = CampaignEvidence(
      facts: facts, exposure: 300,
      priors: [.init(model: .linear, prior: GammaPrior(shape: 2, rate: 100))],
      shares: CampaignPosterior.credited, marginPerConversion: 500)
    let probability = try #require(evidence.probability(above: bar))
    #expect(abs(probability - expected) < 1e-10)
    #expect(evidence.credited.mean == 0.025)
    #expect(
      evidence.rating(held: nil, daysMissing: nil, days: 28).marginReturn.map {
        abs($0.value - 1.5) < 1e-12
      } == true)
  }

  /// 10,000 conversions know R to 1%: each grade's bars (1.25, 1, .75) show from both sides.
  @Test(arguments: [
    (1.30, Grade.a), (1.20, .b), (1.05, .b), (1.0, .c), (0.95, .d), (0.80, .d), (0.70, .e),
  ])
  func `sure returns fall between the bars of the grades`(ratio: Double, grade: Grade) {
    let credit = Credit(conversions: Estimate(10_000), value: 3_000_000, margin: 1_000_000)
    let facts = CampaignFacts(
      key: "x", name: "x", source: "s", medium: "m", type: .generic,
      spend: Int64(1_000_000 / ratio), impressions: 0, clicks: 100_000, sessions: 0,
      credits: [.linear: credit])
    let evidence = CampaignEvidence(
      facts: facts, exposure: 100_000,
      priors: [.init(model: .linear, prior: GammaPrior(shape: 2, rate: 20))],
      shares: CampaignPosterior.credited, marginPerConversion: 100)
    #expect(evidence.grade() == grade)
  }

  @Test(arguments: [
    (Grade.a, CampaignAdvice.raise), (.b, .keep), (.c, .wait), (.d, .cut), (.e, .stop),
  ])
  func `each grade has its advice`(grade: Grade, advice: CampaignAdvice) {
    let facts = CampaignFacts(
      key: "x", name: "x", source: "s", medium: "m", type: .upper, spend: 1, impressions: 0,
      clicks: 1, sessions: 0, credits: [:])
    let evidence = CampaignEvidence(
      facts: facts, exposure: 1, priors: [], shares: CampaignPosterior.credited,
      marginPerConversion: nil)
    #expect(evidence.advice(grade) == advice)
  }
}
