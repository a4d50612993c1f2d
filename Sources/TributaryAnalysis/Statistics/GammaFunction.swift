import Foundation

/// The gamma function's logarithm and the regularised incomplete gamma function with its inverse.
///
/// Source: M. Abramowitz, I. Stegun, "Handbook of Mathematical Functions", 6.1.41 (Stirling's
/// series); NIST Digital Library of Mathematical Functions 8.7.1 (series) and 8.9.2 (continued
/// fraction, by Lentz's method); 8.12 and Wilson & Hilferty 1931 for the first guess of the inverse.
public enum GammaFunction {
  /// log Γ(x) for x > 0; infinity otherwise.
  public static func logarithm(_ x: Double) -> Double {
    guard x > 0 else { return .infinity }
    var shifted = x
    var product = 1.0
    while shifted < 12 {
      product *= shifted
      shifted += 1
    }
    let inverse = 1 / shifted
    let square = inverse * inverse
    let tail =
      inverse
      * (1 / 12.0 - square
        * (1 / 360.0 - square * (1 / 1260.0 - square * (1 / 1680.0 - square / 1188.0))))
    return (shifted - 0.5) * log(shifted) - shifted + 0.5 * log(2 * Double.pi) + tail
      - log(product)
  }

  /// P(a, x), the share of a gamma distribution of shape `a` and rate 1 that lies below `x`.
  public static func lower(_ a: Double, _ x: Double) -> Double {
    guard x > 0, a > 0 else { return 0 }
    guard x.isFinite else { return 1 }
    return x < a + 1 ? series(a, x) : 1 - fraction(a, x)
  }

  /// The `x` with P(a, x) = `share`.
  ///
  /// Newton steps inside a bracket that halves when a step leaves it.
  public static func inverseLower(_ a: Double, _ share: Double) -> Double {
    guard a > 0, share > 0 else { return 0 }
    guard share < 1 else { return .infinity }
    var x = firstGuess(a, share)
    var low = 0.0
    var high = Double.infinity
    for _ in 0..<200 {
      let error = lower(a, x) - share
      if error > 0 { high = x } else { low = x }
      let density = exp((a - 1) * log(x) - x - logarithm(a))
      var next = density > 0 ? x - error / density : .nan
      if !(next > low && next < high) { next = high.isFinite ? (low + high) / 2 : x * 2 }
      if abs(next - x) <= 1e-14 * x { return next }
      x = next
    }
    return x
  }

  private static func series(_ a: Double, _ x: Double) -> Double {
    var term = 1 / a
    var sum = term
    var index = a
    for _ in 0..<100_000 {
      index += 1
      term *= x / index
      sum += term
      if term < sum * 1e-17 { break }
    }
    return min(1, sum * exp(a * log(x) - x - logarithm(a)))
  }

  /// Q(a, x) = 1 - P(a, x).
  private static func fraction(_ a: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var value = d
    for step in 1..<100_000 {
      let numerator = -Double(step) * (Double(step) - a)
      b += 2
      d = numerator * d + b
      if abs(d) < tiny { d = tiny }
      c = b + numerator / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      value *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return value * exp(a * log(x) - x - logarithm(a))
  }

  private static func firstGuess(_ a: Double, _ share: Double) -> Double {
    let spread = 1 / (9 * a)
    let root = 1 - spread + NormalDistribution.quantile(share) * spread.squareRoot()
    let guess = a * root * root * root
    guard root > 0.05, guess > 0 else {
      return max(1e-300, exp((log(share) + logarithm(a + 1)) / a))
    }
    return guess
  }
}
