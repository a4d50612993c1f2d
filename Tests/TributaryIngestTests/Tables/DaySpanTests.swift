import Testing
import TributaryModel

@testable import TributaryIngest

struct DaySpanTests {
  @Test(arguments: [
    (10, [4, 3, 3]), (11, [4, 4, 3]), (-11, [-4, -4, -3]), (0, [0, 0, 0]), (2, [1, 1, 0]),
  ])
  func `shares sum up to the amount`(amount: Int, shares: [Int]) throws {
    let span = try #require(DaySpan("2026-02-27/2026-03-01"))
    #expect(span.shares(of: Int64(amount)) == shares.map(Int64.init))
  }

  @Test(arguments: ["2026-05-03/2026-05-01", "2026-05-03/", "/", "1800-01-01", "2026-13-01", ""])
  func `what is no span is none`(text: String) {
    #expect(DaySpan(text) == nil)
  }
}
