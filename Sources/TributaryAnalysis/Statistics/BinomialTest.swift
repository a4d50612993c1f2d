import Foundation

/// Whether two counts come from the same rate, and which of many such answers to believe.
public enum BinomialTest {
  /// Two-sided probability of a count as far from its share of the total as this one.
  ///
  /// Given `count + others`, the count is binomial with probability exposure / all exposure when
  /// both rates are equal: exact for Poisson counts, a little cautious for shares. Twice the
  /// smaller tail, at most 1.
  /// Source: J. Przyborowski, H. Wilenski, Biometrika 31, 1940.
  public static func probability(
    count: Int, exposure: Double, others: Int, otherExposure: Double
  ) -> Double {
    let total = count + others
    guard total > 0, exposure > 0, otherExposure > 0 else { return 1 }
    let share = exposure / (exposure + otherExposure)
    let atLeast =
      count == 0 ? 1 : BetaFunction.lower(Double(count), Double(total - count + 1), share)
    let atMost =
      count == total
      ? 1 : 1 - BetaFunction.lower(Double(count + 1), Double(total - count), share)
    return min(1, 2 * min(atLeast, atMost))
  }

  /// Which probabilities count as findings when a share `rate` of the findings may be false.
  ///
  /// Source: Y. Benjamini, Y. Hochberg, JRSS B 57, 1995.
  public static func findings(_ probabilities: [Double], rate: Double) -> [Bool] {
    let sorted = probabilities.sorted()
    let limit = sorted.indices.last { position in
      sorted[position] <= rate * Double(position + 1) / Double(sorted.count)
    }
    guard let limit else { return probabilities.map { _ in false } }
    return probabilities.map { $0 <= sorted[limit] }
  }
}
