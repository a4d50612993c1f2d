import Testing

@testable import TributaryAnalysis

/// Expected numbers: scipy 1.17, `stats.norm.ppf` and `stats.t.ppf`.
struct NormalDistributionTests {
  @Test(arguments: [
    (0.001, -3.090232306167813), (0.05, -1.6448536269514729), (0.3, -0.5244005127080409),
    (0.5, 0), (0.95, 1.6448536269514722), (0.975, 1.959963984540054),
    (1e-9, -5.9978070150076865),
  ])
  func `a normal quantile agrees with scipy`(share: Double, expected: Double) {
    #expect(abs(NormalDistribution.quantile(share) - expected) < 1e-10)
  }

  @Test(arguments: [
    (0.95, 3.0, 2.3533634348018233), (0.975, 19, 2.0930240544083087),
    (0.05, 4, -2.131846786326651), (0.95, 100, 1.6602343260853392),
  ])
  func `a Student quantile agrees with scipy`(share: Double, freedom: Double, expected: Double) {
    #expect(isClose(StudentDistribution.quantile(share, freedom: freedom), expected, 1e-9))
  }
}
