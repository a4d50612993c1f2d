import Testing

@testable import TributaryAnalysis

struct QuantilesTests {
  /// numpy 2: `quantile([3, 1, 4, 1, 5, 9, 2, 6], [.1, .5, .9])`.
  @Test(arguments: [(0.1, 1.0), (0.5, 3.5), (0.9, 6.9)])
  func `a quantile agrees with numpy`(share: Double, expected: Double) throws {
    let value = try #require(Quantiles.quantile(share, of: [3, 1, 4, 1, 5, 9, 2, 6]))
    #expect(abs(value - expected) < 1e-12)
  }

  @Test func `nothing has no median and one value is its own`() {
    #expect(Quantiles.median([]) == nil)
    #expect(Quantiles.median([4]) == 4)
  }
}
