import Testing

@testable import TributaryAnalysis

struct PageViewOrderTests {
  private func rows(_ instants: [Int64], visitors: [Int64]? = nil) -> [Int32] {
    var views = PageViews(texts: ["/"])
    for (index, at) in instants.enumerated() {
      views.append(
        at: at, visitor: visitors?[index] ?? 1, host: -1, path: 0, query: "n=\(index)",
        referrer: -1, userAgent: -1, status: 200)
    }
    return PageViewOrder.rows(of: views)
  }

  @Test(
    arguments: [
      [], [5], [1, 2, 3], [3, 2, 1], [7, 7, 7], [-5, 0, -90_000_000],
      [.max, .min, 0, .max - 1, .min + 1],
      [1_773_186_600_000, 1_773_186_599_999, 0, 1_999_999_999_999],
    ] as [[Int64]])
  func `rows come by instant, however far apart`(instants: [Int64]) {
    #expect(rows(instants).map { instants[Int($0)] } == instants.sorted())
  }

  @Test func `many rows in any order come by instant`() {
    var seed = ShuffleSeed(state: 11)
    let instants = (0..<5_000).map { _ in Int64.random(in: 0..<3_000_000, using: &seed) }
    #expect(rows(instants).map { instants[Int($0)] } == instants.sorted())
  }

  @Test func `rows of one instant come by visitor and content`() {
    #expect(rows([9, 9, 9, 9], visitors: [2, 1, 2, 1]) == [1, 3, 0, 2])
  }
}
