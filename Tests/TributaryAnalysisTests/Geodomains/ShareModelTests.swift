import Testing

@testable import TributaryAnalysis

struct ShareModelTests {
  /// numpy and scipy 1.17, the grid of `hb_bb` centred on the pooled share, quantiles .05 and .95.
  @Test func `shares and ranges agree with the reference grid`() throws {
    let model = ShareModel(successes: [40, 2, 0, 90, 15], trials: [2000, 60, 30, 3000, 900])
    let means = [
      0.020974979434378482, 0.024613643243025854, 0.021714018538259217, 0.0284819667066867,
      0.01955684295237622,
    ]
    let lower = [
      0.01630955850861422, 0.012681307830543685, 0.01029630696204755, 0.023683344216681616,
      0.013343032687055023,
    ]
    let upper = [
      0.026113515799284233, 0.03964269682095669, 0.03646382161683472, 0.033636145526600866,
      0.026721439224218647,
    ]
    for index in means.indices {
      let estimate = try #require(model.estimate(index))
      let interval = try #require(estimate.interval)
      #expect(isClose(estimate.value, means[index], 1e-6))
      #expect(isClose(interval.lower, lower[index], 1e-6))
      #expect(isClose(interval.upper, upper[index], 1e-6))
    }
  }

  @Test func `no visits anywhere, or in one city, give no estimate`() {
    #expect(ShareModel(successes: [0], trials: [0]).estimate(0) == nil)
    let model = ShareModel(successes: [0, 3], trials: [0, 100])
    #expect(model.estimate(0) == nil)
    #expect(model.estimate(1) != nil)
  }

  /// 30 cities with shares from Beta(8, 392), as in the reference simulation: nine in ten ranges
  /// hold the true share.
  @Test func `nine in ten ranges hold the planted share`() throws {
    var counts = SeededCounts(seed: 4)
    var held = 0
    var all = 0
    for _ in 0..<6 {
      let trials = (0..<20).map { _ in 40 + Int(counts.share() * counts.share() * 3000) }
      let shares = trials.map { _ in max(0.004, 0.02 + 0.007 * (counts.share() * 3.4 - 1.7)) }
      let successes = zip(trials, shares).map { counts.binomial($0, $1) }
      let model = ShareModel(successes: successes, trials: trials)
      for index in trials.indices {
        let interval = try #require(model.estimate(index)?.interval)
        all += 1
        held += interval.contains(shares[index]) ? 1 : 0
      }
    }
    #expect(Double(held) / Double(all) > 0.85)
  }
}
