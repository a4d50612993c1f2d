import TributaryModel

/// Tells robots among visitors by what the shop says of their agents and by how they behave.
///
/// A visitor is judged a day at a time, and a robot's page views of that day make no sessions.
public struct RobotJudgement: Sendable {
  /// Why a visitor counts as a robot; the first that applies.
  public enum Reason: String, Sendable, CaseIterable, Hashable {
    /// The shop's own list names its agent.
    case agentList = "agent-list"
    /// More page views within a minute than anybody looks at.
    case pagesPerMinute = "pages-per-minute"
    /// Many pages and none of the styles, scripts and pictures that browsers fetch with them.
    case noAssets = "no-assets"
    /// Asked whether pages are there and looked at none.
    case onlyHead = "only-head"
    /// Asked for nothing but pages that do not exist, several times.
    case onlyMissing = "only-missing"
  }

  /// What a visitor did on a day that no browser does, as the log tells.
  public struct Habit: Sendable, Hashable {
    public let day: Day
    public let visitor: Int64
    /// `noAssets`, `onlyHead` or `onlyMissing`.
    public let reason: Reason
    /// For `noAssets` the page views in the files where no asset was fetched: all of the day's, or
    /// the visitor is no robot. A visitor with page views has no other habit.
    public let requests: Int

    package init(day: Day, visitor: Int64, reason: Reason, requests: Int) {
      self.day = day
      self.visitor = visitor
      self.reason = reason
      self.requests = requests
    }
  }

  /// For each row whether a robot made it; empty when none did.
  public private(set) var robots: [Bool] = []
  /// Ordered by day and reason.
  public private(set) var counts: [RobotCount] = []

  /// - Parameters:
  ///   - listed: codes of agents that are robots by the shop's list.
  ///   - exempt: codes of agents that are people whatever they do.
  ///   - habits: of the visitors whose page views these are, or who have none.
  ///   - day: the day of an instant in Unix milliseconds.
  public init(
    of views: PageViews, maxPagesPerMinute: Int, listed: Set<Int32>, exempt: Set<Int32>,
    habits: [Habit] = [], day: (Int64) -> Day
  ) {
    var visits = VisitorDays(of: views, day: day)
    let judged = listed.union(exempt)
    let pages = visits.pages(of: views, without: judged)
    if !listed.isEmpty {
      for row in 0..<views.count where listed.contains(views.userAgent[row]) {
        visits.judge(visits.number(of: row), .agentList)
      }
    }
    let instants = visits.instants(of: views, without: judged) {
      pages[$0] > maxPagesPerMinute && visits.reason(of: $0) == nil
    }
    for (number, at) in instants where RobotJudgement.exceeds(maxPagesPerMinute, within: at) {
      visits.judge(number, .pagesPerMinute)
    }
    for habit in habits where habit.reason == .noAssets {
      guard let number = visits.number(of: habit.visitor, on: habit.day) else { continue }
      if pages[number] == habit.requests { visits.judge(number, .noAssets) }
    }
    robots = visits.robots
    var tally = RobotTally()
    if !robots.isEmpty {
      for (number, requests) in visits.pages(of: views, without: []).enumerated() {
        if let reason = visits.reason(of: number) {
          tally.add(RobotCount(visits.keys[number].day, reason, visitors: 1, requests: requests))
        }
      }
    }
    var known: Set<VisitorDays.Key> = []
    for habit in habits where habit.reason != .noAssets {
      let key = VisitorDays.Key(visitor: habit.visitor, day: habit.day)
      guard visits.number(of: habit.visitor, on: habit.day) == nil, known.insert(key).inserted
      else { continue }
      tally.add(RobotCount(habit.day, habit.reason, visitors: 1, requests: habit.requests))
    }
    counts = tally.counts
  }

  /// Whether more instants than that lie within any minute. Complexity: O(n log n).
  private static func exceeds(_ limit: Int, within instants: [Int64]) -> Bool {
    guard instants.count > limit else { return false }
    let sorted = instants.sorted()
    return (limit..<sorted.count).contains { sorted[$0] - sorted[$0 - limit] < 60_000 }
  }
}
