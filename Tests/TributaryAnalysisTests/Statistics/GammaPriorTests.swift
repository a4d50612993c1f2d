import Testing

@testable import TributaryAnalysis

struct GammaPriorTests {
  /// scipy 1.17 `optimize.minimize` of the same likelihood: shape 1.48925, rate 60.5577.
  @Test func `the prior is the mode of the marginal likelihood`() throws {
    let prior = try #require(
      GammaPrior(counts: [12, 0, 3, 45, 1], exposures: [400, 150, 220, 900, 90]))
    #expect(isClose(prior.shape, 1.4892450484184738, 1e-5))
    #expect(isClose(prior.rate, 60.55770287246491, 1e-5))
  }

  @Test func `a count pulls the rate from the group toward itself`() throws {
    let after = GammaPrior(shape: 2, rate: 100).posterior(count: 8, exposure: 300)
    #expect(after.mean == 0.025)
  }

  @Test func `nobody exposed teaches nothing, and no conversions teach a low rate`() throws {
    #expect(GammaPrior(counts: [3], exposures: [0]) == nil)
    let prior = try #require(GammaPrior(counts: [0, 0], exposures: [500, 300]))
    #expect(prior.mean > 0 && prior.mean < 0.005)
  }
}
