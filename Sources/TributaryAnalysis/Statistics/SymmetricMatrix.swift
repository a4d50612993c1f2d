/// A square symmetric matrix, positive definite where it is solved.
///
/// Shape: row after row, both triangles stored.
struct SymmetricMatrix {
  let size: Int
  var values: [Double]

  init(size: Int) {
    self.size = size
    values = [Double](repeating: 0, count: size * size)
  }

  subscript(row: Int, column: Int) -> Double {
    get { values[row * size + column] }
    set { values[row * size + column] = newValue }
  }

  /// The lower triangle L with L L' = this matrix; nil unless it is positive definite.
  ///
  /// Source: G. Golub, C. Van Loan, "Matrix Computations", 4.2. Cost: size^3 / 6 multiplications.
  func cholesky() -> [Double]? {
    let n = size
    var lower = values
    for row in 0..<n {
      for column in 0...row {
        var sum = values[row * n + column]
        let a = row * n
        let b = column * n
        for k in 0..<column { sum -= lower[a + k] * lower[b + k] }
        if row == column {
          guard sum > 0 else { return nil }
          lower[a + row] = sum.squareRoot()
        } else {
          lower[a + column] = sum / lower[b + column]
        }
      }
    }
    return lower
  }

  /// The solution of (this matrix) x = right; nil unless it is positive definite.
  func solve(_ right: [Double]) -> [Double]? {
    guard let lower = cholesky() else { return nil }
    let n = size
    var x = right
    for row in 0..<n {
      for k in 0..<row { x[row] -= lower[row * n + k] * x[k] }
      x[row] /= lower[row * n + row]
    }
    for row in (0..<n).reversed() {
      for k in (row + 1)..<max(n, row + 1) { x[row] -= lower[k * n + row] * x[k] }
      x[row] /= lower[row * n + row]
    }
    return x
  }

  /// The inverse; nil unless it is positive definite.
  func inverse() -> SymmetricMatrix? {
    guard let lower = cholesky() else { return nil }
    let n = size
    // Column j of the inverse of L, stored as row j so that the last loop runs along rows.
    var columns = [Double](repeating: 0, count: n * n)
    for j in 0..<n {
      columns[j * n + j] = 1 / lower[j * n + j]
      for row in (j + 1)..<max(n, j + 1) {
        var sum = 0.0
        let a = row * n
        let b = j * n
        for k in j..<row { sum -= lower[a + k] * columns[b + k] }
        columns[b + row] = sum / lower[a + row]
      }
    }
    var result = SymmetricMatrix(size: n)
    for row in 0..<n {
      for column in 0...row {
        var sum = 0.0
        let a = row * n
        let b = column * n
        for k in row..<n { sum += columns[a + k] * columns[b + k] }
        result.values[a + column] = sum
        result.values[b + row] = sum
      }
    }
    return result
  }
}
