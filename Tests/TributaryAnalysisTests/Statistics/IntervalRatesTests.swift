import Testing
import TributaryModel

@testable import TributaryAnalysis

/// Expected numbers: scipy 1.17, `binomtest(k, n).proportion_ci(0.9, 'wilson')` and `gamma.ppf`.
struct IntervalRatesTests {
  @Test(arguments: [
    (0.0, 10.0, 0.0, 0.21294197008340698), (5, 10, 0.26927182113826725, 0.7307281788617328),
    (10, 10, 0.787058029916593, 1), (3, 1000, 0.0011995624784162675, 0.0074824913019056905),
    (1, 1, 0.2698659487840541, 1),
  ])
  func `a Wilson interval agrees with scipy`(
    successes: Double, trials: Double, lower: Double, upper: Double
  ) throws {
    let interval = try #require(Interval.wilson(successes: successes, trials: trials))
    #expect(abs(interval.lower - lower) < 1e-12)
    #expect(abs(interval.upper - upper) < 1e-12)
  }

  @Test(arguments: [
    (0.0, 0.0, 2.9957322735539895), (1, 0.05129329438755053, 4.743864518390577),
    (7, 3.28531569189467, 13.148113802432116), (100, 84.13927721831419, 118.07927278209706),
  ])
  func `a Poisson interval agrees with scipy`(count: Double, lower: Double, upper: Double) throws {
    let interval = try #require(Interval.garwood(count: count, exposure: 2))
    #expect(abs(interval.lower - lower / 2) < 1e-9)
    #expect(abs(interval.upper - upper / 2) < 1e-9)
  }

  @Test func `nothing tried has no interval`() {
    #expect(Interval.wilson(successes: 0, trials: 0) == nil)
    #expect(Interval.garwood(count: 0, exposure: 0) == nil)
    #expect(Estimate.share(0, of: 0) == nil)
  }
}
