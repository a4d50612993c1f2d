import Foundation

/// Poisson counts from a seed, for planted truths.
struct SeededCounts {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64: 0 up to, not including, 1.
  mutating func share() -> Double {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return Double((word ^ word >> 31) >> 11) / 9_007_199_254_740_992
  }

  /// A Poisson count, by Knuth's products; for means up to some hundreds.
  mutating func poisson(_ mean: Double) -> Int {
    let limit = exp(-mean)
    var product = share()
    var count = 0
    while product > limit {
      product *= share()
      count += 1
    }
    return count
  }

  mutating func binomial(_ trials: Int, _ probability: Double) -> Int {
    (0..<trials).count { _ in share() < probability }
  }
}
