import Foundation

/// A gamma distribution of rates, learned from the counts of a group.
///
/// Each member's rate is drawn from Gamma(shape a, rate b), its count from Poisson(rate x
/// exposure); given the count the rate is Gamma(a + count, b + exposure). The hyperparameters are
/// the mode of the marginal (negative binomial) likelihood under the weak hyperpriors
/// log a ~ N(0, 1.5^2) and log(a / b) ~ N(log pooled rate, 1).
/// Source: B. Efron, C. Morris, 1973, empirical Bayes.
public struct GammaPrior: Sendable, Hashable {
  public let shape: Double
  public let rate: Double

  package init(shape: Double, rate: Double) {
    self.shape = shape
    self.rate = rate
  }

  /// Learns from counts and exposures of equal length; nil when nobody was exposed.
  public init?(counts: [Double], exposures: [Double]) {
    let exposed = zip(counts, exposures).filter { $0.1 > 0 }
    let exposure = exposed.reduce(0) { $0 + $1.1 }
    guard exposure > 0 else { return nil }
    let centre = log(max(exposed.reduce(0) { $0 + $1.0 }, 0.5) / exposure)
    let best = SimplexSearch.minimum(from: [0, centre]) { point in
      let prior = GammaPrior(shape: exp(point[0]), rate: exp(point[0] - point[1]))
      let shift = point[1] - centre
      return prior.loss(exposed) + point[0] * point[0] / 4.5 + shift * shift / 2
    }
    self.init(shape: exp(best[0]), rate: exp(best[0] - best[1]))
  }

  /// The distribution after a count over an exposure.
  public func posterior(count: Double, exposure: Double) -> GammaPrior {
    GammaPrior(shape: shape + count, rate: rate + exposure)
  }

  /// Minus the log of the negative binomial likelihood, without terms free of the prior.
  private func loss(_ members: [(Double, Double)]) -> Double {
    let constant = GammaFunction.logarithm(shape)
    var loss = 0.0
    for (count, exposure) in members {
      let all = rate + exposure
      loss += constant - GammaFunction.logarithm(count + shape)
      loss -= shape * log(rate / all)
      loss -= count * log(exposure / all)
    }
    return loss
  }

  public var mean: Double { shape / rate }

  /// The share of rates below `value`.
  public func lower(_ value: Double) -> Double { GammaFunction.lower(shape, rate * value) }
}
