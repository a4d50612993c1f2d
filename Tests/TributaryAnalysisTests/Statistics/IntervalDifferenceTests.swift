import Testing
import TributaryAnalysis
import TributaryModel

struct IntervalDifferenceTests {
  /// By hand: .5 (.4 to .6) less .2 (.1 to .3) is .3, give or take the root of .02.
  @Test func `the reaches of both ranges add up in squares`() throws {
    let range = try #require(
      Interval.difference(
        Estimate(0.5, Interval(lower: 0.4, upper: 0.6)),
        Estimate(0.2, Interval(lower: 0.1, upper: 0.3))))
    #expect(abs(range.lower - 0.158578643762690) < 1e-12)
    #expect(abs(range.upper - 0.441421356237310) < 1e-12)
  }

  /// Newcombe 1998, table II, (a): 56 of 70 less 48 of 80 at 95%, method 10: .0524 to .3339.
  @Test func `with Wilson's ranges it is Newcombe's method 10`() throws {
    func share(_ count: Double, _ all: Double) -> Estimate {
      Estimate(count / all, .wilson(successes: count, trials: all, level: 0.95))
    }
    let range = try #require(Interval.difference(share(56, 70), share(48, 80)))
    #expect(abs(range.lower - 0.0524) < 5e-5)
    #expect(abs(range.upper - 0.3339) < 5e-5)
  }

  @Test func `without a range on either side there is none`() {
    let known = Estimate(0.5, Interval(lower: 0.4, upper: 0.6))
    #expect(Interval.difference(known, Estimate(0.2)) == nil)
    #expect(Interval.difference(Estimate(0.2), known) == nil)
  }
}
