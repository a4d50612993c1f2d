/// A square matrix whose diagonal outweighs the rest of each row or column, as the flow between
/// states does; such a matrix is eliminated without exchanging rows.
///
/// Shape: row after row.
struct SquareMatrix {
  let size: Int
  private var values: [Double]

  init(size: Int) {
    self.size = size
    values = [Double](repeating: 0, count: size * size)
  }

  subscript(row: Int, column: Int) -> Double {
    get { values[row * size + column] }
    set { values[row * size + column] = newValue }
  }

  /// Puts the inverse in the matrix's place; false, with the matrix spoiled, when a pivot is not
  /// above 0.
  ///
  /// Source: N. Higham, "Accuracy and Stability of Numerical Algorithms", 2002, 14.4 (Gauss-Jordan
  /// elimination, stable for dominant diagonals). Cost: size^3 multiplications.
  mutating func invert() -> Bool {
    let n = size
    for pivot in 0..<n {
      let own = pivot * n
      guard values[own + pivot] > 0 else { return false }
      let scale = 1 / values[own + pivot]
      values[own + pivot] = 1
      for column in 0..<n { values[own + column] *= scale }
      for row in 0..<n where row != pivot {
        let start = row * n
        let factor = values[start + pivot]
        guard factor != 0 else { continue }
        values[start + pivot] = 0
        for column in 0..<n { values[start + column] -= factor * values[own + column] }
      }
    }
    return true
  }
}
