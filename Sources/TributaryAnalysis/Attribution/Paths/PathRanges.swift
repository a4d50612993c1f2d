import TributaryModel

/// How the ranges of path credit are drawn: the Poisson bootstrap.
///
/// In each replicate the conversions and nulls of every unique path are drawn from a Poisson law with
/// their counts as means, value and margin follow the conversions, and the model is worked out anew.
/// The range lies between the quantiles (1 - level) / 2 and (1 + level) / 2. It tells what chance
/// does to the counts, and nothing of whether the model is right: the spread between models does
/// that.
///
/// Source: J. Hanley, B. MacGibbon, "Creating non-parametric bootstrap samples using Poisson
/// frequencies", 2006.
public struct PathRanges: Sendable {
  private let replicates: Int
  private let seed: UInt64
  private let level: Double

  package init(replicates: Int = 200, seed: UInt64 = 1, level: Double = 0.9) {
    self.replicates = replicates
    self.seed = seed
    self.level = level
  }

  /// The credit of each replicate.
  func draw(_ model: any PathCrediting, _ weights: PathWeights) -> [CreditColumns] {
    var stream = SeededStream(seed: seed)
    return (0..<max(1, replicates)).map { _ in
      model.credit(weights.redrawn(by: &stream), accuracy: 1e-8)
    }
  }

  func range(of drawn: [Double]) -> Interval {
    let tail = (1 - level) / 2
    return Interval(
      lower: Quantiles.quantile(tail, of: drawn) ?? 0,
      upper: Quantiles.quantile(1 - tail, of: drawn) ?? 0)
  }
}
