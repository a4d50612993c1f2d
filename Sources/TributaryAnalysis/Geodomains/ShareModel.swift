import Foundation
import TributaryModel

/// The conversion shares of all cities together, thin cities pulled to the common mean.
///
/// Hierarchical beta-binomial: a city's share is Beta(mM, (1 - m)M); the mean m and the strength M
/// are integrated on a grid of 25 x 25 around the pooled share, with the prior log M ~ N(6, 2^2).
/// Each city's posterior is a mixture of betas; its mean and variance give the beta distribution
/// whose quantiles are shown (90%).
/// Source: A. Gelman et al., "Bayesian Data Analysis", 5.3. Deviation: the grid is centred on the
/// pooled share instead of the fitted mean.
struct ShareModel {
  private let successes: [Double]
  private let trials: [Double]
  private let mixture: [Component]

  private struct Component {
    let a: Double
    let b: Double
    var weight: Double
  }

  init(successes: [Int], trials: [Int]) {
    let cities = zip(successes, trials).map { (Double($0), Double($1)) }
    self.successes = cities.map(\.0)
    self.trials = cities.map(\.1)
    mixture = ShareModel.grid(cities.filter { $0.1 > 0 })
  }

  /// Nil for a city without trials.
  func estimate(_ index: Int) -> Estimate? {
    guard trials[index] > 0, !mixture.isEmpty else { return nil }
    var mean = 0.0
    var square = 0.0
    for part in mixture {
      let a = part.a + successes[index]
      let b = part.b + trials[index] - successes[index]
      let share = a / (a + b)
      mean += part.weight * share
      square += part.weight * (share * (1 - share) / (a + b + 1) + share * share)
    }
    let strength = mean * (1 - mean) / max(square - mean * mean, 1e-18) - 1
    return Estimate(mean, .beta(mean * strength, (1 - mean) * strength))
  }

  private static func grid(_ cities: [(Double, Double)]) -> [Component] {
    let trials = cities.reduce(0) { $0 + $1.1 }
    guard trials > 0 else { return [] }
    let pooled = (cities.reduce(0) { $0 + $1.0 } + 0.5) / (trials + 1)
    let centre = log(pooled / (1 - pooled))
    var parts: [Component] = []
    for row in 0..<25 {
      let mean = 1 / (1 + exp(-(centre - 1.2 + 0.1 * Double(row))))
      for column in 0..<25 {
        let logStrength = 2 + Double(column) / 3
        let a = mean * exp(logStrength)
        let b = (1 - mean) * exp(logStrength)
        let constant = BetaFunction.logarithm(a, b)
        let likelihood = cities.reduce(0) { sum, city in
          sum + BetaFunction.logarithm(city.0 + a, city.1 - city.0 + b) - constant
        }
        let distance = (logStrength - 6) / 2
        parts.append(Component(a: a, b: b, weight: likelihood - distance * distance / 2))
      }
    }
    return normalized(parts)
  }

  /// Log weights to shares; those below a ten-thousandth are left out.
  private static func normalized(_ parts: [Component]) -> [Component] {
    let top = parts.map(\.weight).max() ?? 0
    var kept = parts.map { Component(a: $0.a, b: $0.b, weight: exp($0.weight - top)) }
    for _ in 0..<2 {
      let sum = kept.reduce(0) { $0 + $1.weight }
      kept = kept.map { Component(a: $0.a, b: $0.b, weight: $0.weight / sum) }
        .filter { $0.weight > 1e-4 }
    }
    return kept
  }
}
