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
  }

  /// A visitor who looked at many pages and fetched no asset, as the log of the day tells.
  public struct Bare: Sendable, Hashable {
    public let day: Day
    public let visitor: Int64
    /// Page views in the files where no asset was fetched: all of the day's, or the visitor is none.
    public let pages: Int

    public init(day: Day, visitor: Int64, pages: Int) {
      self.day = day
      self.visitor = visitor
      self.pages = pages
    }
  }

  /// Who was judged a robot on a day, and why.
  public struct Count: Sendable, Hashable {
    public let day: Day
    public let reason: Reason
    public var visitors: Int
    public var pageViews: Int
  }

  /// For each row whether a robot made it; empty when none did.
  public private(set) var robots: [Bool] = []
  /// Ordered by day and reason.
  public private(set) var counts: [Count] = []

  private struct VisitorDay: Hashable {
    let visitor: Int64
    let day: Day
  }

  /// - Parameters:
  ///   - listed: codes of agents that are robots by the shop's list.
  ///   - exempt: codes of agents that are people whatever they do.
  ///   - bare: visitors who fetched no asset.
  ///   - day: the day of an instant in Unix milliseconds.
  public init(
    of views: PageViews, maxPagesPerMinute: Int, listed: Set<Int32>, exempt: Set<Int32>,
    bare: [Bare] = [], day: (Int64) -> Day
  ) {
    var reasons: [VisitorDay: Reason] = [:]
    var pages: [VisitorDay: Int] = [:]
    let days = views.at.map(day)
    for row in 0..<views.count {
      let key = VisitorDay(visitor: views.visitor[row], day: days[row])
      if listed.contains(views.userAgent[row]) {
        reasons[key] = .agentList
      } else if views.orderIDs.isEmpty || views.orderIDs[row] == nil,
        !exempt.contains(views.userAgent[row])
      {
        pages[key, default: 0] += 1
      }
    }
    let busy = pages.filter { $0.value > maxPagesPerMinute && reasons[$0.key] == nil }
    if !busy.isEmpty {
      var instants: [VisitorDay: [Int64]] = [:]
      for row in 0..<views.count
      where (views.orderIDs.isEmpty || views.orderIDs[row] == nil)
        && !exempt.contains(views.userAgent[row])
      {
        let key = VisitorDay(visitor: views.visitor[row], day: days[row])
        if busy[key] != nil { instants[key, default: []].append(views.at[row]) }
      }
      for (key, at) in instants
      where RobotJudgement.exceeds(maxPagesPerMinute, within: at.sorted()) {
        reasons[key] = .pagesPerMinute
      }
    }
    for each in bare {
      let key = VisitorDay(visitor: each.visitor, day: each.day)
      if reasons[key] == nil, pages[key] == each.pages { reasons[key] = .noAssets }
    }
    guard !reasons.isEmpty else { return }
    count(views, days, reasons)
  }

  /// Whether more instants than that lie within any minute. Complexity: O(n).
  private static func exceeds(_ limit: Int, within sorted: [Int64]) -> Bool {
    guard sorted.count > limit else { return false }
    return (limit..<sorted.count).contains { sorted[$0] - sorted[$0 - limit] < 60_000 }
  }

  private mutating func count(
    _ views: PageViews, _ days: [Day], _ reasons: [VisitorDay: Reason]
  ) {
    robots = [Bool](repeating: false, count: views.count)
    var pageViews: [VisitorDay: Int] = [:]
    for row in 0..<views.count {
      let key = VisitorDay(visitor: views.visitor[row], day: days[row])
      guard reasons[key] != nil else { continue }
      robots[row] = true
      let isPage = views.orderIDs.isEmpty || views.orderIDs[row] == nil
      pageViews[key, default: 0] += isPage ? 1 : 0
    }
    var totals: [Day: [Reason: Count]] = [:]
    for (key, views) in pageViews {
      guard let reason = reasons[key] else { continue }
      var total =
        totals[key.day]?[reason]
        ?? Count(day: key.day, reason: reason, visitors: 0, pageViews: 0)
      total.visitors += 1
      total.pageViews += views
      totals[key.day, default: [:]][reason] = total
    }
    counts = totals.values.flatMap(\.values).sorted {
      ($0.day, $0.reason.rawValue) < ($1.day, $1.reason.rawValue)
    }
  }
}
