import Foundation

/// The standard normal distribution.
public enum NormalDistribution {
  /// The share below `z`.
  public static func lower(_ z: Double) -> Double {
    0.5 * erfc(-z / 2.0.squareRoot())
  }

  /// The `z` below which that share lies.
  ///
  /// Source: first guess by Abramowitz & Stegun 26.2.23, then Newton steps.
  public static func quantile(_ share: Double) -> Double {
    guard share > 0 else { return -.infinity }
    guard share < 1 else { return .infinity }
    guard share <= 0.5 else { return -quantile(1 - share) }
    let t = (-2 * log(share)).squareRoot()
    let above = 2.515517 + t * (0.802853 + t * 0.010328)
    let below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    var z = above / below - t
    for _ in 0..<4 {
      let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
      let step = (lower(z) - share) / density
      z -= step / (1 + z * step / 2)
    }
    return z
  }
}

/// Student's t distribution.
public enum StudentDistribution {
  /// The value below which that share lies, for any degrees of freedom above zero.
  ///
  /// Source: Abramowitz & Stegun 26.7.1, by way of the beta distribution.
  public static func quantile(_ share: Double, freedom: Double) -> Double {
    guard share != 0.5 else { return 0 }
    guard share > 0.5 else { return -quantile(1 - share, freedom: freedom) }
    let x = BetaFunction.inverseLower(freedom / 2, 0.5, 2 * (1 - share))
    return x > 0 ? (freedom * (1 - x) / x).squareRoot() : .infinity
  }
}
