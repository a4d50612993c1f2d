import Foundation

/// The beta function's logarithm and the regularised incomplete beta function with its inverse.
///
/// Source: NIST Digital Library of Mathematical Functions 5.12.1 and 8.17.22 (continued fraction,
/// by Lentz's method).
public enum BetaFunction {
  /// log B(a, b) for a, b > 0.
  public static func logarithm(_ a: Double, _ b: Double) -> Double {
    GammaFunction.logarithm(a) + GammaFunction.logarithm(b) - GammaFunction.logarithm(a + b)
  }

  /// I_x(a, b), the share of a beta distribution that lies below `x`.
  public static func lower(_ a: Double, _ b: Double, _ x: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let front = exp(a * log(x) + b * log1p(-x) - logarithm(a, b))
    return x < (a + 1) / (a + b + 2)
      ? min(1, front * fraction(a, b, x) / a) : max(0, 1 - front * fraction(b, a, 1 - x) / b)
  }

  /// The `x` with I_x(a, b) = `share`.
  ///
  /// Newton steps inside a bracket that halves when a step leaves it.
  public static func inverseLower(_ a: Double, _ b: Double, _ share: Double) -> Double {
    guard share > 0 else { return 0 }
    guard share < 1 else { return 1 }
    let scale = logarithm(a, b)
    var x = a / (a + b)
    var low = 0.0
    var high = 1.0
    for _ in 0..<300 {
      let error = lower(a, b, x) - share
      if error > 0 { high = x } else { low = x }
      let density = exp((a - 1) * log(x) + (b - 1) * log1p(-x) - scale)
      var next = density > 0 ? x - error / density : .nan
      if !(next > low && next < high) { next = (low + high) / 2 }
      if abs(next - x) <= 1e-15 * x { return next }
      x = next
    }
    return x
  }

  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / kept(1 - (a + b) * x / (a + 1))
    var value = d
    for step in 1..<20_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / kept(1 + even * d)
      c = kept(1 + even / c)
      value *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / kept(1 + odd * d)
      c = kept(1 + odd / c)
      value *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return value
  }
}
