import Foundation

/// The roughness of one part of the model, and how strongly it is held down.
///
/// A penalty adds strength x b' S b to the deviance. The strength follows the generalised
/// Fellner-Schall step: strength x [tr(S_lambda^- S) - tr(V S)] / (b' S b).
/// Source: S. N. Wood, M. Fasiolo, Biometrics 73, 2017.
struct SeasonalPenalty {
  let range: Range<Int>
  /// Columns of one block; `range` holds one or more of them after each other.
  let block: Int
  /// S of one block, row after row.
  let matrix: [Double]
  /// Added to the diagonal whatever the strength.
  let ridge: Double
  let bounds: ClosedRange<Double>
  var strength: Double

  /// First differences of the trend's knots.
  static func trend(_ range: Range<Int>) -> SeasonalPenalty {
    SeasonalPenalty(
      range: range, block: range.count, matrix: firstDifferences(range.count), ridge: 1e-3,
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
      range: range, block: n, matrix: matrix, ridge: 0, bounds: 4...1e6, strength: 100)
  }

  /// First differences within each event and a pull to zero; one strength for all events.
  static func events(_ range: Range<Int>) -> SeasonalPenalty {
    let n = SeasonalDesign.offsets.count
    var matrix = firstDifferences(n).map { 0.7 * $0 }
    for index in 0..<n { matrix[index * n + index] += 0.3 }
    return SeasonalPenalty(
      range: range, block: n, matrix: matrix, ridge: 0, bounds: 0.25...1e4, strength: 1)
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
    for start in stride(from: range.lowerBound, to: range.upperBound, by: block) {
      for row in 0..<block {
        for column in 0..<block {
          system[start + row, start + column] += strength * matrix[row * block + column]
        }
        system[start + row, start + row] += ridge
      }
    }
  }

  /// The next strength; a step is at most fivefold.
  func updated(beta: [Double], covariance: SymmetricMatrix) -> SeasonalPenalty {
    guard !range.isEmpty else { return self }
    var overlap = 0.0
    var roughness = 0.0
    for start in stride(from: range.lowerBound, to: range.upperBound, by: block) {
      for row in 0..<block {
        for column in 0..<block {
          let weight = matrix[row * block + column]
          guard weight != 0 else { continue }
          overlap += weight * covariance[start + row, start + column]
          roughness += weight * beta[start + row] * beta[start + column]
        }
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
    return (0..<block).reduce(0) { sum, k in
      let eigenvalue = 2 - 2 * cos(Double.pi * Double(k) / Double(block))
      return sum + eigenvalue / (strength * eigenvalue + ridge)
    }
  }
}
