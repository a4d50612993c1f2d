import Foundation
import TributaryModel

extension SeededStream {
  /// The stream of a name: its numbers depend on no other name.
  ///
  /// FNV-1a of the name's bytes is the seed.
  init(name: String) { self.init(seed: TextHash.of(name)) }

  /// A number of the standard normal distribution.
  ///
  /// Source: G. Marsaglia, T. Bray, "A convenient method for generating normal variables", 1964.
  mutating func normal() -> Double {
    while true {
      let (u, v) = (2 * share() - 1, 2 * share() - 1)
      let square = u * u + v * v
      if square > 0, square < 1 { return u * (-2 * log(square) / square).squareRoot() }
    }
  }

  /// A number of the gamma distribution of that shape and rate 1.
  ///
  /// Source: G. Marsaglia, W. Tsang, "A simple method for generating gamma variables", 2000; for a
  /// shape below 1 with their power of a uniform number.
  mutating func gamma(_ shape: Double) -> Double {
    guard shape > 0 else { return 0 }
    guard shape >= 1 else {
      return gamma(shape + 1) * pow(max(share(), 0x1p-53), 1 / shape)
    }
    let d = shape - 1 / 3.0
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let v = 1 + c * x
      guard v > 0 else { continue }
      let cube = v * v * v
      let u = max(share(), 0x1p-53)
      if log(u) < x * x / 2 + d - d * cube + d * log(cube) { return d * cube }
    }
  }

  /// A number of the beta distribution.
  mutating func beta(_ prior: BetaPrior) -> Double {
    let yes = gamma(prior.yes)
    let no = gamma(prior.no)
    return yes + no > 0 ? yes / (yes + no) : prior.mean
  }
}
