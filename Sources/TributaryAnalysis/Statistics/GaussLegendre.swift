import Foundation

/// Places between 0 and 1 with weights that add up to 1: the weighted sum of a smooth function's
/// values there is about its integral.
///
/// Source: NIST Digital Library of Mathematical Functions 3.5.15 and 3.5.19; the roots of the Legendre
/// polynomial by Newton's method.
enum GaussLegendre {
  static func nodes(_ count: Int) -> [(place: Double, weight: Double)] {
    (0..<count).map { index in
      var x = cos(Double.pi * (Double(index) + 0.75) / (Double(count) + 0.5))
      var slope = 1.0
      for _ in 0..<100 {
        let (value, before) = polynomial(count, x)
        slope = Double(count) * (x * value - before) / (x * x - 1)
        let step = value / slope
        x -= step
        if abs(step) < 1e-15 { break }
      }
      return ((1 - x) / 2, 1 / ((1 - x * x) * slope * slope))
    }
  }

  /// The Legendre polynomials of that degree and of the one before, by their recurrence.
  private static func polynomial(_ degree: Int, _ x: Double) -> (value: Double, before: Double) {
    var (before, value) = (1.0, x)
    for n in 1..<max(1, degree) {
      let n = Double(n)
      (before, value) = (value, ((2 * n + 1) * x * value - n * before) / (n + 1))
    }
    return (value, before)
  }
}
