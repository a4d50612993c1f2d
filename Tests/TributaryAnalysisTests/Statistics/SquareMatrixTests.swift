import Testing

@testable import TributaryAnalysis

struct SquareMatrixTests {
  private static func inverse(_ rows: [[Double]]) -> [[Double]]? {
    var matrix = SquareMatrix(size: rows.count)
    for (row, values) in rows.enumerated() {
      for (column, value) in values.enumerated() { matrix[row, column] = value }
    }
    guard matrix.invert() else { return nil }
    return rows.indices.map { row in rows.indices.map { matrix[row, $0] } }
  }

  /// By hand: cofactors over the determinants 24 and 6.
  @Test(
    arguments: [
      ([[7, -2], [-2, 4]], [[4, 2], [2, 7]], 24),
      ([[2, -1, 0], [-1, 3, -1], [0, -2, 2]], [[4, 2, 1], [2, 4, 2], [2, 4, 5]], 6),
    ] as [([[Double]], [[Double]], Double)])
  func `inverses are those worked by hand`(
    rows: [[Double]], cofactors: [[Double]], determinant: Double
  ) throws {
    let inverse = try #require(SquareMatrixTests.inverse(rows))
    for (found, wanted) in zip(inverse.joined(), cofactors.joined()) {
      let error = abs(found - wanted / determinant)
      #expect(error < 1e-15)
    }
  }

  @Test func `a pivot of nothing is told`() {
    #expect(SquareMatrixTests.inverse([[1, -1], [-1, 1]]) == nil)
  }
}
