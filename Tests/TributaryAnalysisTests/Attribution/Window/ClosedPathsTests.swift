import Testing
import TributaryModel

@testable import TributaryAnalysis

struct ClosedPathsTests {
  private func day(_ number: Int64) -> Instant { Instant(milliseconds: number * 86_400_000) }

  /// Lookback 10 days; ways that close on days 100 to 109.
  private func ways(_ touches: [Int64], conversions: [Int64] = []) -> [Range<Int>] {
    ClosedPaths(lookbackDays: 10, start: day(100), end: day(110))
      .ways(times: touches.map(day), conversions: conversions.map(day))
  }

  @Test func `touches without a conversion are a way that closes a lookback after the last`() {
    #expect(ways([85, 90, 95]) == [0..<3])
  }

  @Test func `a way that is still open, or was closed before the window, is no null`() {
    #expect(ways([95, 100]).isEmpty)
    #expect(ways([70, 89]).isEmpty)
    #expect(ways([90]) == [0..<1])
    #expect(ways([99]) == [0..<1])
  }

  @Test func `a touch within the lookback before a conversion belongs to it`() {
    #expect(ways([85, 90, 95], conversions: [95]).isEmpty)
    #expect(ways([80, 95], conversions: [90]) == [1..<2])
    #expect(ways([79, 95], conversions: [90]) == [1..<2])
  }

  @Test func `a pause longer than the lookback parts two ways`() {
    #expect(ways([80, 91, 92]) == [1..<3])
    #expect(ways([90, 99]) == [0..<2])
  }

  @Test func `a touch too old at the last one is left out of the way`() {
    #expect(ways([82, 88, 95]) == [1..<3])
  }

  @Test func `the order of the conversions does not matter`() {
    #expect(
      ways([85, 95], conversions: [200, 96, 20]) == ways([85, 95], conversions: [20, 96, 200]))
  }
}
