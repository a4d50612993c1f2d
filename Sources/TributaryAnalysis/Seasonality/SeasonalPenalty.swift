import Foundation

/// The roughness of one part of the model, and how strongly it is held down.
///
/// A penalty adds strength x b' S b to the deviance. The strength follows the generalised
/// Fellner-Schall step: strength x [tr(S_lambda^- S) - tr(V S)] / (b' S b).
/// Source: S. N. Wood, M. Fasiolo, Biometrics 73, 2017.
struct SeasonalPenalty {
  let range: Range<Int>
  /// S, row after row.
  let matrix: [Double]
  /// Added to the diagonal whatever the strength.
  let ridge: Double
  let bounds: ClosedRange<Double>
  var strength: Double

  /// First differences of the trend's knots.
  static func trend(_ range: Range<Int>) -> SeasonalPenalty {
    SeasonalPenalty(
      range: range, matrix: firstDifferences(range.count), ridge: 1e-3,
      bounds: 4...1e5, strength: 100)
  }

  /// Second differences around the year, with a slight pull to zero.
  static func yearly(_ range: Range<Int>) -> SeasonalPenalty {
    let n = range.count
    var matrix = [Double](repeating: 0, count: n * n)
    for row in 0..<n {
      let pattern = [((row + n - 1) % n, 1.0), (row, -2.0), ((row + 1) % n, 1.0)]
      for (a, left) in pattern { for (b, right) in pattern { matrix[a * n + b] += left * right } }
    }
    for index in 0..<n { matrix[index * n + index] += 0.01 }
    return SeasonalPenalty(
      range: range, matrix: matrix, ridge: 0, bounds: 4...1e6, strength: 100)
  }

  /// First differences within an event, which is nothing at both ends, and a pull to zero.
  static func event(_ range: Range<Int>) -> SeasonalPenalty {
    let n = range.count
    var matrix = firstDifferences(n).map { 0.7 * $0 }
    for index in 0..<n { matrix[index * n + index] += 0.3 }
    matrix[0] += 0.7
    matrix[n * n - 1] += 0.7
    return SeasonalPenalty(
      range: range, matrix: matrix, ridge: 0, bounds: 0.25...1e4, strength: 1)
  }

  private static func firstDifferences(_ n: Int) -> [Double] {
    var matrix = [Double](repeating: 0, count: n * n)
    for row in 1..<n {
      matrix[row * n + row] += 1
      matrix[(row - 1) * n + row - 1] += 1
      matrix[row * n + row - 1] -= 1
      matrix[(row - 1) * n + row] -= 1
    }
    return matrix
  }

  func add(to system: inout SymmetricMatrix) {
    let n = range.count
    for row in 0..<n {
      for column in 0..<n {
        system[range.lowerBound + row, range.lowerBound + column] +=
          strength * matrix[row * n + column]
      }
      system[range.lowerBound + row, range.lowerBound + row] += ridge
    }
  }

  /// The next strength; a step is at most fivefold.
  func updated(beta: [Double], covariance: SymmetricMatrix) -> SeasonalPenalty {
    let n = range.count
    let start = range.lowerBound
    var overlap = 0.0
    var roughness = 0.0
    for row in 0..<n {
      for column in 0..<n {
        let weight = matrix[row * n + column]
        guard weight != 0 else { continue }
        overlap += weight * covariance[start + row, start + column]
        roughness += weight * beta[start + row] * beta[start + column]
      }
    }
    let factor = max(freedom - overlap, 1e-6) / max(roughness, 1e-9)
    var next = self
    next.strength = strength * min(5, max(0.2, factor))
    next.strength = min(bounds.upperBound, max(bounds.lowerBound, next.strength))
    return next
  }

  /// tr(S_lambda^- S). With a ridge the eigenvalues of first differences, 2 - 2 cos(pi k / n),
  /// give it in closed form.
  private var freedom: Double {
    guard ridge > 0 else { return Double(range.count) / strength }
    return (0..<range.count).reduce(0) { sum, k in
      let eigenvalue = 2 - 2 * cos(Double.pi * Double(k) / Double(range.count))
      return sum + eigenvalue / (strength * eigenvalue + ridge)
    }
  }
}
