import Testing

@testable import TributaryAnalysis

struct BinomialTestTests {
  /// scipy 1.17: twice the smaller of `binom.cdf(c, c + o, share)` and `binom.sf(c - 1, ...)`.
  @Test(arguments: [
    (30, 1000.0, 40, 3000.0, 0.001649602892959604), (0, 100, 5, 100, 0.0625),
    (5, 10, 50, 100, 1), (9, 100, 91, 900, 0.9025803308840097), (0, 10, 0, 10, 1),
  ])
  func `two counts are compared exactly`(
    count: Int, exposure: Double, others: Int, otherExposure: Double, expected: Double
  ) {
    let probability = BinomialTest.probability(
      count: count, exposure: exposure, others: others, otherExposure: otherExposure)
    #expect(isClose(probability, expected, 1e-9))
  }

  /// The example of Benjamini & Hochberg's procedure worked by hand: with 10 tests and q = .05 the
  /// bars are .005, .010, ...; .001 and .008 pass, .039 against .015 does not.
  @Test func `findings stop where the bar is last cleared`() {
    let probabilities = [0.205, 0.001, 0.039, 0.042, 0.008, 0.041, 0.06, 0.074, 0.212, 0.216]
    let findings = BinomialTest.findings(probabilities, rate: 0.05)
    #expect(probabilities.indices.filter { findings[$0] } == [1, 4])
    #expect(BinomialTest.findings([], rate: 0.1).isEmpty)
    #expect(BinomialTest.findings([0.09, 0.1], rate: 0.1) == [true, true])
  }
}
