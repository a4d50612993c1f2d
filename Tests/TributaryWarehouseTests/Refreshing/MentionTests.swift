import Testing

@testable import TributaryWarehouse

@Suite struct MentionTests {
  /// Days on which orders of one number were placed, the day that names it, and the order meant.
  @Test(
    arguments: [
      // Named in October, when nobody can know of January's.
      ([20, 385], 280, 20), ([20, 385], 377, 20),
      // Some days before it is written down, and after it.
      ([20, 385], 378, 385), ([20, 385], 385, 385), ([20, 385], 700, 385),
      // Nothing was placed by then: the first that comes.
      ([20, 385], 5, 20), ([385, 400], 0, 385),
      // Two sites number alike on neighbouring days.
      ([20, 23], 21, 20), ([20, 23], 22, 23),
    ] as [([Int64], Int64, Int64)])
  func `a number means the order placed nearest, of those known by then`(
    placed: [Int64], at: Int64, meant: Int64
  ) {
    let day: Int64 = 86_400_000
    let nearest = placed.min {
      Mention.gap(placedAt: $0 * day, at: at * day) < Mention.gap(placedAt: $1 * day, at: at * day)
    }
    #expect(nearest == meant)
  }

  @Test func `instants further apart than numbers reach have a gap`() {
    #expect(Mention.gap(placedAt: .max, at: .min) > Mention.gap(placedAt: .min, at: .max))
  }
}
