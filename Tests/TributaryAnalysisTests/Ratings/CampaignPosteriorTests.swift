import Testing

@testable import TributaryAnalysis

@Suite struct CampaignPosteriorTests {
  /// scipy 1.17: `quad(lambda s: gamma.cdf(x / s, 10, scale=1/400) * beta.pdf(s, 3, 7), 0, 1)`, and the
  /// same of Beta(8.8, 1.2), for x = .01 and .02.
  @Test(arguments: [
    (3.0, 7.0, 0.01, 0.7618966944464562), (3, 7, 0.02, 0.9862460322559976),
    (8.8, 1.2, 0.01, 0.025633772528625847), (8.8, 1.2, 0.02, 0.43455329560677625),
  ])
  func `the share brought is mixed into the rate`(
    yes: Double, no: Double, rate: Double, expected: Double
  ) {
    let posterior = CampaignPosterior(
      rates: [GammaPrior(shape: 10, rate: 400)],
      shares: BetaPrior(yes: yes, no: no).nodes(CampaignEvidence.nodes))
    #expect(abs(posterior.lower(rate) - expected) < 2e-4)
    #expect(abs(posterior.lower(posterior.quantile(0.05)) - 0.05) < 1e-8)
    #expect(abs(posterior.lower(posterior.quantile(0.95)) - 0.95) < 1e-8)
    #expect(abs(posterior.mean - 0.025 * yes / (yes + no)) < 1e-5)
  }

  /// By hand: the rates 1 and 3, both sure: half of the mixture lies below 2.
  @Test func `each model may be right`() {
    let posterior = CampaignPosterior(
      rates: [GammaPrior(shape: 1e6, rate: 1e6), GammaPrior(shape: 3e6, rate: 1e6)],
      shares: CampaignPosterior.credited)
    #expect(posterior.mean == 2)
    #expect(abs(posterior.lower(2) - 0.5) < 1e-12)
    #expect(posterior.interval.lower < 1.01 && posterior.interval.upper > 2.99)
  }

  /// Of 1, 2 and 3 points: 1/2; 1/2 ± 1/(2 sqrt 3); 1/2 and 1/2 ± sqrt(3/5)/2 with 4/9 and 5/18.
  @Test func `nodes are those of Gauss and Legendre`() {
    #expect(GaussLegendre.nodes(1).map(\.place) == [0.5])
    let two = GaussLegendre.nodes(2)
    #expect(abs(two[0].place - (0.5 - 0.288_675_134_594_812_9)) < 1e-14)
    #expect(abs(two[0].weight - 0.5) < 1e-14)
    let three = GaussLegendre.nodes(3)
    #expect(abs(three[0].place - (0.5 - 0.387_298_334_620_741_7)) < 1e-14)
    #expect(abs(three[0].weight - 5 / 18.0) < 1e-14 && abs(three[1].weight - 4 / 9.0) < 1e-14)
  }
}
