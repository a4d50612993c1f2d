import Testing

@testable import TributaryAnalysis

@Suite struct WordPriorTests {
  @Test func `the example worked by hand`() {
    let prior = WordPrior(barren: 0.1, shape: 4)
    let none = prior.posterior(0, 2)
    // .1 / (.1 + .9 x 16 / 81) = .1 / .27778
    #expect(abs(none.barren - 0.36) < 1e-9)
    #expect(abs(none.mean - 0.64 * 4 / 6) < 1e-9)
    #expect(abs(prior.posterior(1, 2).mean - 5.0 / 6) < 1e-9)
    #expect(prior.posterior(1, 2).barren == 0)
    #expect(none.quantile(0.3) == 0)
    #expect(abs(none.lower(none.quantile(0.95)) - 0.95) < 1e-6)
  }

  /// 190 words that bring what is expected of them, ten of which 10 were expected and none came.
  @Test func `words without any conversion teach that some are barren`() {
    let usual = (0..<190).map { (conversions: Double(8 + $0 % 5), expected: 10.0) }
    let barren = (0..<10).map { _ in (conversions: 0.0, expected: 10.0) }
    let prior = WordPrior(learnedFrom: usual + barren)
    #expect(0.03 < prior.barren && prior.barren < 0.08)
    #expect(prior.shape > 20)
    #expect(prior.posterior(0, 6).barren > 0.9)
    #expect(WordPrior(learnedFrom: usual).barren < 0.03)
  }

  @Test func `without words the prior is that of the hyperpriors`() {
    let prior = WordPrior(learnedFrom: [])
    #expect(abs(prior.barren - 0.0474) < 1e-3)
    #expect(abs(prior.shape - 10) < 0.1)
  }
}
