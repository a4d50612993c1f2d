import Testing
import TributaryModel

@testable import TributaryAnalysis

struct RobotJudgementTests {
  private static let robot: Int32 = 1
  private static let dayLength: Int64 = 86_400_000
  private static let start = Day(year: 2026, month: 3, day: 10)

  private func views(_ rows: [(at: Int64, visitor: Int64, agent: Int32)]) -> PageViews {
    var views = PageViews(texts: ["Browser", "Robot", "Tested browser"])
    for row in rows {
      views.append(
        at: row.at, visitor: row.visitor, host: -1, path: -1, query: nil, referrer: -1,
        userAgent: row.agent, status: 200)
    }
    return views
  }

  private func judge(_ views: PageViews, limit: Int = 3) throws -> RobotJudgement {
    let first = try #require(Self.start)
    return RobotJudgement(
      of: views, maxPagesPerMinute: limit, listed: [Self.robot], exempt: [2]
    ) { first.adding(Int($0 / Self.dayLength)) }
  }

  /// Four within 59.999 s are too many, four within 60 s are not.
  @Test(arguments: [(59_999, 1), (60_000, 0)] as [(Int64, Int)])
  func `a minute is less than sixty seconds`(_ last: Int64, _ robots: Int) throws {
    let found = try judge(views([(0, 7, 0), (last, 7, 0), (1, 7, 0), (2, 7, 0)]))
    #expect(found.counts.map(\.visitors).reduce(0, +) == robots)
    #expect(found.counts.map(\.requests).reduce(0, +) == robots * 4)
  }

  @Test(arguments: [(3, 1), (4, 0)])
  func `many pages without an asset make a robot, unless it looked at more elsewhere`(
    _ bare: Int, _ robots: Int
  ) throws {
    let first = try #require(Self.start)
    let found = RobotJudgement(
      of: views([(0, 7, 0), (90_000, 7, 0), (180_000, 7, 0), (5, 8, 0)]), maxPagesPerMinute: 60,
      listed: [], exempt: [],
      habits: [RobotJudgement.Habit(day: first, visitor: 7, reason: .noAssets, requests: bare)]
    ) { first.adding(Int($0 / Self.dayLength)) }
    #expect(found.counts.map(\.reason) == Array(repeating: .noAssets, count: robots))
    #expect(found.counts.map(\.requests) == Array(repeating: 3, count: robots))
  }

  @Test func `a robot is one for its day, whoever else comes`() throws {
    let next = Self.dayLength
    let found = try judge(
      views([
        (0, 7, 0), (1, 7, 0), (2, 7, 0), (3, 7, 0), (4, 8, 0), (next, 7, 0), (5, 9, 1),
        (next + 1, 9, 1), (6, 10, 2), (7, 10, 2), (8, 10, 2), (9, 10, 2),
      ]))
    #expect(
      found.robots == [
        true, true, true, true, false, false, true, true, false, false, false, false,
      ])
    #expect(
      found.counts.map { "\($0.day) \($0.reason.rawValue) \($0.visitors) \($0.requests)" } == [
        "2026-03-10 agent-list 1 1", "2026-03-10 pages-per-minute 1 4",
        "2026-03-11 agent-list 1 1",
      ])
  }

  @Test func `who has no page views is counted by the first habit, who has some by none`() throws {
    let first = try #require(Self.start)
    let habits = [
      (8, .onlyHead, 3), (8, .onlyMissing, 9), (9, .onlyMissing, 5), (7, .onlyHead, 4),
      (10, .noAssets, 12),
    ].map { visitor, reason, requests in
      RobotJudgement.Habit(day: first, visitor: visitor, reason: reason, requests: requests)
    }
    let found = RobotJudgement(
      of: views([(0, 7, 0)]), maxPagesPerMinute: 60, listed: [], exempt: [], habits: habits
    ) { _ in first }
    #expect(found.robots.isEmpty)
    #expect(
      found.counts == [
        RobotCount(first, .onlyHead, visitors: 1, requests: 3),
        RobotCount(first, .onlyMissing, visitors: 1, requests: 5),
      ])
  }

  @Test func `order events are no page views`() throws {
    var columns = views([(0, 7, 0), (1, 7, 0), (2, 7, 0), (3, 7, 0)])
    columns.orderIDs[3] = "A"
    #expect(try judge(columns).counts.isEmpty)
  }

  @Test func `what a robot saw makes no sessions`() throws {
    let columns = views([(0, 9, 1), (1, 8, 0)])
    let found = try judge(columns)
    let sessions = SessionBuilder().sessions(of: columns, without: found.robots)
    #expect(sessions.map(\.visitor) == [8])
  }
}
