import Foundation

/// By how much words change a rate, before a word's own conversions are seen.
///
/// A word is barren with probability `barren`: nobody buys with it. Else it multiplies the expected
/// conversions by a number of Gamma(shape a, rate a), whose mean is 1. Given the conversions C where E
/// were expected,
///
/// ```
///  w    = C > 0 ? 0 : p / (p + (1 - p) (a / (a + E))^a)        still barren
///  mean = (1 - w) (a + C) / (a + E)
/// ```
/// p and a are the mode of the marginal likelihood, under the weak hyperpriors logit p ~ N(-3, 1) and
/// log a ~ N(log 10, 1.5^2). Source: T. Mitchell, J. Beauchamp, "Bayesian Variable Selection in Linear
/// Regression", 1988 (spike and slab); B. Efron, C. Morris, 1973, empirical Bayes.
/// By hand: p = .1, a = 4: of 2 expected none came: w = .1 / (.1 + .9 (4 / 6)^4) = .36,
/// mean = .64 x 4 / 6 = .427; with one conversion 5 / 6.
struct WordPrior: Hashable, Sendable {
  let barren: Double
  let shape: Double

  /// Words that are learned from, those with the most expected conversions.
  static let mostLearned = 2_000

  init(barren: Double, shape: Double) {
    self.barren = barren
    self.shape = shape
  }

  /// Learns from the conversions of words and those that were expected of them.
  init(learnedFrom words: [(conversions: Double, expected: Double)]) {
    let learned = words.filter { $0.expected > 0 }
      .sorted { ($1.expected, $0.conversions) < ($0.expected, $1.conversions) }
      .prefix(WordPrior.mostLearned)
    let best = SimplexSearch.minimum(from: [-3, log(10)], steps: 100) { point in
      let prior = WordPrior(barren: 1 / (1 + exp(-point[0])), shape: exp(point[1]))
      let (odds, size) = (point[0] + 3, point[1] - log(10))
      return learned.reduce(odds * odds / 2 + size * size / 4.5) {
        $0 - log(max(prior.likelihood($1.conversions, $1.expected), 1e-300))
      }
    }
    self.init(barren: 1 / (1 + exp(-best[0])), shape: exp(best[1]))
  }

  /// Without terms free of the prior.
  private func likelihood(_ conversions: Double, _ expected: Double) -> Double {
    let size = shape + expected
    var logarithm = shape * log(shape / size)
    if conversions > 0 {
      logarithm +=
        GammaFunction.logarithm(shape + conversions) - GammaFunction.logarithm(shape)
        - conversions * log(size)
      return (1 - barren) * exp(logarithm)
    }
    return barren + (1 - barren) * exp(logarithm)
  }

  /// What is known of one word once its conversions are seen.
  func posterior(_ conversions: Double, _ expected: Double) -> Posterior {
    let none = pow(shape / (shape + expected), shape)
    return Posterior(
      barren: conversions > 0 ? 0 : barren / (barren + (1 - barren) * none),
      gamma: GammaPrior(shape: shape + conversions, rate: shape + expected))
  }

  /// A word is barren, or multiplies by a number of a gamma distribution.
  struct Posterior {
    let barren: Double
    let gamma: GammaPrior

    var mean: Double { (1 - barren) * gamma.mean }

    /// The mean of the square over the square of the mean; over 1.
    var spread: Double { (1 + 1 / gamma.shape) / max(1 - barren, 1e-9) }

    /// P(multiplier < value).
    func lower(_ value: Double) -> Double { barren + (1 - barren) * gamma.lower(value) }

    /// The multiplier with so much of the distribution below it.
    func quantile(_ share: Double) -> Double {
      guard share > barren else { return 0 }
      return GammaFunction.inverseLower(gamma.shape, (share - barren) / (1 - barren)) / gamma.rate
    }
  }
}
