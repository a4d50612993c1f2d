import Testing

@testable import TributaryAnalysis

struct SymmetricMatrixTests {
  /// By hand: [[4, 2], [2, 3]] has the inverse [[3, -2], [-2, 4]] / 8.
  @Test func `a small matrix is inverted and solved as by hand`() throws {
    var matrix = SymmetricMatrix(size: 2)
    matrix.values = [4, 2, 2, 3]
    let inverse = try #require(matrix.inverse())
    let solution = try #require(matrix.solve([8, 16]))
    for (left, right) in zip(inverse.values, [0.375, -0.25, -0.25, 0.5]) {
      #expect(abs(left - right) < 1e-15)
    }
    #expect(zip(solution, [-1, 6]).allSatisfy { abs($0 - $1) < 1e-14 })
  }

  @Test func `a matrix that is not positive definite has no inverse`() {
    var matrix = SymmetricMatrix(size: 2)
    matrix.values = [1, 2, 2, 1]
    #expect(matrix.inverse() == nil)
    #expect(matrix.solve([1, 1]) == nil)
  }
}
