import Foundation

/// Random numbers from a seed: the same seed gives the same numbers.
///
/// Source: G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators", 2014
/// (SplitMix64).
struct SeededStream: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }

  /// 0 up to, not including, 1.
  mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A Poisson count; 0 for a mean of 0 or less.
  ///
  /// Below a mean of 10 by running along the distribution, else by W. Hörmann, "The transformed
  /// rejection method for generating Poisson random variables", 1993 (PTRS): both are exact.
  mutating func poisson(_ mean: Double) -> Double {
    guard mean > 0 else { return 0 }
    return mean < 10 ? smallPoisson(mean) : largePoisson(mean)
  }

  private mutating func smallPoisson(_ mean: Double) -> Double {
    var rest = share()
    var probability = exp(-mean)
    var count = 0.0
    // Beyond 100 the distribution has no mass that a double between 0 and 1 could hold.
    while rest >= probability, count < 100 {
      rest -= probability
      count += 1
      probability *= mean / count
    }
    return count
  }

  private mutating func largePoisson(_ mean: Double) -> Double {
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.02483 * b
    let logMean = log(mean)
    while true {
      let u = share() - 0.5
      let v = share()
      let edge = 0.5 - abs(u)
      let count = ((2 * a / edge + b) * u + mean + 0.43).rounded(.down)
      if edge >= 0.07, v <= 0.9277 - 3.6224 / (b - 2) { return count }
      if count < 0 || (edge < 0.013 && v > edge) { continue }
      let height = log(v) + log(1.1239 + 1.1328 / (b - 3.4)) - log(a / (edge * edge) + b)
      if height <= count * logMean - mean - GammaFunction.logarithm(count + 1) { return count }
    }
  }
}
